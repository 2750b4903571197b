import type { Interaction } from '#domain';
import type { ImportOptions, Mark } from './import-items.js';
import { Tally, type Origin } from './tally.js';

/** Interactions that travel together, and the marks behind them. */
export interface Chunk {
  readonly interactions: { readonly interaction: Interaction; readonly origin: Origin }[];
  readonly marks: Mark[];
  characters: number;
}

/** Chunks on their way at a time: a bound on memory, and on what a cut-off import sends again. */
const MOST_ON_THEIR_WAY = 3;

/**
 * Sends chunks, several at a time, and settles them in their order: a mark is reached once everything before it is taken in.
 * A chunk with another revision of what is on its way waits for it, so that what becomes of each does not hang on who is faster.
 */
export class ChunkSender {
  readonly tally: Tally;
  private readonly onTheirWay: { readonly keys: ReadonlySet<string>; readonly done: Promise<void> }[] = [];

  constructor(private readonly options: ImportOptions) {
    this.tally = new Tally(options.onRefused);
  }

  /** Resolves once there is room for another. @throws what became of an earlier one */
  async send(chunk: Chunk): Promise<void> {
    const keys = new Set(chunk.interactions.map(({ interaction }) => `${interaction.source}\0${interaction.externalId}`));
    const tooMany = this.onTheirWay.length - MOST_ON_THEIR_WAY;
    const together = this.onTheirWay.findLastIndex((other) => [...keys].some((key) => other.keys.has(key)));
    for (let waits = Math.max(tooMany, together) + 1; waits > 0; waits--) await this.first();
    const before = this.onTheirWay.at(-1)?.done;
    const done = this.settle(chunk, before);
    // Told when it is waited for; until then it must not count as unhandled.
    done.catch(() => undefined);
    this.onTheirWay.push({ keys, done });
  }

  /** @throws what became of any of them */
  async finish(): Promise<void> {
    while (this.onTheirWay.length > 0) await this.first();
  }

  /** Resolves once nothing is on its way, whatever became of it. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.onTheirWay.map(({ done }) => done));
  }

  private async first(): Promise<void> {
    await this.onTheirWay[0]!.done;
    this.onTheirWay.shift();
  }

  private async settle({ interactions, marks }: Chunk, before: Promise<void> | undefined): Promise<void> {
    const [judged] = await Promise.all([
      interactions.length === 0 ? [] : this.options.publish(interactions.map(({ interaction }) => interaction)),
      before,
    ]);
    judged.forEach((one, i) => this.tally.count(one, interactions[i]!.origin));
    for (const { reached } of marks) reached();
    this.options.onProgress?.(this.tally.progress());
  }
}
