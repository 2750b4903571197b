import type { OutgoingMessage, StreamRecord } from '#domain';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Subscribers } from './subscribers.js';

const CHUNK = 500;
const RETRIES_MS = [50, 200, 800];

interface Waiting {
  readonly messages: readonly OutgoingMessage[];
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

/** One partition: what is sent while a batch is in hand goes together into the next one. */
export class Lane {
  #waiting: Waiting[] = [];
  #running: Promise<void> | null = null;
  #offset = 0n;

  constructor(
    private readonly topic: string,
    private readonly partition: number,
    private readonly subscribers: Subscribers,
  ) {}

  /** Resolves once every group has taken the messages; rejects with the handler's own error after three retries. */
  send(messages: readonly OutgoingMessage[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ messages, resolve, reject });
      this.#running ??= this.#run().finally(() => {
        this.#running = null;
      });
    });
  }

  async idle(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    // One turn of the event loop, so that publishes of the same moment meet in the first batch too.
    await new Promise(setImmediate);
    while (this.#waiting.length > 0) {
      const taken = this.#take();
      try {
        const records = taken.flatMap(({ messages }) => messages).map((message) => this.#recordOf(message));
        for (let at = 0; at < records.length; at += CHUNK) await this.#deliver(records.slice(at, at + CHUNK));
        for (const { resolve } of taken) resolve();
      } catch (error) {
        for (const { reject } of taken) reject(error);
      }
    }
  }

  #take(): Waiting[] {
    let count = 0;
    const end = this.#waiting.findIndex(({ messages }, at) => (count += messages.length) > CHUNK && at > 0);
    return this.#waiting.splice(0, end < 0 ? this.#waiting.length : end);
  }

  async #deliver(records: readonly StreamRecord[]): Promise<void> {
    const batch = { topic: this.topic, partition: this.partition, records, positioned: false };
    for (const member of this.subscribers.ofPartition(this.partition)) {
      for (let attempt = 0; ; attempt += 1) {
        try {
          await member.handle(batch);
          break;
        } catch (error) {
          const wait = RETRIES_MS[attempt];
          if (wait === undefined) throw error;
          await sleep(wait);
        }
      }
    }
  }

  #recordOf({ key, value, headers }: OutgoingMessage): StreamRecord {
    const bytes = Object.entries(headers).map(([name, text]) => [name, Buffer.from(text)] as const);
    return {
      key: key === null ? null : Buffer.from(key),
      value,
      headers: Object.fromEntries(bytes),
      offset: this.#offset++,
      timestamp: Date.now(),
    };
  }
}
