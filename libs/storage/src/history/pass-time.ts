import type { HistoryPass } from '#domain';
import type { Sql } from '../database/sql.js';
import { lockCustomers } from './lock-customers.js';
import { rejudgeAndTell } from './rejudge.js';
import { TouchedHistories } from './touched-histories.js';

/** Within a transaction: judges the histories in which a pledge has fallen due. Returns how many customers that were. */
export async function passTimeIn(sql: Sql, organisationId: string, pass: HistoryPass, limit: number): Promise<number> {
  const customers = await sql<{ customer_key: string }>(
    `SELECT DISTINCT customer_key FROM pledge WHERE organisation_id = $1 AND status = 'open' AND breakable AND due_at <= $2
     ORDER BY customer_key LIMIT $3`,
    [organisationId, pass.asOf, limit],
  );
  const keys = customers.map(({ customer_key }) => customer_key);
  const people = await lockCustomers(sql, keys.map((customerKey) => ({ organisationId, customerKey })));
  // Anew, now that nobody else changes them: another process may have passed the time meanwhile.
  const due = await sql<{ customer_key: string; said_at: Date }>(
    `SELECT customer_key, said_at FROM pledge
     WHERE organisation_id = $1 AND customer_key = ANY($2) AND status = 'open' AND breakable AND due_at <= $3`,
    [organisationId, keys, pass.asOf],
  );
  const touched = new TouchedHistories();
  for (const { customer_key, said_at } of due) touched.touch(organisationId, customer_key, [said_at.getTime()]);
  await rejudgeAndTell(sql, touched.byPerson(people), pass);
  return keys.length;
}
