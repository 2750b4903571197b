import { randomUUID } from 'node:crypto';
import type { Account, AccountChange, AccountLink, NewAccount, Rights } from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction, sqlOn, type Sql } from '../database/sql.js';
import { isUuid } from '../read/cursor.js';
import { isAccountOf } from '../reviews/own-work.js';
import { appendToJournal } from '../write/journal.js';
import { issueLinkIn } from './account-links.js';
import { ACCOUNT_COLUMNS, accountOf, type AccountRow, lockAccounts, readAccountIn, teamsColumn, unknownTeamsIn } from './account.row.js';

/** `login-taken`: somebody has it · `unknown-teams`: refs that no directory entry names. */
export type AccountCreated =
  | { readonly kind: 'done'; readonly account: Account; readonly link: AccountLink }
  | { readonly kind: 'login-taken' }
  | { readonly kind: 'unknown-teams'; readonly teams: readonly string[] };

/** `stale`: changed since `version` was read · `last-admin`: nobody would be left to give rights · `own`: it would no longer be the agent that it is, by its own word. */
export type AccountChanged =
  | { readonly kind: 'done'; readonly account: Account }
  | { readonly kind: 'missing' }
  | { readonly kind: 'stale'; readonly account: Account }
  | { readonly kind: 'last-admin' | 'own' }
  | { readonly kind: 'agent-unnamed' }
  | { readonly kind: 'unknown-teams'; readonly teams: readonly string[] };

/** Who changes an account. */
export interface Administering {
  readonly organisationId: string;
  readonly by: string;
}

/** Accounts and their rights. Each change and its journal entry are one transaction; changes take turns. */
@Injectable()
export class AccountRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** All of an organisation, by name. */
  async listAccounts(organisationId: string): Promise<readonly Account[]> {
    const rows = await sqlOn(this.dataSource, organisationId)<AccountRow>(`SELECT ${ACCOUNT_COLUMNS} FROM account WHERE organisation_id = $1 ORDER BY lower(name), login`, [organisationId]);
    return rows.map(accountOf);
  }

  /** Null when there is no such account. */
  async readAccount(organisationId: string, id: string): Promise<Account | null> {
    return isUuid(id) ? readAccountIn(sqlOn(this.dataSource, organisationId), organisationId, id) : null;
  }

  async create({ organisationId, by }: Administering, wanted: NewAccount): Promise<AccountCreated> {
    return inTransaction(this.dataSource, organisationId, async (sql): Promise<AccountCreated> => {
      await lockAccounts(sql, organisationId);
      const teams = await unknownTeamsIn(sql, organisationId, wanted.teams);
      if (teams.length > 0) return { kind: 'unknown-teams', teams };
      const account = await insertAccountIn(sql, organisationId, wanted, by);
      if (account === null) return { kind: 'login-taken' };
      const link = await issueLinkIn(sql, organisationId, 'invitation', account.id);
      await appendToJournal(sql, [{ organisationId, type: 'account.link-issued', payload: { accountId: account.id, purpose: 'invitation', by } }]);
      return { kind: 'done', account, link };
    });
  }

  /** @param version of what was seen; undefined: whatever it is now */
  async change({ organisationId, by }: Administering, id: string, change: AccountChange, version: number | undefined): Promise<AccountChanged> {
    if (!isUuid(id)) return { kind: 'missing' };
    return inTransaction(this.dataSource, organisationId, async (sql): Promise<AccountChanged> => {
      await lockAccounts(sql, organisationId);
      const before = await readAccountIn(sql, organisationId, id);
      if (before === null) return { kind: 'missing' };
      if (version !== undefined && version !== before.version) return { kind: 'stale', account: before };
      const next = { ...before, ...withoutAbsent(change), disabled: change.disabled ?? before.state === 'disabled' };
      if (before.agentRef !== null && next.agentRef !== before.agentRef && (await isAccountOf(sql, organisationId, id, by))) return { kind: 'own' };
      if (next.roles.includes('agent') && next.agentRef === null) return { kind: 'agent-unnamed' };
      const teams = await unknownTeamsIn(sql, organisationId, next.teams);
      if (teams.length > 0) return { kind: 'unknown-teams', teams };
      if (isHead(before) && !(isHead(next) && !next.disabled) && !(await hasOtherHeadIn(sql, organisationId, id))) return { kind: 'last-admin' };
      await sql(
        `UPDATE account SET name = $3, roles = $4, teams = $5, agent_ref = $6, version = version + 1,
           disabled_at = CASE WHEN $7 THEN coalesce(disabled_at, now()) END WHERE organisation_id = $1 AND account_id = $2`,
        [organisationId, id, next.name, next.roles, teamsColumn(next.teams), next.agentRef, next.disabled],
      );
      if (next.disabled) await sql('DELETE FROM account_session WHERE organisation_id = $1 AND account_id = $2', [organisationId, id]);
      const [from, to] = [{ ...rightsOf(before), disabled: before.state === 'disabled' }, { ...rightsOf(next), disabled: next.disabled }];
      await appendToJournal(sql, [{ organisationId, type: 'account.changed', payload: { accountId: id, from, to, by } }]);
      return { kind: 'done', account: (await readAccountIn(sql, organisationId, id))! };
    });
  }

  /** A link to choose a password, in place of any the account had. Null: no such account, or disabled. */
  async issueLink({ organisationId, by }: Administering, id: string): Promise<AccountLink | null> {
    if (!isUuid(id)) return null;
    return inTransaction(this.dataSource, organisationId, async (sql) => {
      await lockAccounts(sql, organisationId);
      const account = await readAccountIn(sql, organisationId, id);
      if (account === null || account.state === 'disabled' || (await isInventedIn(sql, organisationId, id))) return null;
      const purpose = account.state === 'invited' ? 'invitation' : 'reset';
      await appendToJournal(sql, [{ organisationId, type: 'account.link-issued', payload: { accountId: id, purpose, by } }]);
      return issueLinkIn(sql, organisationId, purpose, id);
    });
  }

  /** A link that makes the first account, an admin's; null when there is an account already. */
  async issueFirstLink(organisationId: string): Promise<AccountLink | null> {
    return inTransaction(this.dataSource, organisationId, async (sql) => {
      await lockAccounts(sql, organisationId);
      const [row] = await sql('SELECT FROM account WHERE organisation_id = $1 AND NOT invented LIMIT 1', [organisationId]);
      return row === undefined ? issueLinkIn(sql, organisationId, 'first', null) : null;
    });
  }
}

