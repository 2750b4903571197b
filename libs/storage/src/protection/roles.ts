import { sqlState, type Sql } from '../database/sql.js';

/**
 * Roles as which the processes work; none can log in, own anything or look past a policy.
 * app: one organisation · batch: the organisations of a batch of records · jobs: views and outbox, over all organisations.
 */
const WORKING_ROLES = ['diapason_app', 'diapason_batch', 'diapason_jobs'] as const;
/** What logins of BI tools are members of (docs/bi.md); no process works as it. */
export const BI_ROLE = 'diapason_bi';
export const ROLES = [...WORKING_ROLES, BI_ROLE] as const;
export type Role = (typeof ROLES)[number];

const NO_RIGHT = '42501';
/** Somebody else, on another database of the server, does the same at the same time. */
const AT_THE_SAME_TIME = new Set(['42710', '23505', 'XX000']);

/** The database cannot be protected as it must be: told to the operator without a stack, exit code 2. */
export class DatabaseRightsError extends Error {
  readonly exitCode = 2;
  override readonly name = 'DatabaseRightsError';
}

/**
 * Makes the roles that are missing and lets these logins work as them. Roles belong to the whole server, and are in no dump
 * of a database: this is looked at on each start.
 * @throws DatabaseRightsError with the SQL for an administrator when the connected user may not do that
 */
export async function ensureRoles(sql: Sql, logins: readonly string[]): Promise<void> {
  try {
    const known = new Set((await sql<{ rolname: string }>('SELECT rolname FROM pg_roles WHERE rolname = ANY($1)', [ROLES])).map(({ rolname }) => rolname));
    for (const role of ROLES) if (!known.has(role)) await persist(() => sql(createRole(role)));
    for (const login of logins) {
      for (const { role, version } of await missingMemberships(sql, login)) await persist(() => sql(grantRole(role, login, version)));
    }
  } catch (error) {
    if (sqlState(error) !== NO_RIGHT) throw error;
    throw new DatabaseRightsError(forAnAdministrator(logins), { cause: error });
  }
}

/** What an administrator runs where our user may not make roles. */
export const forAnAdministrator = (logins: readonly string[]): string =>
  [
    'Base de données : les lignes de chaque organisation sont gardées par des rôles PostgreSQL que cet utilisateur n’a pas le droit de créer ou de prendre.',
    'Faites exécuter ceci une fois par un administrateur du serveur, puis redémarrez (docs/running.md, « Row-level security ») :',
    '',
    ...ROLES.map((role) => `  ${createRole(role)};`),
    ...logins.map((login) => `  GRANT ${WORKING_ROLES.join(', ')} TO ${quoted(login)};`),
  ].join('\n');

const createRole = (role: Role): string => `CREATE ROLE ${role} NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE`;

// Not inherited: a session that has not taken the role has nothing of it. PostgreSQL 15 cannot say so for one membership.
const grantRole = (role: Role, login: string, version: number): string => `GRANT ${role} TO ${quoted(login)}${version < 160_000 ? '' : ' WITH INHERIT FALSE, SET TRUE'}`;

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

async function missingMemberships(sql: Sql, login: string): Promise<{ role: Role; version: number }[]> {
  const [server] = await sql<{ version: number }>(`SELECT current_setting('server_version_num')::int AS version`);
  const { version } = server!;
  const rows = await sql<{ role: Role }>(`SELECT role FROM unnest($1::text[]) AS r (role) WHERE NOT pg_has_role($2::name, role::name, $3)`, [
    WORKING_ROLES,
    login,
    version < 160_000 ? 'MEMBER' : 'SET',
  ]);
  return rows.map(({ role }) => ({ role, version }));
}

async function persist(act: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await act();
      return;
    } catch (error) {
      const code = sqlState(error) ?? '';
      if (code === '42710') return;
      if (attempt === 5 || !AT_THE_SAME_TIME.has(code)) throw error;
    }
  }
}
