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
  groups ??= new Map(readBuiltFile('languages.lex').toString('latin1').split('\n').map((line) => [line.slice(0, -DIGITS), line.slice(-DIGITS)]));
  return groups;
}

/** Sum of eld's scores per language over the distinct letter groups of the words, and how many groups there were. */
export function scoreGroups(words: readonly string[]): { scores: number[]; count: number } {
  const known = loadGroups();
  const scores = LANGUAGES.map(() => 0);
  const seen = new Set<string>();
  for (const word of words) for (const group of groupsOf(Buffer.from(word, 'utf8').toString('latin1'))) seen.add(group);
  for (const group of seen) {
    const found = known.get(group);
    if (!found) continue;
    for (let i = 0; i < scores.length; i++) {
      const value = Number.parseInt(found.slice(2 * i, 2 * i + 2), 16);
      if (value > 0) scores[i]! += value - 1 + BASE_SCORE;
    }
  }
  return { scores, count: seen.size };
}

/** eld's groups of a word given as bytes: four bytes every three, a space at the word's edges. */
function* groupsOf(bytes: string): Generator<string> {
  const length = Math.min(bytes.length, LONGEST_WORD);
  let at = 0;
  for (; at + 4 < length; at += 3) yield (at === 0 ? ' ' : '') + bytes.slice(at, at + 4);
  yield `${at === 0 ? ' ' : ''}${bytes.slice(Math.max(0, length - 4), length)} `;
}
