import type { DeadLetter } from '#domain';
import { columns, type Sql } from '../database/sql.js';
import { packHeaders } from './headers.js';
import { storableText } from './storable.js';

export interface BuriedLetter extends DeadLetter {
  /** '' when the record belongs to no known organisation. */
  readonly organisationId: string;
}

/** What comes again of somebody who was erased leaves no trace but that it came: neither key nor value nor headers. */
export const withoutWords = <L extends DeadLetter>(letter: L): L =>
  letter.reason === 'erased' ? { ...letter, record: { ...letter.record, key: null, value: null, headers: {} } } : letter;

/** As long as `Interaction.source` may be; a record that is refused may claim anything. */
const MAX_SOURCE = 100;

/** Keeps records that could not be taken in, key, value and headers byte-identical. */
export async function bury(
  sql: Sql,
  place: { readonly topic: string; readonly partition: number },
  letters: readonly BuriedLetter[],
): Promise<void> {
  if (letters.length === 0) return;
  const rows = letters.map(({ organisationId, record, reason, detail, source }) => ({
    organisationId,
    source: source === undefined ? null : storableText(source).slice(0, MAX_SOURCE),
    offset: record.offset.toString(),
    timestamp: Math.trunc(record.timestamp),
    key: record.key,
    value: record.value,
    headers: packHeaders(record.headers),
    reason,
    detail: storableText(detail),
  }));
  await sql(
    `INSERT INTO dead_letter (organisation_id, topic, partition, "offset", timestamp_ms, key, value, headers, reason, detail, source)
     SELECT organisation_id, $10, $11, "offset", timestamp_ms, key, value, headers, reason, detail, source
     FROM unnest($1::text[], $2::bigint[], $3::bigint[], $4::bytea[], $5::bytea[], $6::bytea[], $7::text[], $8::text[], $9::text[])
       WITH ORDINALITY AS l (organisation_id, "offset", timestamp_ms, key, value, headers, reason, detail, source, n) ORDER BY n`,
    [
      ...columns(rows, ['organisationId', 'offset', 'timestamp', 'key', 'value', 'headers', 'reason', 'detail', 'source']),
      place.topic,
      place.partition,
    ],
  );
}
