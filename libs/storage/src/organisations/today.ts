import type { Sql } from '../database/sql.js';
import { dayIn } from '../write/day.js';

/** The present day in the organisation's time zone, YYYY-MM-DD. @throws when there is no such organisation */
export async function todayIn(sql: Sql, organisationId: string): Promise<string> {
  const [row] = await sql<{ zone: string }>('SELECT time_zone AS zone FROM organisation WHERE organisation_id = $1', [organisationId]);
  if (row === undefined) throw new Error(`no organisation ${organisationId}`);
  return dayIn(row.zone, new Date());
}
