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

/**
 * Folds `length` UTF-16 units into bytes; room for sixteen more is needed behind both. Sixteen units of Latin-1 at once: each part of the table has
 * sixteen entries, of which `swizzle` gives those whose numbers are in a vector, and 0 for numbers beyond; the table's entries are kept with their
 * STOP turned over, so that 0 is what most signs fold to.
 */
export function fold(length: i32): void {
  const turned = i8x16.splat(STOP as i8);
  const first = v128.xor(v128.load(foldTable), turned);
  const two = v128.xor(v128.load(foldTable, 0x20), turned);
  const three = v128.xor(v128.load(foldTable, 0x30), turned);
  const ten = v128.xor(v128.load(foldTable, 0xa0), turned);
  const eleven = v128.xor(v128.load(foldTable, 0xb0), turned);
  const twelve = v128.xor(v128.load(foldTable, 0xc0), turned);
  const thirteen = v128.xor(v128.load(foldTable, 0xd0), turned);
  const fourteen = v128.xor(v128.load(foldTable, 0xe0), turned);
  const fifteen = v128.xor(v128.load(foldTable, 0xf0), turned);
  const grave = i8x16.splat(0x60);
  const apostrophe = i8x16.splat((APOSTROPHE ^ STOP) as i8);
  const source = units;
  const target = codes;
  for (let at = 0; at < length; at += 16) {
    const low = v128.load(source + (at << 1));
    const high = v128.load(source + (at << 1), 16);
    const both = v128.or(low, high);
    if (v128.any_true(v128.and(both, i16x8.splat(0xff00 as i16)))) {
      for (let one = at; one < at + 16; one += 1) store<u8>(target + one, load<u8>(foldTable + load<u16>(source + (one << 1))));
      continue;
    }
    const bytes = i8x16.narrow_i16x8_u(low, high);
    // a to z and A to Z by reckoning: their number in the alphabet, and bit 5 for a capital.
    const letter = i8x16.lt_u(i8x16.sub(v128.or(bytes, i8x16.splat(0x20)), i8x16.splat(0x61)), i8x16.splat(26));
    const letters = v128.xor(v128.and(v128.xor(bytes, i8x16.splat(0x20)), i8x16.splat(0x3f)), turned);
    let folded = v128.or(v128.and(letters, letter), v128.and(i8x16.eq(bytes, grave), apostrophe));
    folded = v128.or(folded, v128.or(i8x16.swizzle(first, bytes), v128.or(part(two, bytes, 0x20), part(three, bytes, 0x30))));
    if (v128.any_true(v128.and(both, i16x8.splat(0x80)))) {
      folded = v128.or(folded, v128.or(part(ten, bytes, 0xa0), part(eleven, bytes, 0xb0)));
      folded = v128.or(folded, v128.or(part(twelve, bytes, 0xc0), part(thirteen, bytes, 0xd0)));
      folded = v128.or(folded, v128.or(part(fourteen, bytes, 0xe0), part(fifteen, bytes, 0xf0)));
    }
    v128.store(target + at, v128.xor(folded, turned));
  }
}

// @ts-ignore: decorator of AssemblyScript
@inline function part(entries: v128, bytes: v128, first: u8): v128 {
  return i8x16.swizzle(entries, i8x16.sub(bytes, i8x16.splat(first as i8)));
}

