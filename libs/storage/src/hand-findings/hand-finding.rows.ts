import type { Sql } from '../database/sql.js';

/** What a finding by hand `h` counts as: confirmed, since somebody read it, unless its agent disputes that, or disputed it with success. */
export const HAND_STATUS = `coalesce((SELECT CASE d.state WHEN 'open' THEN 'disputed' WHEN 'overturned' THEN 'dismissed' END FROM dispute AS d
  WHERE d.organisation_id = h.organisation_id AND d.added_as = h.finding_id), 'confirmed')`;

/** Makes the findings of what was found by hand. Their interactions are locked and have no such rows. */
export async function insertHandFindings(sql: Sql, keys: readonly { readonly organisationId: string; readonly findingId: string }[]): Promise<void> {
  if (keys.length === 0) return;
  await sql(
    `INSERT INTO finding (organisation_id, finding_id, interaction_id, revision, channel, day, started_at, rule_id, polarity, severity, commitment, agent_ref,
       status, evidence, explanation, instead, confidence, by_hand)
     SELECT h.organisation_id, h.finding_id, h.interaction_id, i.revision, i.channel, i.day, i.started_at, h.rule_id, h.polarity, h.severity, h.commitment, h.agent_ref,
       ${HAND_STATUS}, h.evidence, h.explanation, h.instead, 1, true
     FROM unnest($1::text[], $2::uuid[]) AS k (organisation_id, finding_id)
     JOIN hand_finding AS h ON h.organisation_id = k.organisation_id AND h.finding_id = k.finding_id
     JOIN interaction AS i ON i.organisation_id = h.organisation_id AND i.interaction_id = h.interaction_id
     ORDER BY h.organisation_id, h.finding_id`,
    [keys.map(({ organisationId }) => organisationId), keys.map(({ findingId }) => findingId)],
  );
}
