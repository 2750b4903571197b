/** What a person does here; one account may have several. */
export const ROLES = ['admin', 'cx-owner', 'supervisor', 'coach', 'agent', 'dashboard', 'dpo'] as const;
export type Role = (typeof ROLES)[number];

/** What a key may be made for beside roles: a program that sends what was said needs no right to read it. */
export const SCOPES = ['ingest:write'] as const;
export type Scope = (typeof SCOPES)[number];

export type Permission = Role | Scope;

export const isRole = (text: string): text is Role => ROLES.some((role) => role === text);
export const isScope = (text: string): text is Scope => SCOPES.some((scope) => scope === text);

/** Who reads the words of other people's interactions. */
export const TEAM_READERS = ['admin', 'cx-owner', 'supervisor', 'coach', 'dpo'] as const satisfies readonly Role[];
/** Who reads words at all: an agent reads what concerns him or her. */
export const TRANSCRIPT_READERS = [...TEAM_READERS, 'agent'] as const satisfies readonly Role[];
/** Who reads figures. */
export const FIGURE_READERS = [...TEAM_READERS, 'dashboard'] as const satisfies readonly Role[];
/** Who judges findings. */
export const REVIEWERS = ['admin', 'cx-owner', 'supervisor'] as const satisfies readonly Role[];
/** Who writes scorecards, where they see every team, and reads their drafts. */
export const SCORECARD_KEEPERS = REVIEWERS;
/** Who makes and runs coaching sessions. */
export const COACHES = ['admin', 'cx-owner', 'supervisor', 'coach'] as const satisfies readonly Role[];
/** Who says who is who. */
export const DIRECTORY_KEEPERS = ['admin', 'cx-owner'] as const satisfies readonly Role[];
/** Who sends interactions, facts and files. */
export const SENDERS = ['ingest:write', 'admin'] as const satisfies readonly Permission[];
