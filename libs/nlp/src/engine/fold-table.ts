/**
 * What a UTF-16 code unit is to the engine. A letter or digit folds to the code of its lower-case form without
 * accent; everything else is one of these classes. Codes below 0x30 are never letters or digits.
 */
export const SEPARATOR = 0;
/** Combining marks, soft hyphen, joiners: part of the word around them, but not seen. */
export const INVISIBLE = 1;
/** œ and æ fold to two letters. */
export const LIGATURE_OE = 2;
export const LIGATURE_AE = 3;
export const APOSTROPHE = 4;
export const HYPHEN = 5;
export const FULL_STOP = 6;
export const EXCLAMATION = 7;
export const QUESTION = 8;
export const ELLIPSIS = 9;
export const LINE_FEED = 10;
export const COMMA = 11;
/** €, $, £ and %: words of their own, since amounts need them. */
export const SYMBOL = 12;
export const SLASH = 13;

/** Set beside the folded code when the unit is an upper-case letter. */
export const UPPER = 0x10000;
const CODE = 0xffff;

const CLASSES: Readonly<Record<string, number>> = {
  "'": APOSTROPHE,
  '’': APOSTROPHE,
  '‘': APOSTROPHE,
  'ʼ': APOSTROPHE,
  '´': APOSTROPHE,
  '`': APOSTROPHE,
  '-': HYPHEN,
  '‐': HYPHEN,
  '‑': HYPHEN,
  '.': FULL_STOP,
  '!': EXCLAMATION,
  '?': QUESTION,
  '…': ELLIPSIS,
  '\n': LINE_FEED,
  '\u2028': LINE_FEED,
  '\u2029': LINE_FEED,
  ',': COMMA,
  '/': SLASH,
  '€': SYMBOL,
  $: SYMBOL,
  '£': SYMBOL,
  '%': SYMBOL,
  'œ': LIGATURE_OE,
  'Œ': LIGATURE_OE | UPPER,
  'æ': LIGATURE_AE,
  'Æ': LIGATURE_AE | UPPER,
  '\u00ad': INVISIBLE,
  '\u200b': INVISIBLE,
  '\u200c': INVISIBLE,
  '\u200d': INVISIBLE,
  '\ufe0e': INVISIBLE,
  '\ufe0f': INVISIBLE,
  '\ufeff': INVISIBLE,
};

/** 65,536 entries: folded code or class, with UPPER where it applies. */
export const FOLD_TABLE: Uint32Array = buildFoldTable();

/** The same without UPPER, half as wide. */
export const FOLD_CODES: Uint16Array = Uint16Array.from(FOLD_TABLE, (entry) => entry & CODE);

/** Set in a byte of `FOLD_BYTES` that is not a letter from a to z. */
export const BYTE_STOP = 0x80;
/** Set beside it when the unit is none the less part of a word: ligatures, other alphabets, invisible marks. */
export const BYTE_WIDE = 0x40;
/** Set in a letter's byte when it is a capital. */
export const BYTE_UPPER = 0x20;
export const BYTE_SPACE = BYTE_STOP | SEPARATOR;
export const BYTE_DIGIT = BYTE_STOP | 0x10;

/**
 * The same in a byte, so that four letters are read and compared as one number: 1 for a to 26 for z, BYTE_DIGIT for digits, and for all
 * else BYTE_STOP and its class.
 */
export const FOLD_BYTES: Uint8Array = Uint8Array.from(FOLD_TABLE, foldByte);

function foldByte(entry: number): number {
  const code = entry & CODE;
  if (code >= 0x61 && code <= 0x7a) return (code - 0x60) | (entry >= UPPER ? BYTE_UPPER : 0);
  if (code >= 0x3a) return BYTE_STOP | BYTE_WIDE | SEPARATOR;
  if (code >= 0x30) return BYTE_DIGIT;
  return BYTE_STOP | code | (code === INVISIBLE || code === LIGATURE_OE || code === LIGATURE_AE ? BYTE_WIDE : 0);
}

function buildFoldTable(): Uint32Array {
  const table = new Uint32Array(0x10000);
  for (let unit = 0x30; unit < 0x10000; unit += 1) {
    // Surrogates, Han, Hangul and private use: no case, no accent; astral characters are separators.
    if (unit >= 0xd800 && unit <= 0xf8ff) continue;
    const char = String.fromCharCode(unit);
    if (unit >= 0x3400 && unit <= 0xd7a3) {
      table[unit] = unit;
      continue;
    }
    if (/\p{M}/u.test(char)) table[unit] = INVISIBLE;
    else if (/[\p{L}\p{Nd}]/u.test(char)) table[unit] = foldLetter(char);
  }
  for (const [char, value] of Object.entries(CLASSES)) table[char.charCodeAt(0)] = value;
  return table;
}

function foldLetter(char: string): number {
  const lower = char.toLowerCase();
  const base = lower.normalize('NFKD').charCodeAt(0);
  // A compatibility form of a sign (« ª » is a letter, « ¼ » is none) must not fold into a class.
  const code = base >= 0x30 ? base : lower.charCodeAt(0);
  return lower === char ? code : code | UPPER;
}

/** The folded form of a word, as the scanner sees it: `Œuvre’s` → `oeuvre` `s` is two words; here they are joined. */
export function foldText(text: string): string {
  let folded = '';
  for (let index = 0; index < text.length; index += 1) {
    const code = FOLD_TABLE[text.charCodeAt(index)]! & CODE;
    if (code >= 0x30) folded += String.fromCharCode(code);
    else if (code === LIGATURE_OE) folded += 'oe';
    else if (code === LIGATURE_AE) folded += 'ae';
  }
  return folded;
}
