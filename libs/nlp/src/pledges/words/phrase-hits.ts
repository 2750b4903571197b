import type { Word } from './word.js';

/** One word after the other of the phrases of all tables. */
export interface PhraseNode {
  readonly next: Map<string, PhraseNode>;
  /** Tables with a phrase that ends here. */
  readonly tables: number[];
}

const ROOT: Map<string, PhraseNode> = new Map();
let tables = 0;

/** Adds a table of phrases of folded words to those that are looked for together; returns its number. Tables are made as modules load, before any text is read. */
export function addTable(phrases: readonly (readonly string[])[]): number {
  const table = tables++;
  for (const phrase of phrases) {
    let next = ROOT;
    let node: PhraseNode | undefined;
    for (const word of phrase) {
      node = next.get(word);
      if (node === undefined) next.set(word, (node = { next: new Map(), tables: [] }));
      next = node.next;
    }
    if (node !== undefined && !node.tables.includes(table)) node.tables.push(table);
  }
  return table;
}

const NOWHERE: readonly number[] = [];

/**
 * Where the phrases of every table stand in a turn, found in one pass over its words: questions about a clause are then answered without looking at
 * its words again.
 */
export class PhraseHits {
  private readonly byTable = new Map<number, number[]>();

  constructor(words: readonly Word[]) {
    for (let i = 0; i < words.length; i++) {
      const first = words[i]!;
      let node = first.phrases === undefined ? (first.phrases = ROOT.get(first.text) ?? null) : first.phrases;
      for (let end = i + 1; node; end++) {
        for (const table of node.tables) this.add(table, i, end);
        node = end < words.length && node.next.size > 0 ? (node.next.get(words[end]!.text) ?? null) : null;
      }
    }
  }

  /** Ranges of words, flat: start, end, start, end …; by start, then from short to long. */
  of(table: number): readonly number[] {
    return this.byTable.get(table) ?? NOWHERE;
  }

  private add(table: number, start: number, end: number): void {
    const hits = this.byTable.get(table);
    if (hits === undefined) this.byTable.set(table, [start, end]);
    else hits.push(start, end);
  }
}
