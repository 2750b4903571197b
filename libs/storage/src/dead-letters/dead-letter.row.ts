import type { DeadLetterDetail, DeadLetterStatus, DeadLetterSummary, ParkReason, ShownBytes, StreamRecord } from '#domain';
import { REPLAY_HEADER } from '#domain';
import { unpackHeaders } from '../write/headers.js';

export interface LetterRow {
  organisation_id: string;
  position: string;
  status: DeadLetterStatus;
  reason: ParkReason;
  detail: string;
  source: string | null;
  topic: string;
  partition: number;
  offset: string;
  timestamp_ms: string;
  buried_at: Date;
  bytes: number;
  settled_at: Date | null;
  settled_by: string | null;
  settled_note: string | null;
  interaction_id: string | null;
  replay_hash: string | null;
}

export interface WholeLetterRow extends LetterRow {
  key: Buffer | null;
  value: Buffer | null;
  headers: Buffer;
}

/** Columns of a LetterRow of `dead_letter AS l`: everything but the bytes. */
export const LETTER_COLUMNS = `l.organisation_id, l.position, l.status, l.reason, l.detail, l.source, l.topic, l.partition, l."offset", l.timestamp_ms,
  l.buried_at, coalesce(octet_length(l.value), 0) AS bytes, l.settled_at, l.settled_by, l.settled_note, l.interaction_id, l.replay_hash`;

export const letterOf = (row: LetterRow): DeadLetterSummary => ({
  id: row.position,
  status: row.status,
  reason: row.reason,
  detail: row.detail,
  source: row.source,
  topic: row.topic,
  partition: row.partition,
  offset: row.offset,
  sentAt: new Date(Number(row.timestamp_ms)).toISOString(),
  buriedAt: row.buried_at.toISOString(),
  bytes: row.bytes,
  settled:
    row.settled_at === null
      ? null
      : { at: row.settled_at.toISOString(), by: row.settled_by ?? '', note: row.settled_note, interactionId: row.interaction_id },
});

/** With every byte as it came. */
export function wholeLetterOf(row: WholeLetterRow): DeadLetterDetail {
  const headers = unpackHeaders(row.headers);
  return {
    ...letterOf(row),
    key: shown(row.key),
    value: shown(row.value),
    headers: Object.entries(headers).map(([name, bytes]) => ({ name, ...show(bytes) })),
    replayOf: headers[REPLAY_HEADER]?.toString('utf8') ?? null,
  };
}

/** The record itself, as the stream would hand it over. */
export const recordOf = (row: WholeLetterRow): StreamRecord => ({
  key: row.key,
  value: row.value,
  headers: unpackHeaders(row.headers),
  offset: BigInt(row.offset),
  timestamp: Number(row.timestamp_ms),
});

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const shown = (bytes: Buffer | null): ShownBytes | null => (bytes === null ? null : show(bytes));

function show(bytes: Buffer): ShownBytes {
  const base64 = bytes.toString('base64');
  try {
    return { base64, text: utf8.decode(bytes) };
  } catch {
    return { base64, text: null };
  }
}
