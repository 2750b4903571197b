import type { Sql } from '../database/sql.js';
import { letNobodyJudge } from './lock-customers.js';

/** Asks for the histories of customers to be judged again as a whole; of those of whom nothing is kept there is nothing to judge. */
export async function askAgain(sql: Sql, organisationId: string, customerKeys: readonly string[]): Promise<number> {
  const asked = await sql(
    `INSERT INTO history_due (organisation_id, customer_key)
     SELECT $1, key FROM unnest($2::text[]) AS w (key)
     WHERE EXISTS (SELECT 1 FROM statement AS s WHERE s.organisation_id = $1 AND s.customer_key = w.key) GROUP BY key ORDER BY key COLLATE "C"
     ${ASKED_ALREADY} RETURNING 1`,
    [organisationId, customerKeys],
  );
  return asked.length;
}

/** The same for every customer, once nobody judges by anything else any more. Returns how many there are. */
export async function askAllAgain(sql: Sql, organisationId: string): Promise<number> {
  await letNobodyJudge(sql, organisationId);
  const [row] = await sql<{ count: number }>(
    `WITH asked AS (
       INSERT INTO history_due (organisation_id, customer_key)
       SELECT DISTINCT organisation_id, customer_key FROM statement WHERE organisation_id = $1 ORDER BY customer_key
       ${ASKED_ALREADY} RETURNING 1
     ) SELECT count(*)::int AS count FROM asked`,
    [organisationId],
  );
  return row!.count;
}

// An update, not nothing: whoever is about to judge and to take the row away has not seen the change that asks for it.
const ASKED_ALREADY = 'ON CONFLICT ON CONSTRAINT history_due_pk DO UPDATE SET asked_at = now()';
