import type { Outbox, OutboxMessage, StreamName } from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ALL_ORGANISATIONS, scopeValues, SET_SCOPE } from '../database/scope.js';
import { columns, plainSql, sqlOn, sqlState, type Sql } from '../database/sql.js';
import { packHeaders, unpackHeaders } from './headers.js';

/** "outbox" as a number: one drainer at a time, over all processes. */
const DRAIN_LOCK = '122550254464888';
const LOCK_NOT_AVAILABLE = '55P03';

/** Writes messages into the outbox in the given order, within the transaction of their cause. */
export async function writeToOutbox(
  sql: Sql,
  messages: readonly (OutboxMessage & { readonly organisationId: string })[],
): Promise<void> {
  if (messages.length === 0) return;
  const rows = messages.map(({ organisationId, stream, key, value, headers }) => ({
    organisationId,
    stream,
    key: typeof key === 'string' ? Buffer.from(key) : key,
    value,
    headers: packHeaders(headers),
  }));
  await sql(
    `INSERT INTO outbox (organisation_id, stream, key, value, headers)
     SELECT organisation_id, stream, key, value, headers
     FROM unnest($1::text[], $2::text[], $3::bytea[], $4::bytea[], $5::bytea[])
       WITH ORDINALITY AS m (organisation_id, stream, key, value, headers, n) ORDER BY n`,
    columns(rows, ['organisationId', 'stream', 'key', 'value', 'headers']),
  );
}

interface OutboxRow {
  organisation_id: string;
  position: string;
  stream: StreamName;
  key: Buffer | null;
  value: Buffer | null;
  headers: Buffer;
}

/**
 * The outbox table. Messages leave in writing order: drainers take turns by an advisory lock instead of skipping each
 * other's rows, which would let revision 2 of an interaction overtake revision 1.
 */
@Injectable()
export class PgOutbox implements Outbox {
  constructor(private readonly dataSource: DataSource) {}

  async drain(limit: number, publish: (messages: readonly OutboxMessage[]) => Promise<void>): Promise<number> {
    return this.dataSource.transaction(async (manager) => {
      const sql = plainSql(manager);
      await sql(SET_SCOPE, scopeValues(ALL_ORGANISATIONS));
      if (!(await takeTurn(sql))) return 0;
      // Without row locks, which would give this transaction an id: the projector waits for open transactions that have
      // one, and a broker that hangs must not hold the views back. The turn already keeps others away.
      const rows = await sql<OutboxRow>(
        `SELECT organisation_id, position, stream, key, value, headers FROM outbox ORDER BY position LIMIT $1`,
        [limit],
      );
      if (rows.length === 0) return 0;
      // Published before the deletion is committed: a crash in between sends them again, never loses them.
      await publish(rows.map(({ stream, key, value, headers }) => ({ stream, key, value, headers: unpackHeaders(headers) })));
      await sql(
        `DELETE FROM outbox USING unnest($1::text[], $2::bigint[]) AS sent (organisation_id, position)
         WHERE outbox.organisation_id = sent.organisation_id AND outbox.position = sent.position`,
        columns(rows, ['organisation_id', 'position']),
      );
      return rows.length;
    });
  }

  /** Messages written and not yet sent. */
  async countWaiting(): Promise<number> {
    const [row] = await sqlOn(this.dataSource, ALL_ORGANISATIONS)<{ count: number }>('SELECT count(*)::int AS count FROM outbox');
    return row!.count;
  }
}

/** Waits for the drainer at work, but not for one that hangs: false after five seconds. */
async function takeTurn(sql: Sql): Promise<boolean> {
  try {
    await sql(`SET LOCAL lock_timeout = '5s'`);
    await sql('SELECT pg_advisory_xact_lock($1)', [DRAIN_LOCK]);
    return true;
  } catch (error) {
    if (sqlState(error) === LOCK_NOT_AVAILABLE) return false;
    throw error;
  }
}
