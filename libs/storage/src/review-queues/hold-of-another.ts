import type { Hold } from '#domain';
import { accountNames } from '../accounts/account-names.js';
import type { Sql } from '../database/sql.js';

/** Somebody else's hold; `name` null for whoever has no account any more. */
export interface HeldByOther extends Hold {
  readonly name: string | null;
}

/** Who else is reviewing an interaction right now; null for nobody. Asked under the interaction's lock. */
export async function holdOfAnother(sql: Sql, organisationId: string, interactionId: string, me: string): Promise<HeldByOther | null> {
  const [row] = await sql<{ held_by: string; held_until: Date }>(
    `SELECT held_by, held_until FROM review_task WHERE organisation_id = $1 AND interaction_id = $2 AND held_until > clock_timestamp() AND held_by <> $3`,
    [organisationId, interactionId, me],
  );
  if (row === undefined) return null;
  const names = await accountNames(sql, organisationId, [row.held_by]);
  return { by: row.held_by, name: names.get(row.held_by) ?? null, until: row.held_until.toISOString() };
}
