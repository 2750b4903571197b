import { foldWord } from './fold.js';
import { FUNCTION_LEMMAS } from './function-words.js';
import { guessLemmas } from './guess-lemmas.js';
import { readLexiconFile, type LexiconFile } from './lexicon-file.js';

/** What a form is to its lemma; several may hold at once. Kept in step with tools/lexicon/french.mjs. */
export const WordFlag = {
  nominal: 1, infinitive: 2, presentParticiple: 4, pastParticiple: 8,
  first: 16, tu: 32, third: 64, nous: 128, vous: 256, imperative: 512, invariable: 1024,
} as const;

export interface Analysis {
  /** As the lexicon spells it, with its accents. */
  readonly form: string;
  readonly lemma: string;
  /** A sum of `WordFlag`. */
  readonly flags: number;
}

const BLOCK = 16;
const MEMORY = 20_000;

/** French forms and lemmas. Looking a word up is exact on accents where it can be, else blind to them. */
export class Lexicon {
  private readonly seen = new Map<string, readonly Analysis[]>();
  private readonly seenLemmas = new Map<string, readonly string[]>();

  constructor(private readonly file: LexiconFile) {}

  /**
   * Candidate lemmas of a form, likeliest spelling first: those of the form as it is spelt, or, when French has no such
   * form, those of every form that folds alike (« etes » → être, « PECHE » → pêche, pêcher, péché …). A word
   * with a capital may also be a name, its own lemma. Never empty: an unknown word gets itself and its singular (`knows` tells).
   */
  lemmas(form: string): readonly string[] {
    const seen = this.seenLemmas.get(form);
    if (seen) return seen;
    const found = this.analyses(form).map(({ lemma }) => lemma);
    const spelt = /oe/i.test(form) ? found.map((lemma) => lemma.replace('œ', 'oe')) : [];
    const listed = FUNCTION_LEMMAS.get(form.toLowerCase().replaceAll('’', "'")) ?? [];
    const known = [...listed, ...found, ...spelt];
    const name = /^\p{Lu}/u.test(form) ? [form] : [];
    const lemmas = [...new Set([...(known.length > 0 ? known : guessLemmas(form)), ...name])];
    return remember(this.seenLemmas, form, lemmas);
  }

  /** Is the form, accents aside, a French word? */
  knows(form: string): boolean {
    return FUNCTION_LEMMAS.has(form.toLowerCase()) || this.foldedAnalyses(form).length > 0;
  }

  /**
   * Every inflected form of a lemma, the lemma itself included, as the lexicon spells them; empty when unknown. Of a lemma
   * that is a verb, the verb's forms only: « pouvoirs » and « êtres » are other words.
   */
  forms(lemma: string): readonly string[] {
    const id = this.lemmaId(lemma);
    if (id < 0) return [];
    const found: Analysis[] = [];
    for (let i = this.file.formsAt[id]!; i < this.file.formsAt[id + 1]!; i++) {
      for (const analysis of this.record(this.file.forms[i]!).analyses) if (analysis.lemma === lemma) found.push(analysis);
    }
    const isVerb = found.some(({ flags }) => (flags & WordFlag.infinitive) !== 0);
    const kept = isVerb ? found.filter(({ flags }) => (flags & ~(WordFlag.nominal | WordFlag.invariable)) !== 0) : found;
    return [...new Set(kept.map(({ form }) => form))];
  }

  /** The readings of a form spelt this way, or else of all that fold alike. */
  analyses(form: string): readonly Analysis[] {
    const known = this.seen.get(form);
    if (known) return known;
    const all = this.foldedAnalyses(form);
    const typographic = form.replaceAll('’', "'");
    const exact = all.filter((found) => found.form === typographic);
    const lower = typographic.toLowerCase();
    const cased = exact.length > 0 && form !== lower ? [...exact, ...all.filter((found) => found.form === lower)] : exact;
    const chosen = cased.length > 0 ? cased : all.filter((found) => found.form === lower);
    return remember(this.seen, form, chosen.length > 0 ? chosen : all);
  }

  /** The readings of every form that folds like this one, accents and case ignored. */
  foldedAnalyses(form: string): readonly Analysis[] {
    const key = foldWord(form);
    const number = this.find(key);
    return number < 0 ? [] : this.record(number).analyses;
  }

  private lemmaAt(id: number): string {
    return this.file.lemmas.toString('utf8', this.file.lemmaAt[id], this.file.lemmaAt[id + 1]);
  }

  /** Lemmas are sorted by UTF-16 units. */
  private lemmaId(lemma: string): number {
    let low = 0;
    let high = this.file.lemmaAt.length - 2;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.lemmaAt(middle);
      if (found === lemma) return middle;
      if (found < lemma) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /** The number of a folded key, or -1. */
  private find(key: string): number {
    let low = 0;
    let high = this.file.blocks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.head(middle) <= key) low = middle;
      else high = middle - 1;
    }
    const reader = new RecordReader(this.file, this.file.blocks[low]!);
    const end = Math.min(low * BLOCK + BLOCK, this.file.keyCount);
    for (let number = low * BLOCK; number < end; number++) {
      const found = reader.key();
      if (found === key) return number;
      if (found > key) return -1;
      reader.skip();
    }
    return -1;
  }

  private head(block: number): string {
    return new RecordReader(this.file, this.file.blocks[block]!).key();
  }

  private record(number: number): { key: string; analyses: Analysis[] } {
    const block = Math.floor(number / BLOCK);
    const reader = new RecordReader(this.file, this.file.blocks[block]!);
    for (let i = block * BLOCK; i < number; i++) {
      reader.key();
      reader.skip();
    }
    const key = reader.key();
    const analyses = reader.analyses().map(({ form, lemma, flags }) => ({ form: form || key, lemma: this.lemmaAt(lemma), flags }));
    return { key, analyses };
  }
}

/** Reads front-coded records one after the other. */
class RecordReader {
  private last = '';

  constructor(private readonly file: LexiconFile, private at: number) {}

  key(): string {
    const shared = this.varint();
    this.last = this.last.slice(0, shared) + this.text('latin1');
    return this.last;
  }

  analyses(): { form: string; lemma: number; flags: number }[] {
    return Array.from({ length: this.varint() }, () => ({ form: this.text('utf8'), lemma: this.varint(), flags: this.varint() }));
  }

  skip(): void {
    for (let left = this.varint(); left > 0; left--) {
      const length = this.varint();
      this.at += length;
      this.varint();
      this.varint();
    }
  }

  private text(encoding: 'latin1' | 'utf8'): string {
    const length = this.varint();
    const start = this.at;
    this.at += length;
    return length === 0 ? '' : this.file.keys.toString(encoding, start, this.at);
  }

  private varint(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.file.keys[this.at++]!;
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  }
}

/** Bounded: text decides what is asked, and hostile text would fill any memory. */
function remember<T>(memory: Map<string, T>, key: string, value: T): T {
  if (memory.size >= MEMORY) memory.clear();
  if (key.length <= 64) memory.set(key, value);
  return value;
}

let loaded: Lexicon | undefined;

/** The lexicon, read once per process (about 10 ms). Throws `LexiconMissingError` before the first build. */
export function loadLexicon(): Lexicon {
  loaded ??= new Lexicon(readLexiconFile());
  return loaded;
}
