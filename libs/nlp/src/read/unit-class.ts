/** What a UTF-16 unit can do in a token. */
export const UnitClass = {
  Symbol: 0, Space: 1, Letter: 2, Digit: 3,
  /** Combining marks and invisible format characters: they stay with the unit before them. */
  Join: 4,
  Punctuation: 5, Apostrophe: 6, Hyphen: 7, HighSurrogate: 8, LowSurrogate: 9, Emoji: 10,
} as const;

const PUNCTUATION = /[\p{P}]/u;

function classOf(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdbff) return UnitClass.HighSurrogate;
  if (unit >= 0xdc00 && unit <= 0xdfff) return UnitClass.LowSurrogate;
  // CJK ideographs and Hangul: a third of the table, all letters.
  if (unit >= 0x3400 && unit < 0xd7a4) return UnitClass.Letter;
  const char = String.fromCharCode(unit);
  if (unit >= 0x30 && unit <= 0x39) return UnitClass.Digit;
  if (/[\s\p{Cc}]/u.test(char)) return unit === 0xfeff ? UnitClass.Join : UnitClass.Space;
  if ("'’ʼ‘‛′`´".includes(char)) return UnitClass.Apostrophe;
  if ('-‐‑'.includes(char)) return UnitClass.Hyphen;
  if (/[\p{M}\p{Cf}]/u.test(char)) return UnitClass.Join;
  if (/[\p{L}\p{N}_]/u.test(char)) return UnitClass.Letter;
  if (unit > 0x2000 && /\p{Extended_Pictographic}/u.test(char)) return UnitClass.Emoji;
  return PUNCTUATION.test(char) ? UnitClass.Punctuation : UnitClass.Symbol;
}

/** UTF-16 unit → `UnitClass`, 65,536 entries. */
export const UNIT_CLASS: Uint8Array = Uint8Array.from({ length: 0x10000 }, (_, unit) => classOf(unit));
