import type { HitBuffer } from './hit-buffer.js';
import {
  ACCEPTS, AT_END, AT_START, EDGE_CLASS, EDGE_KIND, EDGE_OF_SET, EDGE_PRICE, EDGE_TO, EDGE_WIDTH, EDGES, FIRST_EDGE, FIRST_STATE, LONGEST, REQUIRED_CLASS,
  REQUIRED_FROM, REQUIRED_SET, STATES,
} from './program-code.js';
import { EDGE_ANY, EDGE_DIGITS_SLASH, EDGE_HALF, EDGE_NAME_ON, EDGE_SET } from './program.js';
import type { TokenSets } from './token-sets.js';
import { FIRST_OF_SENTENCE, FIRST_OF_TURN, JOINED_TO_NEXT, MARK, NUMERIC, SLASH_TO_NEXT } from './token-stream.js';
import type { TokenStream } from './token-stream.js';

/** Whether a token looks like a person's name, or, `continued`, like more of the one that the token before belongs to. */
export type NameTest = (stream: TokenStream, token: number, continued: boolean) => boolean;

const IMPOSSIBLE = 0x7fffffff;

/** Runs the programs of patterns on candidates. */
export class Verifier {
  private costs = new Int32Array(64);
  private nextCosts = new Int32Array(64);

  constructor(
    private readonly sets: TokenSets,
    private readonly looksLikeName: NameTest,
  ) {}

  /** Adds to `hits`, for one start, the cheapest match for each end. `program` is a place in `code`. */
  from(code: Int32Array, program: number, pattern: number, stream: TokenStream, start: number, hits: HitBuffer): void {
    if (!this.canStart(code, program, stream, start) || !this.hasRequired(code, program, stream, start)) return;
    const { flags, classes, count } = stream;
    const size = code[program + STATES]!;
    if (this.costs.length < size) {
      this.costs = new Int32Array(size * 2);
      this.nextCosts = new Int32Array(size * 2);
    }
    let { costs, nextCosts } = this;
    for (let state = 1; state < size; state += 1) costs[state] = IMPOSSIBLE;
    costs[0] = 0;
    let alive = true;
    for (let at = start; alive && at < count; at += 1) {
      if (at > start && (flags[at]! & FIRST_OF_SENTENCE) !== 0) return;
      for (let state = 0; state < size; state += 1) nextCosts[state] = IMPOSSIBLE;
      alive = false;
      const tokenClass = classes[at]!;
      let best = IMPOSSIBLE;
      for (let state = 0; state < size; state += 1) {
        const cost = costs[state]!;
        if (cost === IMPOSSIBLE) continue;
        const place = code[program + FIRST_STATE + state]!;
        const end = place + FIRST_EDGE + code[place + EDGES]! * EDGE_WIDTH;
        for (let edge = place + FIRST_EDGE; edge < end; edge += EDGE_WIDTH) {
          if (!this.passes(code, edge, tokenClass, stream, at)) continue;
          const to = code[edge + EDGE_TO]!;
          const total = cost + code[edge + EDGE_PRICE]!;
          if (total >= nextCosts[to]!) continue;
          nextCosts[to] = total;
          alive = true;
          if (total < best && code[code[program + FIRST_STATE + to]! + ACCEPTS] === 1) best = total;
        }
      }
      if (best < IMPOSSIBLE && (code[program + AT_END] === 0 || closesTurn(stream, at))) hits.add(pattern, start, at + 1, best);
      [costs, nextCosts] = [nextCosts, costs];
    }
  }

  /** Most starts that a trigger proposes fail on their first token. */
  private canStart(code: Int32Array, program: number, stream: TokenStream, start: number): boolean {
    const tokenClass = stream.classes[start]!;
    const place = code[program + FIRST_STATE]!;
    const end = place + FIRST_EDGE + code[place + EDGES]! * EDGE_WIDTH;
    for (let edge = place + FIRST_EDGE; edge < end; edge += EDGE_WIDTH) {
      if (this.passes(code, edge, tokenClass, stream, start)) return code[program + AT_START] === 0 || opensTurn(stream, start);
    }
    return false;
  }

  /** The other end of a gap is mostly not there: seen sooner than by running the program. */
  private hasRequired(code: Int32Array, program: number, stream: TokenStream, start: number): boolean {
    const set = code[program + REQUIRED_SET]!;
    if (set < 0) return true;
    const only = code[program + REQUIRED_CLASS]!;
    const { classes, flags } = stream;
    const end = Math.min(start + code[program + LONGEST]!, stream.count);
    const first = start + code[program + REQUIRED_FROM]!;
    for (let at = start; at < end; at += 1) {
      if (at > start && (flags[at]! & FIRST_OF_SENTENCE) !== 0) return false;
      if (at >= first && this.isOf(only, set, classes[at]!)) return true;
    }
    return false;
  }

  private passes(code: Int32Array, edge: number, tokenClass: number, stream: TokenStream, at: number): boolean {
    const kind = code[edge + EDGE_KIND]!;
    if (kind === EDGE_SET) return this.isOf(code[edge + EDGE_CLASS]!, code[edge + EDGE_OF_SET]!, tokenClass);
    const flags = stream.flags[at]!;
    if (kind === EDGE_ANY) return (flags & MARK) === 0;
    if (kind === EDGE_HALF) return (flags & JOINED_TO_NEXT) !== 0;
    if (kind === EDGE_DIGITS_SLASH) return (flags & NUMERIC) !== 0 && (flags & SLASH_TO_NEXT) !== 0;
    return this.looksLikeName(stream, at, kind === EDGE_NAME_ON);
  }

  /** Whether a class belongs to a set, whose only class is `only` unless that is -1. */
  private isOf(only: number, set: number, tokenClass: number): boolean {
    if (only >= 0) return tokenClass === only;
    return tokenClass !== 0 && ((this.sets.row(set)[tokenClass >>> 5]! >>> tokenClass) & 1) !== 0;
  }
}

/** The first word of its turn, marks aside. */
function opensTurn(stream: TokenStream, token: number): boolean {
  let at = token;
  while ((stream.flags[at]! & FIRST_OF_TURN) === 0) {
    if ((stream.flags[at - 1]! & MARK) === 0) return false;
    at -= 1;
  }
  return true;
}

/** The last word of its turn, marks aside. */
function closesTurn(stream: TokenStream, token: number): boolean {
  let at = token + 1;
  while (at < stream.count && (stream.flags[at]! & MARK) !== 0 && (stream.flags[at]! & FIRST_OF_TURN) === 0) at += 1;
  return at >= stream.count || (stream.flags[at]! & FIRST_OF_TURN) !== 0;
}
