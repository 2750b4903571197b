import type { JudgedInteraction } from '../publish-interactions/judged-interaction.js';
import { refuse, type Refused } from '../sources/refusal.js';
import { MAX_LISTED, type FormatCounts, type ImportProgress, type ImportSummary, type RefusedItem } from './import-summary.js';

/** Where an interaction or a refusal comes from. */
export interface Origin {
  readonly file?: string;
  readonly place?: string;
  readonly format?: string;
}

type Counts = { -readonly [Name in keyof ImportProgress]: number };

const NONE: ImportProgress = { accepted: 0, duplicates: 0, refused: 0 };

/** Counts what became of each interaction, in all and by format; bounded, whatever the import's size. */
export class Tally {
  private readonly all: Counts = { ...NONE };
  private readonly byFormat = new Map<string | null, Counts>();
  private readonly refused: RefusedItem[] = [];

  constructor(private readonly onRefused: ((refused: RefusedItem) => void) | undefined) {}

  count({ interaction, judgement }: JudgedInteraction, origin: Origin): void {
    if (judgement === 'erased') {
      this.refuse(refuse('erased', 'La personne a été effacée : rien n’en est repris. Faites-la effacer à la source aussi.'), origin);
      return;
    }
    if (judgement !== 'conflict') {
      this.add(origin, judgement === 'accepted' ? 'accepted' : 'duplicates');
      return;
    }
    const what = `« ${interaction.source} / ${interaction.externalId} » est déjà connue en révision ${interaction.revision} avec un autre contenu`;
    this.refuse(refuse('id_conflict', `${what} : augmentez « revision » si elle a été corrigée, ou donnez un autre « externalId ».`), origin);
  }

  refuse({ reason, detail }: Refused, origin: Origin): void {
    const { file, place, format } = origin;
    const item: RefusedItem = { ...(file !== undefined && { file }), ...(place !== undefined && { place }), ...(format !== undefined && { format }), reason, detail };
    this.add(origin, 'refused');
    if (this.refused.length < MAX_LISTED) this.refused.push(item);
    this.onRefused?.(item);
  }

  progress(): ImportProgress {
    return { ...this.all };
  }

  summary(): ImportSummary {
    const { refused, ...counts } = this.all;
    const formats = [...this.byFormat].map(([format, of]): FormatCounts => ({ format, ...of }));
    return { ...counts, refusedCount: refused, refused: this.refused, formats: formats.sort((a, b) => ((a.format ?? '~') < (b.format ?? '~') ? -1 : 1)) };
  }

  private add({ format = null }: { readonly format?: string | null }, what: keyof Counts): void {
    const of = this.byFormat.get(format) ?? { ...NONE };
    of[what]++;
    this.byFormat.set(format, of);
    this.all[what]++;
  }
}
