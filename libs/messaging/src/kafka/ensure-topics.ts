import type { StreamName } from '#domain';
import type { Admin } from 'kafkajs';
import { STREAM_NAMES, topicOf } from '../topics.js';

const MIB = 1024 * 1024;

/**
 * Room above our own limit of 1 MB: what is too large is then parked with a reason instead of being refused to its
 * producer by the broker, and a dead letter always fits with its added headers.
 */
const MAX_MESSAGE_BYTES: Readonly<Record<StreamName, number>> = {
  interactions: 2 * MIB,
  findings: 2 * MIB,
  'dead-letters': 4 * MIB,
};

export interface TopicsShape {
  readonly prefix?: string;
  readonly partitions?: number;
  readonly replicationFactor?: number;
}

/** Creates the topics that are missing, and only those: existing ones belong to the operator. */
export async function ensureTopics(admin: Admin, shape: TopicsShape = {}): Promise<void> {
  const present = new Set(await admin.listTopics());
  const missing = STREAM_NAMES.filter((name) => !present.has(topicOf(name, shape.prefix)));
  if (missing.length === 0) return;
  await admin.createTopics({
    topics: missing.map((name) => ({
      topic: topicOf(name, shape.prefix),
      numPartitions: shape.partitions ?? 6,
      replicationFactor: shape.replicationFactor ?? -1,
      configEntries: [{ name: 'max.message.bytes', value: String(MAX_MESSAGE_BYTES[name]) }],
    })),
  });
}
