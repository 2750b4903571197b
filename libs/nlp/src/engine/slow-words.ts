import { FOLD_CODES, FOLD_TABLE, INVISIBLE, LIGATURE_AE, LIGATURE_OE } from './fold-table.js';
import type { TokenSets } from './token-sets.js';
import { DIGITS, HASH_PRIME, HASH_SEED, UNKNOWN } from './vocabulary.js';

/** Longer runs of letters are no word of any pattern. */
const LONGEST_WORD = 64;
const LAST_SLOT = LONGEST_WORD - 1;

/** The words that the scanner cannot take four letters at a time: long ones, ligatures, other alphabets, invisible marks; and numbers. */
export class SlowWords {
  /** The class of the last word read. */
  found = 0;
  private readonly letters = new Uint16Array(LONGEST_WORD);

  constructor(private readonly sets: TokenSets) {}

  /** Reads the word at `start`, letter by letter; returns its end. */
  word(units: Uint16Array, start: number, to: number): number {
    const { letters, sets } = this;
    let hash = HASH_SEED;
    let length = 0;
    let at = start;
    for (; at < to; at += 1) {
      const letter = FOLD_CODES[units[at]!]!;
      if (letter >= 0x3a) {
        hash = Math.imul(hash ^ letter, HASH_PRIME);
        letters[length & LAST_SLOT] = letter;
        length += 1;
      } else if (letter === LIGATURE_OE || letter === LIGATURE_AE) {
        const vowel = letter === LIGATURE_OE ? 0x6f : 0x61;
        hash = Math.imul(Math.imul(hash ^ vowel, HASH_PRIME) ^ 0x65, HASH_PRIME);
        letters[length & LAST_SLOT] = vowel;
        letters[(length + 1) & LAST_SLOT] = 0x65;
        length += 2;
      } else if (letter !== INVISIBLE) break;
    }
    this.found = sets.classes[length < LONGEST_WORD ? sets.vocabulary.find(letters, length, hash) : UNKNOWN]!;
    return at;
  }

  /** Reads the number at `start`: digits, with a comma or full stop between two of them; returns its end. */
  number(units: Uint16Array, start: number, to: number): number {
    const end = endOfNumber(units, start, to);
    this.found = this.numberClass(units, start, end);
    return end;
  }

  private numberClass(units: Uint16Array, start: number, end: number): number {
    const { classes, vocabulary } = this.sets;
    const length = end - start;
    if (length >= LONGEST_WORD) return classes[DIGITS]!;
    let hash = HASH_SEED;
    for (let index = 0; index < length; index += 1) {
      const unit = units[start + index]!;
      const code = unit === 0x2c ? 0x2e : isDigit(unit) ? FOLD_TABLE[unit]! & 0xffff : unit;
      this.letters[index] = code;
      hash = Math.imul(hash ^ code, HASH_PRIME);
    }
    const id = vocabulary.find(this.letters, length, hash);
    return classes[id === UNKNOWN ? DIGITS : id]!;
  }
}

function endOfNumber(units: Uint16Array, from: number, to: number): number {
  let at = from;
  while (at < to) {
    const unit = units[at]!;
    if (isDigit(unit)) at += 1;
    else if ((unit === 0x2e || unit === 0x2c) && at + 1 < to && isDigit(units[at + 1]!)) at += 2;
    else break;
  }
  return at;
}

/** Any digit of the fold table that is one of the ten. */
const isDigit = (unit: number): boolean => {
  const code = FOLD_TABLE[unit]! & 0xffff;
  return code >= 0x30 && code <= 0x39;
};
