/** What travels, by its name in the code; adapters know the topic names. */
export type StreamName = 'interactions' | 'facts' | 'findings' | 'dead-letters';

export interface OutgoingMessage {
  readonly key: string | Buffer | null;
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, string | Buffer>>;
}

export interface StreamRecord {
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, Buffer>>;
  /** Offset within the partition; records of a batch ascend. */
  readonly offset: bigint;
  /** Milliseconds since the epoch. */
  readonly timestamp: number;
}

export interface StreamBatch {
  readonly topic: string;
  readonly partition: number;
  readonly records: readonly StreamRecord[];
  /**
   * True when offsets outlive the process: the handler then keeps its position beside its effects and skips
   * what the position says is done. False in process, where publishing waits for the handler instead.
   */
  readonly positioned: boolean;
  /** Records of this partition that wait behind this batch; absent when the adapter cannot tell. */
  readonly behind?: number;
}

/**
 * Takes a batch whole: resolves once every effect, dead letters included, is durable. A rejection means that nothing
 * happened; the batch comes again.
 */
export type BatchHandler = (batch: StreamBatch) => Promise<void>;

export interface Subscription {
  /** Finishes the batch in hand, then stops. */
  stop(): Promise<void>;
  /** Null while all is well, else why records are not being consumed. */
  trouble(): string | null;
}

/** How interactions travel. One contract suite runs on every adapter (test/contracts). */
export interface InteractionStream {
  /**
   * Resolves once the messages cannot be lost: acknowledged by all brokers (Kafka), or handled by every
   * subscriber (in process).
   * @throws when they may be lost; publishing again is then safe, since consumers are idempotent.
   */
  publish(name: StreamName, messages: readonly OutgoingMessage[]): Promise<void>;
  /** Many subscribers of one group share the partitions; each group sees every record at least once, in partition order. */
  subscribe(name: StreamName, group: string, handler: BatchHandler): Promise<Subscription>;
  /** Null when messages can be published now, else why not. */
  trouble(): Promise<string | null>;
  close(): Promise<void>;
}

export const INTERACTION_STREAM = Symbol('InteractionStream');
