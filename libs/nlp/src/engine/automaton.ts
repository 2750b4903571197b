import { BitRows, setBit } from './bit-rows.js';
import type { TokenSets } from './token-sets.js';
import { FIRST_OF_SENTENCE } from './token-stream.js';
import type { TokenStream } from './token-stream.js';
import { grown, hashOf, NONE, TransitionTable } from './transition-table.js';
import type { Path } from './trigger.js';

interface Node {
  /** Set id → node. */
  readonly children: Map<number, number>;
  readonly outputs: Output[];
}

interface Output {
  readonly output: number;
  /** Tokens of the path. */
  readonly length: number;
  /** The class of which the token before the path must be; -1 for any. */
  readonly left: number;
}

/** Beyond this many states the automaton forgets them all and starts anew: memory stays bounded on any text. */
const MOST_STATES = 1 << 16;
const MOST_TRANSITIONS = 1 << 19;
/** A state with more ways on than this has them in a row of bits of its own. */
const MOST_WAYS = 24;
/** Numbers of an output. */
const OUTPUT = 3;
/** Bits of the filter per node of the trie, and its least size. */
const FILTER_BITS = 16;
const LEAST_FILTER = 1 << 13;
const MOST_FILTER = 1 << 19;

/** A state is its number times STATE and these flags, so that the loop asks no table about it. */
const STATE = 8;
const HAS_OUTPUTS = 1;
/** It has ways on of its own, not only those of the root. */
const HAS_WAYS = 2;
/** Its ways on are in a row of bits of its own. */
const MAPPED = 4;

/**
 * ONE automaton for all patterns: a trie over sets of tokens, run as a deterministic automaton over token classes whose states are
 * made when a text first needs them. State 0 waits for anything. Most words lead where they lead from state 0; only the ways that differ are in
 * the table, and one bit, in a filter that all states share or in a row of the state's own, tells nearly always that there is none.
 */
export class Automaton {
  private readonly nodes: Node[] = [{ children: new Map(), outputs: [] }];
  /** State → the trie nodes it stands for, ascending, the root left out. */
  private states: Int32Array[] = [];
  private stateOf = new Map<string, number>();
  /** Per state, where its outputs begin and end in `outputs`. */
  private outputsAt = new Int32Array(0);
  /** Triples (output, tokens of its path, class of the token before). */
  private outputs = new Int32Array(0);
  private outputsUsed = 0;
  private fromRoot = new Int32Array(0);
  /** 1 for the classes on which a path begins: most words are passed over by this alone. */
  private beginners = new Uint8Array(0);
  private transitions = new TransitionTable();
  /** A bit for each (state, class) on which a state of few ways may have one; a bit set for nothing costs a look-up, no error. */
  private filter = new Int32Array(0);
  private rows = new BitRows(0);
  /** Where a mapped state's row begins. */
  private rowOf: number[] = [];

  /** Pairs (output, token position) found by the last run, as far as `events.length`. */
  events = new Int32Array(1024);
  eventCount = 0;

  constructor(private readonly sets: TokenSets) {}

  /** Watches for a row of sets; `output` is what an event will carry. The sets are frozen. */
  watch({ sets, left }: Path, output: number): void {
    let at = 0;
    for (const set of sets) {
      let next = this.nodes[at]!.children.get(set);
      if (next === undefined) {
        next = this.nodes.push({ children: new Map(), outputs: [] }) - 1;
        this.nodes[at]!.children.set(set, next);
      }
      at = next;
    }
    const classes = left < 0 ? [] : this.sets.classesOfSet[left]!;
    this.nodes[at]!.outputs.push({ output, length: sets.length, left: classes.length === 1 ? classes[0]! : -1 });
  }

  /** Call once the sets are frozen. */
  freeze(): void {
    this.beginners = new Uint8Array(this.sets.setsOfClass.length);
    for (const set of this.nodes[0]!.children.keys()) for (const tokenClass of this.sets.classesOfSet[set]!) this.beginners[tokenClass] = 1;
    this.forget();
  }

  get stateCount(): number {
    return this.states.length;
  }

  /** Bytes of the tables made so far. */
  get bytes(): number {
    const states = this.states.reduce((sum, nodes) => sum + nodes.byteLength + 24, 0);
    return this.fromRoot.byteLength + this.transitions.bytes + this.filter.byteLength + this.rows.words.byteLength + this.events.byteLength + this.outputs.byteLength + this.outputsAt.byteLength + states;
  }

  run(stream: TokenStream, from: number, to: number): void {
    const { classes, flags } = stream;
    this.eventCount = 0;
    // Held in locals: the loop runs once per word of everything that is ever read.
    const { beginners } = this;
    let { fromRoot, filter, rowOf } = this;
    let rows = this.rows.words;
    const bits = filter.length * 32 - 1;
    let state = 0;
    for (let at = from; at < to; at += 1) {
      if (state === 0) {
        while (at < to && beginners[classes[at]!] === 0) at += 1;
        if (at === to) return;
      }
      const tokenClass = classes[at]!;
      let next = fromRoot[tokenClass]!;
      let origin = 0;
      if ((state & HAS_WAYS) !== 0 && tokenClass !== 0 && (flags[at]! & FIRST_OF_SENTENCE) === 0) {
        let bit = tokenClass;
        let word: number;
        if ((state & MAPPED) === 0) {
          bit = hashOf(state, tokenClass) & bits;
          word = filter[bit >>> 5]!;
        } else word = rows[rowOf[(state / STATE) | 0]! + (tokenClass >>> 5)]!;
        if (((word >>> bit) & 1) !== 0) {
          origin = state;
          next = this.transitions.find(state, tokenClass);
        }
      }
      if (next === NONE) {
        next = this.learn(origin, tokenClass);
        ({ fromRoot, filter, rowOf } = this);
        rows = this.rows.words;
      }
      state = next;
      if ((state & HAS_OUTPUTS) !== 0) this.emit((state / STATE) | 0, classes, flags, at);
    }
  }

