import {
  APOSTROPHE, ELLIPSIS, EXCLAMATION, FOLD_CODES, FOLD_TABLE, FULL_STOP, HYPHEN, INVISIBLE, LIGATURE_AE, LIGATURE_OE, LINE_FEED, QUESTION, SLASH, SYMBOL, UPPER,
} from './fold-table.js';
import { ALL_CAPITALS, CAPITALISED, FIRST_OF_SENTENCE, FIRST_OF_TURN, JOINED_TO_NEXT, MARK, NUMERIC, SLASH_TO_NEXT } from './token-stream.js';
import type { TokenStream } from './token-stream.js';
import { DIGITS, HASH_PRIME, HASH_SEED, UNKNOWN } from './vocabulary.js';
import type { Vocabulary } from './vocabulary.js';

/** [start, end) in UTF-16 units. */
export type Range = readonly [number, number];

/** Longer runs of letters are no word of any pattern. */
const LONGEST_WORD = 64;
const LAST_SLOT = LONGEST_WORD - 1;
/** A line shorter than this was ended by its writer, not by a mail program that wraps at 65 to 80 columns. */
const WRAPPED_LINE = 50;

const COMMA_CODE = 11;
const ABBREVIATIONS = new Set(
  'm mm mr mme mmes mlle mlles dr me st ste cf ex p art av bd tel env n no num ref max etc'.split(' '),
);

/**
 * Turns text into tokens in one pass: letters, digits, `€ $ £ %` and `? !` are words; apostrophes, hyphens and spaces part them. The text is copied
 * once into a reused buffer, each unit goes through the fold table, and the word's rolling hash finds its id.
 */
export class Scanner {
  private units = new Uint16Array(1 << 16);
  private bytes = Buffer.from(this.units.buffer);
  private readonly word = new Uint16Array(LONGEST_WORD);
  private readonly symbolIds: Int32Array;

  constructor(private readonly vocabulary: Vocabulary) {
    this.symbolIds = new Int32Array(0x10000);
    for (const sign of ['€', '$', '£', '%', '?', '!']) this.symbolIds[sign.charCodeAt(0)] = vocabulary.id(sign);
  }

  /** Appends one turn to the stream; only the given ranges of it are read (ascending, none overlapping). */
  scan(text: string, stream: TokenStream, ranges?: readonly Range[]): void {
    if (text.length > this.units.length) {
      this.units = new Uint16Array(text.length * 2);
      this.bytes = Buffer.from(this.units.buffer);
    }
    this.bytes.write(text, 'utf16le');
    stream.reserve(text.length + 1);
    const first = stream.count;
    if (ranges === undefined) this.scanRange(0, text.length, stream);
    else for (const [start, end] of ranges) this.scanRange(start, Math.min(end, text.length), stream);
    if (stream.count > first) stream.flags[first]! |= FIRST_OF_TURN;
    stream.closeTurn();
  }

  private scanRange(from: number, to: number, stream: TokenStream): void {
    const { units, word, vocabulary } = this;
    const { ids, starts, ends, flags } = stream;
    let count = stream.count;
    /** Flags the next token gets. */
    let pending = FIRST_OF_SENTENCE;
    let lineStart = from;
    let at = from;
    while (at < to) {
      const code = FOLD_CODES[units[at]!]!;
      if (code >= 0x3a || code === LIGATURE_OE || code === LIGATURE_AE) {
        // A word of letters. This loop sees nearly every character of every text: nothing in it that can wait.
        const start = at;
        let hash = HASH_SEED;
        let length = 0;
        let letter = code;
        for (;;) {
          if (letter >= 0x3a) {
            hash = Math.imul(hash ^ letter, HASH_PRIME);
            word[length & LAST_SLOT] = letter;
            length += 1;
          } else if (letter === LIGATURE_OE || letter === LIGATURE_AE) {
            const vowel = letter === LIGATURE_OE ? 0x6f : 0x61;
            hash = Math.imul(Math.imul(hash ^ vowel, HASH_PRIME) ^ 0x65, HASH_PRIME);
            word[length & LAST_SLOT] = vowel;
            word[(length + 1) & LAST_SLOT] = 0x65;
            length += 2;
          } else if (letter !== INVISIBLE) break;
          at += 1;
          if (at >= to) break;
          letter = FOLD_CODES[units[at]!]!;
        }
        ids[count] = length < LONGEST_WORD ? vocabulary.find(word, length, hash) : UNKNOWN;
        starts[count] = start;
        ends[count] = at;
        const first = units[start]!;
        // Small letters without accent come first and last; only what else there is can be a capital.
        const small = first >= 0x61 && first <= 0x7a;
        flags[count] = small || FOLD_TABLE[first]! < UPPER ? pending : pending | this.capitals(start, at);
        count += 1;
        pending = 0;
        // The commonest follower by far is a single space.
        if (at < to && units[at] === 0x20) at += 1;
        continue;
      }
      if (code >= 0x30) {
        const start = at;
        at = this.endOfNumber(at, to);
        ids[count] = this.numberId(start, at);
        starts[count] = start;
        ends[count] = at;
        flags[count] = pending | NUMERIC;
        count += 1;
        pending = 0;
        continue;
      }
      switch (code) {
        case APOSTROPHE:
        case HYPHEN: {
          // Joined only when a word stands on both sides.
          const next = at + 1 < to ? FOLD_CODES[units[at + 1]!]! : 0;
          if (count > stream.count && ends[count - 1] === at && (next >= 0x30 || next === LIGATURE_OE || next === LIGATURE_AE)) {
            flags[count - 1]! |= JOINED_TO_NEXT;
          }
          break;
        }
        case SLASH:
          if (count > stream.count && ends[count - 1] === at) flags[count - 1]! |= SLASH_TO_NEXT;
          break;
        case SYMBOL:
        case QUESTION:
        case EXCLAMATION: {
          const mark = code !== SYMBOL;
          // « ?! » closes one sentence, not two.
          const again = mark && count > stream.count && (flags[count - 1]! & MARK) !== 0;
          ids[count] = this.symbolIds[units[at]!]!;
          starts[count] = at;
          ends[count] = at + 1;
          flags[count] = (again ? 0 : pending) | (mark ? MARK : 0);
          count += 1;
          pending = mark ? FIRST_OF_SENTENCE : 0;
          break;
        }
        case ELLIPSIS:
          if (this.capitalFollows(at + 1, to)) pending = FIRST_OF_SENTENCE;
          break;
        case FULL_STOP:
          if (count > stream.count && pending === 0) {
            at = this.skipStops(at, to);
            if (this.stopEndsSentence(starts[count - 1]!, ends[count - 1]!, at, to)) pending = FIRST_OF_SENTENCE;
          }
          break;
        case LINE_FEED:
          if (at - lineStart < WRAPPED_LINE) pending = FIRST_OF_SENTENCE;
          lineStart = at + 1;
          break;
        default:
          break;
      }
      at += 1;
    }
    stream.count = count;
  }

