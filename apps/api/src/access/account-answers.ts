import type { Account, AccountLink, Actor } from '#domain';
import { pointerOf, ProblemException } from '#runtime';
import { noSuch } from '../http/no-such.js';
import type { AccountLinkView, Me } from './account.schema.js';

export const meOf = ({ kind, id, name, roles, scopes, teams, agentRef }: Actor): Me => ({
  kind,
  id,
  name,
  roles: [...roles],
  scopes: [...scopes],
  teams: teams === 'all' ? 'all' : [...teams],
  agentRef: agentRef ?? null,
});

/** Somebody who has just signed in. */
export const meOfAccount = ({ id, name, roles, teams, agentRef }: Account): Me => ({ kind: 'account', id, name, roles: [...roles], scopes: [], teams: teams === 'all' ? 'all' : [...teams], agentRef });

/** Behind `#`: a browser sends it to nobody, and no log keeps it. */
export const linkView = ({ token, purpose, expiresAt }: AccountLink): AccountLinkView => ({ path: `/bienvenue#jeton=${token}`, purpose, expiresAt });

export const accountTag = ({ version }: Account): string => `"${version}"`;

export const noSuchAccount = (): ProblemException => noSuch('Compte', 'account');

export const unknownTeams = (asked: 'all' | readonly string[], unknown: readonly string[]): ProblemException =>
  new ProblemException(
    422,
    'unprocessable',
    { fr: 'L’annuaire ne connaît pas ces équipes.', en: 'The directory does not know these teams.' },
    unknown.map((team) => ({
      pointer: pointerOf(['teams', asked === 'all' ? 0 : asked.indexOf(team)]),
      detail: { fr: `« ${team} » n’est pas une équipe de l’annuaire.`, en: `"${team}" is no team of the directory.` },
    })),
  );

export const agentUnnamed = (): ProblemException =>
  new ProblemException(422, 'unprocessable', { fr: 'Le rôle « agent » dit de quel agent il s’agit.', en: 'The role "agent" says which agent it is.' }, [
    { pointer: '#/agentRef', detail: { fr: 'Donnez la « ref » de l’agent dans l’annuaire.', en: 'Give the "ref" of the agent in the directory.' } },
  ]);
