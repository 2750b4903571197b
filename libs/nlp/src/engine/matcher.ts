import type { CorePattern } from '../pattern/pattern-node.js';
import { Automaton } from './automaton.js';
import { HitBuffer } from './hit-buffer.js';
import { buildProgram, EDGE_SET } from './program.js';
import type { Program } from './program.js';
import { Scanner } from './scan.js';
import type { Range, TurnText } from './scan.js';
import { bestMatches } from './select-matches.js';
import type { TokenMatch } from './select-matches.js';
import { TokenSets } from './token-sets.js';
import { FIRST_OF_SENTENCE, FIRST_OF_TURN, TokenStream } from './token-stream.js';
import { triggerOf } from './trigger.js';
import { Verifier } from './verifier.js';
import type { NameTest } from './verifier.js';

/**
 * An output of the automaton, side by side so that an event that comes to nothing touches one line of the cache: the pattern, the tokens in the
 * path found, the most tokens of a match before the path (-1 when the path is the match), the one class a match starts with and the one it
 * needs further on (-1 when there are several), the fewest tokens before that one, the most tokens of a match, unused.
 */
const OUTPUT_WIDTH = 8;
/** Between the tokens of two runs, so that none is the neighbour of another's. */
const FAR = 4;
/** The count of tokens over all runs starts anew before it passes 32 bits. */
const LAST_PLACE = 0x7fff0000;

/**
 * All patterns of a rulebook, compiled into one automaton. Add the patterns, freeze, then for each interaction: clear,
 * add its turns, run, and ask for the matches of a pattern.
 */