  private emit(state: number, classes: Int32Array, flags: Uint8Array, at: number): void {
    const { outputs } = this;
    const from = this.outputsAt[state * 2]!;
    const to = this.outputsAt[state * 2 + 1]!;
    if (this.eventCount + to - from > this.events.length) {
      this.events = grown(this.events, to - from);
    }
    const { events } = this;
    let count = this.eventCount;
    for (let output = from; output < to; output += OUTPUT) {
      const left = outputs[output + 2]!;
      if (left >= 0) {
        const first = at - outputs[output + 1]! + 1;
        if ((flags[first]! & FIRST_OF_SENTENCE) !== 0 || classes[first - 1] !== left) continue;
      }
      events[count] = outputs[output]!;
      events[count + 1] = at;
      count += 2;
    }
    this.eventCount = count;
  }

  /** Computes where a state goes on a class, and keeps it. */
  private learn(state: number, tokenClass: number): number {
    const active = this.states[(state / STATE) | 0]!;
    const reached: number[] = [];
    const sets = this.sets.setsOfClass[tokenClass]!;
    for (let index = -1; index < active.length; index += 1) {
      const { children } = this.nodes[index < 0 ? 0 : active[index]!]!;
      if (children.size === 0) continue;
      for (let at = 0; at < sets.length; at += 1) {
        const child = children.get(sets[at]!);
        if (child !== undefined) reached.push(child);
      }
    }
    if (this.states.length >= MOST_STATES || this.transitions.count >= MOST_TRANSITIONS) {
      this.forget();
      return this.stateFor(reached);
    }
    const next = this.stateFor(reached);
    if (state === 0) this.fromRoot[tokenClass] = next;
    else this.transitions.put(state, tokenClass, next);
    return next;
  }

  private stateFor(reached: number[]): number {
    if (reached.length === 0) return 0;
    const nodes = Int32Array.from(reached).sort();
    const key = nodes.join(',');
    const known = this.stateOf.get(key);
    if (known !== undefined) return known;
    const outputs = reached.flatMap((node) => this.nodes[node]!.outputs);
    const ways = this.waysOf(nodes);
    const number = this.states.push(nodes) - 1;
    const state = number * STATE + (outputs.length === 0 ? 0 : HAS_OUTPUTS) + (ways.size === 0 ? 0 : HAS_WAYS) + (ways.size > MOST_WAYS ? MAPPED : 0);
    this.stateOf.set(key, state);
    this.keepOutputs(number, outputs);
    this.rowOf.push(ways.size > MOST_WAYS ? this.rows.add(ways) : 0);
    if (ways.size <= MOST_WAYS) for (const tokenClass of ways) setBit(this.filter, hashOf(state, tokenClass) & (this.filter.length * 32 - 1));
    return state;
  }

  private keepOutputs(state: number, outputs: readonly Output[]): void {
    if (state * 2 + 2 > this.outputsAt.length) this.outputsAt = grown(this.outputsAt);
    if (this.outputsUsed + outputs.length * OUTPUT > this.outputs.length) this.outputs = grown(this.outputs, outputs.length * OUTPUT);
    this.outputsAt[state * 2] = this.outputsUsed;
    for (const { output, length, left } of outputs) {
      this.outputs.set([output, length, left], this.outputsUsed);
      this.outputsUsed += OUTPUT;
    }
    this.outputsAt[state * 2 + 1] = this.outputsUsed;
  }

  /** The classes on which these nodes have a way on. */
  private waysOf(nodes: Int32Array): Set<number> {
    const ways = new Set<number>();
    for (const node of nodes) {
      for (const set of this.nodes[node]!.children.keys()) for (const tokenClass of this.sets.classesOfSet[set]!) ways.add(tokenClass);
    }
    return ways;
  }

  private forget(): void {
    this.states = [new Int32Array(0)];
    this.stateOf = new Map([['', 0]]);
    this.outputsAt = new Int32Array(1024);
    this.outputs = new Int32Array(1024);
    this.outputsUsed = 0;
    this.rowOf = [0];
    this.fromRoot = new Int32Array(this.sets.setsOfClass.length).fill(NONE);
    // A word of no set leads nowhere.
    this.fromRoot[0] = 0;
    this.transitions = new TransitionTable();
    let bits = LEAST_FILTER;
    while (bits < this.nodes.length * FILTER_BITS && bits < MOST_FILTER) bits *= 2;
    this.filter = new Int32Array(bits / 32);
    this.rows = new BitRows(this.sets.setsOfClass.length);
  }
}
