import type { Evidence, FindingFact } from '#domain';
import type { Sql } from '../database/sql.js';
import { placeOf } from '../write/carried-verdicts.js';
import { findingsOf } from '../write/facts.js';
import type { PreparedItem } from '../write/prepare.js';
import { insertHandFindings } from './hand-finding.rows.js';

/** What somebody found by hand in an interaction, in whichever revision. */
export interface HandFinding {
  readonly fact: FindingFact;
  readonly place: Evidence;
}

/** A finding by hand that the rules have come to make themselves. */
export interface FoundSince {
  readonly handId: string;
  readonly findingId: string;
}

/**
 * The item with what was found by hand in the revisions before it: where the very words still stand it goes on; where a rule now finds them it becomes the
 * rule's finding, judged as it was; where they are gone it waits for a revision that has them again.
 */
export function withHandFindings(item: PreparedItem, byHand: readonly HandFinding[]): PreparedItem {
  if (byHand.length === 0) return item;
  const { turns } = item.source.interaction;
  const standing = byHand.filter(({ place }) => turns[place.turn]?.text.slice(place.start, place.end) === place.quote);
  const found = new Map(findingsOf(item.source).map(({ id, ruleId, evidence }) => [placeOf(ruleId, evidence[0]!), id]));
  const foundSince = standing.flatMap(({ fact, place }): FoundSince[] => {
    const findingId = found.get(placeOf(fact.ruleId, place));
    return findingId === undefined ? [] : [{ handId: fact.id, findingId }];
  });
  const gone = new Set(foundSince.map(({ handId }) => handId));
  const statusOf = new Map(standing.map(({ fact }) => [fact.id, fact.status]));
  const since = new Map(foundSince.map(({ handId, findingId }) => [findingId, statusOf.get(handId)!]));
  const kept = standing.filter(({ fact }) => !gone.has(fact.id)).map(({ fact }) => fact);
  // A judgement of the rule's own finding says more than the older one by hand.
  const findings = item.facts.findings.map((fact) => (fact.status === 'detected' ? { ...fact, status: since.get(fact.id) ?? fact.status } : fact));
  return { ...item, facts: { ...item.facts, findings: [...findings, ...kept] }, byHand, standingByHand: kept.map(({ id }) => id), foundSince };
}

/** Writes what `withHandFindings` decided, for interactions whose rows of this revision are written. */
export async function carryHandFindings(sql: Sql, items: readonly PreparedItem[]): Promise<void> {
  const owned = <T>(of: (item: PreparedItem) => readonly T[]): (T & { organisationId: string })[] =>
    items.flatMap((item) => of(item).map((one) => ({ ...one, organisationId: item.source.organisationId })));
  await insertHandFindings(sql, owned((item) => item.standingByHand.map((findingId) => ({ findingId }))));
  const since = owned((item) => item.foundSince);
  if (since.length === 0) return;
  const keys = [since.map(({ organisationId }) => organisationId), since.map(({ handId }) => handId), since.map(({ findingId }) => findingId)];
  const judged = await sql<{ organisation_id: string; finding_id: string }>(
    `INSERT INTO review (organisation_id, finding_id, interaction_id, rule_id, channel, day, verdict, reason, note, reviewed_by, reviewed_at)
     SELECT h.organisation_id, k.finding_id, h.interaction_id, h.rule_id, i.channel, i.day, CASE WHEN d.state = 'overturned' THEN 'dismissed' ELSE 'confirmed' END, d.ruling_cause,
       CASE WHEN d.state = 'overturned' THEN d.ruling_reason ELSE h.note END, CASE WHEN d.state = 'overturned' THEN d.resolved_by ELSE h.added_by END,
       CASE WHEN d.state = 'overturned' THEN d.resolved_at ELSE h.added_at END
     FROM unnest($1::text[], $2::uuid[], $3::uuid[]) AS k (organisation_id, hand_id, finding_id)
     JOIN hand_finding AS h ON h.organisation_id = k.organisation_id AND h.finding_id = k.hand_id
     JOIN interaction AS i ON i.organisation_id = h.organisation_id AND i.interaction_id = h.interaction_id
     LEFT JOIN dispute AS d ON d.organisation_id = h.organisation_id AND d.added_as = h.finding_id
     ON CONFLICT ON CONSTRAINT review_pk DO NOTHING RETURNING organisation_id, finding_id`,
    keys,
  );
  // The dispute was about that judgement, and goes on with it; where the rule's own finding was judged already, it is about nothing any more.
  await sql(
    `UPDATE dispute AS d SET reviewed_as = k.finding_id, added_as = NULL
     FROM unnest($1::text[], $2::uuid[], $3::uuid[]) AS k (organisation_id, hand_id, finding_id)
     WHERE d.organisation_id = k.organisation_id AND d.added_as = k.hand_id AND (k.organisation_id, k.finding_id) IN (SELECT * FROM unnest($4::text[], $5::uuid[]))`,
    [...keys, judged.map((row) => row.organisation_id), judged.map((row) => row.finding_id)],
  );
  await sql(
    `DELETE FROM hand_finding AS h USING unnest($1::text[], $2::uuid[]) AS k (organisation_id, hand_id) WHERE h.organisation_id = k.organisation_id AND h.finding_id = k.hand_id`,
    keys.slice(0, 2),
  );
}
