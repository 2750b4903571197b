import type { Fulfilment } from '#domain';
import { foldWord } from '../../read/index.js';
import type { Placed } from './order.js';

const DAY_MS = 86_400_000;
const NOW = /\b(?:aujourd'?hui|ce (?:matin|midi|soir|jour)|cet apres-?midi|a l'instant|tout juste|vien(?:s|t|nent|ons) d(?:e|')|a retardement|en retard)/u;
const BEFORE: readonly (readonly [RegExp, number])[] = [
  [/\bavant-?hier\b/u, 2],
  [/\bhier\b/u, 1],
];

/**
 * When the words say that it was done, in milliseconds; null when they do not. Saying « c'est réglé » on Monday tells nothing about the day:
 * whoever says it after the date is then given the benefit of the doubt.
 */
export function doneAt({ statement, at: said }: Placed<Fulfilment>): number | null {
  const words = foldWord(statement.evidence.quote);
  const before = BEFORE.find(([pattern]) => pattern.test(words));
  if (before !== undefined) return said - before[1] * DAY_MS;
  return NOW.test(words) ? said : null;
}
