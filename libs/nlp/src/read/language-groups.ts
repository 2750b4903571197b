import { readBuiltFile } from './lexicon-file.js';

/** The languages told apart letter group by letter group. Kept in step with tools/lexicon/languages.mjs. */
export const LANGUAGES = ['fr', 'en', 'es', 'it', 'pt', 'de', 'nl', 'ar'] as const;
export type KnownLanguage = (typeof LANGUAGES)[number];

const DIGITS = 2 * LANGUAGES.length;
/** eld leaves this much out of every score to keep its database small. */
const BASE_SCORE = 53;
const LONGEST_WORD = 70;

let groups: Map<string, string> | undefined;

function loadGroups(): Map<string, string> {
  groups ??= new Map(readBuiltFile('lexicon/languages.lex').toString('latin1').split('\n').map((line) => [line.slice(0, -DIGITS), line.slice(-DIGITS)]));
  return groups;
}

/** Sum of eld's scores per language over the distinct letter groups of the words, and how many groups there were. */
export function scoreGroups(words: readonly string[]): { scores: number[]; count: number } {
  const known = loadGroups();
  const scores = LANGUAGES.map(() => 0);
  const seen = new Set<string>();
  // In one go: one conversion to bytes a word costs more than everything else here.
  const all = Buffer.from(words.join(' '), 'utf8').toString('latin1');
  for (let start = 0; start < all.length; ) {
    const space = all.indexOf(' ', start);
    const end = space < 0 ? all.length : space;
    if (end > start) addGroupsOf(all, start, Math.min(end, start + LONGEST_WORD), seen);
    start = end + 1;
  }
  for (const group of seen) {
    const found = known.get(group);
    if (found === undefined) continue;
    for (let i = 0; i < scores.length; i++) {
      const value = 16 * digit(found.charCodeAt(2 * i)) + digit(found.charCodeAt(2 * i + 1));
      if (value > 0) scores[i]! += value - 1 + BASE_SCORE;
    }
  }
  return { scores, count: seen.size };
}

/** Value of a hexadecimal digit in lower case. */
const digit = (code: number): number => (code <= 57 ? code - 48 : code - 87);

/** eld's groups of a word given as bytes: four bytes every three, a space at the word's edges. */
function addGroupsOf(bytes: string, start: number, end: number, seen: Set<string>): void {
  let at = start;
  for (; at + 4 < end; at += 3) seen.add((at === start ? ' ' : '') + bytes.slice(at, at + 4));
  seen.add(`${at === start ? ' ' : ''}${bytes.slice(Math.max(start, end - 4), end)} `);
}
