import type { StreamPosition } from '#domain';
import type { Sql } from '../database/sql.js';

/**
 * Locks a group's position for the rest of the transaction and says where it stands. Offsets below it are done:
 * whoever still works on them lost the partition, or reads them again after a crash.
 */
export async function lockPosition(sql: Sql, { group, topic, partition }: StreamPosition): Promise<bigint> {
  await sql(
    `INSERT INTO stream_position (consumer_group, topic, partition, next_offset) VALUES ($1, $2, $3, 0)
     ON CONFLICT ON CONSTRAINT stream_position_pk DO NOTHING`,
    [group, topic, partition],
  );
  const rows = await sql<{ next_offset: string }>(
    `SELECT next_offset FROM stream_position WHERE consumer_group = $1 AND topic = $2 AND partition = $3 FOR UPDATE`,
    [group, topic, partition],
  );
  return BigInt(rows[0]!.next_offset);
}

/** Moves the locked position on; never back. */
export async function advancePosition(sql: Sql, { group, topic, partition, nextOffset }: StreamPosition): Promise<void> {
  await sql(
    `UPDATE stream_position SET next_offset = $4::bigint
     WHERE consumer_group = $1 AND topic = $2 AND partition = $3 AND next_offset < $4::bigint`,
    [group, topic, partition, nextOffset.toString()],
  );
}

/** The offset to go on from, null when the group never committed one. */
export async function readPosition(sql: Sql, group: string, topic: string, partition: number): Promise<bigint | null> {
  const rows = await sql<{ next_offset: string }>(
    `SELECT next_offset FROM stream_position WHERE consumer_group = $1 AND topic = $2 AND partition = $3`,
    [group, topic, partition],
  );
  return rows[0] === undefined ? null : BigInt(rows[0].next_offset);
}
