/**
 * Whose rows a piece of work may touch; PostgreSQL holds it to that (../protection). An organisation's id alone is the
 * scope of nearly everything.
 */
export type Scope = string | SpecialScope;

interface SpecialScope {
  readonly role: 'diapason_batch' | 'diapason_jobs';
  /** As an array of PostgreSQL, for `diapason_batch`. */
  readonly organisations: string;
}

/** Work on records of several organisations at once, of exactly these. '' stands for records that belong to nobody known. */
export const severalOrganisations = (ids: Iterable<string>): Scope => ({
  role: 'diapason_batch',
  organisations: `{${[...new Set(ids)].map((id) => `"${id.replaceAll(/["\\]/g, '\\$&')}"`).join(',')}}`,
});

/** Work that belongs to no organisation: the tables it may touch, and what of them, are listed in ../protection/access.ts. */
export const ALL_ORGANISATIONS: Scope = { role: 'diapason_jobs', organisations: '{}' };

/** The statement that sets a scope until the end of the transaction. The role too: it holds even on a connection of the owner. */
export const SET_SCOPE = `SELECT set_config('role', $1, true), set_config('diapason.organisation', $2, true), set_config('diapason.organisations', $3, true)`;

/** What SET_SCOPE binds. */
export const scopeValues = (scope: Scope): [role: string, organisation: string, organisations: string] =>
  typeof scope === 'string' ? ['diapason_app', scope, '{}'] : [scope.role, '', scope.organisations];
