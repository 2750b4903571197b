/**
 * The innermost loops of the scanner, in AssemblyScript for WebAssembly with SIMD: sixteen characters are folded at once, and a word of up to
 * twelve letters is cut out, looked up and compared without a loop over its letters. What is rare (numbers, other alphabets, ligatures, long
 * words, most stops) is left to engine/scan.ts, which goes on from where this stopped.
 *
 * Addresses come from engine/scan-memory.ts, bytes and classes from engine/fold-table.ts, flags from engine/token-stream.ts; the oracle test
 * compares the whole with an implementation that shares nothing with it.
 */

// Where things are, in bytes; set by the owner of the memory.
export let foldTable: usize = 0;
export let units: usize = 0;
export let codes: usize = 0;
export let classes: usize = 0;
export let starts: usize = 0;
export let ends: usize = 0;
export let flags: usize = 0;
// The word table (engine/word-table.ts) of the rulebook in use.
export let slots: usize = 0;
export let factors: usize = 0;
export let seed: i32 = 0;
export let bucketShift: i32 = 0;
export let slotShift: i32 = 0;
/** The classes of « ? » and « ! ». */
export let questionClass: i32 = 0;
export let exclamationClass: i32 = 0;
/** A bit for each hash that a word has whose full stop may be part of it; see engine/sentence-end.ts. */
export let abbreviations: usize = 0;
/** 0 when the rulebook's words could not be laid out: every word is then looked up the slow way. */
export let complete: i32 = 0;

/** Four numbers at address 0 are handed to and fro: position, count of tokens, flags of the next token, start of the line. */
const POSITION: usize = 0;
const COUNT: usize = 4;
const PENDING: usize = 8;
const LINE_START: usize = 12;

// engine/fold-table.ts
const STOP: u32 = 0x80;
const WIDE: u32 = 0x40;
const SPACE: u32 = 0x80;
const DIGIT: u32 = 0x90;
const INVISIBLE: u32 = 0xc1;
const APOSTROPHE: u32 = 0x84;
const HYPHEN: u32 = 0x85;
const FULL_STOP: u32 = 0x86;
const EXCLAMATION: u32 = 0x87;
const QUESTION: u32 = 0x88;
const ELLIPSIS: u32 = 0x89;
const LINE_FEED: u32 = 0x8a;
const SYMBOL: u32 = 0x8c;
const SLASH: u32 = 0x8d;
// engine/token-stream.ts
const FIRST_OF_SENTENCE: i32 = 1;
const CAPITALISED: i32 = 2;
const ALL_CAPITALS: i32 = 4;
const JOINED_TO_NEXT: u32 = 8;
const MARK: i32 = 32;
const SLASH_TO_NEXT: u32 = 64;
// engine/word-table.ts and engine/sentence-end.ts
const LONGEST_PACKED: i32 = 12;
const LONGEST_ABBREVIATION: i32 = 5;
// engine/scan.ts
const WRAPPED_LINE: i32 = 50;

// @ts-ignore: decorator of AssemblyScript
@inline function part(bytes: v128, first: u8): v128 {
  // Entries of the fold table [first, first + 16), picked by the bytes in that range; 0 for the others.
  return i8x16.swizzle(v128.xor(v128.load(foldTable + first), i8x16.splat(STOP as i8)), i8x16.sub(bytes, i8x16.splat(first as i8)));
}

/** Of the first four letters of a word, a byte each: 12 bits. Also in engine/sentence-end.ts. */
// @ts-ignore: decorator of AssemblyScript
@inline function abbreviationHash(letters: i32): u32 {
  return ((letters * 0x9e3779b1) as u32) >>> 20;
}

/** Folds `length` UTF-16 units into bytes. Room for sixteen more is needed behind both. */
export function fold(length: i32): void {
  for (let at = 0; at < length; at += 16) {
    const low = v128.load(units + (at << 1));
    const high = v128.load(units + (at << 1), 16);
    if (v128.any_true(v128.and(v128.or(low, high), i16x8.splat(0xff80 as i16)))) {
      if (v128.any_true(v128.and(v128.or(low, high), i16x8.splat(0xff00 as i16)))) {
        for (let one = at; one < at + 16; one += 1) store<u8>(codes + one, load<u8>(foldTable + load<u16>(units + (one << 1))));
        continue;
      }
      const bytes = i8x16.narrow_i16x8_u(low, high);
      let folded = ascii(bytes);
      folded = v128.or(folded, v128.or(part(bytes, 0xa0), part(bytes, 0xb0)));
      folded = v128.or(folded, v128.or(v128.or(part(bytes, 0xc0), part(bytes, 0xd0)), v128.or(part(bytes, 0xe0), part(bytes, 0xf0))));
      v128.store(codes + at, v128.xor(folded, i8x16.splat(STOP as i8)));
    } else {
      v128.store(codes + at, v128.xor(ascii(i8x16.narrow_i16x8_u(low, high)), i8x16.splat(STOP as i8)));
    }
  }
}

// @ts-ignore: decorator of AssemblyScript
@inline function ascii(bytes: v128): v128 {
  const signs = v128.or(v128.or(part(bytes, 0x00), part(bytes, 0x20)), part(bytes, 0x30));
  return v128.or(signs, v128.or(v128.or(part(bytes, 0x40), part(bytes, 0x50)), v128.or(part(bytes, 0x60), part(bytes, 0x70))));
}

