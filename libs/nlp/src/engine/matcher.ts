import type { CorePattern } from '../pattern/pattern-node.js';
import { Attempts } from './attempts.js';
import { Automaton } from './automaton.js';
import { HitBuffer } from './hit-buffer.js';
import { FOUND, LENGTH, Outputs, OUTPUT_WIDTH, POSSIBLE } from './outputs.js';
import { ProgramCode } from './program-code.js';
import { buildProgram } from './program.js';
import type { Program } from './program.js';
import { Scanner } from './scan.js';
import type { Range, TurnText } from './scan.js';
import { bestMatches } from './select-matches.js';
import type { TokenMatch } from './select-matches.js';
import { TokenSets } from './token-sets.js';
import { FIRST_OF_SENTENCE, FIRST_OF_TURN, TokenStream } from './token-stream.js';
import { addSets, triggerOf } from './trigger.js';
import { countedShare, guessedShare } from './word-shares.js';
import type { WordShare } from './word-shares.js';
import { Verifier } from './verifier.js';
import type { NameTest } from './verifier.js';

/** So many tokens tell which words are rare. */
const LEARN_TOKENS = 100_000;
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
  private automaton = new Automaton(this.sets);
  private outputs = new Outputs(this.sets);
  private readonly patterns: CorePattern[] = [];
  /** Built when a candidate of the pattern first needs it. */
  private readonly programs: (Program | undefined)[] = [];
  private readonly programCode = new ProgramCode();
  /** Where the program of a pattern is in `programCode`, once it was needed. */
  private readonly programAt: (number | undefined)[] = [];
  private readonly idOf = new Map<string, number>();
  private readonly verifier: Verifier;
  private scanner: Scanner | null = null;
  private readonly hits = new HitBuffer();
  private attempts: Attempts | null = null;

  /** How often each class came, until `learnTokens` have: then the rarest word of each pattern is known and watched for instead of the one guessed. */
  private counts: Uint32Array | null = null;
  private counted = 0;

  constructor(
    looksLikeName: NameTest,
    private readonly learnTokens = LEARN_TOKENS,
  ) {
    this.verifier = new Verifier(this.sets, looksLikeName);
    for (const sign of ['€', '$', '£', '%', '?', '!']) this.sets.vocabulary.add(sign);
  }

  /** The pattern's id; the same text gives the same id. */
  add(pattern: CorePattern): number {
    const known = this.idOf.get(pattern.text);
    if (known !== undefined) return known;
    const id = this.patterns.push(pattern) - 1;
    this.idOf.set(pattern.text, id);
    addSets(pattern.root, this.sets);
    return id;
  }

  freeze(): void {
    this.sets.freeze();
    this.scanner = new Scanner(this.sets);
    this.attempts = new Attempts(this.patterns.length);
    this.counts = new Uint32Array(this.sets.setsOfClass.length);
    this.watch(guessedShare);
  }

  /** Makes the automaton that watches for each pattern's rarest words. */
  private watch(share: WordShare): void {
    const { sets } = this;
    this.automaton = new Automaton(sets);
    const outputs = new Outputs(sets);
    this.patterns.forEach((pattern, id) => {
      const trigger = triggerOf(pattern, sets, share);
      if (!trigger.exact) this.programs[id] ??= buildProgram(pattern, sets);
      for (const path of trigger.paths) this.automaton.watch(path, outputs.add(id, pattern, trigger, path.sets.length, this.programs[id]));
    });
    outputs.freeze();
    this.outputs = outputs;
    this.automaton.freeze();
  }

  private learn(counts: Uint32Array): void {
    const { classes, count } = this.tokens;
    for (let at = 0; at < count; at += 1) counts[classes[at]!]! += 1;
    this.counted += count;
    if (this.counted < this.learnTokens) return;
    this.counts = null;
    this.watch(countedShare(this.sets, counts, this.counted));
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
    const { stream } = this;
    if (this.counts !== null) this.learn(this.counts);
    const { automaton, outputs } = this;
    const { table } = outputs;
    automaton.run(stream, 0, stream.count);
    this.attempts!.begin(stream.count);
    const { events, eventCount } = automaton;
    for (let event = 0; event < eventCount; event += 2) {
      const output = events[event]! * OUTPUT_WIDTH;
      const at = events[event + 1]!;
      const pattern = table[output]!;
      const first = at - table[output + 1]! + 1;
      const before = table[output + 2]!;
      if (before < 0) {
        this.hits.add(pattern, first, at + 1, 0);
        continue;
      }
      const earliest = this.earliest(first, before);
      const latest = first - table[output + 3]!;
      if (latest < earliest) continue;
      const verdict = outputs.check(output, earliest, latest, first, stream);
      if (verdict === FOUND) this.hits.add(pattern, latest, latest + table[output + LENGTH]!, 0);
      else if (verdict === POSSIBLE) this.attempts!.each(pattern, earliest, latest, (from, to) => this.tryStarts(pattern, from, to));
    }
  }

  /** The earliest start, at most `before` tokens back, of a match that holds this token: none leaves its sentence. */
  private earliest(token: number, before: number): number {
    const { flags } = this.tokens;
    const last = Math.max(token - before, 0);
    let at = token;
    while (at > last && (flags[at]! & FIRST_OF_SENTENCE) === 0) at -= 1;
    return at;
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
    return this.automaton.bytes + this.sets.bytes + this.outputs.bytes + this.programCode.bytes;
  }

  get stateCount(): number {
    return this.automaton.stateCount;
  }

  private tryStarts(pattern: number, from: number, to: number): void {
    const program = (this.programAt[pattern] ??= this.programCode.add(this.programs[pattern]!, this.sets));
    for (let start = from; start <= to; start += 1) this.verifier.from(this.programCode.code, program, pattern, this.tokens, start, this.hits);
  }
}
