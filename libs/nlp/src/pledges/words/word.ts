import { ACT_NOUNS } from '../lexicon/act-nouns.js';
import { isTimeWord } from '../deadlines/time-words.js';
import type { PhraseNode } from './phrase-hits.js';
import { beginsNumber } from './number-atoms.js';
import { foldWord, type Lexicon, type WordAnalysis, WordFlag } from '../../read/index.js';

export const FINITE = WordFlag.first | WordFlag.tu | WordFlag.third | WordFlag.nous | WordFlag.vous;
const VERBAL = FINITE | WordFlag.infinitive | WordFlag.presentParticiple | WordFlag.pastParticiple | WordFlag.imperative;
const LONGEST_WORD = 40;
const AGAIN = /^(re|ré)(\p{L}{4,})$/u;
/** « règlera », « cèderez »: futures and conditionals as rectified in 1990, which the lexicon has with é. */
const AS_RECTIFIED = /è(?=[^aeiouyéè]{1,3}er(?:ai|as|a|ons|ez|ont|ais|ait|ions|iez|aient)$)/u;
const BEGINS_NUMBER = 1;
const TELLS_TIME = 2;
const BEGINS_ACT_NOUN = 4;
const NONE: readonly string[] = [];

/** A form with what the lexicon knows of it, each thing looked up when it is first asked for. */
export class Word {
  /** What it stands for in a chat (`chatWords`). */
  inChat: readonly Word[] | undefined;
  /** Where phrases that begin with it go on (`PhraseHits`); null: none does. */
  phrases: PhraseNode | null | undefined;
  /** What it may tell in a gist (`gist/word-marks.ts`); -1: not looked up. */
  gistMarks = -1;
  private knownFlags = -1;
  private knownSpelling = -1;
  private knownVerbs: readonly string[] | undefined;
  private knownNouns: readonly string[] | undefined;
  private knownNounForms: readonly string[] | undefined;
  private knownLemmas: readonly string[] | undefined;
  private knownAnalyses: readonly WordAnalysis[] | undefined;

  private knownMarks = -1;

  /** @param text folded  @param form as it is written, or the standard spelling of a chat abbreviation */
  constructor(readonly text: string, readonly form: string, private readonly lexicon: Lexicon) {}

  /** All `WordFlag`s of its readings. */
  get flags(): number {
    if (this.knownFlags < 0) this.knownFlags = this.analyses.reduce((all, found) => all | found.flags, 0);
    return this.knownFlags;
  }

  /** The same of the form as it is spelt only: « recrédite » has none. */
  get spelling(): number {
    if (this.knownSpelling < 0) this.knownSpelling = this.lexicon.analyses(this.form).reduce((all, found) => all | found.flags, 0);
    return this.knownSpelling;
  }

  /** Lemmas of its readings as a verb, with their accents. */
  get verbs(): readonly string[] {
    return (this.knownVerbs ??= (this.flags & VERBAL) === 0 ? NONE : this.analyses.filter(({ flags }) => (flags & VERBAL) !== 0).map(({ lemma }) => lemma));
  }

  /** Lemmas of its readings as a noun or adjective, with their accents. */
  get nouns(): readonly string[] {
    return (this.knownNouns ??= this.analyses.filter(({ flags }) => (flags & (WordFlag.nominal | WordFlag.invariable)) !== 0).map(({ lemma }) => lemma));
  }

  /** The same folded, after the word itself; each once. */
  get nounForms(): readonly string[] {
    return (this.knownNounForms ??= [...new Set([this.text, ...this.nouns.map(foldWord)])]);
  }

  /** Every candidate lemma, with their accents. */
  get lemmas(): readonly string[] {
    return (this.knownLemmas ??= this.lexicon.lemmas(this.form));
  }

  /** A number said in words or written may begin with it. */
  get beginsNumber(): boolean {
    return (this.marks & BEGINS_NUMBER) !== 0;
  }

  /** It tells a time, or a part of one: « demain », « mars », « trois », « 14 ». */
  get tellsTime(): boolean {
    return (this.marks & TELLS_TIME) !== 0;
  }

  /** A noun of `ACT_NOUNS` may begin with it. */
  get beginsActNoun(): boolean {
    return (this.marks & BEGINS_ACT_NOUN) !== 0;
  }

  private get marks(): number {
    if (this.knownMarks < 0) {
      const isNumber = beginsNumber(this.text);
      this.knownMarks = (isNumber ? BEGINS_NUMBER : 0) | (isNumber || isTimeWord(this.text) ? TELLS_TIME : 0) | (this.nounForms.some((form) => ACT_NOUNS.has(form)) ? BEGINS_ACT_NOUN : 0);
    }
    return this.knownMarks;
  }

  private get analyses(): readonly WordAnalysis[] {
    return (this.knownAnalyses ??= this.analyse());
  }

  /** « recrédite » is what « crédite » is, once more. */
  private analyse(): readonly WordAnalysis[] {
    const { form, lexicon } = this;
    const own = lexicon.analyses(form);
    const found = own.length > 0 || !form.includes('è') || form.length > LONGEST_WORD ? own : lexicon.analyses(form.replace(AS_RECTIFIED, 'é'));
    const again = found.length === 0 && form.length < LONGEST_WORD ? AGAIN.exec(form) : null;
    if (again === null) return found;
    return lexicon.analyses(again[2]!).filter(({ flags }) => (flags & VERBAL) !== 0).map((one) => ({ ...one, flags: one.flags & VERBAL, lemma: `ré${one.lemma}`.replace(/^ré(?=[^aeiouyéèê])/, again[1]!) }));
  }
}

/** Bounded: text decides what is asked, and hostile text would fill any memory. */
const MOST_WORDS = 20_000;
const known = new Map<string, Word>();

/** The word of a form; most forms come again and again. A form that is longer than any word is taken as it is. */
export function wordOf(form: string, lexicon: Lexicon): Word {
  const found = known.get(form);
  if (found !== undefined) return found;
  if (form.length > LONGEST_WORD) return new Word(form, form, lexicon);
  const word = new Word(foldWord(form), form, lexicon);
  if (known.size >= MOST_WORDS) known.clear();
  known.set(form, word);
  return word;
}
