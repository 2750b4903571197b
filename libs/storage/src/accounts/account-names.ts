import type { Sql } from '../database/sql.js';
import { isUuid } from '../read/cursor.js';

const KEY = 'key:';

/** What accounts and keys are called, by the id that stands in decisions and in the journal; whoever is not there any more is left out. */
export async function accountNames(sql: Sql, organisationId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const keys = ids.flatMap((id) => (id.startsWith(KEY) ? [id.slice(KEY.length)] : []));
  const [accountIds, keyIds] = [ids, keys].map((some) => [...new Set(some)].filter(isUuid));
  if (accountIds!.length + keyIds!.length === 0) return new Map();
  const rows = await sql<{ id: string; name: string }>(
    `SELECT account_id::text AS id, name FROM account WHERE organisation_id = $1 AND account_id = ANY ($2::uuid[])
     UNION ALL SELECT '${KEY}' || key_id, name FROM access_key WHERE organisation_id = $1 AND key_id = ANY ($3::uuid[])`,
    [organisationId, accountIds, keyIds],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Those of `names` that some ids stand for, as an answer carries them. */
export const namesAmong = (names: ReadonlyMap<string, string>, ids: readonly (string | null | undefined)[]): Readonly<Record<string, string>> =>
  Object.fromEntries(ids.flatMap((id) => (id && names.has(id) ? [[id, names.get(id)!]] : [])));