  /** Flags of a word whose first letter is a capital. */
  private capitals(start: number, end: number): number {
    for (let at = start + 1; at < end; at += 1) {
      const entry = FOLD_TABLE[this.units[at]!]!;
      if (entry < UPPER && entry !== INVISIBLE) return CAPITALISED;
    }
    return CAPITALISED | ALL_CAPITALS;
  }

  private endOfNumber(from: number, to: number): number {
    const { units } = this;
    let at = from;
    while (at < to) {
      const unit = units[at]!;
      if (isDigit(unit)) at += 1;
      else if ((unit === 0x2e || unit === 0x2c) && at + 1 < to && isDigit(units[at + 1]!)) at += 2;
      else break;
    }
    return at;
  }

  private numberId(start: number, end: number): number {
    const length = end - start;
    if (length >= LONGEST_WORD) return DIGITS;
    let hash = HASH_SEED;
    for (let index = 0; index < length; index += 1) {
      const unit = this.units[start + index]!;
      const code = unit === 0x2c ? 0x2e : isDigit(unit) ? FOLD_TABLE[unit]! & 0xffff : unit;
      this.word[index] = code;
      hash = Math.imul(hash ^ code, HASH_PRIME);
    }
    const id = this.vocabulary.find(this.word, length, hash);
    return id === UNKNOWN ? DIGITS : id;
  }

  /** The last of a run of full stops. */
  private skipStops(from: number, to: number): number {
    let at = from;
    while (at + 1 < to && this.units[at + 1] === 0x2e) at += 1;
    return at;
  }

  private stopEndsSentence(wordStart: number, wordEnd: number, stop: number, to: number): boolean {
    if (this.units[stop - 1] === 0x2e) return this.capitalFollows(stop + 1, to);
    if (stop + 1 >= to) return true;
    const next = FOLD_TABLE[this.units[stop + 1]!]!;
    const code = next & 0xffff;
    if (code >= 0x30) return (next & UPPER) !== 0 && wordEnd - wordStart > 1;
    if (code === COMMA_CODE || code === SLASH || code === HYPHEN) return false;
    if (wordEnd - wordStart > 5) return true;
    let word = '';
    for (let index = wordStart; index < wordEnd; index += 1) word += String.fromCharCode(FOLD_TABLE[this.units[index]!]! & 0xffff);
    return !(wordEnd === stop && (ABBREVIATIONS.has(word) || (word.length === 1 && (FOLD_TABLE[this.units[wordStart]!]! & UPPER) !== 0)));
  }

  private capitalFollows(from: number, to: number): boolean {
    let at = from;
    while (at < to && at < from + 8 && (FOLD_TABLE[this.units[at]!]! & 0xffff) < 0x30) at += 1;
    return at >= to || (FOLD_TABLE[this.units[at]!]! & UPPER) !== 0;
  }
}

/** Any digit of the fold table that is one of the ten. */
const isDigit = (unit: number): boolean => {
  const code = FOLD_TABLE[unit]! & 0xffff;
  return code >= 0x30 && code <= 0x39;
};
