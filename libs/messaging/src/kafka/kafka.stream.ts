import type { BatchHandler, InteractionStream, OutgoingMessage, StreamName, Subscription } from '#domain';
import kafkajs, { type Admin, type Kafka, type Producer } from 'kafkajs';
import { setTimeout as sleep } from 'node:timers/promises';
import { topicOf } from '../topics.js';
import { ensureTopics } from './ensure-topics.js';
import { type KafkaOptions, kafkaClient } from './kafka-options.js';
import { KafkaSubscription } from './kafka-subscription.js';

/** kafkajs makes one record batch of a send, and the broker's limit is on the batch. */
const SEND_BYTES = 512 * 1024;
const HEALTH_LIMIT_MS = 1_500;

/** InteractionStream over Kafka. Connects, and creates missing topics, on first use. */
export class KafkaStream implements InteractionStream {
  readonly #kafka: Kafka;
  readonly #producer: Producer;
  readonly #admin: Admin;
  readonly #subscriptions = new Set<KafkaSubscription>();
  #ready: Promise<void> | null = null;

  constructor(private readonly options: KafkaOptions) {
    this.#kafka = kafkaClient(options);
    // Not `idempotent`: consumers are, and kafkajs calls its own experimental. The partitioner is Java's, so that
    // other systems' producers put an interaction where we do.
    this.#producer = this.#kafka.producer({
      allowAutoTopicCreation: false,
      createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
    });
    this.#admin = this.#kafka.admin();
  }

  async publish(name: StreamName, messages: readonly OutgoingMessage[]): Promise<void> {
    await this.#connect();
    const topic = topicOf(name, this.options.prefix);
    for (const some of portions(messages)) {
      await this.#producer.send({
        topic,
        acks: -1,
        messages: some.map(({ key, value, headers }) => ({ key, value, headers: { ...headers } })),
      });
    }
  }

  async subscribe(name: StreamName, group: string, handler: BatchHandler): Promise<Subscription> {
    await this.#connect();
    const subscription = new KafkaSubscription(this.#kafka, {
      topic: topicOf(name, this.options.prefix),
      group: (this.options.prefix ?? '') + group,
      sessionTimeoutMs: this.options.sessionTimeoutMs ?? 15_000,
      handler,
    });
    this.#subscriptions.add(subscription);
    await subscription.start();
    return subscription;
  }

  async trouble(): Promise<string | null> {
    const asked = this.#connect().then(() => this.#admin.describeCluster());
    asked.catch(() => undefined);
    try {
      const answer = await Promise.race([asked, sleep(HEALTH_LIMIT_MS, null, { ref: false })]);
      return answer === null ? `Kafka does not answer within ${HEALTH_LIMIT_MS} ms` : null;
    } catch (error) {
      return `Kafka: ${error instanceof Error ? error.message : String(error)}`;
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.#subscriptions].map((subscription) => subscription.stop()));
    await this.#ready?.catch(() => undefined);
    await Promise.all([this.#producer.disconnect(), this.#admin.disconnect()]);
  }

  #connect(): Promise<void> {
    this.#ready ??= (async () => {
      await this.#admin.connect();
      await ensureTopics(this.#admin, this.options);
      await this.#producer.connect();
    })().catch((error: unknown) => {
      this.#ready = null;
      throw error;
    });
    return this.#ready;
  }
}

function* portions(messages: readonly OutgoingMessage[]): Generator<readonly OutgoingMessage[]> {
  let portion: OutgoingMessage[] = [];
  let bytes = 0;
  for (const message of messages) {
    const size = message.value?.length ?? 0;
    if (portion.length > 0 && bytes + size > SEND_BYTES) {
      yield portion;
      portion = [];
      bytes = 0;
    }
    portion.push(message);
    bytes += size;
  }
  if (portion.length > 0) yield portion;
}
