import { SMALL, TENS } from './number-atoms.js';
import type { TurnWords } from './turn-words.js';

const LONGEST = 12;

/** A number as said or written, and the position of the word after it. */
export interface ReadNumber {
  readonly value: number;
  readonly end: number;
}

/**
 * The number that starts at word `i`: digits (« 1 250,00 », « 48 ») or words (« quatre-vingt-dix », « mille deux cent »,
 * « vingt et un », with or without hyphens); undefined when there is none. Dates, times and ranges (« 12/04 ») are no numbers.
 */
export function readNumber(words: TurnWords, i: number, end: number): ReadNumber | undefined {
  if (i < 0 || i >= end || i >= words.length || !words.word(i).beginsNumber) return undefined;
  const first = words.at(i);
  if (words.kind(i) === 'number') {
    const value = numericValue(first);
    return value === undefined ? undefined : { value, end: i + 1 };
  }
  return first === 'premier' ? { value: 1, end: i + 1 } : ordinal(first, i) ?? readWords(words, i, end);
}

/** « 1er », « 1ere ». */
const ordinal = (text: string, i: number): ReadNumber | undefined => (/^1(?:er|ere)$/.test(text) ? { value: 1, end: i + 1 } : undefined);

/** French notation: spaces or points between thousands, comma (or a point before one or two digits) for decimals. */
export function numericValue(text: string): number | undefined {
  const bare = text.replace(/[\s\u00a0\u202f\u2009]/g, '');
  if (/^\d{1,9}$/.test(bare)) return Number(bare);
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?$/.test(bare)) return Number(bare.replaceAll('.', '').replace(',', '.'));
  return /^\d{1,9}[.,]\d{1,2}$/.test(bare) ? Number(bare.replace(',', '.')) : undefined;
}

/** Does a number said in words begin with this word? */
export const isNumberWord = (word: string): boolean => SMALL.has(word) || TENS.has(word) || /^(?:cent|mille|vingt|trente|quarante|cinquante|soixante|quatre)/.test(word);

function readWords(words: TurnWords, start: number, limit: number): ReadNumber | undefined {
  const sum = new NumberSum();
  let end = start;
  for (let i = start; i < limit && i < start + LONGEST; i++) {
    const text = words.at(i);
    if (text === 'et') {
      if (i === start || !sum.takesOneAfterEt() || !/^(?:une?|onze)$/.test(i + 1 < limit ? words.at(i + 1) : '')) break;
      continue;
    }
    if (text.length > 40 || !text.split('-').every((atom) => atom === 'et' || sum.add(atom))) break;
    end = i + 1;
  }
  return end === start ? undefined : { value: sum.value, end };
}

/** Sums up number words as French puts them together. */
class NumberSum {
  private thousands = 0;
  private below = 0;
  private last = -1;

  get value(): number {
    return this.thousands + this.below;
  }

  /** « vingt et un », « soixante et onze ». */
  takesOneAfterEt(): boolean {
    return this.last >= 20 && this.last <= 60;
  }

  /** False when the word cannot go on with the number, which then ends before it. */
  add(atom: string): boolean {
    const small = SMALL.get(atom);
    const tens = TENS.get(atom);
    if (small !== undefined) return this.addSmall(small);
    if (tens === 20 && this.last === 4 && this.below % 100 === 4) return this.set(this.below + 76, 80);
    if (tens !== undefined) return this.below % 100 === 0 && this.last !== 0 && this.set(this.below + tens, tens);
    if (/^cents?$/.test(atom)) return this.addHundred();
    if (atom === 'mille') return this.thousands === 0 && this.setThousands();
    return false;
  }

  private addSmall(small: number): boolean {
    const { last } = this;
    if (last < 0 || last >= 100) return this.below % 100 === 0 && this.set(this.below + small, small);
    if (last === 10) return small >= 7 && small <= 9 && this.set(this.below + small, 17);
    if (last === 60 || last === 80) return small > 0 && this.set(this.below + small, small === 10 ? 10 : 19);
    return last >= 20 && last < 100 && small > 0 && small < 10 && this.set(this.below + small, 19);
  }

  private addHundred(): boolean {
    if (this.below > 9 || this.below === 1) return false;
    return this.set((this.below || 1) * 100, 100);
  }

  private setThousands(): boolean {
    this.thousands = (this.below || 1) * 1000;
    return this.set(0, 1000);
  }

  private set(below: number, last: number): boolean {
    this.below = below;
    this.last = last;
    return true;
  }
}
