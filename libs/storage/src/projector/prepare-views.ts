import type { DataSource } from 'typeorm';
import { plainSql } from '../database/sql.js';
import { VIEWS } from '../views/index.js';
import { createView } from './create-view.js';

/** Makes the tables of views that are new or whose version changed; the projector then fills them from the journal. */
export async function prepareViews(dataSource: DataSource): Promise<void> {
  for (const view of VIEWS) {
    await dataSource.transaction(async (manager) => {
      const sql = plainSql(manager);
      const rows = await sql<{ version: number }>('SELECT version FROM projection_cursor WHERE view = $1 FOR UPDATE', [view.name]);
      if (rows[0]?.version !== view.version) await createView(sql, view);
    });
  }
}
