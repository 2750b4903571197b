import type { JournalType } from '#domain';
import type { Sql } from '../database/sql.js';
import type { Cursor } from '../projector/read-journal.js';

/** What may change the figures of any month: who is who, what a rule is, what is shown. */
const CHANGES_ALL = [
  'agent.described',
  'team.described',
  'identity.attached',
  'identity.detached',
  'organisation.settings-changed',
  'rulebook.published',
  'rule.observed',
] as const satisfies readonly JournalType[];

/**
 * First days of the months whose figures the entries after `from`, up to `to`, may have changed, in order. A month without
 * interactions any more is among them: its rows have to go.
 */
export async function changedMonths(sql: Sql, organisationId: string, from: Cursor, to: Cursor): Promise<string[]> {
  const rows = await sql<{ month: string }>(
    `WITH news AS MATERIALIZED (
       SELECT type, payload FROM journal AS j
       WHERE organisation_id = $1 AND (j.xid, j.position) > ($2::xid8, $3::bigint) AND (j.xid, j.position) <= ($4::xid8, $5::bigint)
     ), days AS (
       SELECT unnest(ARRAY[payload->>'day', payload->'before'->>'day', payload->'after'->>'day'])::date AS day FROM news
       UNION
       SELECT day FROM interaction WHERE organisation_id = $1 AND EXISTS (SELECT 1 FROM news WHERE type = ANY($6))
       UNION
       SELECT month FROM bi_figure WHERE organisation_id = $1 AND EXISTS (SELECT 1 FROM news WHERE type = ANY($6))
     )
     SELECT DISTINCT to_char(date_trunc('month', day), 'YYYY-MM-DD') AS month FROM days WHERE day IS NOT NULL ORDER BY month`,
    [organisationId, from.xid, from.position, to.xid, to.position, CHANGES_ALL],
  );
  return rows.map(({ month }) => month);
}