// @ts-ignore: decorator of AssemblyScript
@inline function startsWord(byte: u32): bool {
  return byte < STOP || byte == DIGIT || (byte >= (STOP | WIDE) && byte != INVISIBLE);
}

/**
 * Reads tokens from the position kept at address 0 up to `to`, where a space must stand. Offsets are counted from `base`; `first` is the count of
 * tokens before this range. Stops short at what is left to the slow way.
 */
export function scan(base: i32, to: i32, first: i32): void {
  let at = load<i32>(POSITION);
  let count = load<i32>(COUNT);
  let pending = load<i32>(PENDING);
  let lineStart = load<i32>(LINE_START);
  /** The first four letters of the last word read here, and its end. */
  let lastLetters: i32 = 0;
  let lastEnd: i32 = -1;
  const lanes = v128(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  const letterBits = i8x16.splat(0x1f);
  const letterLanes = i32x4(-1, -1, -1, 0);
  while (at < to) {
    const bytes = v128.load(codes + at);
    const length = ctz(i8x16.bitmask(bytes) | 0x10000);
    if (length > 0) {
      const follower = load<u8>(codes + at + length) as u32;
      if (length > LONGEST_PACKED || (follower & (STOP | WIDE)) != STOP || complete == 0) break;
      const inside = i8x16.lt_u(lanes, i8x16.splat(length as i8));
      const letters = v128.and(v128.and(bytes, letterBits), inside);
      lastLetters = i32x4.extract_lane(letters, 0);
      lastEnd = at + length;
      let hash = (lastLetters * 0x9e3779b1) ^ ((i32x4.extract_lane(letters, 1) ^ seed) * 0x85ebca6b) ^ (i32x4.extract_lane(letters, 2) * 0xc2b2ae35);
      hash = (hash ^ (hash >>> 15)) * 0x2c1b3c6d;
      const factor = load<i32>(factors + (((hash >>> bucketShift) as usize) << 2));
      const slot = v128.load(slots + ((((hash * factor) >>> slotShift) as usize) << 4));
      const other = v128.any_true(v128.and(v128.xor(slot, letters), letterLanes));
      const cell = (count as usize) << 2;
      store<i32>(classes + cell, select<i32>(0, i32x4.extract_lane(slot, 3), other));
      store<i32>(starts + cell, at - base);
      store<i32>(ends + cell, at - base + length);
      // A capital's byte has bit 5; shifted, it is the sign that bitmask collects.
      const capitals = i8x16.bitmask(v128.and(i8x16.shl(bytes, 2), inside));
      const written = select<i32>(CAPITALISED | ALL_CAPITALS, CAPITALISED, capitals == (1 << length) - 1);
      store<u8>(flags + count, pending | select<i32>(written, 0, (capitals & 1) != 0));
      count += 1;
      pending = 0;
      at += length + (follower == SPACE ? 1 : 0);
      continue;
    }
    const byte = load<u8>(codes + at) as u32;
    if (byte == APOSTROPHE || byte == HYPHEN) {
      // Joined only when a word stands on both sides.
      if (count > first && load<i32>(ends + ((count - 1) << 2)) == at - base && at + 1 < to && startsWord(load<u8>(codes + at + 1))) {
        store<u8>(flags + count - 1, (load<u8>(flags + count - 1) as u32) | JOINED_TO_NEXT);
      }
    } else if (byte == LINE_FEED) {
      if (at - lineStart < WRAPPED_LINE) pending = FIRST_OF_SENTENCE;
      lineStart = at + 1;
    } else if (byte == SLASH) {
      if (count > first && load<i32>(ends + ((count - 1) << 2)) == at - base) {
        store<u8>(flags + count - 1, (load<u8>(flags + count - 1) as u32) | SLASH_TO_NEXT);
      }
    } else if (byte == FULL_STOP) {
      // A word, no abbreviation, one stop, then a space or nothing: the end of a sentence. All else is left to sentence-end.ts.
      if (at + 1 < to) {
        if (lastEnd != at || load<u8>(codes + at + 1) != SPACE) break;
        const bit = abbreviationHash(lastLetters);
        if (at - base - load<i32>(starts + ((count - 1) << 2)) <= LONGEST_ABBREVIATION && ((load<u8>(abbreviations + (bit >>> 3)) >>> (bit & 7)) & 1) != 0) break;
      }
      pending = FIRST_OF_SENTENCE;
    } else if (byte == QUESTION || byte == EXCLAMATION) {
      // « ?! » closes one sentence, not two.
      const again = count > first && ((load<u8>(flags + count - 1) as i32) & MARK) != 0;
      const cell = (count as usize) << 2;
      store<i32>(classes + cell, byte == QUESTION ? questionClass : exclamationClass);
      store<i32>(starts + cell, at - base);
      store<i32>(ends + cell, at - base + 1);
      store<u8>(flags + count, (again ? 0 : pending) | MARK);
      count += 1;
      pending = FIRST_OF_SENTENCE;
    } else if (byte >= (STOP | WIDE) || byte == DIGIT || byte == ELLIPSIS || byte == SYMBOL) {
      break;
    }
    at += 1;
  }
  store<i32>(POSITION, at);
  store<i32>(COUNT, count);
  store<i32>(PENDING, pending);
  store<i32>(LINE_START, lineStart);
}
