import type { Sql } from '../database/sql.js';
import { VIEWS } from '../views/index.js';

/**
 * Within a transaction: takes everything that the journal tells of interactions that passed away, once every view has read it. What they contribute stands
 * without names by then; the rest comes to nothing when it is added up, so that views derived again come out the same.
 * @returns how many interactions; 0 while views are behind, or are being derived again
 */
export async function sweepJournal(sql: Sql, organisationId: string, limit: number): Promise<number> {
  // Whoever derives a view anew has read one part of what goes and not the other: see Projector.
  for (const { name } of VIEWS) {
    const [lock] = await sql<{ mine: boolean }>('SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS mine', [`diapason view ${name}`]);
    if (!lock!.mine) return 0;
  }
  const [read] = await sql<{ xid: string; position: string }>('SELECT c.xid::text AS xid, c.position FROM projection_cursor AS c WHERE c.view = ANY ($1) ORDER BY c.xid, c.position LIMIT 1', [VIEWS.map(({ name }) => name)]);
  if (read === undefined) return 0;
  const found = await sql<{ id: string }>(
    `SELECT p.interaction_id AS id FROM passed_interaction AS p WHERE p.organisation_id = $1 AND NOT p.swept AND NOT EXISTS (
       SELECT FROM journal AS j WHERE j.organisation_id = $1 AND j.interaction_id = p.interaction_id::text AND (j.xid, j.position) > ($2::xid8, $3::bigint))
     ORDER BY p.interaction_id LIMIT $4 FOR UPDATE`,
    [organisationId, read.xid, read.position, limit],
  );
  if (found.length === 0) return 0;
  const key = [organisationId, found.map(({ id }) => id)];
  await sql(`DELETE FROM journal AS j WHERE j.organisation_id = $1 AND j.interaction_id = ANY ($2::text[]) AND j.type <> 'interaction.passed'`, key);
  await sql(`UPDATE journal AS j SET payload = jsonb_set(j.payload, '{before}', 'null') WHERE j.organisation_id = $1 AND j.interaction_id = ANY ($2::text[]) AND j.type = 'interaction.passed'`, key);
  await sql('UPDATE passed_interaction SET swept = true WHERE organisation_id = $1 AND interaction_id = ANY ($2::uuid[])', key);
  return found.length;
}
