import type { Role } from './roles.js';

/** Set on the migrating connection alone: FORCE holds the owner too, and a migration must reach the rows it changes. */
export const MAINTENANCE = 'diapason.maintenance';

/**
 * Which rows a role sees and may write. A scope that is not set is NULL, or '' once it was set before on the connection:
 * either way no row. In a sub-select, so that PostgreSQL asks once per statement and goes by the index.
 */
const ROWS: Readonly<Record<Role, string>> = {
  diapason_app: `organisation_id = (SELECT nullif(current_setting('diapason.organisation', true), ''))`,
  diapason_batch: `organisation_id = ANY ((SELECT nullif(current_setting('diapason.organisations', true), '')::text[])::text[])`,
  diapason_jobs: 'true',
};

/** The policies of a table, by name. @param roles those that may do anything with it */
export function policiesOf(table: string, owner: string, roles: readonly Role[]): ReadonlyMap<string, string> {
  const policy = (name: string, to: string, rows: string): [string, string] => [name, `CREATE POLICY ${name} ON ${table} FOR ALL TO ${to} USING (${rows}) WITH CHECK (${rows})`];
  return new Map([
    policy('diapason_maintenance', owner, `(SELECT current_setting('${MAINTENANCE}', true)) = 'on'`),
    ...roles.map((role) => policy(role, role, ROWS[role])),
  ]);
}
