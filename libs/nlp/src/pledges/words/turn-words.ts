import type { Channel } from '#domain';
import { type Lexicon, type Span, splitSentences, type Token, type TokenKind, tokenise } from '../../read/index.js';
import { PhraseHits } from './phrase-hits.js';
import { chatWords } from './spell-out.js';
import { type Word, wordOf } from './word.js';

export { FINITE } from './word.js';

/** What a speaker fills pauses with; it would come between a subject and its verb. */
const FILLERS = new Set(['euh', 'heu', 'euhh', 'hum', 'mmh', 'hein', 'quoi', 'bah', 'ben', 'beh', 'du coup']);
/** Said twice while the speaker looks for words: « et et », « je vais je vais ». « nous nous » and « vous vous » are French. */
const STUTTERED = new Set("et mais je j' on le la les de que qu' c' donc a avec pour dans sur par un une si ca il elle alors ce est vais va".split(' '));

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

function addParts(parts: Span[], start: number, end: number): void {
  for (let at = start; at < end; at += LONGEST_SENTENCE) parts.push({ start: at, end: Math.min(end, at + LONGEST_SENTENCE) });
}

/** Words of speech without any stop that are read together. */
const SPOKEN = 60;

/** No stop or line end before token `i`, and a clause after it that takes up what was said before it. */
function goesOn(text: string, tokens: readonly Token[], i: number): boolean {
  if (tokens[i - 1]!.kind !== 'word' || tokens[i]!.kind !== 'word' || text.slice(tokens[i - 1]!.end, tokens[i]!.start).includes('\n')) return false;
  if (WAITS.test(text.slice(Math.max(0, tokens[i]!.start - LOOKED_BACK), tokens[i]!.start))) return true;
  return TAKES_UP.test(text.slice(tokens[i]!.start, Math.min(text.length, tokens[i]!.start + TAKEN_UP)));
}

/** « les croquettes | on vous les fait livrer »: with a pronoun for what was said before the cut. */
const TAKES_UP = /^(?:je|on|nous|il|elle|ils|elles)\s+(?:n(?:e\s+|['’]))?(?:(?:vous|te|lui|leur)\s+)?(?:l[ae]s?\s+|l['’])/iu;
/** « dès que je l'ai au téléphone | je vous passe un coup de fil ». */
const WAITS = /(?:^|\s)(?:d[eè]s qu(?:e\s|['’])|lorsqu(?:e\s|['’])|une fois qu(?:e\s|['’]))[^?]*$/iu;
/** UTF-16 units. */
const LOOKED_BACK = 50;
/** UTF-16 units that it looks at. */
const TAKEN_UP = 24;

const LONGEST_WORD = 40;

/**
 * The words of a turn, spelt out: folded, chat abbreviations as the words they stand for (which share one place), signs
 * as they are. What the lexicon knows of a word is looked up when it is asked for. Ranges of words have exclusive ends.
 */
export class TurnWords {
  private readonly words: Word[] = [];
  private readonly tokens: Token[] = [];
  /** Every token, as it is written. */
  readonly written: readonly Token[];
  /** Of each token the word as it is written; undefined where it is none. */
  readonly writtenWords: readonly (Word | undefined)[];
  /** Sentences as ranges of words. */
  readonly sentences: readonly Span[];
  /** The nouns that were looked up (`nounAt`), by position; null: none stands there. */
  readonly nounsFound: (string | null)[] = [];
  private found: PhraseHits | undefined;

  constructor(readonly original: string, channel: Channel, private readonly lexicon: Lexicon) {
    const tokens = tokenise(original);
    this.written = tokens;
    const written: (Word | undefined)[] = [];
    const firstWord: number[] = [];
    for (let i = 0; i < tokens.length; i++) {
      firstWord.push(this.words.length);
      const word = wordOf(original.slice(tokens[i]!.start, tokens[i]!.end), lexicon);
      written.push(tokens[i]!.kind === 'word' ? word : undefined);
      this.add(tokens[i]!, word, channel);
    }
    this.writtenWords = written;
    firstWord.push(this.words.length);
    let at = 0;
    const sentences: Span[] = [];
    const isSpeech = channel === 'phone';
    const spans = splitSentences(original, tokens, { channel });
    for (let k = 0; k < spans.length; ) {
      const start = at;
      // Where speech was cut for its length only, clauses find their own ends.
      for (;;) {
        for (const { end } = spans[k++]!; at < tokens.length && tokens[at]!.start < end; ) at++;
        if (!isSpeech || k === spans.length || at - start >= SPOKEN || !goesOn(original, tokens, at)) break;
      }
      addParts(sentences, firstWord[start]!, Math.min(firstWord[at]!, this.words.length));
    }
    this.sentences = sentences;
  }

  get length(): number {
    return this.words.length;
  }

  /** Folded; '' outside the turn. */
  at(i: number): string {
    return this.words[i]?.text ?? '';
  }

  /** Inside the turn. */
  word(i: number): Word {
    return this.words[i]!;
  }

  kind(i: number): TokenKind | undefined {
    return this.tokens[i]?.kind;
  }

  /** As it is written; the standard spelling of a chat abbreviation. */
  form(i: number): string {
    return this.words[i]?.form ?? '';
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
    return this.kind(i) === 'word' ? this.words[i]!.flags : 0;
  }

  has(i: number, flags: number): boolean {
    return (this.flags(i) & flags) !== 0;
  }

  /** Lemmas of its readings as a verb, with their accents. */
  verbs(i: number): readonly string[] {
    return this.kind(i) === 'word' ? this.words[i]!.verbs : [];
  }

  /** Lemmas of its readings as a noun or adjective, with their accents. */
  nouns(i: number): readonly string[] {
    return this.kind(i) === 'word' ? this.words[i]!.nouns : [];
  }

  /** Every candidate lemma, with their accents. */
  lemmas(i: number): readonly string[] {
    return this.kind(i) === 'word' ? this.words[i]!.lemmas : [];
  }

  /** Is this word, in its range, one of these (folded)? */
  isAny(i: number, set: { has(word: string): boolean }): boolean {
    return i >= 0 && i < this.words.length && set.has(this.words[i]!.text);
  }

  /** Do these words (folded, apart by spaces) stand at `i`? */
  says(i: number, phrase: string): boolean {
    const first = this.words[i]?.text;
    if (first === undefined || !phrase.startsWith(first)) return false;
    const parts = partsOf(phrase);
    for (let k = 0; k < parts.length; k++) if (this.words[i + k]?.text !== parts[k]) return false;
    return true;
  }

  /** Where the phrases of a table stand (`Phrases`). */
  hits(table: number): readonly number[] {
    return (this.found ??= new PhraseHits(this.words)).of(table);
  }

  private add(token: Token, word: Word, channel: Channel): void {
    if (token.kind !== 'word' || channel !== 'chat' || word.form.length > LONGEST_WORD) this.push(word, token);
    else for (const one of chatWords(word, this.lexicon)) this.push(one, token);
  }

  private push(word: Word, token: Token): void {
    const { text } = word;
    if (FILLERS.has(text)) return;
    if (STUTTERED.has(text)) this.dropStutter(text);
    this.words.push(word);
    this.tokens.push(token);
  }

  private dropStutter(text: string): void {
    const last = this.words.length - 1;
    const before = this.at(last);
    if (before === text) this.drop(1);
    else if (STUTTERED.has(before) && this.at(last - 1) === text && this.at(last - 2) === before) this.drop(2);
  }

  private drop(count: number): void {
    this.words.length -= count;
    this.tokens.length -= count;
  }
}
