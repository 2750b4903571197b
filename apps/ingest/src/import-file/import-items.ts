import type { Interaction } from '#domain';
import type { JudgedInteraction } from '../publish-interactions/judged-interaction.js';
import { refuse, type Refused } from '../sources/refusal.js';
import type { ReadItem } from '../sources/source-reader.js';
import { MAX_LISTED, type ImportProgress, type ImportSummary, type RefusedItem } from './import-summary.js';

/** Publishes interactions and says what became of each, in order (InteractionPublisher.publish). */
export type Publish = (interactions: readonly Interaction[]) => Promise<readonly JudgedInteraction[]>;

export interface ImportOptions {
  readonly publish: Publish;
  /** After each chunk that was published, and at the end. */
  readonly onProgress?: (progress: ImportProgress) => void;
  readonly onRefused?: (refused: RefusedItem) => void;
}

/** A chunk ends with either: one transaction at the other end, and a bound on memory. */
const CHUNK = { interactions: 200, characters: 4_000_000 } as const;

type Item = ReadItem & { readonly file?: string };

interface Origin {
  readonly file?: string;
  readonly place?: string;
}

/**
 * Publishes what was read, in chunks, each before more is read. One item refused does not stop the others.
 * @throws what `publish` throws (StreamUnavailableError); the same import may then be run again from the start
 */
export async function importItems(items: AsyncIterable<Item> | Iterable<Item>, options: ImportOptions): Promise<ImportSummary> {
  const tally = new Tally(options);
  let chunk: { interaction: Interaction; origin: Origin }[] = [];
  let characters = 0;
  const flush = async (): Promise<void> => {
    if (chunk.length === 0) return;
    const judged = await options.publish(chunk.map(({ interaction }) => interaction));
    judged.forEach((one, i) => tally.count(one, chunk[i]!.origin));
    chunk = [];
    characters = 0;
    options.onProgress?.(tally.progress());
  };
  for await (const item of items) {
    const { file, place } = item;
    if (item.kind === 'refused') tally.refuse(item, { file, place });
    else if (item.startMissing === true) tally.refuse(missingStart(), { file, place });
    else {
      chunk.push({ interaction: item.interaction, origin: { file, place } });
      characters += item.interaction.turns.reduce((sum, { text }) => sum + text.length, 0);
      if (chunk.length >= CHUNK.interactions || characters >= CHUNK.characters) await flush();
    }
  }
  await flush();
  options.onProgress?.(tally.progress());
  return tally.summary();
}

const missingStart = (): Refused =>
  refuse(
    'missing_start',
    "Rien ne dit quand l'échange a eu lieu : ajoutez « startedAt » (par exemple 2026-09-07T09:12:00+02:00) aux métadonnées : la partie « metadata » d'un formulaire HTTP, ou un fichier du même nom terminé par .meta.json.",
  );

class Tally {
  private accepted = 0;
  private duplicates = 0;
  private refusedCount = 0;
  private readonly refused: RefusedItem[] = [];

  constructor(private readonly options: Pick<ImportOptions, 'onRefused'>) {}

  count({ interaction, judgement }: JudgedInteraction, origin: Origin): void {
    if (judgement === 'accepted') this.accepted++;
    else if (judgement !== 'conflict') this.duplicates++;
    else {
      const what = `« ${interaction.source} / ${interaction.externalId} » est déjà connue en révision ${interaction.revision} avec un autre contenu`;
      this.refuse(refuse('id_conflict', `${what} : augmentez « revision » si elle a été corrigée, ou donnez un autre « externalId ».`), origin);
    }
  }

  refuse({ reason, detail }: Refused, { file, place }: Origin): void {
    const item: RefusedItem = { ...(file !== undefined && { file }), ...(place !== undefined && { place }), reason, detail };
    this.refusedCount++;
    if (this.refused.length < MAX_LISTED) this.refused.push(item);
    this.options.onRefused?.(item);
  }

  progress(): ImportProgress {
    return { accepted: this.accepted, duplicates: this.duplicates, refused: this.refusedCount };
  }

  summary(): ImportSummary {
    const { refused, ...counts } = this.progress();
    return { ...counts, refusedCount: refused, refused: this.refused };
  }
}
