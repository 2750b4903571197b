import type { BatchHandler, InteractionStream, OutgoingMessage, StreamName, Subscription } from '#domain';
import { createHash } from 'node:crypto';
import { topicOf } from '../topics.js';
import { Lane } from './lane.js';
import { Subscribers } from './subscribers.js';

export interface InProcessOptions {
  /** Batches handled at the same time, and places that keep their order; 4 unless told. */
  readonly partitions?: number;
  /** How long publishing waits for the first subscriber of `interactions`; 10,000 unless told. */
  readonly patienceMs?: number;
}

/**
 * InteractionStream within one process: publishing resolves once every subscriber's handler has taken the message,
 * so nothing waits anywhere that a crash could lose. Concurrent publishes travel in one batch.
 */
export class InProcessStream implements InteractionStream {
  readonly #subscribers: Readonly<Record<StreamName, Subscribers>>;
  readonly #lanes: Readonly<Record<StreamName, readonly Lane[]>>;
  readonly #patienceMs: number;
  #closed = false;

  constructor({ partitions = 4, patienceMs = 10_000 }: InProcessOptions = {}) {
    this.#patienceMs = patienceMs;
    this.#subscribers = eachName((name) => new Subscribers(name === 'interactions'));
    this.#lanes = eachName((name) =>
      Array.from({ length: partitions }, (_, at) => new Lane(topicOf(name), at, this.#subscribers[name])),
    );
  }

  async publish(name: StreamName, messages: readonly OutgoingMessage[]): Promise<void> {
    if (this.#closed) throw new Error('the stream is closed');
    // Nobody must hear of findings and dead letters: they are in the database. An interaction is nowhere else.
    if (name === 'interactions') await this.#subscribers[name].first(this.#patienceMs);
    else if (this.#subscribers[name].none) return;
    const lanes = this.#lanes[name];
    const byLane = lanes.map((): OutgoingMessage[] => []);
    for (const message of messages) byLane[laneOf(message.key, lanes.length)]!.push(message);
    const sent = await Promise.allSettled(
      byLane.flatMap((some, at) => (some.length > 0 ? [lanes[at]!.send(some)] : [])),
    );
    for (const result of sent) if (result.status === 'rejected') throw result.reason;
  }

  async subscribe(name: StreamName, group: string, handler: BatchHandler): Promise<Subscription> {
    if (this.#closed) throw new Error('the stream is closed');
    return this.#subscribers[name].add(group, handler);
  }

  async trouble(): Promise<string | null> {
    if (this.#closed) return 'the stream is closed';
    if (this.#subscribers.interactions.none) return 'nobody takes interactions in yet';
    return this.#subscribers.interactions.trouble();
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all(Object.values(this.#lanes).flatMap((lanes) => lanes.map((lane) => lane.idle())));
  }
}

const eachName = <T>(make: (name: StreamName) => T): Readonly<Record<StreamName, T>> => ({
  interactions: make('interactions'),
  facts: make('facts'),
  findings: make('findings'),
  'dead-letters': make('dead-letters'),
});

const laneOf = (key: string | Buffer | null, lanes: number): number =>
  key === null ? 0 : createHash('sha1').update(key).digest().readUInt32BE() % lanes;
