import type { CorePattern } from '../pattern/pattern-node.js';
import { Automaton } from './automaton.js';
import { buildProgram } from './program.js';
import type { Program } from './program.js';
import { Scanner } from './scan.js';
import type { Range } from './scan.js';
import { bestMatches } from './select-matches.js';
import type { TokenMatch } from './select-matches.js';
import { TokenSets } from './token-sets.js';
import { TokenStream } from './token-stream.js';
import { triggerOf } from './trigger.js';
import { Verifier } from './verifier.js';
import type { NameTest } from './verifier.js';

/** An output of the automaton: which pattern, and for exact ones how many tokens back it began. */
interface Output {
  readonly pattern: number;
  /** 0: a candidate to verify. */
  readonly length: number;
}

/**
 * All patterns of a rulebook, compiled into one automaton. Add the patterns, freeze, then for each interaction: clear,
 * add its turns, run, and ask for the matches of a pattern.
 */
export class Matcher {
  readonly stream = new TokenStream();
  private texts: string[] = [];
  private readonly sets = new TokenSets();
  private readonly automaton = new Automaton(this.sets);
  private readonly outputs: Output[] = [];
  private readonly patterns: CorePattern[] = [];
  /** Built when a candidate of the pattern first needs it. */
  private readonly programs: (Program | undefined)[] = [];
  private readonly idOf = new Map<string, number>();
  private readonly verifier: Verifier;
  private scanner: Scanner | null = null;
  /** Pattern → triples (start, end, cost) of the last run. */
  private hits = new Map<number, number[]>();
  private verifiedUpTo = new Int32Array(0);

  constructor(looksLikeName: NameTest) {
    this.verifier = new Verifier(this.sets, looksLikeName);
    for (const sign of ['€', '$', '£', '%', '?', '!']) this.sets.vocabulary.add(sign);
  }

  /** The pattern's id; the same text gives the same id. */
  add(pattern: CorePattern): number {
    const known = this.idOf.get(pattern.text);
    if (known !== undefined) return known;
    const id = this.patterns.push(pattern) - 1;
    this.idOf.set(pattern.text, id);
    const trigger = triggerOf(pattern, this.sets);
    if (!trigger.exact) this.programs[id] = buildProgram(pattern, this.sets);
    for (const path of trigger.paths) {
      const output = this.outputs.push({ pattern: id, length: trigger.exact ? path.length : 0 }) - 1;
      this.automaton.watch(path, output);
    }
    return id;
  }

  freeze(): void {
    this.sets.freeze();
    this.automaton.freeze();
    this.scanner = new Scanner(this.sets.vocabulary);
    this.verifiedUpTo = new Int32Array(this.patterns.length);
  }

  clear(): void {
    this.stream.clear();
    this.texts = [];
    if (this.hits.size > 0) this.hits = new Map();
  }

  /** Reads one more turn; only `ranges` of it when given. */
  addTurn(text: string, ranges?: readonly Range[]): void {
    this.texts.push(text);
    this.scanner!.scan(text, this.stream, ranges);
  }

  /** The turn that holds a token of the stream. */
  turnOf(token: number): number {
    const bounds = this.stream.turns;
    let low = 0;
    let high = bounds.length - 2;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (bounds[middle]! <= token) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** A token as it is written. */
  wordAt(token: number): string {
    return this.texts[this.turnOf(token)]!.slice(this.stream.starts[token], this.stream.ends[token]);
  }

  /** Finds every match in the turns read since `clear`. */
  run(): void {
    const { stream, automaton } = this;
    automaton.run(stream, 0, stream.count);
    let fresh = false;
    for (let event = 0; event < automaton.eventCount; event += 2) {
      const { pattern, length } = this.outputs[automaton.events[event]!]!;
      const at = automaton.events[event + 1]!;
      if (length > 0) {
        this.hit(pattern, at - length + 1, at + 1, 0);
        continue;
      }
      if (!fresh) this.verifiedUpTo.fill(-1);
      fresh = true;
      this.verify(pattern, at);
    }
  }

  /** The matches of a pattern in the last run, by start; each end and each start appears once. */
  matches(pattern: number): readonly TokenMatch[] {
    const hits = this.hits.get(pattern);
    return hits === undefined ? [] : bestMatches(hits);
  }

  /** The patterns that matched in the last run, in no order. */
  matched(): Iterable<number> {
    return this.hits.keys();
  }

  /** How many hits the last run had, before the best of each are chosen. */
  get hitCount(): number {
    let count = 0;
    for (const hits of this.hits.values()) count += hits.length / 3;
    return count;
  }

  get bytes(): number {
    return this.automaton.bytes + this.sets.vocabulary.bytes + this.sets.classes.byteLength;
  }

  get stateCount(): number {
    return this.automaton.stateCount;
  }

  private verify(pattern: number, at: number): void {
    const program = this.programs[pattern]!;
    const first = Math.max(this.verifiedUpTo[pattern]! + 1, at - program.longest + 1, 0);
    for (let start = first; start <= at; start += 1) {
      this.verifier.from(program, this.stream, start, (from, to, cost) => this.hit(pattern, from, to, cost));
    }
    this.verifiedUpTo[pattern] = at;
  }

  private hit(pattern: number, start: number, end: number, cost: number): void {
    const known = this.hits.get(pattern);
    if (known === undefined) this.hits.set(pattern, [start, end, cost]);
    else known.push(start, end, cost);
  }
}
