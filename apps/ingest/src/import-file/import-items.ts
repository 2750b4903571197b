import type { Interaction } from '#domain';
import type { JudgedInteraction } from '../publish-interactions/judged-interaction.js';
import { refuse, type Refused } from '../sources/refusal.js';
import type { ReadItem } from '../sources/source-reader.js';
import type { ImportProgress, ImportSummary, RefusedItem } from './import-summary.js';
import { ChunkSender, type Chunk } from './chunk-sender.js';
import type { Origin } from './tally.js';

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

const emptyChunk = (): Chunk => ({ interactions: [], marks: [], characters: 0 });

/**
 * Publishes what was read, in chunks, a few on their way at a time while the next is read: the other end then reads,
 * judges and writes at once. One item refused does not stop the others.
 * @throws what `publish` throws (StreamUnavailableError); the same import may then be run again from the start
 */
export async function importItems(items: AsyncIterable<Item> | Iterable<Item>, options: ImportOptions): Promise<ImportSummary> {
  const sending = new ChunkSender(options);
  try {
    return await importBy(sending, items);
  } finally {
    // Nobody goes on sending once this has returned or thrown.
    await sending.settled();
  }
}

async function importBy(sending: ChunkSender, items: AsyncIterable<Item> | Iterable<Item>): Promise<ImportSummary> {
  const { tally } = sending;
  let chunk = emptyChunk();
  const flush = async (): Promise<void> => {
    await sending.send(chunk);
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
  await sending.finish();
  return tally.summary();
}

const originOf = ({ file, place, format }: ReadItem & { readonly file?: string }): Origin => ({ file, place, format });

const missingStart = (): Refused =>
  refuse(
    'missing_start',
    "Rien ne dit quand l'échange a eu lieu : ajoutez « startedAt » (par exemple 2026-09-07T09:12:00+02:00) aux métadonnées : la partie « metadata » d'un formulaire HTTP, ou un fichier du même nom terminé par .meta.json.",
  );
