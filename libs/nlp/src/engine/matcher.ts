import type { CorePattern } from '../pattern/pattern-node.js';
import { Automaton } from './automaton.js';
import { HitBuffer } from './hit-buffer.js';
import { buildProgram } from './program.js';
import type { Program } from './program.js';
import { Scanner } from './scan.js';
import type { Range } from './scan.js';
import { bestMatches } from './select-matches.js';
import type { TokenMatch } from './select-matches.js';
import { TokenSets } from './token-sets.js';
import { FIRST_OF_SENTENCE, FIRST_OF_TURN, TokenStream } from './token-stream.js';
import { triggerOf } from './trigger.js';
import { Verifier } from './verifier.js';
import type { NameTest } from './verifier.js';

/**
 * An output of the automaton is three numbers: the pattern, the tokens in the path found, and the most tokens of a match that can stand before the
 * path, or -1 when the path is the match.
 */
const OUTPUT_WIDTH = 3;

/**
 * All patterns of a rulebook, compiled into one automaton. Add the patterns, freeze, then for each interaction: clear,
 * add its turns, run, and ask for the matches of a pattern.
 */
export class Matcher {
  readonly stream = new TokenStream();
  private texts: string[] = [];
  private readonly sets = new TokenSets();
  private readonly automaton = new Automaton(this.sets);
  private readonly newOutputs: number[] = [];
  private outputs = new Int32Array(0);
  private readonly patterns: CorePattern[] = [];
  /** Built when a candidate of the pattern first needs it. */
  private readonly programs: (Program | undefined)[] = [];
  private readonly idOf = new Map<string, number>();
  private readonly verifier: Verifier;
  private scanner: Scanner | null = null;
  private readonly hits = new HitBuffer();
  /** Per pattern, the starts last tried in this run: [from, to]; to is -1 when none were. */
  private triedFrom = new Int32Array(0);
  private triedTo = new Int32Array(0);

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
      this.automaton.watch(path, this.newOutputs.length / OUTPUT_WIDTH);
      this.newOutputs.push(id, path.length, trigger.exact ? -1 : trigger.before);
    }
    return id;
  }

  freeze(): void {
    this.sets.freeze();
    this.automaton.freeze();
    this.outputs = Int32Array.from(this.newOutputs);
    this.scanner = new Scanner(this.sets);
    this.triedFrom = new Int32Array(this.patterns.length);
    this.triedTo = new Int32Array(this.patterns.length);
  }

  clear(): void {
    this.stream.clear();
    this.texts = [];
    this.hits.clear();
  }

  /** Reads one more turn; only `ranges` of it when given. */
  addTurn(text: string, ranges?: readonly Range[]): void {
    this.texts.push(text);
    this.scanner!.scan(text, this.stream, ranges);
  }

  /** Adds one sentence that something else cut into words; each is looked up as it is written, not folded. */
  addWords(words: readonly { readonly text: string; readonly start: number; readonly end: number }[]): void {
    const { stream } = this;
    this.texts.push('');
    stream.reserve(words.length);
    words.forEach((word, index) => {
      stream.classes[stream.count] = this.sets.classes[this.sets.vocabulary.id(word.text)]!;
      stream.starts[stream.count] = word.start;
      stream.ends[stream.count] = word.end;
      stream.flags[stream.count] = index === 0 ? FIRST_OF_SENTENCE | FIRST_OF_TURN : 0;
      stream.count += 1;
    });
    stream.closeTurn();
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
    this.triedTo.fill(-1);
    for (let event = 0; event < automaton.eventCount; event += 2) {
      const output = automaton.events[event]! * OUTPUT_WIDTH;
      const at = automaton.events[event + 1]!;
      const pattern = this.outputs[output]!;
      const length = this.outputs[output + 1]!;
      const before = this.outputs[output + 2]!;
      if (before < 0) this.hits.add(pattern, at - length + 1, at + 1, 0);
      else this.verify(pattern, at - length + 1 - before, at - length + 1);
    }
  }

  /** The matches of a pattern in the last run, by start; each end and each start appears once. */
  matches(pattern: number): readonly TokenMatch[] {
    const hits = this.hits.of(pattern);
    return hits.length === 0 ? [] : bestMatches(hits);
  }

  /** The patterns that matched in the last run, in no order. */
  matched(): Iterable<number> {
    return this.hits.patterns();
  }

  /** How many hits the last run had, before the best of each are chosen. */
  get hitCount(): number {
    return this.hits.count;
  }

  get bytes(): number {
    return this.automaton.bytes + this.sets.bytes;
  }

  get stateCount(): number {
    return this.automaton.stateCount;
  }

  /** Tries every start in [first, last], save those just tried for the same pattern. */
  private verify(pattern: number, first: number, last: number): void {
    const low = this.triedFrom[pattern]!;
    const high = this.triedTo[pattern]!;
    const from = Math.max(first, 0);
    if (high < 0 || from > high + 1 || last < low - 1) {
      this.tryStarts(pattern, from, last);
      this.triedFrom[pattern] = from;
      this.triedTo[pattern] = last;
      return;
    }
    if (from < low) {
      this.tryStarts(pattern, from, low - 1);
      this.triedFrom[pattern] = from;
    }
    if (last > high) {
      this.tryStarts(pattern, high + 1, last);
      this.triedTo[pattern] = last;
    }
  }

  private tryStarts(pattern: number, from: number, to: number): void {
    const program = this.programs[pattern]!;
    for (let start = from; start <= to; start += 1) {
      this.verifier.from(program, pattern, this.stream, start, this.hits);
    }
  }
}
