import { Vocabulary } from './vocabulary.js';
import { isPackable, WordTable } from './word-table.js';

/**
 * The sets of tokens that patterns speak of, and the classes these sets part the vocabulary into: two words that belong to the
 * same sets are one symbol to the automaton.
 */
export class TokenSets {
  readonly vocabulary = new Vocabulary();
  /** The classes of the words that can be packed, for the scanner. */
  readonly words = new WordTable();
  /** The set of all runs of digits. */
  readonly digits = 0;
  private readonly byKey = new Map<string, number>();
  private readonly members: (readonly number[])[] = [[]];
  /** Token id → class; class 0 belongs to no set. */
  classes = new Int32Array(0);
  /** Class → the sets that hold it, ascending. */
  setsOfClass: Int32Array[] = [];
  /** Set → the classes that its words are of. */
  classesOfSet: (readonly number[])[] = [];
  private rows: (Int32Array | undefined)[] = [];

  add(key: string, words: readonly string[]): number {
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    const set = this.members.length;
    this.byKey.set(key, set);
    this.members.push(words.map((word) => this.vocabulary.add(word)));
    return set;
  }

  /** The words of a set, folded; none of the set of all digits. */
  wordsOf(set: number): readonly string[] {
    return set === this.digits ? [] : this.members[set]!.map((token) => this.vocabulary.word(token));
  }

  get count(): number {
    return this.members.length;
  }

  /** Bytes of the tables that reading uses. */
  get bytes(): number {
    const rows = this.rows.reduce((sum, row) => sum + (row?.byteLength ?? 0), 0);
    return rows + this.vocabulary.bytes + this.words.bytes + this.classes.byteLength;
  }

  freeze(): void {
    const { vocabulary } = this;
    this.members[this.digits] = vocabulary.digitIds();
    const setsOfToken: number[][] = Array.from({ length: vocabulary.size }, () => []);
    this.members.forEach((tokens, set) => {
      for (const token of tokens) {
        const sets = setsOfToken[token]!;
        if (sets.at(-1) !== set) sets.push(set);
      }
    });
    const classOf = new Map<string, number>([['', 0]]);
    this.setsOfClass = [new Int32Array(0)];
    this.classes = new Int32Array(vocabulary.size);
    setsOfToken.forEach((sets, token) => {
      const signature = sets.join(',');
      let found = classOf.get(signature);
      if (found === undefined) {
        found = this.setsOfClass.length;
        classOf.set(signature, found);
        this.setsOfClass.push(Int32Array.from(sets));
      }
      this.classes[token] = found;
    });
    const classesOfSet: number[][] = this.members.map(() => []);
    this.setsOfClass.forEach((sets, tokenClass) => {
      for (const set of sets) classesOfSet[set]!.push(tokenClass);
    });
    this.classesOfSet = classesOfSet;
    this.rows = this.members.map(() => undefined);
    vocabulary.freeze();
    this.words.build(
      Array.from(this.classes, (value, id) => ({ word: vocabulary.word(id), value })).filter(({ word }) => isPackable(word)),
    );
  }

  /** A bit per class: whether it belongs to the set. Kept once asked for. */
  row(set: number): Int32Array {
    let row = this.rows[set];
    if (row === undefined) {
      row = new Int32Array((this.setsOfClass.length >>> 5) + 1);
      for (const tokenClass of this.classesOfSet[set]!) row[tokenClass >>> 5]! |= 1 << tokenClass;
      this.rows[set] = row;
    }
    return row;
  }
}