export class Matcher {
  private readonly tokens = new TokenStream();
  private texts: string[] = [];
  /** Turns added and not yet read: they are read together. */
  private waiting: TurnText[] = [];
  private readonly sets = new TokenSets();
  private readonly automaton = new Automaton(this.sets);
  private readonly newOutputs: (readonly [pattern: number, length: number, before: number])[] = [];
  private outputs = new Int32Array(0);
  private readonly patterns: CorePattern[] = [];
  /** Built when a candidate of the pattern first needs it. */
  private readonly programs: (Program | undefined)[] = [];
  private readonly idOf = new Map<string, number>();
  private readonly verifier: Verifier;
  private scanner: Scanner | null = null;
  private readonly hits = new HitBuffer();
  /** Per pattern, the starts last tried: [from, to], counted from the first run on, so that no run has to forget those of the last. */
  private triedFrom = new Int32Array(0);
  private triedTo = new Int32Array(0);
  /** Where this run's token 0 stands in that count. */
  private runStart = 0;

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
      this.automaton.watch(path, this.newOutputs.length);
      this.newOutputs.push([id, path.length, trigger.exact ? -1 : trigger.before]);
    }
    return id;
  }

  freeze(): void {
    this.sets.freeze();
    this.automaton.freeze();
    this.outputs = new Int32Array(this.newOutputs.length * OUTPUT_WIDTH);
    this.newOutputs.forEach((output, index) => {
      this.outputs.set(output, index * OUTPUT_WIDTH);
      const program = this.programs[output[0]];
      if (program !== undefined) this.outputs.set(this.limits(program), index * OUTPUT_WIDTH + output.length);
    });
    this.scanner = new Scanner(this.sets);
    this.triedFrom = new Int32Array(this.patterns.length);
    this.triedTo = new Int32Array(this.patterns.length).fill(-FAR);
  }

  clear(): void {
    this.tokens.clear();
    this.texts = [];
    this.waiting = [];
    this.hits.clear();
  }

  /** The tokens of all turns added since `clear`. */
  get stream(): TokenStream {
    if (this.waiting.length > 0) {
      const turns = this.waiting;
      this.waiting = [];
      this.scanner!.scan(turns, this.tokens);
    }
    return this.tokens;
  }

  /** One more turn; only `ranges` of it when given. */
  addTurn(text: string, ranges?: readonly Range[]): void {
    this.texts.push(text);
    this.waiting.push({ text, ranges });
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
    stream.closeTurn(stream.count);
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
    return this.texts[this.turnOf(token)]!.slice(this.tokens.starts[token], this.tokens.ends[token]);
  }

  /** Finds every match in the turns read since `clear`. */
  run(): void {
    const { stream, automaton, outputs } = this;
    automaton.run(stream, 0, stream.count);
    if (this.runStart + 2 * stream.count > LAST_PLACE) {
      this.runStart = 0;
      this.triedTo.fill(-FAR);
    }
    const { events, eventCount } = automaton;
    for (let event = 0; event < eventCount; event += 2) {
      const output = events[event]! * OUTPUT_WIDTH;
      const at = events[event + 1]!;
      const pattern = outputs[output]!;
      const first = at - outputs[output + 1]! + 1;
      const before = outputs[output + 2]!;
      if (before < 0) {
        this.hits.add(pattern, first, at + 1, 0);
        continue;
      }
      const earliest = this.earliest(first, before);
      if (this.isPlausible(output, earliest, first)) this.verify(pattern, earliest, first);
    }
    this.runStart += stream.count + FAR;
  }

  /** The earliest start, at most `before` tokens back, of a match that holds this token: none leaves its sentence. */
  private earliest(token: number, before: number): number {
    const { flags } = this.tokens;
    const last = Math.max(token - before, 0);
    let at = token;
    while (at > last && (flags[at]! & FIRST_OF_SENTENCE) === 0) at -= 1;
    return at;
  }

  /** Whether the words that a match with a start in [earliest, first] cannot do without are there: mostly one is not. */
  private isPlausible(output: number, earliest: number, first: number): boolean {
    const { outputs } = this;
    const { classes, flags, count } = this.tokens;
    const starting = outputs[output + 3]!;
    if (starting >= 0) {
      let start = first;
      while (classes[start] !== starting) {
        if (start === earliest) return false;
        start -= 1;
      }
    }
    const needed = outputs[output + 4]!;
    if (needed < 0) return true;
    const end = Math.min(first + outputs[output + 6]!, count);
    for (let at = earliest + outputs[output + 5]!; at < end; at += 1) {
      if (at > first && (flags[at]! & FIRST_OF_SENTENCE) !== 0) return false;
      if (classes[at] === needed) return true;
    }
    return false;
  }

  /** The part of an output that `isPlausible` looks at. */
  private limits(program: Program): readonly number[] {
    const [edge, ...others] = program.edges[0]!;
    const only = (set: number): number => (set >= 0 && this.sets.classesOfSet[set]!.length === 1 ? this.sets.classesOfSet[set]![0]! : -1);
    return [edge?.kind === EDGE_SET && others.length === 0 ? only(edge.set) : -1, only(program.required), program.requiredFrom, program.longest];
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
    return this.automaton.bytes + this.sets.bytes + this.outputs.byteLength;
  }

  get stateCount(): number {
    return this.automaton.stateCount;
  }

  /** Tries every start in [first, last], save those just tried for the same pattern. */
  private verify(pattern: number, first: number, last: number): void {
    const { runStart } = this;
    const low = this.triedFrom[pattern]! - runStart;
    const high = this.triedTo[pattern]! - runStart;
    if (first > high + 1 || last < low - 1) {
      this.tryStarts(pattern, first, last);
      this.triedFrom[pattern] = first + runStart;
      this.triedTo[pattern] = last + runStart;
      return;
    }
    if (first < low) {
      this.tryStarts(pattern, first, low - 1);
      this.triedFrom[pattern] = first + runStart;
    }
    if (last > high) {
      this.tryStarts(pattern, high + 1, last);
      this.triedTo[pattern] = last + runStart;
    }
  }

  private tryStarts(pattern: number, from: number, to: number): void {
    const program = this.programs[pattern]!;
    for (let start = from; start <= to; start += 1) {
      this.verifier.from(program, pattern, this.tokens, start, this.hits);
    }
  }
}
