/** One word after the other of the phrases of all tables. */
interface Node {
  readonly next: Map<string, Node>;
  /** Tables with a phrase that ends here. */
  readonly tables: number[];
}

const ROOT: Map<string, Node> = new Map();
let tables = 0;

/** Adds a table of phrases of folded words to those that are looked for together; returns its number. */
export function addTable(phrases: readonly (readonly string[])[]): number {
  const table = tables++;
  for (const phrase of phrases) {
    let next = ROOT;
    let node: Node | undefined;
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

  /** @param words folded */
  constructor(words: readonly { readonly text: string }[]) {
    for (let i = 0; i < words.length; i++) {
      let node = ROOT.get(words[i]!.text);
      for (let end = i + 1; node !== undefined; end++) {
        for (const table of node.tables) this.add(table, i, end);
        node = end < words.length && node.next.size > 0 ? node.next.get(words[end]!.text) : undefined;
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
