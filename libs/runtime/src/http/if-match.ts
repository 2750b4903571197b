import { ProblemException } from './problem.js';

/**
 * Holds `If-Match` (RFC 9110 §13.1.1) against the current version; absent or `*` lets through.
 * @param current the strong entity tag, quotes included
 * @throws ProblemException 412 when it names other versions only
 */
export function checkIfMatch(header: string | undefined, current: string): void {
  if (header === undefined || header.trim() === '*') return;
  if (header.split(',').some((tag) => tag.trim() === current)) return;
  throw new ProblemException(412, 'precondition_failed', {
    fr: `La version actuelle est ${current} ; « If-Match » en nomme une autre. Rien n’a été changé.`,
    en: `The current version is ${current}; "If-Match" names another. Nothing was changed.`,
  });
}
