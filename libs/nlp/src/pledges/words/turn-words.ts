import type { Channel } from '#domain';
import { CHAT_SPELLINGS, foldWord, type Lexicon, type Span, splitSentences, standardSpelling, type Token, type TokenKind, tokenise, type WordAnalysis, WordFlag } from '../../read/index.js';

export const FINITE = WordFlag.first | WordFlag.tu | WordFlag.third | WordFlag.nous | WordFlag.vous;
const VERBAL = FINITE | WordFlag.infinitive | WordFlag.presentParticiple | WordFlag.pastParticiple | WordFlag.imperative;
const LONGEST_WORD = 40;
const AGAIN = /^(re|ré)(\p{L}{4,})$/u;
/** Letters that stand for two words in a chat: « c validé ». */
const LETTERS = new Set(['c', 'g', 't']);
/** What a speaker fills pauses with; it would come between a subject and its verb. */
const FILLERS = new Set(['euh', 'heu', 'euhh', 'hum', 'mmh', 'hein', 'quoi', 'bah', 'ben', 'beh', 'du coup']);
/** Said twice while the speaker looks for words: « et et », « je vais je vais ». « nous nous » and « vous vous » are French. */
const STUTTERED = new Set("et mais je j' on le la les de que qu' c' donc a avec pour dans sur par un une si ca il elle alors ce est vais va".split(' '));
/** « jvous envoie », « jle rappelle ». */
const FUSED_PRONOUNS = /^j(vous|te|le|la|les|lui|leur|ne|y|en)$/;

const phrases = new Map<string, readonly string[]>();

/** The words of a phrase of our own tables, split once. */
function partsOf(phrase: string): readonly string[] {
  let parts = phrases.get(phrase);
  if (parts === undefined) {
    parts = phrase.split(' ');
    phrases.set(phrase, parts);
  }
  return parts;
}

/** No sentence is this long: what is cut here was never one, and every step after may look at a whole sentence. */
const LONGEST_SENTENCE = 250;

function inParts(start: number, end: number): Span[] {
  const parts: Span[] = [];
  for (let at = start; at < end; at += LONGEST_SENTENCE) parts.push({ start: at, end: Math.min(end, at + LONGEST_SENTENCE) });
  return parts;
}

/**
 * The words of a turn, spelt out: folded, chat abbreviations as the words they stand for (which share one place), signs
 * as they are. What the lexicon knows of a word is looked up when it is asked for. Ranges of words have exclusive ends.
 */
export class TurnWords {
  private readonly texts: string[] = [];
  private readonly forms: string[] = [];
  private readonly tokens: Token[] = [];
  private readonly flagsOf: number[] = [];
  /** Every token, as it is written. */
  readonly written: readonly Token[];
  /** Sentences as ranges of words. */
  readonly sentences: readonly Span[];

  constructor(readonly original: string, channel: Channel, private readonly lexicon: Lexicon) {
    const tokens = tokenise(original);
    this.written = tokens;
    const firstWord: number[] = [];
    for (const token of tokens) {
      firstWord.push(this.texts.length);
      this.add(token, channel);
    }
    firstWord.push(this.texts.length);
    let at = 0;
    this.sentences = splitSentences(original, tokens, { channel }).flatMap(({ end }) => {
      const start = at;
      while (at < tokens.length && tokens[at]!.start < end) at++;
      return inParts(firstWord[start]!, Math.min(firstWord[at]!, this.texts.length));
    });
  }

  get length(): number {
    return this.texts.length;
  }

  /** Folded; '' outside the turn. */
  at(i: number): string {
    return this.texts[i] ?? '';
  }

  kind(i: number): TokenKind | undefined {
    return this.tokens[i]?.kind;
  }

  /** As it is written; the standard spelling of a chat abbreviation. */
  form(i: number): string {
    return this.forms[i] ?? '';
  }

