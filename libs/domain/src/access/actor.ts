import { type Permission, type Role, ROLES, type Scope, SCOPES } from './roles.js';

/** Who asks: a person's account, a program's key, or whoever reaches a port that is open. */
export interface Actor {
  readonly kind: 'account' | 'key' | 'open';
  /** As it stands in the journal. */
  readonly id: string;
  /** To be shown; never kept. */
  readonly name: string;
  readonly organisationId: string;
  readonly roles: readonly Role[];
  readonly scopes: readonly Scope[];
  /** Refs of the teams whose people, interactions and findings are seen. */
  readonly teams: 'all' | readonly string[];
  /** The agent of the directory that this account is, for the role agent. */
  readonly agentRef?: string;
}

/** Whoever reaches a port without accounts: may do everything, and stands in the journal as `local`. */
export const openActor = (organisationId: string): Actor => ({
  kind: 'open',
  id: 'local',
  name: 'local',
  organisationId,
  roles: ROLES,
  scopes: SCOPES,
  teams: 'all',
});

/** True when one of the permissions is held. */
export const isAllowed = ({ roles, scopes }: Pick<Actor, 'roles' | 'scopes'>, permissions: readonly Permission[]): boolean =>
  permissions.some((permission) => [...roles, ...scopes].includes(permission));
