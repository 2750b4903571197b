import type { Account, LinkPurpose } from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction, sqlOn, type Sql } from '../database/sql.js';
import { appendToJournal } from '../write/journal.js';
import { LINK_HOLDS, takeLinkIn } from './account-links.js';
import { insertAccountIn } from './account.repository.js';
import { lockAccounts, readAccountIn } from './account.row.js';
import { hashOf, newSecret } from './secret.js';

/** Hours without a request after which a session ends, and days after which it ends anyway. */
export const SESSION_IDLE_HOURS = 12;
export const SESSION_MAX_DAYS = 7;

/** Wrong passwords of one login that cost nothing, then each doubles the wait, up to five minutes. */
const FREE_FAILURES = 5;
const LONGEST_WAIT_SECONDS = 300;

export interface SignedIn {
  readonly account: Account;
  /** The secret of the session: for the cookie only. */
  readonly session: string;
}

/** What a link shows before it is used. */
export interface LinkSight {
  readonly purpose: LinkPurpose;
  readonly login: string | null;
  readonly name: string | null;
}

/** Coming in and going out. Passwords come here as the hashes that are kept. */
@Injectable()
export class SignInRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Counts an attempt on a login, known or not, before its password is looked at: a thousand at once are a thousand.
   * @returns seconds to wait, 0 when the attempt may go on
   */
  async countAttempt(organisationId: string, login: string): Promise<number> {
    const key = [organisationId, hashOf(login)];
    const sql = sqlOn(this.dataSource, organisationId);
    const counted = await sql(
      `INSERT INTO sign_in_attempt AS a (organisation_id, login_hash, failures, refused_until) VALUES ($1, $2, 1, clock_timestamp())
       ON CONFLICT ON CONSTRAINT sign_in_attempt_pk DO UPDATE SET
         failures = CASE WHEN a.refused_until < clock_timestamp() - interval '1 day' THEN 1 ELSE a.failures + 1 END,
         refused_until = clock_timestamp() + CASE WHEN a.failures < $3 OR a.refused_until < clock_timestamp() - interval '1 day' THEN interval '0'
           ELSE make_interval(secs => least($4, power(2, least(a.failures - $3, 20)))) END
       WHERE a.refused_until <= clock_timestamp() RETURNING 1`,
      [...key, FREE_FAILURES, LONGEST_WAIT_SECONDS],
    );
    if (counted.length > 0) return 0;
    const [row] = await sql<{ wait: number }>(
      `SELECT ceil(extract(epoch FROM refused_until - clock_timestamp()))::int AS wait FROM sign_in_attempt WHERE organisation_id = $1 AND login_hash = $2`,
      key,
    );
    return Math.max(1, row?.wait ?? 1);
  }

  /** The account of a login and the hash of its password, if it may sign in by one. */
  async findPassword(organisationId: string, login: string): Promise<{ readonly id: string; readonly password: string } | null> {
    const [row] = await sqlOn(this.dataSource, organisationId)<{ id: string; password: string }>(
      `SELECT account_id AS id, password FROM account WHERE organisation_id = $1 AND login = $2 AND password IS NOT NULL AND disabled_at IS NULL`,
      [organisationId, login],
    );
    return row ?? null;
  }

  /** Opens a session. Null when the account is gone or disabled meanwhile. */
  async signIn(organisationId: string, accountId: string, by: 'password' | 'link' | 'oidc'): Promise<SignedIn | null> {
    return inTransaction(this.dataSource, organisationId, (sql) => signInIn(sql, organisationId, accountId, by));
  }

  /** Ends a session; nothing happens when there is none. */
  async signOut(organisationId: string, session: string): Promise<void> {
    await sqlOn(this.dataSource, organisationId)('DELETE FROM account_session WHERE organisation_id = $1 AND hash = $2', [organisationId, hashOf(session)]);
  }

  /** Null: the link opens nothing (any more). */
  async lookAtLink(organisationId: string, token: string): Promise<LinkSight | null> {
    const [row] = await sqlOn(this.dataSource, organisationId)<LinkSight>(
      `SELECT l.purpose, a.login, a.name FROM account_link AS l LEFT JOIN account AS a ON a.organisation_id = l.organisation_id AND a.account_id = l.account_id
       WHERE l.organisation_id = $1 AND l.hash = $2 AND ${LINK_HOLDS}`,
      [organisationId, hashOf(token)],
    );
    return row ?? null;
  }

  /**
   * Sets a password by a link, once, and signs in; every other session of the account ends. A first link makes the first
   * account, with every right. Null: the link opens nothing (any more).
   */
  async useLink(organisationId: string, token: string, password: string, first: { readonly login: string; readonly name: string } | null): Promise<SignedIn | null> {
    return inTransaction(this.dataSource, organisationId, async (sql) => {
      await lockAccounts(sql, organisationId);
      const link = await takeLinkIn(sql, organisationId, token);
      if (link === null) return null;
      let accountId = link.accountId;
      if (accountId === null) {
        if (first === null) throw new Error('a first link needs a login and a name');
        const account = await insertAccountIn(sql, organisationId, { ...first, roles: ['admin'], teams: 'all', agentRef: null }, 'first link');
        if (account === null) throw new Error('a first link holds only while nobody has an account');
        accountId = account.id;
      }
      await setPasswordIn(sql, organisationId, accountId, password);
      return signInIn(sql, organisationId, accountId, 'link');
    });
  }

  /** Sets a new password in place of the one known, and opens a session; every other ends. Null: changed or disabled meanwhile. */
  async changePassword(organisationId: string, accountId: string, known: string, password: string): Promise<SignedIn | null> {
    return inTransaction(this.dataSource, organisationId, async (sql) => {
      const same = await sql('SELECT FROM account WHERE organisation_id = $1 AND account_id = $2 AND password = $3 FOR UPDATE', [organisationId, accountId, known]);
      if (same.length === 0) return null;
      await setPasswordIn(sql, organisationId, accountId, password);
      return signInIn(sql, organisationId, accountId, 'password');
    });
  }
}

