import { contentHash } from '#domain';
import { insertRows, type Sql } from '../database/sql.js';

/** By what an interaction or fact that was erased is known when it comes again. */
export const recordHash = (organisationId: string, id: string): string => contentHash(['erased', organisationId, id.toLowerCase()]);

export const refHash = (organisationId: string, ref: string): string => contentHash(['erased ref', organisationId, ref]);

export async function rememberErased(sql: Sql, organisationId: string, erasureId: string, ids: readonly string[]): Promise<void> {
  const rows = ids.map((id) => ({ organisation_id: organisationId, record_hash: recordHash(organisationId, id), erasure_id: erasureId }));
  await insertRows(sql, 'erased_record', { organisation_id: 'text', record_hash: 'text', erasure_id: 'uuid' }, rows, {
    orderBy: ['organisation_id', 'record_hash'],
    tail: 'ON CONFLICT ON CONSTRAINT erased_record_pk DO NOTHING',
  });
}

export interface RecordKey {
  readonly organisationId: string;
  /** Of the interaction or fact. */
  readonly id: string;
}

/** Of some interactions or facts, those that were erased, by `recordHash`. Asked under the locks of their customers, so that none slips by. */
export async function findErased(sql: Sql, records: readonly RecordKey[]): Promise<ReadonlySet<string>> {
  if (records.length === 0) return new Set();
  const rows = await sql<{ record_hash: string }>(
    'SELECT record_hash FROM erased_record WHERE (organisation_id, record_hash) IN (SELECT * FROM unnest($1::text[], $2::text[]))',
    [records.map(({ organisationId }) => organisationId), records.map(({ organisationId, id }) => recordHash(organisationId, id))],
  );
  return new Set(rows.map(({ record_hash }) => record_hash));
}
