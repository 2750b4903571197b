import { type ProblemError, ProblemException } from '#runtime';
import type { Added } from '#storage';
import { noSuch } from '../http/no-such.js';
import { ownFinding } from '../reviews/own-words.js';
import { heldByOther } from '../reviews/held-by-other.js';

type Misfit = 'no-rule' | 'no-turn' | 'no-words' | 'other-speaker' | 'other-channel';

const MISFITS: Readonly<Record<Misfit, ProblemError>> = {
  'no-rule': { pointer: '#/rule', detail: { fr: 'Aucune règle en vigueur n’a cet identifiant.', en: 'No rule in force has this id.' } },
  'no-turn': { pointer: '#/turn', detail: { fr: 'Aucun tour de parole adressé au client à cette position.', en: 'No turn addressed to the customer at this position.' } },
  'no-words': { pointer: '#/end', detail: { fr: 'Pas de mots à cet endroit du tour de parole.', en: 'No words at this place of the turn.' } },
  'other-speaker': { pointer: '#/turn', detail: { fr: 'La règle porte sur les mots de quelqu’un d’autre.', en: 'The rule is about somebody else’s words.' } },
  'other-channel': { pointer: '#/rule', detail: { fr: 'La règle ne vaut pas sur ce canal.', en: 'The rule does not hold on this channel.' } },
};

/**
 * The id of the finding that was added.
 * @throws ProblemException 400, 403, 404 or 409
 */
export function addedId(added: Added): string {
  switch (added.kind) {
    case 'done':
      return added.findingId;
    case 'own':
      throw ownFinding();
    case 'held':
      throw heldByOther(added.hold);
    case 'found':
      throw new ProblemException(409, 'found_by_rule', {
        fr: `La règle a déjà un constat sur ces mots : ${added.findingId}.`,
        en: `The rule has a finding on these words already: ${added.findingId}.`,
      });
    case 'missing':
      throw noSuch('Interaction', 'interaction');
    default:
      throw new ProblemException(422, 'unprocessable', { fr: 'Ce constat ne va pas à cet échange.', en: 'This finding does not fit this interaction.' }, [MISFITS[added.kind]]);
  }
}
