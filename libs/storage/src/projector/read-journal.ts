import type { JournalEntry } from '#domain';
import type { Sql } from '../database/sql.js';

/** The last entry a view has read. */
export interface Cursor {
  readonly xid: string;
  readonly position: string;
}

type EntryRow = Cursor & Pick<JournalEntry, 'type' | 'payload'> & { organisation_id: string; occurred_at: Date };

/**
 * The next entries after a cursor, in (transaction, position) order, and the cursor behind them. Positions are given
 * out before commit, so a lower one may appear later; a transaction older than every running one, however, can add
 * nothing any more. Only entries of such transactions are read: none is ever skipped.
 */
export async function readJournal(
  sql: Sql,
  after: Cursor,
  limit: number,
): Promise<{ readonly entries: readonly JournalEntry[]; readonly cursor: Cursor }> {
  const rows = await sql<EntryRow>(
    // Ordered by j.xid, a number: plain xid would be the text of the select list, where '10' comes before '9'.
    `SELECT j.organisation_id, j.xid::text AS xid, j.position, j.type, j.payload, j.occurred_at FROM journal AS j
     WHERE (j.xid, j.position) > ($1::xid8, $2::bigint) AND j.xid < pg_snapshot_xmin(pg_current_snapshot())
     ORDER BY j.xid, j.position LIMIT $3`,
    [after.xid, after.position, limit],
  );
  const last = rows.at(-1);
  return {
    entries: rows.map(entryOf),
    cursor: last === undefined ? after : { xid: last.xid, position: last.position },
  };
}

const entryOf = ({ organisation_id, position, type, payload, occurred_at }: EntryRow): JournalEntry =>
  // The payload's shape goes with its type: only appendToJournal writes here, and it takes typed entries.
  Object.assign({
    organisationId: organisation_id,
    position: BigInt(position),
    type,
    payload,
    occurredAt: occurred_at.toISOString(),
  });

/**
 * Entries the slowest of the named views has not read yet; all views when none is named. Entries of transactions
 * that are still running are not counted.
 */
export async function readLag(sql: Sql, views?: readonly string[]): Promise<number> {
  const [row] = await sql<{ lag: number }>(
    `SELECT (SELECT count(*) FROM journal AS j WHERE (j.xid, j.position) > (c.xid, c.position))::int AS lag
     FROM projection_cursor AS c WHERE $1::text[] IS NULL OR c.view = ANY($1) ORDER BY c.xid, c.position LIMIT 1`,
    [views ?? null],
  );
  return row?.lag ?? 0;
}
