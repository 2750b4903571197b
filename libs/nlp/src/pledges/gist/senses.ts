import { CONTRACTS_AND_OUTINGS } from '../lexicon/senses/contracts-and-outings.js';
import { HOME_AND_GOODS } from '../lexicon/senses/home-and-goods.js';
import { SERVICES } from '../lexicon/senses/services.js';
import { rootOfNoun } from './roots.js';

const NONE: readonly number[] = [];
let known: ReadonlyMap<string, readonly number[]> | undefined;

/** The sets of words that a root is in. */
export const setsOf = (root: string): readonly number[] => (known ??= allSets()).get(root) ?? NONE;

function allSets(): ReadonlyMap<string, readonly number[]> {
  const sets = new Map<string, number[]>();
  let count = 0;
  const add = (words: readonly string[]): void => {
    count++;
    for (const word of words) for (const root of new Set([word, rootOfNoun(word)])) sets.set(root, [...(sets.get(root) ?? []), count]);
  };
  for (const line of [SERVICES, HOME_AND_GOODS, CONTRACTS_AND_OUTINGS].join('\n').split('\n')) {
    const [wide, narrow] = line.split(' > ').map((part) => part.trim().split(' ').filter((word) => word !== ''));
    if (wide === undefined || wide.length === 0) continue;
    if (narrow === undefined) add(wide);
    else for (const word of narrow) for (const one of wide) add([one, word]);
  }
  return sets;
}

/** Whether two roots may name one thing. */
export function meansSame(one: string, other: string): boolean {
  if (one === other) return true;
  const others = setsOf(other);
  return others.length > 0 && setsOf(one).some((set) => others.includes(set));
}
