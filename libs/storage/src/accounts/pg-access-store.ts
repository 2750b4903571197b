import { type AccessStore, type Actor, isRole, isScope } from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sqlOn } from '../database/sql.js';
import { hashOf } from './secret.js';
import { SESSION_IDLE_HOURS } from './sign-in.repository.js';

interface KeyRow {
  readonly key_id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly scopes: readonly string[];
  readonly teams: readonly string[] | null;
  readonly used_today: boolean;
}

interface SessionRow {
  readonly account_id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly teams: readonly string[] | null;
  readonly agent_ref: string | null;
  readonly stale: boolean;
}

/** Asked on every request: nothing is remembered here, so that what is revoked ends at once. */
@Injectable()
export class PgAccessStore implements AccessStore {
  constructor(private readonly dataSource: DataSource) {}

  async actorOfKey(organisationId: string, key: string): Promise<Actor | null> {
    const sql = sqlOn(this.dataSource, organisationId);
    const [row] = await sql<KeyRow>(
      `SELECT key_id, name, roles, scopes, teams, last_used IS NOT DISTINCT FROM current_date AS used_today FROM access_key
       WHERE organisation_id = $1 AND hash = $2 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())`,
      [organisationId, hashOf(key)],
    );
    if (row === undefined) return null;
    if (!row.used_today) await sql('UPDATE access_key SET last_used = current_date WHERE organisation_id = $1 AND key_id = $2', [organisationId, row.key_id]);
    const { name, roles, scopes, teams } = row;
    return { kind: 'key', id: `key:${row.key_id}`, name, organisationId, roles: roles.filter(isRole), scopes: scopes.filter(isScope), teams: teams ?? 'all' };
  }

  async actorOfSession(organisationId: string, session: string): Promise<Actor | null> {
    const sql = sqlOn(this.dataSource, organisationId);
    const key = [organisationId, hashOf(session)];
    const [row] = await sql<SessionRow>(
      `SELECT a.account_id, a.name, a.roles, a.teams, a.agent_ref, s.seen_at < now() - interval '5 minutes' AS stale
       FROM account_session AS s JOIN account AS a ON a.organisation_id = s.organisation_id AND a.account_id = s.account_id
       WHERE s.organisation_id = $1 AND s.hash = $2 AND s.expires_at > now() AND s.ends_at > now() AND a.disabled_at IS NULL`,
      key,
    );
    if (row === undefined) return null;
    if (row.stale) {
      await sql('UPDATE account_session SET seen_at = now(), expires_at = now() + make_interval(hours => $3) WHERE organisation_id = $1 AND hash = $2', [...key, SESSION_IDLE_HOURS]);
    }
    const { name, roles, teams, agent_ref } = row;
    return { kind: 'account', id: row.account_id, name, organisationId, roles: roles.filter(isRole), scopes: [], teams: teams ?? 'all', ...(agent_ref !== null && { agentRef: agent_ref }) };
  }

  async hasAccounts(organisationId: string): Promise<boolean> {
    return (await sqlOn(this.dataSource, organisationId)('SELECT FROM account WHERE organisation_id = $1 AND NOT invented LIMIT 1', [organisationId])).length > 0;
  }
}
