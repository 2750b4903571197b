import type { Sql } from '../database/sql.js';
import type { KeptOfCustomer } from './kept-of-customer.js';
import { runsOf, tells } from './words.js';

/** What holds words, and what makes a page that was opened before stale: nobody writes the old words back by it. */
const TABLES = {
  coaching_note: `UPDATE coaching_note SET text = $3, written_at = date_trunc('milliseconds', clock_timestamp()) WHERE organisation_id = $1 AND text = ANY ($2::text[])`,
  coaching_action: `WITH gone AS (UPDATE coaching_action SET text = $3 WHERE organisation_id = $1 AND text = ANY ($2::text[]) RETURNING session_id)
    UPDATE coaching_session SET version = version + 1 WHERE organisation_id = $1 AND session_id IN (SELECT session_id FROM gone)`,
} as const;

/**
 * Within a transaction, while her interactions are still there: what was written down in coaching sessions and names the person, or quotes what
 * was said to her, is overwritten whole. Excerpts of agendas go with their interactions.
 */
export async function eraseCoaching(sql: Sql, organisationId: string, { refs, names, interactions }: KeptOfCustomer, instead: string): Promise<void> {
  const quoted = new Set(
    (
      await sql<{ text: string }>(
        'SELECT t.text FROM turn AS t WHERE t.organisation_id = $1 AND t.interaction_id = ANY ($2::uuid[])',
        [organisationId, interactions.map(({ interactionId }) => interactionId)],
      )
    ).flatMap(({ text }) => runsOf(text)),
  );
  const about = (text: string): boolean => [...refs, ...names].some((name) => tells(text, name)) || runsOf(text).some((run) => quoted.has(run));
  for (const [table, overwrite] of Object.entries(TABLES)) {
    const texts = await sql<{ text: string }>(`SELECT DISTINCT text FROM ${table} WHERE organisation_id = $1`, [organisationId]);
    const gone = texts.map(({ text }) => text).filter(about);
    if (gone.length > 0) await sql(overwrite, [organisationId, gone, instead]);
  }
}
