/**
 * `accounts`: closed. `setup`: open until the first account is made, for a port that only this machine reaches.
 * `open`: whoever reaches the port may do everything, for tests and demonstrations.
 */
export const ACCESS_MODES = ['setup', 'accounts', 'open'] as const;
export type AccessMode = (typeof ACCESS_MODES)[number];

/** Whose accounts, and whether there need be any. */
export interface AccessSettings {
  readonly mode: AccessMode;
  readonly organisationId: string;
}

export const ACCESS_SETTINGS = Symbol('AccessSettings');
