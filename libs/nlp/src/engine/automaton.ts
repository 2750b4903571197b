import type { TokenSets } from './token-sets.js';
import { FIRST_OF_SENTENCE } from './token-stream.js';
import type { TokenStream } from './token-stream.js';

interface Node {
  /** Set id → node. */
  readonly children: Map<number, number>;
  readonly outputs: number[];
}

/** Beyond this many states the automaton forgets them all and starts anew: memory stays bounded on any text. */
const MOST_STATES = 1 << 16;
const MOST_TRANSITIONS = 1 << 19;
/** Numbers in a slot. */
const SLOT = 4;
const FIRST_SLOTS = 1024;

/**
 * ONE automaton for all patterns: a trie over sets of tokens, run as a deterministic automaton over token classes whose states are
 * made when a text first needs them. State 0 waits for anything.
 */
export class Automaton {
  private readonly nodes: Node[] = [{ children: new Map(), outputs: [] }];
  /** State → the trie nodes it stands for, ascending, the root left out. */
  private states: Int32Array[] = [];
  private stateOf = new Map<string, number>();
  private outputsOf: (Int32Array | null)[] = [];
  private fromRoot = new Int32Array(0);
  /** Open addressing over (state, class, next, unused): a look-up touches one line of the cache. */
  private slots = new Int32Array(FIRST_SLOTS * SLOT).fill(-1);
  private transitions = 0;

  /** Pairs (output, token position) found by the last run, as far as `events.length`. */
  events = new Int32Array(1024);
  eventCount = 0;

  constructor(private readonly sets: TokenSets) {}

  /** Watches for a row of sets; `output` is what an event will carry. */
  watch(path: readonly number[], output: number): void {
    let at = 0;
    for (const set of path) {
      let next = this.nodes[at]!.children.get(set);
      if (next === undefined) {
        next = this.nodes.push({ children: new Map(), outputs: [] }) - 1;
        this.nodes[at]!.children.set(set, next);
      }
      at = next;
    }
    this.nodes[at]!.outputs.push(output);
  }

  /** Call once the sets are frozen. */
  freeze(): void {
    this.forget();
  }

  get stateCount(): number {
    return this.states.length;
  }

  /** Bytes of the tables made so far. */
  get bytes(): number {
    const states = this.states.reduce((sum, nodes) => sum + nodes.byteLength + 24, 0);
    return this.fromRoot.byteLength + this.slots.byteLength + this.events.byteLength + states;
  }

  run(stream: TokenStream, from: number, to: number): void {
    const { classes, flags } = stream;
    this.eventCount = 0;
    // Held in locals: the loop runs once per word of everything that is ever read.
    let { fromRoot, slots, outputsOf } = this;
    let mask = slots.length - 1;
    let state = 0;
    for (let at = from; at < to; at += 1) {
      const tokenClass = classes[at]!;
      if (tokenClass === 0) {
        state = 0;
        continue;
      }
      if ((flags[at]! & FIRST_OF_SENTENCE) !== 0) state = 0;
      let next: number;
      if (state === 0) next = fromRoot[tokenClass]!;
      else {
        let slot = hashOf(state, tokenClass) & mask;
        next = slots[slot + 2]!;
        while (next >= 0 && (slots[slot] !== state || slots[slot + 1] !== tokenClass)) {
          slot = (slot + SLOT) & mask;
          next = slots[slot + 2]!;
        }
      }
      if (next < 0) {
        next = this.learn(state, tokenClass);
        ({ fromRoot, slots, outputsOf } = this);
        mask = slots.length - 1;
      }
      state = next;
      const outputs = outputsOf[state]!;
      if (outputs !== null) this.emit(outputs, at);
    }
  }

  private emit(outputs: Int32Array, at: number): void {
    const needed = this.eventCount + outputs.length * 2;
    if (needed > this.events.length) {
      const grown = new Int32Array(Math.max(needed, this.events.length * 2));
      grown.set(this.events);
      this.events = grown;
    }
    for (let index = 0; index < outputs.length; index += 1) {
      this.events[this.eventCount] = outputs[index]!;
      this.events[this.eventCount + 1] = at;
      this.eventCount += 2;
    }
  }

  /** Computes where a state goes on a class, and keeps it. */
  private learn(state: number, tokenClass: number): number {
    const active = this.states[state]!;
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
    if (this.states.length >= MOST_STATES || this.transitions >= MOST_TRANSITIONS) {
      this.forget();
      return this.stateFor(reached);
    }
    const next = this.stateFor(reached);
    if (state === 0) this.fromRoot[tokenClass] = next;
    else this.keep(state, tokenClass, next);
    return next;
  }

  private stateFor(reached: number[]): number {
    if (reached.length === 0) return 0;
    const nodes = Int32Array.from(reached).sort();
    const key = nodes.join(',');
    const known = this.stateOf.get(key);
    if (known !== undefined) return known;
    const state = this.states.push(nodes) - 1;
    this.stateOf.set(key, state);
    const outputs = reached.flatMap((node) => this.nodes[node]!.outputs);
    this.outputsOf.push(outputs.length === 0 ? null : Int32Array.from(outputs));
    return state;
  }

  private keep(state: number, tokenClass: number, next: number): void {
    if (this.transitions * 2 * SLOT >= this.slots.length) this.grow();
    this.put(state, tokenClass, next);
    this.transitions += 1;
  }

  private put(state: number, tokenClass: number, next: number): void {
    const { slots } = this;
    const mask = slots.length - 1;
    let slot = hashOf(state, tokenClass) & mask;
    while (slots[slot + 2]! >= 0) slot = (slot + SLOT) & mask;
    slots[slot] = state;
    slots[slot + 1] = tokenClass;
    slots[slot + 2] = next;
  }

  private grow(): void {
    const { slots } = this;
    this.slots = new Int32Array(slots.length * 2).fill(-1);
    for (let slot = 0; slot < slots.length; slot += SLOT) {
      if (slots[slot + 2]! >= 0) this.put(slots[slot]!, slots[slot + 1]!, slots[slot + 2]!);
    }
  }

  private forget(): void {
    this.states = [new Int32Array(0)];
    this.stateOf = new Map([['', 0]]);
    this.outputsOf = [null];
    this.fromRoot = new Int32Array(this.sets.setsOfClass.length).fill(-1);
    this.slots = new Int32Array(FIRST_SLOTS * SLOT).fill(-1);
    this.transitions = 0;
  }
}

/** A multiple of SLOT. */
function hashOf(state: number, tokenClass: number): number {
  const hash = Math.imul(state, 0x9e3779b1) ^ Math.imul(tokenClass, 0x85ebca6b);
  return (hash ^ (hash >>> 15)) << 2;
}
