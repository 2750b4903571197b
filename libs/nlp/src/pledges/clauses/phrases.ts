import type { TurnWords } from '../words/turn-words.js';

/** Phrases of folded words, found by their first word. */
export class Phrases {
  private readonly byFirst = new Map<string, (readonly string[])[]>();

  /** One per line or apart by `|`. */
  constructor(table: string) {
    for (const phrase of table.split(/[|\n]/)) {
      const words = phrase.trim().split(' ');
      if (words[0] !== '') this.byFirst.set(words[0]!, [...(this.byFirst.get(words[0]!) ?? []), words]);
    }
  }

  /** The position of the first of them that lies in the range, or -1. */
  find(words: TurnWords, start: number, end: number): number {
    for (let i = start; i < end; i++) if (this.endAt(words, i, end) > 0) return i;
    return -1;
  }

  isIn(words: TurnWords, start: number, end: number): boolean {
    return this.find(words, start, end) >= 0;
  }

  /** The end of the longest of them that starts at word `i`, or 0. */
  endAt(words: TurnWords, i: number, end: number): number {
    let longest = 0;
    for (const phrase of this.byFirst.get(words.at(i)) ?? []) {
      if (phrase.length > longest && i + phrase.length <= end && phrase.every((word, k) => words.at(i + k) === word)) longest = phrase.length;
    }
    return longest === 0 ? 0 : i + longest;
  }
}
