import { addTable } from '../words/phrase-hits.js';
import type { TurnWords } from '../words/turn-words.js';

/** Phrases of folded words, looked for in every turn together with those of all other tables. */
export class Phrases {
  private readonly table: number;

  /** One per line or apart by `|`. */
  constructor(table: string) {
    this.table = addTable(table.split(/[|\n]/).map((phrase) => phrase.trim().split(' ')).filter(([first]) => first !== ''));
  }

  /** The position of the first of them that lies in the range, or -1. */
  find(words: TurnWords, start: number, end: number): number {
    const hits = words.hits(this.table);
    for (let at = firstFrom(hits, start); at < hits.length && hits[at]! < end; at += 2) if (hits[at + 1]! <= end) return hits[at]!;
    return -1;
  }

  isIn(words: TurnWords, start: number, end: number): boolean {
    return this.find(words, start, end) >= 0;
  }

  /** The end of the longest of them that starts at word `i`, or 0. */
  endAt(words: TurnWords, i: number, end: number): number {
    const hits = words.hits(this.table);
    let longest = 0;
    for (let at = firstFrom(hits, i); at < hits.length && hits[at] === i; at += 2) if (hits[at + 1]! <= end) longest = hits[at + 1]!;
    return longest;
  }
}

/** The place of the first hit that starts at word `start` or after it. */
function firstFrom(hits: readonly number[], start: number): number {
  if (hits.length === 0 || hits[0]! >= start) return 0;
  let low = 0;
  let high = hits.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (hits[2 * middle]! < start) low = middle + 1;
    else high = middle;
  }
  return 2 * low;
}
