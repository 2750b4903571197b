import { type Account, type NewAccount, type Role } from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction, type Sql } from '../database/sql.js';
import { appendToJournal } from '../write/journal.js';
import { hasOtherHeadIn, insertAccountIn, isHead, rightsOf } from './account.repository.js';
import { lockAccounts, readAccountIn, teamsColumn } from './account.row.js';
import { type SignedIn, signInIn } from './sign-in.repository.js';

/** Whom an OpenID provider names, and what its claims come to. */
export interface ProviderSignIn {
  readonly organisationId: string;
  readonly issuer: string;
  readonly subject: string;
  /** Of a verified address: an account made by hand under it is this person's. */
  readonly login: string | null;
  readonly name: string;
  /** Null: rights are given by hand, and only who has an account comes in. */
  readonly roles: readonly Role[] | null;
  /** Null: as they are. */
  readonly teams: 'all' | readonly string[] | null;
}

/** Accounts of people whom an OpenID provider knows. */
@Injectable()
export class ProviderAccountRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Opens a session for the person; makes the account, or brings its rights to what the claims say, where claims give rights.
   * Null: no account and none to be made, no role, or the account is disabled.
   */
  async signIn(who: ProviderSignIn): Promise<SignedIn | null> {
    const { organisationId } = who;
    return inTransaction(this.dataSource, organisationId, async (sql) => {
      await lockAccounts(sql, organisationId);
      const account = (await boundIn(sql, who)) ?? (await bindIn(sql, who)) ?? (await createdIn(sql, who));
      if (account === null || account.state === 'disabled' || who.roles?.length === 0) return null;
      await followClaims(sql, who, account);
      return signInIn(sql, organisationId, account.id, 'oidc');
    });
  }
}

async function boundIn(sql: Sql, { organisationId, issuer, subject }: ProviderSignIn): Promise<Account | null> {
  const [row] = await sql<{ id: string }>('SELECT account_id AS id FROM account WHERE organisation_id = $1 AND issuer = $2 AND subject = $3', [organisationId, issuer, subject]);
  return row === undefined ? null : readAccountIn(sql, organisationId, row.id);
}

/** An account that was made by hand for the address becomes this person's. */
async function bindIn(sql: Sql, { organisationId, issuer, subject, login }: ProviderSignIn): Promise<Account | null> {
  const [row] = await sql<{ id: string }>(
    'UPDATE account SET issuer = $3, subject = $4 WHERE organisation_id = $1 AND login = $2 AND subject IS NULL AND NOT invented AND disabled_at IS NULL RETURNING account_id AS id',
    [organisationId, login, issuer, subject],
  );
  return row === undefined ? null : readAccountIn(sql, organisationId, row.id);
}

async function createdIn(sql: Sql, { organisationId, issuer, subject, login, name, roles, teams }: ProviderSignIn): Promise<Account | null> {
  if (roles === null || roles.length === 0) return null;
  const wanted: NewAccount = { login: login ?? `${subject}@${new URL(issuer).host}`.toLowerCase(), name, roles, teams: teams ?? [], agentRef: null };
  const account = await insertAccountIn(sql, organisationId, wanted, 'provider');
  // Somebody else has the login: never the same person unawares.
  if (account === null) return null;
  await sql('UPDATE account SET issuer = $3, subject = $4 WHERE organisation_id = $1 AND account_id = $2', [organisationId, account.id, issuer, subject]);
  return account;
}

/** Brings the rights to what the claims say; the role agent, which no claim gives, stays, and so does the last administrator. */
async function followClaims(sql: Sql, { organisationId, roles, teams }: ProviderSignIn, account: Account): Promise<void> {
  if (roles === null) return;
  const to = { roles: [...roles, ...account.roles.filter((role) => role === 'agent')], teams: teams ?? account.teams, agentRef: account.agentRef };
  const from = rightsOf(account);
  if (JSON.stringify([from.roles, teamsColumn(from.teams)]) === JSON.stringify([to.roles, teamsColumn(to.teams)])) return;
  if (isHead(account) && !isHead(to) && !(await hasOtherHeadIn(sql, organisationId, account.id))) return;
  await sql('UPDATE account SET roles = $3, teams = $4, version = version + 1 WHERE organisation_id = $1 AND account_id = $2', [organisationId, account.id, to.roles, teamsColumn(to.teams)]);
  await appendToJournal(sql, [{ organisationId, type: 'account.changed', payload: { accountId: account.id, from: { ...from, disabled: false }, to: { ...to, disabled: false }, by: 'provider' } }]);
}
