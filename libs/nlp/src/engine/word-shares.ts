import type { TokenSets } from './token-sets.js';

/** Which share of all tokens is, about, a word of this set. */
export type WordShare = (set: number, words: readonly string[]) => number;

const MANY_FORMS = 6;
/** So many tokens weigh as much as the estimate made without any. */
const PRIOR_TOKENS = 20_000;
const DIGITS_SHARE = 0.01;

const FREQUENT = new Set(
  (
    'a ai au aux avec avez avoir bien c ce ces cette d dans de des du elle en est et etre fait faire il ils j je l la le les leur m ma mais me merci mon n ne ' +
    'nous notre on ou par pas plus pour qu que qui s sa se si son sont suis sur t tout tu un une va vos votre vous y bonjour'
  ).split(' '),
);

/** Before any text was read: small words everywhere, long ones rare, many forms oftener than one. */
export function guessedShare(_set: number, words: readonly string[]): number {
  if (words.length === 0) return DIGITS_SHARE;
  if (words.some((word) => FREQUENT.has(word))) return 0.02;
  const shortest = Math.min(...words.map((word) => word.length));
  if (words.length > MANY_FORMS || shortest <= 4) return 1e-3;
  return shortest <= 7 ? 2e-4 : 1e-4;
}

/** After `total` tokens were read, of which `counts` were of each class. */
export function countedShare(sets: TokenSets, counts: Uint32Array, total: number): WordShare {
  return (set, words) => {
    const seen = sets.classesOfSet[set]!.reduce((sum, tokenClass) => sum + counts[tokenClass]!, 0);
    return (seen + guessedShare(set, words) * PRIOR_TOKENS) / (total + PRIOR_TOKENS);
  };
}
