import type { BatchHandler, StreamBatch, Subscription } from '#domain';
import { EventEmitter, once } from 'node:events';

/** With no new message there is no new attempt: an old failure must not keep new messages away by a red health. */
const REMEMBERED_MS = 30_000;

export class Member implements Subscription {
  readonly #inHand = new Set<Promise<void>>();
  #trouble: { readonly why: string; readonly at: number } | null = null;

  constructor(
    private readonly handler: BatchHandler,
    private readonly leave: (member: Member) => void,
  ) {}

  async handle(batch: StreamBatch): Promise<void> {
    const handled = this.handler(batch);
    this.#inHand.add(handled);
    try {
      await handled;
      this.#trouble = null;
    } catch (error) {
      this.#trouble = { why: error instanceof Error ? error.message : String(error), at: Date.now() };
      throw error;
    } finally {
      this.#inHand.delete(handled);
    }
  }

  async stop(): Promise<void> {
    this.leave(this);
    await Promise.allSettled(this.#inHand);
  }

  trouble(): string | null {
    return this.#trouble !== null && Date.now() - this.#trouble.at < REMEMBERED_MS ? this.#trouble.why : null;
  }
}

/** Who listens to one stream, by group. */
export class Subscribers {
  readonly #groups = new Map<string, Member[]>();
  readonly #arrivals = new EventEmitter().setMaxListeners(0);
  #left = false;

  /** `required`: a message that nobody takes would be lost. */
  constructor(private readonly required: boolean) {}

  get none(): boolean {
    return this.#groups.size === 0;
  }

  add(group: string, handler: BatchHandler): Member {
    const member = new Member(handler, (leaving) => this.#remove(group, leaving));
    this.#groups.set(group, [...(this.#groups.get(group) ?? []), member]);
    this.#arrivals.emit('arrival');
    return member;
  }

  /** One member of each group: members of a group share the partitions. */
  ofPartition(partition: number): readonly Member[] {
    if (this.none && this.required) throw new Error('the subscriber has left: the application is stopping');
    return [...this.#groups.values()].map((members) => members[partition % members.length]!);
  }

  trouble(): string | null {
    for (const members of this.#groups.values()) {
      for (const member of members) if (member.trouble() !== null) return member.trouble();
    }
    return null;
  }

  /** @throws when nobody has come after `patienceMs`, or all have left. */
  async first(patienceMs: number): Promise<void> {
    if (!this.none) return;
    if (this.#left) throw new Error('the subscriber has left: the application is stopping');
    await once(this.#arrivals, 'arrival', { signal: AbortSignal.timeout(patienceMs) }).catch(() => {
      throw new Error(`nobody has subscribed within ${patienceMs} ms`);
    });
  }

  #remove(group: string, leaving: Member): void {
    const members = (this.#groups.get(group) ?? []).filter((member) => member !== leaving);
    if (members.length > 0) this.#groups.set(group, members);
    else this.#groups.delete(group);
    this.#left = true;
  }
}
