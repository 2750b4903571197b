import type { AnalysisStore, StreamBatch } from '#domain';
import { log } from '#runtime';
import type { BatchPlace } from './record.step.js';

/**
 * The kept position skips records below it as done. When a topic was made anew its offsets begin again at 0, and
 * that fence would silently skip what was never seen: a position beyond the end of the topic tells. Such batches go
 * unfenced, which is safe: a known interaction is dropped by its revision, a dead letter may at worst be kept twice.
 */
export class Fence {
  /** Partition → the offset that this process expects next: nothing to ask while they follow one another. */
  readonly #next = new Map<string, bigint>();

  constructor(
    private readonly store: AnalysisStore,
    private readonly group: string,
  ) {}

  async placeOf(batch: StreamBatch): Promise<BatchPlace> {
    const { topic, partition, positioned, records, behind } = batch;
    const [first, last] = [records[0], records.at(-1)];
    if (!positioned || first === undefined || last === undefined || behind === undefined) return { topic, partition, positioned };
    const key = `${topic}/${partition}`;
    const next = this.#next.get(key);
    if (next === undefined || first.offset < next) {
      const kept = await this.store.position(this.group, topic, partition);
      const end = last.offset + 1n + BigInt(behind);
      if (kept !== null && kept > end) {
        log.warn('the kept position lies beyond the end of the topic, which must have been made anew: reading it all', {
          topic,
          partition,
          kept,
          end,
        });
        return { topic, partition, positioned: false };
      }
    }
    this.#next.set(key, last.offset + 1n);
    return { topic, partition, positioned };
  }
}
