import { BI_ROLE, type Role } from './roles.js';

/** Set on the migrating connection alone: FORCE holds the owner too, and a migration must reach the rows it changes. */
export const MAINTENANCE = 'diapason.maintenance';

/**
 * Which rows a role sees and may write. A scope that is not set is NULL, or '' once it was set before on the connection:
 * either way no row. The planner takes the first together with the query's own `organisation_id = $1` and asks once; a
 * sub-select would be planned for each table of each query, a fifth of a reader's time. A list is read once in a sub-select.
 */
const ROWS: Readonly<Record<Role, string>> = {
  diapason_app: `organisation_id = nullif(current_setting('diapason.organisation', true), '')`,
  diapason_batch: `organisation_id = ANY ((SELECT nullif(current_setting('diapason.organisations', true), '')::text[])::text[])`,
  // Not simply true: a member of the role that inherits it (every one, on PostgreSQL 15) has not taken it.
  diapason_jobs: `current_user = 'diapason_jobs'`,
  // Who logged in, which SET ROLE does not change.
  diapason_bi: `organisation_id = (SELECT l.organisation_id FROM bi_login AS l WHERE l.login = session_user)`,
};

/** The row that the others are found by. */
const OF_THE_LOGIN = 'login = session_user';

const rowsOf = (role: Role, table: string): string => (role === BI_ROLE && table === 'bi_login' ? OF_THE_LOGIN : ROWS[role]);

export interface Policy {
  readonly name: string;
  /** Kept as the policy's comment: tells whether it is this one. */
  readonly rows: string;
  /** Makes it, in place of one of the same name. */
  readonly statements: readonly string[];
}

/** The policies of a table. @param roles those that may do anything with it */
export function policiesOf(table: string, owner: string, roles: readonly Role[]): Policy[] {
  const policy = (name: string, to: string, rows: string): Policy => ({
    name,
    rows,
    statements: [
      `DROP POLICY IF EXISTS ${name} ON ${table}`,
      `CREATE POLICY ${name} ON ${table} FOR ALL TO ${to} USING (${rows}) WITH CHECK (${rows})`,
      `COMMENT ON POLICY ${name} ON ${table} IS '${rows.replaceAll("'", "''")}'`,
    ],
  });
  return [policy('diapason_maintenance', owner, `current_setting('${MAINTENANCE}', true) = 'on'`), ...roles.map((role) => policy(role, role, rowsOf(role, table)))];
}