/** Null when the login is taken. */
export async function insertAccountIn(sql: Sql, organisationId: string, { login, name, roles, teams, agentRef }: NewAccount, by: string): Promise<Account | null> {
  const [row] = await sql<AccountRow>(
    `INSERT INTO account (organisation_id, account_id, login, name, roles, teams, agent_ref) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT ON CONSTRAINT account_login_once DO NOTHING RETURNING ${ACCOUNT_COLUMNS}`,
    [organisationId, randomUUID(), login, name, roles, teamsColumn(teams), agentRef],
  );
  if (row === undefined) return null;
  const account = accountOf(row);
  await appendToJournal(sql, [{ organisationId, type: 'account.created', payload: { accountId: account.id, ...rightsOf(account), by } }]);
  await closeInventedIn(sql, organisationId, by);
  return account;
}

/** Somebody real has come: nobody looks as the people of a demonstration any more. */
async function closeInventedIn(sql: Sql, organisationId: string, by: string): Promise<void> {
  const closed = await sql<AccountRow>(`UPDATE account SET disabled_at = now(), version = version + 1 WHERE organisation_id = $1 AND invented AND disabled_at IS NULL RETURNING ${ACCOUNT_COLUMNS}`, [organisationId]);
  if (closed.length === 0) return;
  await sql('DELETE FROM account_session AS s USING account AS a WHERE s.organisation_id = $1 AND a.organisation_id = $1 AND a.account_id = s.account_id AND a.invented', [organisationId]);
  await appendToJournal(
    sql,
    closed.map(accountOf).map((account) => ({ organisationId, type: 'account.changed' as const, payload: { accountId: account.id, from: { ...rightsOf(account), disabled: false }, to: { ...rightsOf(account), disabled: true }, by } })),
  );
}

const isInventedIn = async (sql: Sql, organisationId: string, id: string): Promise<boolean> =>
  (await sql('SELECT FROM account WHERE organisation_id = $1 AND account_id = $2 AND invented', [organisationId, id])).length > 0;

export const rightsOf = ({ roles, teams, agentRef }: Rights): Rights => ({ roles, teams, agentRef });

/** Whoever can give rights to everybody. */
export const isHead = ({ roles, teams }: Pick<Account, 'roles' | 'teams'>): boolean => roles.includes('admin') && teams === 'all';

/** Another one, who can sign in: an invitation may never be taken up. */
export async function hasOtherHeadIn(sql: Sql, organisationId: string, id: string): Promise<boolean> {
  const rows = await sql(
    `SELECT FROM account WHERE organisation_id = $1 AND account_id <> $2 AND 'admin' = ANY (roles) AND teams IS NULL AND disabled_at IS NULL
       AND (password IS NOT NULL OR subject IS NOT NULL) LIMIT 1`,
    [organisationId, id],
  );
  return rows.length > 0;
}

const withoutAbsent = ({ name, roles, teams, agentRef }: AccountChange): Partial<Rights> & { name?: string } => ({
  ...(name !== undefined && { name }),
  ...(roles !== undefined && { roles }),
  ...(teams !== undefined && { teams }),
  ...(agentRef !== undefined && { agentRef }),
});
