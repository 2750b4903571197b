import type { Actor, Sight } from '#domain';
import { ProblemException } from '#runtime';
import type { Self } from '#storage';

/**
 * The agent of the directory that asks.
 * @throws ProblemException 403 for an account that is nobody of the directory
 */
export function selfOf(actor: Actor): Self {
  if (actor.agentRef === undefined) {
    throw new ProblemException(403, 'forbidden', {
      fr: 'Votre compte n’est rattaché à aucun conseiller de l’annuaire : un administrateur peut le faire sur la page des comptes.',
      en: 'Your account is no agent of the directory: an administrator can say which one on the page of accounts.',
    });
  }
  return { organisationId: actor.organisationId, by: actor.id, agentRef: actor.agentRef };
}

/** What is one's own, and nothing else, whatever other roles one has. */
export const ownSight = ({ agentRef }: Self): Sight => ({ teams: [], agent: agentRef });
