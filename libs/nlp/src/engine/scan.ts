import {
  BYTE_DIGIT, BYTE_SPACE, BYTE_STOP, BYTE_WIDE, ELLIPSIS, EXCLAMATION, FOLD_TABLE, FULL_STOP, INVISIBLE, QUESTION, SYMBOL, UPPER,
} from './fold-table.js';
import { ScanMemory } from './scan-memory.js';
import { capitalFollows, lastStop, stopEndsSentence } from './sentence-end.js';
import { SlowWords } from './slow-words.js';
import type { TokenSets } from './token-sets.js';
import { ALL_CAPITALS, CAPITALISED, FIRST_OF_SENTENCE, FIRST_OF_TURN, MARK, NUMERIC } from './token-stream.js';
import type { TokenStream } from './token-stream.js';

/** [start, end) in UTF-16 units. */
export type Range = readonly [number, number];

/** A turn to read; only the given ranges of it (ascending, none overlapping) when there are any. */
export interface TurnText {
  readonly text: string;
  readonly ranges?: readonly Range[];
}

/** Turns are read together up to about this many UTF-16 units: the way into native code and back costs more than a short turn. */
const BATCH_UNITS = 1 << 15;
/** Where the numbers are that the fast loop and this one hand to and fro. */
const POSITION = 0;
const COUNT = 1;
const PENDING = 2;
const LINE_START = 3;

/**
 * Turns text into tokens in one pass: letters, digits, `€ $ £ %` and `? !` are words; apostrophes, hyphens and spaces part them. Nearly all of it
 * happens in libs/nlp/wasm/scan.ts; what that leaves, one word or sign at a time, is read here.
 */
export class Scanner {
  private readonly slow: SlowWords;
  private readonly symbols = new Int32Array(0x10000);

  constructor(private readonly sets: TokenSets) {
    this.slow = new SlowWords(sets);
    for (const sign of ['€', '$', '£', '%', '?', '!']) this.symbols[sign.charCodeAt(0)] = sets.classes[sets.vocabulary.id(sign)]!;
  }

  /** Appends turns to the stream. */
  scan(turns: readonly TurnText[], stream: TokenStream): void {
    for (let from = 0; from < turns.length; ) {
      let units = turns[from]!.text.length;
      let to = from + 1;
      for (; to < turns.length && units < BATCH_UNITS; to += 1) units += turns[to]!.text.length + 1;
      this.scanBatch(turns, from, to, units, stream);
      from = to;
    }
  }

  private scanBatch(turns: readonly TurnText[], from: number, to: number, units: number, stream: TokenStream): void {
    const memory = ScanMemory.shared;
    memory.open(units, this.sets);
    let base = 0;
    for (let turn = from; turn < to; turn += 1) {
      const { text } = turns[turn]!;
      memory.put(text, base);
      base += text.length + 1;
    }
    memory.fold(units);
    const { state, flags } = memory;
    state[COUNT] = 0;
    base = 0;
    for (let turn = from; turn < to; turn += 1) {
      const { ranges, text: { length } } = turns[turn]!;
      const first = state[COUNT];
      if (ranges === undefined) this.scanRange(memory, base, 0, length);
      else for (const [start, end] of ranges) this.scanRange(memory, base, start, Math.min(end, length));
      if (state[COUNT] > first) flags[first]! |= FIRST_OF_TURN;
      stream.closeTurn(stream.count + state[COUNT]);
      base += length + 1;
    }
    stream.append(memory, state[COUNT]);
  }

  private scanRange(memory: ScanMemory, base: number, from: number, to: number): void {
    const { codes, state } = memory;
    const end = base + to;
    // Ends the last word of the range as a separator would.
    const kept = codes[end]!;
    codes[end] = BYTE_SPACE;
    state[POSITION] = base + from;
    state[PENDING] = FIRST_OF_SENTENCE;
    state[LINE_START] = base + from;
    const first = state[COUNT]!;
    for (;;) {
      memory.scan(base, end, first);
      if (state[POSITION] >= end) break;
      this.readOne(memory, base, end, first);
    }
    codes[end] = kept;
  }

  /** Reads the one word or sign on which the fast loop stopped. */
  private readOne(memory: ScanMemory, base: number, to: number, first: number): void {
    const { codes, units, state, classes, starts, ends, flags } = memory;
    const at = state[POSITION]!;
    const count = state[COUNT]!;
    const pending = state[PENDING]!;
    const byte = codes[at]!;
    /** Keeps one token and goes on behind it. */
    const token = (end: number, tokenClass: number, its: number, next: number): void => {
      classes[count] = tokenClass;
      starts[count] = at - base;
      ends[count] = end - base;
      flags[count] = its;
      state[COUNT] = count + 1;
      state[PENDING] = next;
      state[POSITION] = end;
    };
    if (byte === BYTE_DIGIT) {
      const end = this.slow.number(units, at, to);
      token(end, this.slow.found, pending | NUMERIC, 0);
      return;
    }
    if (byte < BYTE_STOP || (byte >= (BYTE_STOP | BYTE_WIDE) && byte !== (BYTE_STOP | BYTE_WIDE | INVISIBLE))) {
      const end = this.slow.word(units, at, to);
      token(end, this.slow.found, FOLD_TABLE[units[at]!]! < UPPER ? pending : pending | capitals(units, at, end), 0);
      return;
    }
    const code = byte & ~BYTE_STOP;
    if (code === SYMBOL || code === QUESTION || code === EXCLAMATION) {
      const mark = code !== SYMBOL;
      // « ?! » closes one sentence, not two.
      const again = mark && count > first && (flags[count - 1]! & MARK) !== 0;
      token(at + 1, this.symbols[units[at]!]!, (again ? 0 : pending) | (mark ? MARK : 0), mark ? FIRST_OF_SENTENCE : 0);
      return;
    }
    let last = at;
    if (code === ELLIPSIS) {
      if (capitalFollows(units, at + 1, to)) state[PENDING] = FIRST_OF_SENTENCE;
    } else if (code === FULL_STOP && count > first && pending === 0) {
      last = lastStop(units, at, to);
      if (stopEndsSentence(units, starts[count - 1]! + base, ends[count - 1]! + base, last, to)) state[PENDING] = FIRST_OF_SENTENCE;
    }
    state[POSITION] = last + 1;
  }
}

/** Flags of a word whose first letter is a capital. */
function capitals(units: Uint16Array, start: number, end: number): number {
  for (let at = start + 1; at < end; at += 1) {
    const entry = FOLD_TABLE[units[at]!]!;
    if (entry < UPPER && entry !== INVISIBLE) return CAPITALISED;
  }
  return CAPITALISED | ALL_CAPITALS;
}
