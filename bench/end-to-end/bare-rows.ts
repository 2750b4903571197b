import { text } from 'node:stream/consumers';
import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';

/** One table's rows in COPY's text form. */
export interface TableRows {
  readonly table: string;
  readonly columns: readonly string[];
  readonly lines: readonly string[];
}

/** What an analysed interaction leaves behind, people and views aside. */
const TABLES = ['interaction', 'interaction_agent', 'turn', 'finding', 'journal'];

export async function dumpRows(database: Client): Promise<TableRows[]> {
  const dumped: TableRows[] = [];
  for (const table of TABLES) {
    const { rows } = await database.query<{ name: string }>(
      `SELECT attname AS name FROM pg_attribute
       WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`,
      [table],
    );
    const columns = rows.map(({ name }) => name);
    const copied = await text(database.query(copyTo(`COPY ${table} (${columns.join(', ')}) TO STDOUT`)));
    dumped.push({ table, columns, lines: copied.split('\n').filter((line) => line !== '') });
  }
  return dumped;
}

/** Empty tables with the same columns, keys and indexes. */
export async function makeBareTables(database: Client, tables: readonly TableRows[]): Promise<void> {
  for (const { table } of tables) await database.query(`CREATE TABLE bare_${table} (LIKE ${table} INCLUDING ALL)`);
}
