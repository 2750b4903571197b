import { ProblemException } from '#runtime';
import type { Disputed } from '#storage';
import { changedMeanwhile } from '../disputes/disputed-finding.js';
import { noSuchFinding } from '../reviews/reviewed-finding.js';

/** Why a dispute was not taken; undefined when it was. */
export function refusedDispute(disputed: Disputed): ProblemException | undefined {
  switch (disputed.kind) {
    case 'done':
      return undefined;
    case 'missing':
      return noSuchFinding();
    case 'changed':
      return changedMeanwhile();
    case 'other':
      return new ProblemException(422, 'idempotency_conflict', {
        fr: 'Cette « Idempotency-Key » a déjà servi pour contester ce constat avec une autre raison.',
        en: 'This "Idempotency-Key" was already used to dispute this finding with another reason.',
      });
    case 'twice':
      return new ProblemException(409, 'already_disputed', {
        fr: 'Ce jugement est déjà contesté, ou l’a été : il ne se conteste qu’une fois.',
        en: 'This judgement is disputed already, or was: it can be disputed once.',
      });
    case 'unconfirmed':
      return new ProblemException(409, 'not_disputable', {
        fr: 'Seul un écart confirmé se conteste. Celui-ci ne compte pas dans vos chiffres.',
        en: 'Only a confirmed violation can be disputed. This one does not count in your figures.',
      });
    default:
      return new ProblemException(409, 'dispute_too_late', {
        fr: `Ce constat se contestait jusqu’au ${disputed.until}.`,
        en: `This finding could be disputed until ${disputed.until}.`,
      });
  }
}
