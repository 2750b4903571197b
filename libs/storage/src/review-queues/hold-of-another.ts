import type { Hold } from '#domain';
import type { Sql } from '../database/sql.js';

/** Who else is reviewing an interaction right now; null for nobody. Asked under the interaction's lock. */
export async function holdOfAnother(sql: Sql, organisationId: string, interactionId: string, me: string): Promise<Hold | null> {
  const [row] = await sql<{ held_by: string; held_until: Date }>(
    `SELECT held_by, held_until FROM review_task WHERE organisation_id = $1 AND interaction_id = $2 AND held_until > clock_timestamp() AND held_by <> $3`,
    [organisationId, interactionId, me],
  );
  return row === undefined ? null : { by: row.held_by, until: row.held_until.toISOString() };
}