/** Of the first four letters of a word, a byte each: 12 bits. Also in engine/sentence-end.ts. */
// @ts-ignore: decorator of AssemblyScript
@inline function abbreviationHash(letters: i32): u32 {
  return ((letters * 0x9e3779b1) as u32) >>> 20;
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
  // Held in locals: the compiler has to read a global anew after each store.
  const text = codes;
  const classesAt = classes;
  const startsAt = starts;
  const endsAt = ends;
  const flagsAt = flags;
  const factorsAt = factors;
  const slotsAt = slots;
  const salt = seed;
  const toBucket = bucketShift;
  const toSlot = slotShift;
  const unknowable = complete == 0;
  const lanes = v128(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  const letterBits = i8x16.splat(0x1f);
  const letterLanes = i32x4(-1, -1, -1, 0);
  while (at < to) {
    const bytes = v128.load(text + at);
    const length = ctz(i8x16.bitmask(bytes) | 0x10000);
    if (length > 0) {
      const follower = load<u8>(text + at + length) as u32;
      if (length > LONGEST_PACKED || (follower & (STOP | WIDE)) != STOP || unknowable) break;
      const inside = i8x16.lt_u(lanes, i8x16.splat(length as i8));
      const letters = v128.and(v128.and(bytes, letterBits), inside);
      lastLetters = i32x4.extract_lane(letters, 0);
      lastEnd = at + length;
      let hash = (lastLetters * 0x9e3779b1) ^ ((i32x4.extract_lane(letters, 1) ^ salt) * 0x85ebca6b) ^ (i32x4.extract_lane(letters, 2) * 0xc2b2ae35);
      hash = (hash ^ (hash >>> 15)) * 0x2c1b3c6d;
      const factor = load<i32>(factorsAt + (((hash >>> toBucket) as usize) << 2));
      const slot = v128.load(slotsAt + ((((hash * factor) >>> toSlot) as usize) << 4));
      const other = v128.any_true(v128.and(v128.xor(slot, letters), letterLanes));
      const cell = (count as usize) << 2;
      store<i32>(classesAt + cell, select<i32>(0, i32x4.extract_lane(slot, 3), other));
      store<i32>(startsAt + cell, at - base);
      store<i32>(endsAt + cell, at - base + length);
      // A capital's byte has bit 5; shifted, it is the sign that bitmask collects.
      const capitals = i8x16.bitmask(v128.and(i8x16.shl(bytes, 2), inside));
      const written = select<i32>(CAPITALISED | ALL_CAPITALS, CAPITALISED, capitals == (1 << length) - 1);
      store<u8>(flagsAt + count, pending | select<i32>(written, 0, (capitals & 1) != 0));
      count += 1;
      pending = 0;
      at += length + (follower == SPACE ? 1 : 0);
      continue;
    }
    const byte = load<u8>(text + at) as u32;
    if (byte == APOSTROPHE || byte == HYPHEN) {
      // Joined only when a word stands on both sides.
      if (count > first && load<i32>(endsAt + ((count - 1) << 2)) == at - base && at + 1 < to && startsWord(load<u8>(text + at + 1))) {
        store<u8>(flagsAt + count - 1, (load<u8>(flagsAt + count - 1) as u32) | JOINED_TO_NEXT);
      }
    } else if (byte == LINE_FEED) {
      if (at - lineStart < WRAPPED_LINE) pending = FIRST_OF_SENTENCE;
      lineStart = at + 1;
    } else if (byte == SLASH) {
      if (count > first && load<i32>(endsAt + ((count - 1) << 2)) == at - base) {
        store<u8>(flagsAt + count - 1, (load<u8>(flagsAt + count - 1) as u32) | SLASH_TO_NEXT);
      }
    } else if (byte == FULL_STOP) {
      // A word, no abbreviation, one stop, then a space or nothing: the end of a sentence. All else is left to sentence-end.ts.
      if (at + 1 < to) {
        if (lastEnd != at || load<u8>(text + at + 1) != SPACE) break;
        const bit = abbreviationHash(lastLetters);
        if (at - base - load<i32>(startsAt + ((count - 1) << 2)) <= LONGEST_ABBREVIATION && ((load<u8>(abbreviations + (bit >>> 3)) >>> (bit & 7)) & 1) != 0) break;
      }
      pending = FIRST_OF_SENTENCE;
    } else if (byte == QUESTION || byte == EXCLAMATION) {
      // « ?! » closes one sentence, not two.
      const again = count > first && ((load<u8>(flagsAt + count - 1) as i32) & MARK) != 0;
      const cell = (count as usize) << 2;
      store<i32>(classesAt + cell, byte == QUESTION ? questionClass : exclamationClass);
      store<i32>(startsAt + cell, at - base);
      store<i32>(endsAt + cell, at - base + 1);
      store<u8>(flagsAt + count, (again ? 0 : pending) | MARK);
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
