import type { Sql } from '../database/sql.js';
import type { InteractionKey } from '../write/lock-interactions.js';

/** Of some interactions, those whose time was over and that went, as `organisation/interaction`. Asked under the locks of their customers, so that none slips by. */
export async function findPassed(sql: Sql, keys: readonly InteractionKey[]): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set();
  const rows = await sql<{ key: string }>(
    `SELECT organisation_id || '/' || interaction_id AS key FROM passed_interaction WHERE (organisation_id, interaction_id) IN (SELECT * FROM unnest($1::text[], $2::uuid[]))`,
    [keys.map(({ organisationId }) => organisationId), keys.map(({ interactionId }) => interactionId)],
  );
  return new Set(rows.map(({ key }) => key));
}
