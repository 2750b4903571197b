import { ProblemException } from '#runtime';
import type { Acknowledged } from '#storage';
import { noSuchEvaluation } from './evaluation-answers.js';

/** @throws ProblemException unless the agent evaluated did it */
export function checkOwn({ kind }: Acknowledged): void {
  if (kind === 'missing') throw noSuchEvaluation();
  if (kind === 'author') throw new ProblemException(403, 'own_evaluation', { fr: 'Vous avez rempli cette évaluation : elle n’est pas à reconnaître par vous.', en: 'You filled this evaluation in: it is not yours to acknowledge.' });
  if (kind === 'replaced') {
    throw new ProblemException(409, 'evaluation_replaced', { fr: 'Une autre évaluation compte à la place de celle-ci : lisez celle-là.', en: 'Another evaluation counts instead of this one: read that one.' });
  }
  if (kind === 'changed') {
    throw new ProblemException(412, 'precondition_failed', { fr: 'Cette évaluation a changé entre-temps. Rien n’a été changé : relisez-la.', en: 'This evaluation changed meanwhile. Nothing was changed: read it again.' });
  }
}
