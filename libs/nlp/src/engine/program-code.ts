import { EDGE_SET } from './program.js';
import type { Program } from './program.js';
import type { TokenSets } from './token-sets.js';

/**
 * A program begins with: its states · whether it has to start, and to end, with the turn · the most tokens of a match · a class (-1: several) and a
 * set (-1: none) that every match holds · the fewest tokens before that one. Then, for each state, where it is.
 */
export const STATES = 0;
export const AT_START = 1;
export const AT_END = 2;
export const LONGEST = 3;
export const REQUIRED_CLASS = 4;
export const REQUIRED_SET = 5;
export const REQUIRED_FROM = 6;
export const FIRST_STATE = 7;

/** A state is the number of its edges, whether it accepts, and its edges: what each takes, a class (-1: several), a set, where to, the price. */
export const EDGES = 0;
export const ACCEPTS = 1;
export const FIRST_EDGE = 2;
export const EDGE_KIND = 0;
export const EDGE_CLASS = 1;
export const EDGE_OF_SET = 2;
export const EDGE_TO = 3;
export const EDGE_PRICE = 4;
export const EDGE_WIDTH = 5;

/** The programs of all patterns in one row of numbers, so that a candidate touches few lines of the cache. */
export class ProgramCode {
  code = new Int32Array(1024);
  private used = 0;

  /** Where the program begins; its sets are frozen. */
  add(program: Program, sets: TokenSets): number {
    const onlyClass = (set: number): number => (set >= 0 && sets.classesOfSet[set]!.length === 1 ? sets.classesOfSet[set]![0]! : -1);
    const start = this.used;
    const states = program.edges.length;
    const values = [states, Number(program.atStart), Number(program.atEnd), program.longest, onlyClass(program.required), program.required, program.requiredFrom];
    const places: number[] = [];
    const body: number[] = [];
    program.edges.forEach((edges, state) => {
      places.push(start + FIRST_STATE + states + body.length);
      body.push(edges.length, Number(program.accepts[state]));
      for (const { kind, set, to, price } of edges) body.push(kind, kind === EDGE_SET ? onlyClass(set) : -1, set, to, price);
    });
    this.append([...values, ...places, ...body]);
    return start;
  }

  get bytes(): number {
    return this.code.byteLength;
  }

  private append(values: readonly number[]): void {
    if (this.used + values.length > this.code.length) {
      const grown = new Int32Array(Math.max(this.code.length * 2, this.used + values.length));
      grown.set(this.code);
      this.code = grown;
    }
    this.code.set(values, this.used);
    this.used += values.length;
  }
}
