import type { Sql } from '../database/sql.js';
import type { View } from './view.js';

/** Drops a view's rows and puts its cursor before the first entry of the journal. */
export async function createView(sql: Sql, view: View): Promise<void> {
  for (const table of view.tables) await sql(`DROP TABLE IF EXISTS ${table}`);
  for (const statement of view.create) await sql(statement);
  await sql(
    `INSERT INTO projection_cursor (view, version, xid, position) VALUES ($1, $2, '0', 0)
     ON CONFLICT ON CONSTRAINT projection_cursor_pk DO UPDATE SET version = $2, xid = '0', position = 0`,
    [view.name, view.version],
  );
}