async function setPasswordIn(sql: Sql, organisationId: string, accountId: string, password: string): Promise<void> {
  await sql('UPDATE account SET password = $3, version = version + 1 WHERE organisation_id = $1 AND account_id = $2', [organisationId, accountId, password]);
  await sql('DELETE FROM account_session WHERE organisation_id = $1 AND account_id = $2', [organisationId, accountId]);
  await appendToJournal(sql, [{ organisationId, type: 'account.password-set', payload: { accountId } }]);
}

export async function signInIn(sql: Sql, organisationId: string, accountId: string, by: 'password' | 'link' | 'oidc' | 'demonstration'): Promise<SignedIn | null> {
  const [row] = await sql<{ login: string }>(
    'UPDATE account SET last_sign_in = current_date WHERE organisation_id = $1 AND account_id = $2 AND disabled_at IS NULL RETURNING login',
    [organisationId, accountId],
  );
  if (row === undefined) return null;
  const session = newSecret();
  await sql('DELETE FROM account_session WHERE organisation_id = $1 AND (expires_at <= now() OR ends_at <= now())', [organisationId]);
  await sql('DELETE FROM sign_in_attempt WHERE organisation_id = $1 AND login_hash = $2', [organisationId, hashOf(row.login)]);
  await sql(
    `INSERT INTO account_session (organisation_id, hash, account_id, seen_at, expires_at, ends_at)
     VALUES ($1, $2, $3, now(), now() + make_interval(hours => $4), now() + make_interval(days => $5))`,
    [organisationId, hashOf(session), accountId, SESSION_IDLE_HOURS, SESSION_MAX_DAYS],
  );
  await appendToJournal(sql, [{ organisationId, type: 'account.signed-in', payload: { accountId, by } }]);
  return { account: (await readAccountIn(sql, organisationId, accountId))!, session };
}