  /** The first word that ends after a UTF-16 offset. */
  indexAt(offset: number): number {
    let low = 0;
    let high = this.tokens.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.tokens[middle]!.end > offset) high = middle;
      else low = middle + 1;
    }
    return Math.min(low, this.tokens.length - 1);
  }

  /** UTF-16 offsets of a range of words in the original text. */
  span(from: number, to: number): Span {
    return { start: this.tokens[from]!.start, end: this.tokens[to - 1]!.end };
  }

  /** All `WordFlag`s of its readings. */
  flags(i: number): number {
    let flags = this.flagsOf[i];
    if (flags === undefined) {
      flags = this.kind(i) === 'word' ? this.analyses(i).reduce((all, found) => all | found.flags, 0) : 0;
      this.flagsOf[i] = flags;
    }
    return flags;
  }

  has(i: number, flags: number): boolean {
    return (this.flags(i) & flags) !== 0;
  }

  /** Lemmas of its readings as a verb, with their accents. */
  verbs(i: number): readonly string[] {
    return this.has(i, VERBAL) ? this.analyses(i).filter(({ flags }) => (flags & VERBAL) !== 0).map(({ lemma }) => lemma) : [];
  }

  /** Lemmas of its readings as a noun or adjective, with their accents. */
  nouns(i: number): readonly string[] {
    return this.kind(i) === 'word' ? this.analyses(i).filter(({ flags }) => (flags & (WordFlag.nominal | WordFlag.invariable)) !== 0).map(({ lemma }) => lemma) : [];
  }

  /** Every candidate lemma, with their accents. */
  lemmas(i: number): readonly string[] {
    return this.kind(i) === 'word' ? this.lexicon.lemmas(this.form(i)) : [];
  }

  /** « recrédite » is what « crédite » is, once more. */
  private analyses(i: number): readonly WordAnalysis[] {
    const form = this.form(i);
    const found = this.lexicon.analyses(form);
    const again = found.length === 0 && form.length < LONGEST_WORD ? AGAIN.exec(form) : null;
    if (again === null) return found;
    return this.lexicon.analyses(again[2]!).filter(({ flags }) => (flags & VERBAL) !== 0).map((one) => ({ ...one, flags: one.flags & VERBAL, lemma: `ré${one.lemma}`.replace(/^ré(?=[^aeiouyéèê])/, again[1]!) }));
  }

  /** Is this word, in its range, one of these (folded)? */
  isAny(i: number, set: { has(word: string): boolean }): boolean {
    return i >= 0 && i < this.texts.length && set.has(this.texts[i]!);
  }

  /** Do these words (folded, apart by spaces) stand at `i`? */
  says(i: number, phrase: string): boolean {
    const parts = partsOf(phrase);
    for (let k = 0; k < parts.length; k++) if (this.texts[i + k] !== parts[k]) return false;
    return true;
  }

  private add(token: Token, channel: Channel): void {
    const form = this.original.slice(token.start, token.end);
    if (form.length > LONGEST_WORD) return this.push(form, form, token);
    const folded = foldWord(form);
    const spelt = token.kind === 'word' && channel === 'chat' ? this.spellOut(folded, form) : undefined;
    if (spelt === undefined) this.push(folded, form, token);
    else for (const word of spelt) this.push(foldWord(word), word, token);
  }

  private push(text: string, form: string, token: Token): void {
    if (FILLERS.has(text)) return;
    const last = this.texts.length - 1;
    if (STUTTERED.has(text) && this.texts[last] === text) this.drop(1);
    else if (STUTTERED.has(text) && this.texts[last - 1] === text && this.texts[last - 2] === this.texts[last] && STUTTERED.has(this.texts[last]!)) this.drop(2);
    this.texts.push(text);
    this.forms.push(form);
    this.tokens.push(token);
  }

  private drop(count: number): void {
    for (const list of [this.texts, this.forms, this.tokens]) list.length -= count;
  }

  private spellOut(folded: string, form: string): readonly string[] | undefined {
    if (LETTERS.has(folded)) return CHAT_SPELLINGS.get(folded);
    const pronoun = FUSED_PRONOUNS.exec(folded)?.[1];
    if (pronoun !== undefined) return ['je', pronoun];
    const known = this.lexicon.analyses(form);
    const spelt = CHAT_SPELLINGS.get(folded);
    // « ds » is also an acronym.
    if (spelt !== undefined && !known.some((found) => found.form === form)) return spelt;
    return known.length > 0 || this.lexicon.knows(form) ? undefined : standardSpelling(folded, this.lexicon);
  }
}
