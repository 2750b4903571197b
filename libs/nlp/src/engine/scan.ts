import {
  APOSTROPHE, BYTE_DIGIT, BYTE_SPACE, BYTE_STOP, BYTE_UPPER, BYTE_WIDE, ELLIPSIS, EXCLAMATION, FOLD_BYTES, FOLD_TABLE, FULL_STOP, HYPHEN, INVISIBLE,
  LINE_FEED, QUESTION, SLASH, SYMBOL, UPPER,
} from './fold-table.js';
import { capitalFollows, lastStop, stopEndsSentence } from './sentence-end.js';
import { SlowWords } from './slow-words.js';
import type { TokenSets } from './token-sets.js';
import { ALL_CAPITALS, CAPITALISED, FIRST_OF_SENTENCE, FIRST_OF_TURN, JOINED_TO_NEXT, MARK, NUMERIC, SLASH_TO_NEXT } from './token-stream.js';
import type { TokenStream } from './token-stream.js';
import { packedHash } from './word-table.js';

/** [start, end) in UTF-16 units. */
export type Range = readonly [number, number];

/** Shorter texts are copied unit by unit: the way into native code and back costs more. */
const SHORT_TEXT = 48;
/** The high bits of four bytes of the folded text, and the bits of four letters. */
const STOPS = 0x80808080 | 0;
const LETTERS = 0x1f1f1f1f;
/** Room past the end, since the text is read four bytes at a time. */
const MARGIN = 16;
/** A line shorter than this was ended by its writer, not by a mail program that wraps at 65 to 80 columns. */
const WRAPPED_LINE = 50;

/**
 * Turns text into tokens in one pass: letters, digits, `€ $ £ %` and `? !` are words; apostrophes, hyphens and spaces part them. The text is copied
 * once into a reused buffer and folded into bytes there; a word is then read four letters at a time and found by all its letters at once.
 */
export class Scanner {
  private units = new Uint16Array(1 << 16);
  private bytes = Buffer.from(this.units.buffer);
  private codes = new Uint8Array((1 << 16) + MARGIN);
  private view = new DataView(this.codes.buffer);
  private readonly slow: SlowWords;
  private readonly symbols: Int32Array;

  constructor(private readonly sets: TokenSets) {
    this.slow = new SlowWords(sets);
    this.symbols = new Int32Array(0x10000);
    for (const sign of ['€', '$', '£', '%', '?', '!']) this.symbols[sign.charCodeAt(0)] = sets.classes[sets.vocabulary.id(sign)]!;
  }

  /** Appends one turn to the stream; only the given ranges of it are read (ascending, none overlapping). */
  scan(text: string, stream: TokenStream, ranges?: readonly Range[]): void {
    this.fold(text);
    stream.reserve(text.length + 1);
    const first = stream.count;
    if (ranges === undefined) this.scanRange(0, text.length, stream);
    else for (const [start, end] of ranges) this.scanRange(start, Math.min(end, text.length), stream);
    if (stream.count > first) stream.flags[first]! |= FIRST_OF_TURN;
    stream.closeTurn();
  }

  private fold(text: string): void {
    const { length } = text;
    if (length > this.units.length) {
      this.units = new Uint16Array(length * 2);
      this.bytes = Buffer.from(this.units.buffer);
      this.codes = new Uint8Array(length * 2 + MARGIN);
      this.view = new DataView(this.codes.buffer);
    }
    const { units, codes } = this;
    if (length < SHORT_TEXT) for (let at = 0; at < length; at += 1) units[at] = text.charCodeAt(at);
    else this.bytes.write(text, 'utf16le');
    for (let at = 0; at < length; at += 1) codes[at] = FOLD_BYTES[units[at]!]!;
  }

