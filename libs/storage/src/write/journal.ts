import type { JournalPayloads, JournalType } from '#domain';
import { columns, type Sql } from '../database/sql.js';
import { storableJson } from './storable.js';

export type NewEntry = {
  [T in JournalType]: { readonly organisationId: string; readonly type: T; readonly payload: JournalPayloads[T] };
}[JournalType];

/** Appends facts in the given order, within the transaction of their cause. */
export async function appendToJournal(sql: Sql, entries: readonly NewEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map((entry) => ({ ...entry, payload: storableJson(entry.payload) }));
  await sql(
    `INSERT INTO journal (organisation_id, type, payload)
     SELECT organisation_id, type, payload::jsonb
     FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY AS e (organisation_id, type, payload, n) ORDER BY n`,
    columns(rows, ['organisationId', 'type', 'payload']),
  );
}
