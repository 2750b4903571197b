import { randomUUID } from 'node:crypto';
import type { Account, NewAccount } from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction, sqlOn } from '../database/sql.js';
import { isUuid } from '../read/cursor.js';
import { appendToJournal } from '../write/journal.js';
import { rightsOf } from './account.repository.js';
import { ACCOUNT_COLUMNS, accountOf, type AccountRow, lockAccounts, teamsColumn } from './account.row.js';
import { type SignedIn, signInIn } from './sign-in.repository.js';

/** People of a demonstration, as whom whoever reaches an open port may look. The first account of somebody real closes them. */
@Injectable()
export class InventedAccounts {
  constructor(private readonly dataSource: DataSource) {}

  /** Those who are not closed, by name. */
  async list(organisationId: string): Promise<readonly Account[]> {
    const rows = await sqlOn(this.dataSource, organisationId)<AccountRow>(
      `SELECT ${ACCOUNT_COLUMNS} FROM account WHERE organisation_id = $1 AND invented AND disabled_at IS NULL ORDER BY lower(name), login`,
      [organisationId],
    );
    return rows.map(accountOf);
  }

  /**
   * Makes those that are missing, by login.
   * @returns false when somebody real has an account: there is nothing to demonstrate any more
   */
  async ensure(organisationId: string, people: readonly NewAccount[]): Promise<boolean> {
    return inTransaction(this.dataSource, organisationId, async (sql) => {
      await lockAccounts(sql, organisationId);
      const real = await sql('SELECT FROM account WHERE organisation_id = $1 AND NOT invented LIMIT 1', [organisationId]);
      if (real.length > 0) return false;
      for (const { login, name, roles, teams, agentRef } of people) {
        const [row] = await sql<AccountRow>(
          `INSERT INTO account (organisation_id, account_id, login, name, roles, teams, agent_ref, invented) VALUES ($1, $2, $3, $4, $5, $6, $7, true)
           ON CONFLICT ON CONSTRAINT account_login_once DO NOTHING RETURNING ${ACCOUNT_COLUMNS}`,
          [organisationId, randomUUID(), login, name, roles, teamsColumn(teams), agentRef],
        );
        if (row === undefined) continue;
        const account = accountOf(row);
        await appendToJournal(sql, [{ organisationId, type: 'account.created', payload: { accountId: account.id, ...rightsOf(account), by: 'demonstration' } }]);
      }
      return true;
    });
  }

  /** Opens a session as one of them. Null: none of them, or closed. */
  async signIn(organisationId: string, id: string): Promise<SignedIn | null> {
    if (!isUuid(id)) return null;
    return inTransaction(this.dataSource, organisationId, async (sql) => {
      // A real first account may come at this very moment.
      await lockAccounts(sql, organisationId);
      const [one] = await sql('SELECT FROM account WHERE organisation_id = $1 AND account_id = $2 AND invented AND disabled_at IS NULL', [organisationId, id]);
      if (one === undefined) return null;
      return signInIn(sql, organisationId, id, 'demonstration');
    });
  }
}
