import type { CorePattern } from '../pattern/pattern-node.js';
import { EDGE_SET } from './program.js';
import type { Program } from './program.js';
import type { TokenSets } from './token-sets.js';
import { FIRST_OF_SENTENCE } from './token-stream.js';
import type { TokenArrays } from './token-stream.js';
import type { Trigger } from './trigger.js';

/**
 * What is known of an output of the automaton, side by side so that an event that comes to nothing touches one line of the cache:
 * 0 the pattern · 1 tokens of the path found · 2 the most (-1: the path is the match) and 3 the fewest tokens of a match before it ·
 * 4 the class a match starts with (-1: several) and 5 its set (-1: not one) · 6, 7 the same of a word that it needs further on · 8 the fewest
 * tokens before that one · 9 the most tokens of a match · 10 where the classes stand of a pattern that is a plain row of words (-1: it is none)
 */
export const OUTPUT_WIDTH = 12;
const STARTING = 4;
const NEEDED = 6;
const NEEDED_FROM = 8;
export const LENGTH = 9;
const ROW = 10;

/** Verdicts on a candidate. */
export const REFUSED = 0;
/** The program of the pattern has to tell. */
export const POSSIBLE = 1;
/** It is a match from the latest start on, of the pattern's length. */
export const FOUND = 2;

/** Tells most candidates from matches by one or two words, since mostly one is not there. */
export class Outputs {
  table = new Int32Array(0);
  private readonly values: number[] = [];
  private readonly rows: number[] = [];
  private rowClasses = new Int32Array(0);

  constructor(private readonly sets: TokenSets) {}

  /** Returns the output's number. */
  add(id: number, pattern: CorePattern, trigger: Trigger, pathLength: number, program: Program | undefined): number {
    const number = this.values.length / OUTPUT_WIDTH;
    if (trigger.exact || program === undefined) this.values.push(id, pathLength, -1, 0, -1, -1, -1, -1, 0, 0, -1, 0);
    else {
      const [edge, ...others] = program.edges[0]!;
      const starting = edge?.kind === EDGE_SET && others.length === 0 ? edge.set : -1;
      this.values.push(
        id, pathLength, trigger.mostBefore, trigger.fewestBefore, this.onlyClass(starting), starting, this.onlyClass(program.required), program.required,
        program.requiredFrom, program.longest, this.rowOf(pattern), 0,
      );
    }
    return number;
  }

  freeze(): void {
    this.table = Int32Array.from(this.values);
    this.rowClasses = Int32Array.from(this.rows);
  }

  get bytes(): number {
    return this.table.byteLength + this.rowClasses.byteLength;
  }

  /** Whether a match with a start in [earliest, latest] and its path at `first` can be there. `output` is a place in `table`. */
  check(output: number, earliest: number, latest: number, first: number, stream: TokenArrays & { readonly count: number }): number {
    const { table } = this;
    const row = table[output + ROW]!;
    if (row >= 0) return this.checkRow(row, table[output + LENGTH]!, latest, stream);
    return this.startsIn(output, earliest, latest, stream) && this.needsMet(output, earliest, latest, first, stream) ? POSSIBLE : REFUSED;
  }

  private checkRow(row: number, length: number, start: number, { classes, flags, count }: TokenArrays & { readonly count: number }): number {
    const { rowClasses } = this;
    if (start + length > count) return REFUSED;
    for (let index = 0; index < length; index += 1) {
      if (classes[start + index] !== rowClasses[row + index] || (index > 0 && (flags[start + index]! & FIRST_OF_SENTENCE) !== 0)) return REFUSED;
    }
    return FOUND;
  }

  private startsIn(output: number, earliest: number, latest: number, { classes }: TokenArrays): boolean {
    const only = this.table[output + STARTING]!;
    const set = this.table[output + STARTING + 1]!;
    if (set < 0) return true;
    const row = only >= 0 ? null : this.sets.row(set);
    for (let start = latest; start >= earliest; start -= 1) {
      const tokenClass = classes[start]!;
      if (row === null ? tokenClass === only : has(row, tokenClass)) return true;
    }
    return false;
  }

  private needsMet(output: number, earliest: number, latest: number, first: number, { classes, flags, count }: TokenArrays & { readonly count: number }): boolean {
    const only = this.table[output + NEEDED]!;
    const set = this.table[output + NEEDED + 1]!;
    if (set < 0) return true;
    const row = only >= 0 ? null : this.sets.row(set);
    const end = Math.min(latest + this.table[output + LENGTH]!, count);
    for (let at = earliest + this.table[output + NEEDED_FROM]!; at < end; at += 1) {
      if (at > first && (flags[at]! & FIRST_OF_SENTENCE) !== 0) return false;
      const tokenClass = classes[at]!;
      if (row === null ? tokenClass === only : has(row, tokenClass)) return true;
    }
    return false;
  }

  /** The classes of a pattern that is nothing but words in a row, each of one class. */
  private rowOf(pattern: CorePattern): number {
    if (pattern.atStart || pattern.atEnd || pattern.root.type !== 'sequence') return -1;
    const classes = pattern.root.items.map((item) => (item.type === 'words' ? this.onlyClass(this.sets.add(item.key, item.words)) : -1));
    if (classes.includes(-1)) return -1;
    return this.rows.push(...classes) - classes.length;
  }

  private onlyClass(set: number): number {
    const classes = set < 0 ? [] : this.sets.classesOfSet[set]!;
    return classes.length === 1 ? classes[0]! : -1;
  }
}

const has = (row: Int32Array, tokenClass: number): boolean => ((row[tokenClass >>> 5]! >>> tokenClass) & 1) !== 0;
