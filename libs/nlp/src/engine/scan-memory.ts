import { readBuiltFile } from '../read/lexicon-file.js';
import { FOLD_BYTES } from './fold-table.js';
import { abbreviationBits } from './sentence-end.js';
import type { TokenSets } from './token-sets.js';

/** Addresses and numbers that libs/nlp/wasm/scan.ts works with. */
type Setting =
  | 'abbreviations' | 'bucketShift' | 'classes' | 'codes' | 'complete' | 'ends' | 'exclamationClass' | 'factors' | 'flags' | 'foldTable' | 'questionClass' | 'seed'
  | 'slots' | 'slotShift' | 'starts' | 'units';

/** What it exports: two loops, and its settings. */
type ScanExports = Readonly<Record<Setting, WebAssembly.Global>> & {
  fold(length: number): void;
  scan(base: number, to: number, first: number): void;
};

const PAGE = 65_536;
const FIRST_UNITS = 1 << 16;
/** The loops read and write up to sixteen characters past the end. */
const MARGIN = 32;
/** Behind the four numbers at address 0. */
const FOLD_TABLE_AT = 64;
const ABBREVIATIONS_AT = FOLD_TABLE_AT + 65_536;
const TEXT_AT = ABBREVIATIONS_AT + 512;

const aligned = (bytes: number): number => (bytes + 63) & ~63;

/**
 * The memory of the WebAssembly loops: one text being read, its tokens, and the word table (`WordTable`) of one rulebook. There is one per process, since every
 * such memory takes gigabytes of addresses; a reading copies its tokens out before another begins.
 */
export class ScanMemory {
  private static only: ScanMemory | undefined;

  private readonly memory = new WebAssembly.Memory({ initial: 1 });
  private readonly exports: ScanExports;
  private capacity = 0;
  private tablesAt = 0;
  private sets: TokenSets | null = null;

  /** Position, count of tokens, flags of the next token, start of the line. */
  state = new Int32Array(0);
  units = new Uint16Array(0);
  codes = new Uint8Array(0);
  classes = new Int32Array(0);
  starts = new Int32Array(0);
  ends = new Int32Array(0);
  flags = new Uint8Array(0);
  private text = Buffer.alloc(0);

  private constructor() {
    const compiled = new WebAssembly.Module(new Uint8Array(readBuiltFile('wasm/scan.wasm')));
    this.exports = new WebAssembly.Instance<ScanExports>(compiled, { env: { memory: this.memory } }).exports;
    this.layOut(FIRST_UNITS);
    const bytes = new Uint8Array(this.memory.buffer);
    bytes.set(FOLD_BYTES, FOLD_TABLE_AT);
    bytes.set(abbreviationBits(), ABBREVIATIONS_AT);
    this.set('foldTable', FOLD_TABLE_AT);
    this.set('abbreviations', ABBREVIATIONS_AT);
  }

  static get shared(): ScanMemory {
    return (ScanMemory.only ??= new ScanMemory());
  }

  /** Makes room for a text of so many UTF-16 units, to be read with the words of these sets. */
  open(units: number, sets: TokenSets): void {
    if (units > this.capacity) this.layOut(units * 2);
    if (this.sets !== sets) this.take(sets);
  }

  /** Copies a part of the text in. */
  put(text: string, at: number): void {
    this.text.write(text, at * 2, text.length * 2, 'utf16le');
  }

  /** Folds the text's first `units`. */
  fold(units: number): void {
    this.exports.fold(units);
  }

  /** Reads on from `state` to the end of a range or the next thing that is left to the slow way. */
  scan(base: number, to: number, first: number): void {
    this.exports.scan(base, to, first);
  }

  private set(name: Setting, value: number): void {
    this.exports[name].value = value;
  }

  private layOut(units: number): void {
    this.capacity = units;
    this.sets = null;
    let end = TEXT_AT;
    const room = (name: Setting, bytes: number): number => {
      const at = end;
      end = aligned(end + bytes);
      this.set(name, at);
      return at;
    };
    const at = {
      units: room('units', (units + MARGIN) * 2),
      codes: room('codes', units + MARGIN),
      classes: room('classes', (units + 1) * 4),
      starts: room('starts', (units + 1) * 4),
      ends: room('ends', (units + 1) * 4),
      flags: room('flags', units + 1),
    };
    this.tablesAt = end;
    this.growTo(end);
    const { buffer } = this.memory;
    this.state = new Int32Array(buffer, 0, 4);
    this.units = new Uint16Array(buffer, at.units, units + MARGIN);
    this.codes = new Uint8Array(buffer, at.codes, units + MARGIN);
    this.classes = new Int32Array(buffer, at.classes, units + 1);
    this.starts = new Int32Array(buffer, at.starts, units + 1);
    this.ends = new Int32Array(buffer, at.ends, units + 1);
    this.flags = new Uint8Array(buffer, at.flags, units + 1);
    this.text = Buffer.from(buffer, at.units, units * 2);
  }

  private take(sets: TokenSets): void {
    const { words, vocabulary, classes } = sets;
    const factorsAt = aligned(this.tablesAt + words.slots.byteLength);
    if (factorsAt + words.factors.byteLength > this.memory.buffer.byteLength) {
      this.growTo(factorsAt + words.factors.byteLength);
      // Growing the memory takes its old views away.
      this.layOut(this.capacity);
    }
    new Int32Array(this.memory.buffer, this.tablesAt).set(words.slots);
    new Int32Array(this.memory.buffer, factorsAt).set(words.factors);
    this.set('slots', this.tablesAt);
    this.set('factors', factorsAt);
    this.set('seed', words.seed);
    this.set('bucketShift', 32 - words.bucketBits);
    this.set('slotShift', 32 - words.slotBits);
    this.set('complete', words.complete ? 1 : 0);
    this.set('questionClass', classes[vocabulary.id('?')]!);
    this.set('exclamationClass', classes[vocabulary.id('!')]!);
    this.sets = sets;
  }

  private growTo(bytes: number): void {
    const missing = bytes - this.memory.buffer.byteLength;
    if (missing > 0) this.memory.grow(Math.ceil(missing / PAGE));
  }
}
