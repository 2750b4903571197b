import type { HistoryPass } from '#domain';
import type { Sql } from '../database/sql.js';
import { letOthersJudge, lockCustomers } from './lock-customers.js';
import { rejudgeAndTell } from './rejudge.js';
import { TouchedHistories } from './touched-histories.js';

/**
 * Within a transaction: judges up to `limit` of the histories that are due, as a whole, and takes them off the list. Processes that judge by
 * other rules than the organisation's take none. Any number may do so at the same time: they pass over what another one has in hand.
 * @returns how many were due
 */
export async function judgeDueIn(sql: Sql, organisationId: string, pass: HistoryPass, limit: number): Promise<number> {
  await letOthersJudge(sql, [organisationId]);
  const due = await sql<{ customer_key: string }>(
    `SELECT customer_key FROM history_due AS d WHERE organisation_id = $1
       AND NOT EXISTS (SELECT 1 FROM history_judge AS j WHERE j.organisation_id = $1 AND j.judge_hash <> $3)
     ORDER BY customer_key LIMIT $2 FOR UPDATE OF d SKIP LOCKED`,
    [organisationId, limit, pass.judge.hash],
  );
  if (due.length === 0) return 0;
  const keys = due.map(({ customer_key }) => customer_key);
  const people = await lockCustomers(sql, keys.map((customerKey) => ({ organisationId, customerKey })));
  const all = [...new Set(keys.flatMap((customerKey) => people.personOf({ organisationId, customerKey }).customerKeys))];
  const spans = await sql<{ customer_key: string; since: Date; until: Date }>(
    `SELECT customer_key, min(said_at) AS since, max(said_at) AS until FROM statement
     WHERE organisation_id = $1 AND customer_key = ANY($2) GROUP BY customer_key`,
    [organisationId, all],
  );
  const spanOf = new Map(spans.map((row) => [row.customer_key, row]));
  const touched = new TouchedHistories();
  for (const customerKey of keys) {
    const own = people.personOf({ organisationId, customerKey }).customerKeys.flatMap((key) => spanOf.get(key) ?? []);
    if (own.length > 0) touched.touch(organisationId, customerKey, own.flatMap(({ since, until }) => [since.getTime(), until.getTime()]));
  }
  await rejudgeAndTell(sql, touched.byPerson(people), pass);
  await sql('DELETE FROM history_due WHERE organisation_id = $1 AND customer_key = ANY($2)', [organisationId, keys]);
  return keys.length;
}
