import type { Actor } from './actor.js';

/** Who is behind a secret. Revoked, expired and disabled ones are nobody's. */
export interface AccessStore {
  actorOfKey(organisationId: string, key: string): Promise<Actor | null>;
  /** Also puts off the end of the session: it ends some hours after it was last used. */
  actorOfSession(organisationId: string, session: string): Promise<Actor | null>;
  /** Whether anybody has an account, disabled ones included. */
  hasAccounts(organisationId: string): Promise<boolean>;
}

export const ACCESS_STORE = Symbol('AccessStore');
