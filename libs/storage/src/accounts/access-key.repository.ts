import { randomUUID } from 'node:crypto';
import { type AccessKey, contentHash, isRole, isScope, type NewAccessKey, stableId } from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction, type Sql, sqlOn } from '../database/sql.js';
import { isUuid } from '../read/cursor.js';
import { appendToJournal } from '../write/journal.js';
import type { Administering } from './account.repository.js';
import { teamsColumn, unknownTeamsIn } from './account.row.js';
import { hashOf, newSecret } from './secret.js';

/** What every key begins with: secret scanners find it by that. */
export const KEY_PREFIX = 'dia_';
const HINT_LENGTH = 8;

interface KeyRow {
  readonly key_id: string;
  readonly name: string;
  readonly hint: string;
  readonly roles: readonly string[];
  readonly scopes: readonly string[];
  readonly teams: readonly string[] | null;
  readonly created_at: Date;
  readonly created_by: string;
  readonly expires_at: Date | null;
  readonly last_used: string | null;
  readonly revoked_at: Date | null;
}

const COLUMNS = 'key_id, name, hint, roles, scopes, teams, created_at, created_by, expires_at, last_used::text, revoked_at';

/** `key` is told this once: null when the same request was answered before. `other`: the request's key was used for another one. */
export type KeyCreated = { readonly kind: 'done'; readonly key: string | null; readonly view: AccessKey } | { readonly kind: 'other' } | { readonly kind: 'unknown-teams'; readonly teams: readonly string[] };

/** Keys of programs. */
@Injectable()
export class AccessKeyRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The latest first, revoked ones included. */
  async listKeys(organisationId: string): Promise<readonly AccessKey[]> {
    const rows = await sqlOn(this.dataSource, organisationId)<KeyRow>(`SELECT ${COLUMNS} FROM access_key WHERE organisation_id = $1 ORDER BY created_at DESC, key_id`, [organisationId]);
    return rows.map(keyOf);
  }

  /** @param requestKey the same one by the same person again makes no second key */
  async createKey({ organisationId, by }: Administering, wanted: NewAccessKey, requestKey?: string): Promise<KeyCreated> {
    const { name, roles, scopes, teams, expiresAt } = wanted;
    const id = stableId('access-key', organisationId, by, requestKey ?? randomUUID());
    return inTransaction(this.dataSource, organisationId, async (sql): Promise<KeyCreated> => {
      const unknown = await unknownTeamsIn(sql, organisationId, teams);
      if (unknown.length > 0) return { kind: 'unknown-teams', teams: unknown };
      const key = KEY_PREFIX + newSecret();
      const [row] = await sql<KeyRow>(
        `INSERT INTO access_key (organisation_id, key_id, name, hash, hint, roles, scopes, teams, created_by, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT ON CONSTRAINT access_key_pk DO NOTHING RETURNING ${COLUMNS}`,
        [organisationId, id, name, hashOf(key), key.slice(0, HINT_LENGTH), roles, scopes, teamsColumn(teams), by, expiresAt],
      );
      if (row === undefined) return answeredBefore(await readKeyIn(sql, organisationId, id), wanted);
      const view = keyOf(row);
      const payload = { keyId: view.id, roles: view.roles, scopes: view.scopes, teams: view.teams, expiresAt: view.expiresAt, by };
      await appendToJournal(sql, [{ organisationId, type: 'key.created', payload }]);
      return { kind: 'done', key, view };
    });
  }

  /** Null when there is no such key; revoking again changes nothing. */
  async revokeKey({ organisationId, by }: Administering, id: string): Promise<AccessKey | null> {
    if (!isUuid(id)) return null;
    return inTransaction(this.dataSource, organisationId, async (sql) => {
      const revoked = await sql('UPDATE access_key SET revoked_at = now() WHERE organisation_id = $1 AND key_id = $2 AND revoked_at IS NULL RETURNING 1', [organisationId, id]);
      if (revoked.length > 0) await appendToJournal(sql, [{ organisationId, type: 'key.revoked', payload: { keyId: id, by } }]);
      return readKeyIn(sql, organisationId, id);
    });
  }
}

async function readKeyIn(sql: Sql, organisationId: string, id: string): Promise<AccessKey | null> {
  const [row] = await sql<KeyRow>(`SELECT ${COLUMNS} FROM access_key WHERE organisation_id = $1 AND key_id = $2`, [organisationId, id]);
  return row === undefined ? null : keyOf(row);
}

/** Whoever sends the same request at the same time has waited for the first, and finds it done. */
function answeredBefore(view: AccessKey | null, wanted: NewAccessKey): KeyCreated {
  return view !== null && contentHash(askedIn(view)) === contentHash(askedIn(wanted)) ? { kind: 'done', key: null, view } : { kind: 'other' };
}
const askedIn = ({ name, roles, scopes, teams, expiresAt }: NewAccessKey): NewAccessKey => ({ name, roles, scopes, teams, expiresAt: expiresAt === null ? null : new Date(expiresAt).toISOString() });

const keyOf = (row: KeyRow): AccessKey => ({
  id: row.key_id,
  name: row.name,
  hint: row.hint,
  roles: row.roles.filter(isRole),
  scopes: row.scopes.filter(isScope),
  teams: row.teams ?? 'all',
  createdAt: row.created_at.toISOString(),
  createdBy: row.created_by,
  expiresAt: row.expires_at?.toISOString() ?? null,
  lastUsed: row.last_used,
  revokedAt: row.revoked_at?.toISOString() ?? null,
});
