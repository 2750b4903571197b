import { type OrganisationSettings, proportion, wholeSettings } from '#domain';
import type { Sql } from '../database/sql.js';
import { appendToJournal } from '../write/journal.js';
import { lockObservation } from './observed-rules.js';

interface Standing {
  readonly confirmed: number;
  readonly judged: number;
  readonly observed: boolean | null;
  readonly settings: OrganisationSettings;
}

/**
 * After a judgement: a rule whose precision may lie below the organisation's threshold goes under observation; one that has risen above it again
 * comes back. « May »: the lower bound of the 95 % Wilson interval, once enough was judged.
 * @returns true when that changed; its findings are then to be recounted
 */
export async function judgeRule(sql: Sql, organisationId: string, ruleId: string): Promise<boolean> {
  const before = await standing(sql, organisationId, ruleId);
  if (wanted(before) === (before.observed ?? false)) return false;
  await lockObservation(sql, organisationId);
  // Somebody else may have decided while we waited.
  const now = await standing(sql, organisationId, ruleId);
  const observed = wanted(now);
  if (observed === (now.observed ?? false)) return false;
  const { confirmed, judged } = now;
  const low = proportion(confirmed, judged).interval?.low ?? 0;
  const { ruleMinPrecision: threshold } = now.settings;
  await sql(
    `INSERT INTO rule_observation (organisation_id, rule_id, observed, since, confirmed, judged, low, threshold, decided_by)
     VALUES ($1, $2, $3, clock_timestamp(), $4, $5, $6, $7, 'diapason')
     ON CONFLICT ON CONSTRAINT rule_observation_pk DO UPDATE SET observed = excluded.observed, since = excluded.since, confirmed = excluded.confirmed, judged = excluded.judged,
       low = excluded.low, threshold = excluded.threshold, reason = NULL, decided_by = excluded.decided_by`,
    [organisationId, ruleId, observed, confirmed, judged, low, threshold],
  );
  await appendToJournal(sql, [{ organisationId, type: 'rule.observed', payload: { ruleId, observed, confirmed, judged, low, threshold, reason: null, by: 'diapason' } }]);
  return true;
}

/** Unchanged as long as too little is judged. */
function wanted({ confirmed, judged, observed, settings }: Standing): boolean {
  if (settings.ruleMinPrecision === 0) return false;
  if (judged < settings.ruleMinJudged) return observed ?? false;
  return proportion(confirmed, judged).interval!.low < settings.ruleMinPrecision;
}

async function standing(sql: Sql, organisationId: string, ruleId: string): Promise<Standing> {
  const [row] = await sql<Standing>(
    `SELECT (count(r.verdict) FILTER (WHERE r.verdict = 'confirmed'))::int AS confirmed, count(r.verdict)::int AS judged, o.observed, g.settings
     FROM organisation AS g
     LEFT JOIN rule_observation AS o ON o.organisation_id = g.organisation_id AND o.rule_id = $2
     LEFT JOIN review AS r ON r.organisation_id = g.organisation_id AND r.rule_id = $2 AND (o.counted_from IS NULL OR r.reviewed_at > o.counted_from)
     WHERE g.organisation_id = $1 GROUP BY o.observed, g.settings`,
    [organisationId, ruleId],
  );
  return { ...row!, settings: wholeSettings(row!.settings) };
}
