import { COMMA, FOLD_TABLE, HYPHEN, SLASH, UPPER } from './fold-table.js';

const FULL_STOP_UNIT = 0x2e;
const ABBREVIATIONS = new Set(
  'm mm mr mme mmes mlle mlles dr me st ste cf ex p art av bd tel env n no num ref max etc'.split(' '),
);

/**
 * A bit for each 12-bit hash that an abbreviation, or the initial of a name, has: the fast loop leaves a full stop behind such a word to
 * `stopEndsSentence`. Also in libs/nlp/wasm/scan.ts.
 */
export function abbreviationBits(): Uint8Array {
  const bits = new Uint8Array(512);
  const initials = Array.from({ length: 26 }, (_, letter) => String.fromCharCode(0x61 + letter));
  for (const word of [...ABBREVIATIONS, ...initials]) {
    let letters = 0;
    for (let at = 0; at < Math.min(4, word.length); at += 1) letters |= (word.charCodeAt(at) - 0x60) << (at * 8);
    const hash = Math.imul(letters, 0x9e3779b1) >>> 20;
    bits[hash >>> 3]! |= 1 << (hash & 7);
  }
  return bits;
}

/** The last of a run of full stops. */
export function lastStop(units: Uint16Array, from: number, to: number): number {
  let at = from;
  while (at + 1 < to && units[at + 1] === FULL_STOP_UNIT) at += 1;
  return at;
}

/** Whether the full stop at `stop`, after the word [wordStart, wordEnd), ends a sentence. */
export function stopEndsSentence(units: Uint16Array, wordStart: number, wordEnd: number, stop: number, to: number): boolean {
  if (units[stop - 1] === FULL_STOP_UNIT) return capitalFollows(units, stop + 1, to);
  if (stop + 1 >= to) return true;
  const next = FOLD_TABLE[units[stop + 1]!]!;
  const code = next & 0xffff;
  if (code >= 0x30) return (next & UPPER) !== 0 && wordEnd - wordStart > 1;
  if (code === COMMA || code === SLASH || code === HYPHEN) return false;
  if (wordEnd - wordStart > 5) return true;
  let word = '';
  for (let index = wordStart; index < wordEnd; index += 1) word += String.fromCharCode(FOLD_TABLE[units[index]!]! & 0xffff);
  return !(wordEnd === stop && (ABBREVIATIONS.has(word) || (word.length === 1 && (FOLD_TABLE[units[wordStart]!]! & UPPER) !== 0)));
}

/** Whether the next word within a few signs, or the end of the text, comes with a capital. */
export function capitalFollows(units: Uint16Array, from: number, to: number): boolean {
  let at = from;
  while (at < to && at < from + 8 && (FOLD_TABLE[units[at]!]! & 0xffff) < 0x30) at += 1;
  return at >= to || (FOLD_TABLE[units[at]!]! & UPPER) !== 0;
}
