import { type Account, isRole } from '#domain';
import type { Sql } from '../database/sql.js';

export interface AccountRow {
  readonly account_id: string;
  readonly login: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly teams: readonly string[] | null;
  readonly agent_ref: string | null;
  readonly created_at: Date;
  readonly last_sign_in: string | null;
  readonly disabled: boolean;
  readonly invited: boolean;
  readonly version: number;
}

export const ACCOUNT_COLUMNS = `account_id, login, name, roles, teams, agent_ref, created_at, last_sign_in::text, disabled_at IS NOT NULL AS disabled,
  password IS NULL AND subject IS NULL AS invited, version`;

export const accountOf = (row: AccountRow): Account => ({
  id: row.account_id,
  login: row.login,
  name: row.name,
  roles: row.roles.filter(isRole),
  teams: row.teams ?? 'all',
  agentRef: row.agent_ref,
  state: row.disabled ? 'disabled' : row.invited ? 'invited' : 'active',
  createdAt: row.created_at.toISOString(),
  lastSignIn: row.last_sign_in,
  version: row.version,
});

/** Changes of accounts take turns: two admins who demote each other at the same moment must not both succeed. */
export const lockAccounts = (sql: Sql, organisationId: string): Promise<unknown> =>
  sql('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`diapason accounts ${organisationId}`]);

export async function readAccountIn(sql: Sql, organisationId: string, id: string): Promise<Account | null> {
  const [row] = await sql<AccountRow>(`SELECT ${ACCOUNT_COLUMNS} FROM account WHERE organisation_id = $1 AND account_id = $2`, [organisationId, id]);
  return row === undefined ? null : accountOf(row);
}

/** Teams as they are kept: null stands for all. */
export const teamsColumn = (teams: 'all' | readonly string[]): readonly string[] | null => (teams === 'all' ? null : [...new Set(teams)].sort());

/** Those of `teams` that neither the directory nor an interaction knows: a typing error would show nothing at all. */
export async function unknownTeamsIn(sql: Sql, organisationId: string, teams: 'all' | readonly string[]): Promise<readonly string[]> {
  if (teams === 'all' || teams.length === 0) return [];
  const rows = await sql<{ ref: string }>(
    `SELECT t.ref FROM unnest($2::text[]) AS t (ref)
     WHERE NOT EXISTS (SELECT FROM directory_team AS d WHERE d.organisation_id = $1 AND d.ref = t.ref)
       AND NOT EXISTS (SELECT FROM identity AS i WHERE i.organisation_id = $1 AND i.team_ref = t.ref)`,
    [organisationId, teams],
  );
  return rows.map(({ ref }) => ref);
}
