import type { Sql } from '../database/sql.js';
import type { InteractionKey } from '../write/lock-interactions.js';

/** Lets the comments on locked interactions follow the same rule's finding on the same words. One whose words are gone waits for them to come back. */
export async function carryComments(sql: Sql, interactions: readonly InteractionKey[]): Promise<void> {
  if (interactions.length === 0) return;
  await sql(
    `UPDATE finding_comment AS c SET finding_id = m.to_id
     FROM (
       SELECT DISTINCT ON (k.organisation_id, k.finding_id) k.organisation_id, k.finding_id AS from_id, f.finding_id AS to_id
       FROM finding_comment AS k
       JOIN finding AS f ON f.organisation_id = k.organisation_id AND f.interaction_id = k.interaction_id AND f.rule_id = k.rule_id AND f.evidence->0 @> k.place
       WHERE (k.organisation_id, k.interaction_id) IN (SELECT * FROM unnest($1::text[], $2::uuid[]))
       ORDER BY k.organisation_id, k.finding_id, f.finding_id
     ) AS m
     WHERE c.organisation_id = m.organisation_id AND c.finding_id = m.from_id AND m.from_id <> m.to_id`,
    [interactions.map(({ organisationId }) => organisationId), interactions.map(({ interactionId }) => interactionId)],
  );
}
