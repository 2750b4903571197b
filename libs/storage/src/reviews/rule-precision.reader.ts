import { proportion, type Proportion, type ReportFilter } from '#domain';
import type { Sql } from '../database/sql.js';
import { Conditions } from '../read/conditions.js';

/**
 * Of the findings of each rule that were judged, how many hold: its precision, as far as reviews tell. Over everybody,
 * whatever agent or team a report is narrowed to: it is about the rule, and a part of it would be about a person. Judgements whose time is over count on.
 */
export async function readRulePrecision(sql: Sql, organisationId: string, { from, to, channel }: ReportFilter): Promise<Map<string, Proportion>> {
  const where = new Conditions();
  where
    .when(organisationId, (id) => `organisation_id = ${id}`)
    .when(from, (day) => `day >= ${day}::date`)
    .when(to, (day) => `day <= ${day}::date`)
    .when(channel, (name) => `channel = ${name}`);
  const rows = await sql<{ rule_id: string; confirmed: number; judged: number }>(
    `SELECT rule_id, sum(confirmed)::int AS confirmed, sum(judged)::int AS judged FROM (
       SELECT rule_id, (count(*) FILTER (WHERE verdict = 'confirmed'))::int AS confirmed, count(*)::int AS judged FROM review WHERE ${where.clause()} GROUP BY rule_id
       UNION ALL SELECT rule_id, confirmed, judged FROM passed_judgement WHERE ${where.clause()}) AS all_days GROUP BY rule_id`,
    where.values,
  );
  return new Map(rows.map(({ rule_id, confirmed, judged }) => [rule_id, proportion(confirmed, judged)]));
}
