import type { Role, Scope } from './roles.js';

/** What somebody may do, and for whom. */
export interface Rights {
  readonly roles: readonly Role[];
  /** Refs of teams. */
  readonly teams: 'all' | readonly string[];
  /** The agent of the directory that an account is, for the role agent. */
  readonly agentRef: string | null;
}

/** `invited`: nobody has signed in with it yet. */
export type AccountState = 'invited' | 'active' | 'disabled';

export interface Account extends Rights {
  readonly id: string;
  /** What is typed to sign in, in lower case: an address or a short name. */
  readonly login: string;
  readonly name: string;
  readonly state: AccountState;
  readonly createdAt: string;
  /** Day of the last sign-in, YYYY-MM-DD in UTC: no clock of anybody's working hours. */
  readonly lastSignIn: string | null;
  /** Grows with each change. */
  readonly version: number;
}

export interface NewAccount extends Rights {
  readonly login: string;
  readonly name: string;
}

/** What may change of an account; absent members stay. */
export interface AccountChange extends Partial<Rights> {
  readonly name?: string | undefined;
  readonly disabled?: boolean | undefined;
}

/** What a one-time link is for. */
export type LinkPurpose = 'first' | 'invitation' | 'reset';

/** A one-time link; the token is told once and kept as a hash only. */
export interface AccountLink {
  readonly token: string;
  readonly purpose: LinkPurpose;
  readonly expiresAt: string;
}

export interface AccessKey {
  readonly id: string;
  readonly name: string;
  /** How it begins, to tell it from others. */
  readonly hint: string;
  readonly roles: readonly Role[];
  readonly scopes: readonly Scope[];
  readonly teams: 'all' | readonly string[];
  readonly createdAt: string;
  /** Id of the actor who made it. */
  readonly createdBy: string;
  readonly expiresAt: string | null;
  /** Day, YYYY-MM-DD in UTC. */
  readonly lastUsed: string | null;
  readonly revokedAt: string | null;
}

export type NewAccessKey = Pick<AccessKey, 'name' | 'roles' | 'scopes' | 'teams' | 'expiresAt'>;

/** Logins are one whatever the case and the blanks around. */
export const loginOf = (text: string): string => text.trim().normalize('NFC').toLowerCase();
