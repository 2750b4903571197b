import type { InteractionStream, Outbox, OutboxMessage } from '#domain';
import { STREAM_NAMES } from '../topics.js';

const LIMIT = 500;
const LAST_WAIT_MS = 5_000;

/**
 * Carries what was written to the outbox into the stream, in writing order. At least once: a crash between
 * publishing and marking publishes again.
 */
export class OutboxPublisher {
  #running: Promise<void> | null = null;
  #stopping = false;
  #wake: (() => void) | null = null;
  #nudged = false;
  #trouble: string | null = null;

  constructor(
    private readonly outbox: Outbox,
    private readonly stream: InteractionStream,
    /** The longest a message waits that nobody nudged for. */
    private readonly pollMs = 200,
  ) {}

  start(): void {
    this.#stopping = false;
    this.#running ??= this.#run();
  }

  /** Something was written: look now. */
  nudge(): void {
    this.#nudged = true;
    this.#wake?.();
  }

  /** Publishes what waits (as long as that works), then stops. */
  async stop(): Promise<void> {
    if (this.#running === null) return;
    this.#stopping = true;
    this.#wake?.();
    await this.#running;
    this.#running = null;
  }

  /** Why messages wait, or null. */
  trouble(): string | null {
    return this.#trouble;
  }

  async #run(): Promise<void> {
    for (let wait = this.pollMs; ; ) {
      this.#nudged = false;
      const last = this.#stopping;
      const sent = await this.#drain();
      if (sent === LIMIT) continue;
      // Once more after stop() was called: what was written just before must not wait for the next start.
      if (last) return;
      wait = sent === null ? Math.min(wait * 2, LAST_WAIT_MS) : this.pollMs;
      if (!this.#stopping && (sent === null || !this.#nudged)) await this.#pause(wait, sent !== null);
    }
  }

  /** How many were sent; null when that failed. */
  async #drain(): Promise<number | null> {
    try {
      const sent = await this.outbox.drain(LIMIT, (messages) => this.#publish(messages));
      this.#trouble = null;
      return sent;
    } catch (error) {
      this.#trouble = `outbox: ${error instanceof Error ? error.message : String(error)}`;
      return null;
    }
  }

  async #publish(messages: readonly OutboxMessage[]): Promise<void> {
    for (const name of STREAM_NAMES) {
      const some = messages.filter(({ stream }) => stream === name);
      if (some.length > 0) await this.stream.publish(name, some);
    }
  }

  async #pause(ms: number, nudgeable: boolean): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        if (!nudgeable && !this.#stopping) return;
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = null;
  }
}
