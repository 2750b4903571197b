import type { Evidence, FindingStatus } from '#domain';
import type { Sql } from '../database/sql.js';
import { findingsOf } from './facts.js';
import type { PreparedItem } from './prepare.js';

/** A finding that somebody judged. */
export interface Judged {
  /** The finding's id as the `review` table has it. */
  readonly reviewedAs: string;
  readonly status: FindingStatus;
}

/** By place (`placeOf`). */
export type JudgedPlaces = ReadonlyMap<string, Judged>;

export const NOTHING_JUDGED: JudgedPlaces = new Map();

/** A rule's finding on the same words of the same turn is the same thing to a reviewer, whatever the revision. */
export const placeOf = (ruleId: string, { turn, start, end, quote }: Evidence): string => JSON.stringify([ruleId, turn, start, end, quote]);

/** The item with the verdicts that were given on the same words of the revision that it replaces. */
export function withVerdicts(item: PreparedItem, before: JudgedPlaces): PreparedItem {
  if (before.size === 0) return item;
  const judged = new Map<string, Judged>();
  const carried: Carried[] = [];
  for (const { id, ruleId, evidence } of findingsOf(item.source)) {
    const place = placeOf(ruleId, evidence[0]!);
    const verdict = before.get(place);
    if (verdict === undefined || judged.has(place)) continue;
    judged.set(place, verdict);
    carried.push({ from: verdict.reviewedAs, to: id, status: verdict.status });
  }
  const status = new Map(carried.map((one) => [one.to, one.status]));
  const findings = item.facts.findings.map((fact) => ({ ...fact, status: status.get(fact.id) ?? fact.status }));
  return { ...item, facts: { ...item.facts, findings }, judged, carried };
}

/** A judgement that moves from a finding to the same finding of the next revision. */
export interface Carried {
  readonly from: string;
  readonly to: string;
  readonly status: FindingStatus;
}

/** Lets the judgements of locked interactions follow their findings. */
export async function carryReviews(sql: Sql, items: readonly PreparedItem[]): Promise<void> {
  const moves = items.flatMap(({ source, carried }) => carried.map((one) => ({ ...one, organisationId: source.organisationId })));
  if (moves.length === 0) return;
  await sql(
    `UPDATE review AS r SET finding_id = m.to_id
     FROM unnest($1::text[], $2::uuid[], $3::uuid[]) AS m (organisation_id, from_id, to_id)
     WHERE r.organisation_id = m.organisation_id AND r.finding_id = m.from_id`,
    [moves.map(({ organisationId }) => organisationId), moves.map(({ from }) => from), moves.map(({ to }) => to)],
  );
}
