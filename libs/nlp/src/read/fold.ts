/**
 * Folding: what two spellings of one word have in common. Case, accents, ligatures, apostrophe and hyphen
 * kinds, compatibility forms (ﬁ, ᵉ, fullwidth) and invisible characters are folded away; nothing else is.
 */

/** A value of `FOLD_TABLE` below this one is no letter: 0 = the unit is dropped, n = `FOLD_EXPANSIONS[n]`. */
export const FOLD_EXPANSION_LIMIT = 32;

/** What a unit that stands for several letters folds to; index 0 (dropped units) is the empty string. */
export const FOLD_EXPANSIONS: readonly string[] = ['', 'oe', 'ae', 'ss', 'ff', 'fi', 'fl', 'ffi', 'ffl', 'st', 'ij', 'dz', 'lj', 'nj'];

const EXPANDED: Readonly<Record<string, string>> = {
  oe: 'œŒ', ae: 'æÆǽǼ', ss: 'ßẞ', ff: 'ﬀ', fi: 'ﬁ', fl: 'ﬂ', ffi: 'ﬃ', ffl: 'ﬄ', st: 'ﬅﬆ', ij: 'ĳĲ', dz: 'ǆǅǄǳǲǱ', lj: 'ǉǈǇ', nj: 'ǌǋǊ',
};
const APOSTROPHES = '’ʼ‘‛′ʹʻʽˈ`´＇';
const HYPHENS = '‐‑‒﹣－';
/** Soft hyphen, zero-width space/joiners, directional marks, word joiner, variation selectors, byte-order mark. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;

const UNFOLDED_FROM = 0x3000;
const COMPATIBILITY = [0xf900, 0x10000] as const;

function foldUnit(unit: number): number {
  const char = String.fromCharCode(unit);
  if (/\p{M}/u.test(char) || INVISIBLE.test(char)) return 0;
  const bare = char.normalize('NFKD').replace(/\p{M}/gu, '');
  if (bare.length !== 1) return unit;
  const lower = bare.toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : unit;
}

function buildTable(): Uint16Array {
  const table = Uint16Array.from({ length: 0x10000 }, (_, unit) => unit);
  // Control characters would be mistaken for expansions: they fold to a space.
  for (let unit = 0; unit < FOLD_EXPANSION_LIMIT; unit++) table[unit] = 0x20;
  for (let unit = 0x41; unit <= 0x5a; unit++) table[unit] = unit + 32;
  for (let unit = 0x80; unit < UNFOLDED_FROM; unit++) table[unit] = foldUnit(unit);
  for (let unit = COMPATIBILITY[0]; unit < COMPATIBILITY[1]; unit++) table[unit] = foldUnit(unit);
  for (const [to, chars] of Object.entries(EXPANDED)) for (const char of chars) table[char.charCodeAt(0)] = FOLD_EXPANSIONS.indexOf(to);
  for (const char of APOSTROPHES) table[char.charCodeAt(0)] = 0x27;
  for (const char of HYPHENS) table[char.charCodeAt(0)] = 0x2d;
  // A compatibility form may stand for something that folds further (a superscript « Æ »): to the end of the chain.
  for (let unit = 0; unit < 0x10000; unit++) {
    let value = table[unit]!;
    while (value >= FOLD_EXPANSION_LIMIT && table[value] !== value) value = table[value]!;
    table[unit] = value;
  }
  return table;
}

/**
 * UTF-16 unit → folded unit, 65,536 entries. Below `FOLD_EXPANSION_LIMIT` the value points into
 * `FOLD_EXPANSIONS` (0: dropped). Every other value is a fixed point: folding twice changes nothing.
 */
export const FOLD_TABLE: Uint16Array = buildTable();

/**
 * The key that words are compared by: « Œuvré », « oeuvre » and « ŒUVRE » give `oeuvre`; « aujourd’hui » gives
 * `aujourd'hui`. Linear; any string is accepted, lone surrogates included.
 */
export function foldWord(word: string): string {
  let plain = true;
  for (let i = 0; i < word.length && plain; i++) plain = FOLD_TABLE[word.charCodeAt(i)] === word.charCodeAt(i);
  if (plain) return word;
  let folded = '';
  for (let i = 0; i < word.length; i++) {
    const value = FOLD_TABLE[word.charCodeAt(i)]!;
    folded += value < FOLD_EXPANSION_LIMIT ? FOLD_EXPANSIONS[value]! : String.fromCharCode(value);
  }
  return folded;
}
