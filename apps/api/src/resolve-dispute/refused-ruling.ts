import { ProblemException } from '#runtime';
import type { Resolved } from '#storage';
import { alreadySettled, changedMeanwhile } from '../disputes/disputed-finding.js';
import { heldByOther } from '../reviews/held-by-other.js';
import { ownFinding, wordsGone } from '../reviews/own-words.js';
import { noSuchFinding } from '../reviews/reviewed-finding.js';

/** Why a ruling was not taken; undefined when it was. */
export function refusedRuling(resolved: Resolved): ProblemException | undefined {
  switch (resolved.kind) {
    case 'done':
      return undefined;
    case 'missing':
      return noSuchFinding();
    case 'changed':
      return changedMeanwhile();
    case 'held':
      return heldByOther(resolved.hold);
    case 'settled':
      return alreadySettled();
    case 'wordless':
      return wordsGone();
    case 'undisputed':
      return new ProblemException(409, 'not_disputed', { fr: 'Ce constat n’est pas contesté, ou ne l’est plus.', en: 'This finding is not disputed, or no longer.' });
    case 'judge':
      return new ProblemException(403, 'own_judgement', {
        fr: 'Vous avez donné le jugement contesté : quelqu’un d’autre tranche.',
        en: 'You gave the judgement that is disputed: somebody else decides.',
      });
    default:
      return ownFinding();
  }
}

/** A person answers a person: who is behind a key is not known. */
export const notAPerson = (): ProblemException =>
  new ProblemException(403, 'forbidden', {
    fr: 'Une contestation se tranche depuis le compte d’une personne, pas avec une clé ni sans compte.',
    en: 'A dispute is resolved from a person’s account, not by a key and not without an account.',
  });
