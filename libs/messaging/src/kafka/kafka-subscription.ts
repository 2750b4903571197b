import type { BatchHandler, StreamRecord, Subscription } from '#domain';
import { Logger } from '@nestjs/common';
import type { Consumer, EachBatchPayload, Kafka, KafkaMessage } from 'kafkajs';
import { setTimeout as sleep } from 'node:timers/promises';

const CHUNK = 500;
const FIRST_RETRY_MS = 200;
const LAST_RETRY_MS = 5_000;
const RESTART_MS = 5_000;
const HEARTBEAT_MS = 2_000;

export interface KafkaSubscriptionOptions {
  readonly topic: string;
  readonly group: string;
  readonly sessionTimeoutMs: number;
  readonly handler: BatchHandler;
}

/**
 * One consumer of one topic. Order per chunk, and why: effects first (the handler, durable when it resolves), then
 * the offset, so that a crash between the two repeats a chunk and never loses one; the handler's kept position
 * makes the repetition harmless. Then the heartbeat, which tells of a rebalance.
 */
export class KafkaSubscription implements Subscription {
  readonly #kafka: Kafka;
  readonly #options: KafkaSubscriptionOptions;
  readonly #logger = new Logger('Kafka');
  #consumer: Consumer | null = null;
  #stopped = false;
  #crash: string | null = null;
  readonly #failing = new Map<number, string>();

  constructor(kafka: Kafka, options: KafkaSubscriptionOptions) {
    this.#kafka = kafka;
    this.#options = options;
  }

  /** @throws when no broker can be reached; joining the group is tried again until it works (see `trouble`). */
  async start(): Promise<void> {
    const { topic, group, sessionTimeoutMs } = this.#options;
    const consumer = this.#kafka.consumer({
      groupId: group,
      sessionTimeout: sessionTimeoutMs,
      heartbeatInterval: Math.min(3_000, Math.floor(sessionTimeoutMs / 3)),
      // kafkajs waits up to 5 s by default, and so would every stop and rebalance.
      maxWaitTimeInMs: 200,
      // A partition whose leader was not known at first is not read until metadata is asked for again; kafkajs waits 5 minutes.
      metadataMaxAge: 30_000,
      allowAutoTopicCreation: false,
    });
    this.#consumer = consumer;
    consumer.on(consumer.events.GROUP_JOIN, () => {
      this.#crash = null;
      this.#failing.clear();
    });
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      this.#crash = payload.error.message;
      this.#logger.warn(`${topic}: the consumer starts again after: ${this.#crash}`);
      if (!payload.restart) this.#restartLater();
    });
    await consumer.connect();
    await consumer.subscribe({ topic, fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: 3,
      eachBatch: (payload) => this.#eachBatch(payload),
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#consumer?.disconnect();
  }

  trouble(): string | null {
    const { topic } = this.#options;
    if (this.#stopped) return `${topic}: the consumer is stopped`;
    if (this.#crash !== null) return `${topic}: the consumer crashed: ${this.#crash}`;
    for (const [partition, why] of this.#failing) return `${topic}[${partition}]: ${why}`;
    return null;
  }

  async #eachBatch(payload: EachBatchPayload): Promise<void> {
    const { topic, partition, messages } = payload.batch;
    for (let at = 0; at < messages.length; at += CHUNK) {
      const chunk = messages.slice(at, at + CHUNK);
      if (!isOurs(payload) || !(await this.#handle(payload, chunk))) return;
      const last = chunk[chunk.length - 1]!.offset;
      payload.resolveOffset(last);
      const offset = String(BigInt(last) + 1n);
      await payload.commitOffsetsIfNecessary({ topics: [{ topic, partitions: [{ partition, offset }] }] });
      await payload.heartbeat();
    }
  }

  /** Hands a chunk over until it is taken. False when it is not ours any more: somebody will get it again. */
  async #handle(payload: EachBatchPayload, chunk: readonly KafkaMessage[]): Promise<boolean> {
    const { batch } = payload;
    const last = chunk[chunk.length - 1]!;
    const handed = {
      topic: batch.topic,
      partition: batch.partition,
      positioned: true,
      behind: Math.max(0, Number(BigInt(batch.highWatermark) - BigInt(last.offset)) - 1),
      records: chunk.map(recordOf),
    };
    for (let wait = FIRST_RETRY_MS; ; wait = Math.min(wait * 2, LAST_RETRY_MS)) {
      // A long chunk must not cost the membership; what the heartbeat has to say is heard after the chunk.
      const beat = setInterval(() => void payload.heartbeat().catch(() => undefined), HEARTBEAT_MS);
      try {
        await this.#options.handler(handed);
        this.#failing.delete(batch.partition);
        return true;
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        if (this.#failing.get(batch.partition) !== why) this.#logger.warn(`${batch.topic}[${batch.partition}]: ${why}`);
        this.#failing.set(batch.partition, why);
      } finally {
        clearInterval(beat);
      }
      for (const until = Date.now() + wait; Date.now() < until; await sleep(Math.min(wait, 250))) {
        if (!isOurs(payload)) return false;
        await payload.heartbeat();
      }
    }
  }

  /** kafkajs gives up for good on errors that it thinks hopeless, such as no broker at all. */
  #restartLater(): void {
    const restart = async () => {
      if (this.#stopped) return;
      try {
        await this.start();
      } catch (error) {
        this.#crash = error instanceof Error ? error.message : String(error);
        this.#restartLater();
      }
    };
    setTimeout(() => void restart(), RESTART_MS).unref();
  }
}

const isOurs = (payload: EachBatchPayload): boolean => payload.isRunning() && !payload.isStale();

function recordOf(message: KafkaMessage): StreamRecord {
  return {
    key: message.key,
    value: message.value,
    headers: Object.fromEntries(Object.entries(message.headers ?? {}).map(([name, value]) => [name, lastOf(value)])),
    offset: BigInt(message.offset),
    timestamp: Number(message.timestamp),
  };
}

/** Of a header given several times the last one counts, as in Kafka's own `lastHeader`. */
function lastOf(value: Buffer | string | (Buffer | string)[] | null | undefined): Buffer {
  const last = Array.isArray(value) ? value.at(-1) : value;
  return Buffer.isBuffer(last) ? last : Buffer.from(last ?? '');
}
