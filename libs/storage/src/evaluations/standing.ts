import type { Sql } from '../database/sql.js';
import { refsOf } from '../directory/resolve.js';
import type { EvaluationRow } from './evaluation.row.js';

/**
 * Id of the submitted evaluation that counts for a scorecard, an interaction and the person behind a ref; null while there is none. Held until the end of
 * the transaction: of two that are submitted at the same time, the second sees the first.
 */
export async function standingFor(sql: Sql, organisationId: string, { scorecard_id, interaction_id, agent_ref }: Pick<EvaluationRow, 'scorecard_id' | 'interaction_id' | 'agent_ref'>): Promise<string | null> {
  await sql('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`diapason evaluation ${organisationId} ${scorecard_id} ${interaction_id}`]);
  const [row] = await sql<{ evaluation_id: string }>(
    `SELECT evaluation_id FROM evaluation WHERE organisation_id = $1 AND scorecard_id = $2 AND interaction_id = $3 AND agent_ref = ANY ($4::text[])
       AND submitted_at IS NOT NULL AND replaced_by IS NULL ORDER BY submitted_at LIMIT 1`,
    [organisationId, scorecard_id, interaction_id, await refsOf(sql, organisationId, 'agent', agent_ref)],
  );
  return row?.evaluation_id ?? null;
}