  private scanRange(from: number, to: number, stream: TokenStream): void {
    const { units, codes, view, slow } = this;
    const { slots, factors, seed, complete } = this.sets.words;
    const bucketShift = 32 - this.sets.words.bucketBits;
    const slotShift = 32 - this.sets.words.slotBits;
    const { classes, starts, ends, flags } = stream;
    // Ends the last word of the range as a separator would.
    const kept = codes[to]!;
    codes[to] = BYTE_SPACE;
    let count = stream.count;
    /** Flags the next token gets. */
    let pending = FIRST_OF_SENTENCE;
    let lineStart = from;
    let at = from;
    while (at < to) {
      const byte = codes[at]!;
      if (byte < BYTE_STOP) {
        // A word of letters. Nearly every character of every text goes through here, so that there is no loop over letters and hardly a branch:
        // of the first eight letters those before the first stop are kept by masks.
        const bytes0 = view.getInt32(at, true);
        const bytes1 = view.getInt32(at + 4, true);
        const stop0 = bytes0 & STOPS;
        const stop1 = bytes1 & STOPS;
        const mask0 = ((stop0 & -stop0) >>> 7) - 1;
        const mask1 = (((stop1 & -stop1) >>> 7) - 1) & ~((stop0 | -stop0) >> 31);
        let length = (64 - Math.clz32(mask0) - Math.clz32(mask1)) >> 3;
        const letters0 = bytes0 & mask0 & LETTERS;
        const letters1 = bytes1 & mask1 & LETTERS;
        let letters2 = 0;
        if (length === 8) {
          const bytes2 = view.getInt32(at + 8, true);
          const stop2 = bytes2 & STOPS;
          const mask2 = ((stop2 & -stop2) >>> 7) - 1;
          letters2 = bytes2 & mask2 & LETTERS;
          length = (96 - Math.clz32(mask2)) >> 3;
        }
        const end = at + length;
        const follower = codes[end]!;
        const first = bytes0 & BYTE_UPPER;
        if ((follower & (BYTE_STOP | BYTE_WIDE)) === BYTE_STOP && complete) {
          const hash = packedHash(letters0, letters1, letters2, seed);
          const slot = (Math.imul(hash, factors[hash >>> bucketShift]!) >>> slotShift) << 2;
          const same = ((slots[slot]! ^ letters0) | (slots[slot + 1]! ^ letters1) | (slots[slot + 2]! ^ letters2)) === 0;
          classes[count] = same ? slots[slot + 3]! : 0;
          ends[count] = end;
          starts[count] = at;
          flags[count] = first === 0 ? pending : pending | this.capitals(at, end);
          // The commonest follower by far is a single space.
          at = follower === BYTE_SPACE ? end + 1 : end;
        } else {
          starts[count] = at;
          ends[count] = slow.word(units, at, to);
          classes[count] = slow.found;
          flags[count] = first === 0 ? pending : pending | this.capitals(at, ends[count]!);
          at = ends[count]!;
        }
        count += 1;
        pending = 0;
        continue;
      }
      if (byte !== BYTE_DIGIT && startsWord(byte)) {
        starts[count] = at;
        ends[count] = slow.word(units, at, to);
        classes[count] = slow.found;
        flags[count] = FOLD_TABLE[units[at]!]! < UPPER ? pending : pending | this.capitals(at, ends[count]!);
        at = ends[count]!;
        count += 1;
        pending = 0;
        continue;
      }
      if (byte === BYTE_DIGIT) {
        starts[count] = at;
        at = slow.number(units, at, to);
        classes[count] = slow.found;
        ends[count] = at;
        flags[count] = pending | NUMERIC;
        count += 1;
        pending = 0;
        continue;
      }
      const code = byte & ~BYTE_STOP;
      switch (code) {
        case APOSTROPHE:
        case HYPHEN: {
          // Joined only when a word stands on both sides.
          if (count > stream.count && ends[count - 1] === at && at + 1 < to && startsWord(codes[at + 1]!)) {
            flags[count - 1]! |= JOINED_TO_NEXT;
          }
          break;
        }
        case SLASH:
          if (count > stream.count && ends[count - 1] === at) flags[count - 1]! |= SLASH_TO_NEXT;
          break;
        case SYMBOL:
        case QUESTION:
        case EXCLAMATION: {
          const mark = code !== SYMBOL;
          // « ?! » closes one sentence, not two.
          const again = mark && count > stream.count && (flags[count - 1]! & MARK) !== 0;
          classes[count] = this.symbols[units[at]!]!;
          starts[count] = at;
          ends[count] = at + 1;
          flags[count] = (again ? 0 : pending) | (mark ? MARK : 0);
          count += 1;
          pending = mark ? FIRST_OF_SENTENCE : 0;
          break;
        }
        case ELLIPSIS:
          if (capitalFollows(units, at + 1, to)) pending = FIRST_OF_SENTENCE;
          break;
        case FULL_STOP:
          if (count > stream.count && pending === 0) {
            at = lastStop(units, at, to);
            if (stopEndsSentence(units, starts[count - 1]!, ends[count - 1]!, at, to)) pending = FIRST_OF_SENTENCE;
          }
          break;
        case LINE_FEED:
          if (at - lineStart < WRAPPED_LINE) pending = FIRST_OF_SENTENCE;
          lineStart = at + 1;
          break;
        default:
          break;
      }
      at += 1;
    }
    stream.count = count;
    codes[to] = kept;
  }

  /** Flags of a word whose first letter is a capital. */
  private capitals(start: number, end: number): number {
    for (let at = start + 1; at < end; at += 1) {
      const entry = FOLD_TABLE[this.units[at]!]!;
      if (entry < UPPER && entry !== INVISIBLE) return CAPITALISED;
    }
    return CAPITALISED | ALL_CAPITALS;
  }
}

/** Whether a byte of the folded text opens a word or number. */
const startsWord = (byte: number): boolean =>
  byte < BYTE_STOP || byte === BYTE_DIGIT || (byte >= (BYTE_STOP | BYTE_WIDE) && byte !== (BYTE_STOP | BYTE_WIDE | INVISIBLE));
