import type { StreamName } from '#domain';
import kafkajs, { type Admin } from 'kafkajs';
import { setTimeout as sleep } from 'node:timers/promises';
import { STREAM_NAMES, topicOf } from '../topics.js';

const MIB = 1024 * 1024;
const LEADERS_LIMIT_MS = 30_000;

/**
 * Room above our own limit of 1 MB: what is too large is then parked with a reason instead of being refused to its
 * producer by the broker, and a dead letter always fits with its added headers.
 */
const MAX_MESSAGE_BYTES: Readonly<Record<StreamName, number>> = {
  interactions: 2 * MIB,
  facts: 2 * MIB,
  findings: 2 * MIB,
  'dead-letters': 4 * MIB,
};

export interface TopicsShape {
  readonly prefix?: string;
  readonly partitions?: number;
  readonly replicationFactor?: number;
}

/**
 * Creates the topics that are missing, and only those: existing ones belong to the operator.
 * @throws when that is refused, or the topics have no leaders after 30 seconds.
 */
export async function ensureTopics(admin: Admin, shape: TopicsShape = {}): Promise<void> {
  const present = new Set(await admin.listTopics());
  const missing = STREAM_NAMES.filter((name) => !present.has(topicOf(name, shape.prefix)));
  if (missing.length === 0) return;
  await admin.createTopics({
    // kafkajs's own waiting gives up when the broker asked does not know the topic yet, which is usual under load.
    waitForLeaders: false,
    topics: missing.map((name) => ({
      topic: topicOf(name, shape.prefix),
      numPartitions: shape.partitions ?? 6,
      replicationFactor: shape.replicationFactor ?? -1,
      configEntries: [{ name: 'max.message.bytes', value: String(MAX_MESSAGE_BYTES[name]) }],
    })),
  });
  await untilLed(admin, missing.map((name) => topicOf(name, shape.prefix)));
}

/**
 * Metadata names a leader before that leader knows of it. A producer that comes in between is refused for some
 * partitions, and kafkajs then sends the whole request again, those that were taken included: so each leader is asked
 * for its offsets, which it answers only once it leads.
 */
async function untilLed(admin: Admin, topics: string[]): Promise<void> {
  for (const until = Date.now() + LEADERS_LIMIT_MS; ; await sleep(100)) {
    try {
      const answer = await admin.fetchTopicMetadata({ topics });
      if (answer.topics.every(({ partitions }) => partitions.length > 0 && partitions.every(({ leader }) => leader >= 0))) {
        for (const topic of topics) await admin.fetchTopicOffsets(topic);
        return;
      }
    } catch (error) {
      // Unknown so far, or elections are going on.
      if (!(error instanceof kafkajs.KafkaJSError && error.retriable) || Date.now() > until) throw error;
    }
    if (Date.now() > until) throw new Error(`no leaders for ${topics.join(', ')} after ${LEADERS_LIMIT_MS} ms`);
  }
}
