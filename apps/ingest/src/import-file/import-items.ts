import type { Interaction } from '#domain';
import type { JudgedInteraction } from '../publish-interactions/judged-interaction.js';
import { refuse, type Refused } from '../sources/refusal.js';
import type { ReadItem } from '../sources/source-reader.js';
import type { ImportProgress, ImportSummary, RefusedItem } from './import-summary.js';
import { Tally, type Origin } from './tally.js';

/** Publishes interactions and says what became of each, in order (InteractionPublisher.publish). */
export type Publish = (interactions: readonly Interaction[]) => Promise<readonly JudgedInteraction[]>;

export interface ImportOptions {
  readonly publish: Publish;
  /** After each chunk that was published, and at the end. */
  readonly onProgress?: (progress: ImportProgress) => void;
  readonly onRefused?: (refused: RefusedItem) => void;
}

/** A place among the items: `reached` is called once everything before it is taken in. */
export interface Mark {
  readonly kind: 'mark';
  readonly reached: () => void;
}

/** A chunk ends with either: one transaction at the other end, and a bound on memory. */
const CHUNK = { interactions: 200, characters: 4_000_000, marks: 1_000 } as const;

type Item = (ReadItem & { readonly file?: string }) | Mark;

interface Chunk {
  readonly interactions: { readonly interaction: Interaction; readonly origin: Origin }[];
  readonly marks: Mark[];
  characters: number;
}

const emptyChunk = (): Chunk => ({ interactions: [], marks: [], characters: 0 });

/**
 * Publishes what was read, in chunks; the next one is read while one is on its way, never more. One item refused does
 * not stop the others.
 * @throws what `publish` throws (StreamUnavailableError); the same import may then be run again from the start
 */
export async function importItems(items: AsyncIterable<Item> | Iterable<Item>, options: ImportOptions): Promise<ImportSummary> {
  const tally = new Tally(options.onRefused);
  let chunk = emptyChunk();
  let onItsWay: Promise<void> = Promise.resolve();
  const settle = async ({ interactions, marks }: Chunk): Promise<void> => {
    if (interactions.length > 0) {
      const judged = await options.publish(interactions.map(({ interaction }) => interaction));
      judged.forEach((one, i) => tally.count(one, interactions[i]!.origin));
    }
    for (const { reached } of marks) reached();
    options.onProgress?.(tally.progress());
  };
  const flush = async (): Promise<void> => {
    await onItsWay;
    onItsWay = settle(chunk);
    // Told at the next flush; until then it must not count as unhandled.
    onItsWay.catch(() => undefined);
    chunk = emptyChunk();
  };
  for await (const item of items) {
    if (item.kind === 'mark') chunk.marks.push(item);
    else if (item.kind === 'refused') tally.refuse(item, originOf(item));
    else if (item.startMissing === true) tally.refuse(missingStart(), originOf(item));
    else {
      chunk.interactions.push({ interaction: item.interaction, origin: originOf(item) });
      chunk.characters += item.interaction.turns.reduce((sum, { text }) => sum + text.length, 0);
    }
    if (chunk.interactions.length >= CHUNK.interactions || chunk.characters >= CHUNK.characters || chunk.marks.length >= CHUNK.marks) await flush();
  }
  await flush();
  await onItsWay;
  return tally.summary();
}

const originOf = ({ file, place, format }: ReadItem & { readonly file?: string }): Origin => ({ file, place, format });

const missingStart = (): Refused =>
  refuse(
    'missing_start',
    "Rien ne dit quand l'échange a eu lieu : ajoutez « startedAt » (par exemple 2026-09-07T09:12:00+02:00) aux métadonnées : la partie « metadata » d'un formulaire HTTP, ou un fichier du même nom terminé par .meta.json.",
  );
