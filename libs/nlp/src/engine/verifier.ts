import type { HitBuffer } from './hit-buffer.js';
import { EDGE_ANY, EDGE_DIGITS_SLASH, EDGE_HALF, EDGE_SET } from './program.js';
import type { Edge, Program } from './program.js';
import type { TokenSets } from './token-sets.js';
import { FIRST_OF_SENTENCE, FIRST_OF_TURN, JOINED_TO_NEXT, MARK, NUMERIC, SLASH_TO_NEXT } from './token-stream.js';
import type { TokenStream } from './token-stream.js';

/** Whether a token looks like a person's name. */
export type NameTest = (stream: TokenStream, token: number) => boolean;

const IMPOSSIBLE = 0x7fffffff;

/** Runs the programs of patterns on candidates. */
export class Verifier {
  private costs = new Int32Array(64);
  private nextCosts = new Int32Array(64);

  constructor(
    private readonly sets: TokenSets,
    private readonly looksLikeName: NameTest,
  ) {}

  /** Adds to `hits`, for one start, the cheapest match for each end. */
  from(program: Program, pattern: number, stream: TokenStream, start: number, hits: HitBuffer): void {
    if (!this.canStart(program, stream, start) || !this.hasRequired(program, stream, start)) return;
    const size = program.edges.length;
    if (this.costs.length < size) {
      this.costs = new Int32Array(size * 2);
      this.nextCosts = new Int32Array(size * 2);
    }
    let costs = this.costs.fill(IMPOSSIBLE, 0, size);
    let nextCosts = this.nextCosts;
    costs[0] = 0;
    let alive = true;
    for (let at = start; alive && at < stream.count; at += 1) {
      if (at > start && (stream.flags[at]! & FIRST_OF_SENTENCE) !== 0) return;
      nextCosts.fill(IMPOSSIBLE, 0, size);
      alive = false;
      const tokenClass = stream.classes[at]!;
      let best = IMPOSSIBLE;
      for (let state = 0; state < size; state += 1) {
        const cost = costs[state]!;
        if (cost === IMPOSSIBLE) continue;
        const edges = program.edges[state]!;
        for (let index = 0; index < edges.length; index += 1) {
          const edge = edges[index]!;
          if (!this.passes(edge, tokenClass, stream, at)) continue;
          const total = cost + edge.price;
          if (total >= nextCosts[edge.to]!) continue;
          nextCosts[edge.to] = total;
          alive = true;
          if (total < best && program.accepts[edge.to]) best = total;
        }
      }
      if (best < IMPOSSIBLE && (!program.atEnd || closesTurn(stream, at))) hits.add(pattern, start, at + 1, best);
      [costs, nextCosts] = [nextCosts, costs];
    }
  }

  /** Most starts that a trigger proposes fail on their first token. */
  private canStart(program: Program, stream: TokenStream, start: number): boolean {
    const tokenClass = stream.classes[start]!;
    const edges = program.edges[0]!;
    for (let index = 0; index < edges.length; index += 1) {
      if (this.passes(edges[index]!, tokenClass, stream, start)) return !program.atStart || opensTurn(stream, start);
    }
    return false;
  }

  /** The other end of a gap is mostly not there: seen sooner than by running the program. */
  private hasRequired(program: Program, stream: TokenStream, start: number): boolean {
    if (program.required < 0) return true;
    const row = this.sets.row(program.required);
    const { classes, flags } = stream;
    const end = Math.min(start + program.longest, stream.count);
    const first = start + program.requiredFrom;
    for (let at = start; at < end; at += 1) {
      if (at > start && (flags[at]! & FIRST_OF_SENTENCE) !== 0) return false;
      const tokenClass = classes[at]!;
      if (at >= first && ((row[tokenClass >>> 5]! >>> tokenClass) & 1) !== 0) return true;
    }
    return false;
  }

  private passes(edge: Edge, tokenClass: number, stream: TokenStream, at: number): boolean {
    const { kind } = edge;
    if (kind === EDGE_SET) return tokenClass !== 0 && ((this.sets.row(edge.set)[tokenClass >>> 5]! >>> tokenClass) & 1) !== 0;
    const flags = stream.flags[at]!;
    if (kind === EDGE_ANY) return (flags & MARK) === 0;
    if (kind === EDGE_HALF) return (flags & JOINED_TO_NEXT) !== 0;
    if (kind === EDGE_DIGITS_SLASH) return (flags & NUMERIC) !== 0 && (flags & SLASH_TO_NEXT) !== 0;
    return this.looksLikeName(stream, at);
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
