import type { AutomaticEvaluation, AutomaticState, FigureBasis, ScoreResult } from '#domain';
import type { Sql } from '../database/sql.js';
import { agentBehind } from '../directory/resolve.js';
import { isSeen, type SeenRefs } from '../sight/sight.js';
import { scoreView } from './evaluation.row.js';

interface StateRow {
  readonly scorecard_id: string;
  readonly name: string;
  readonly agent_ref: string;
  readonly person_ref: string;
  readonly person_name: string | null;
  readonly version: number;
  readonly basis: FigureBasis;
  readonly result: ScoreResult;
  readonly computed_at: Date;
  readonly superseded_at: Date | null;
}

/** What findings make of an interaction, per scorecard and agent seen: now, and what it was before. */
export async function automaticOf(sql: Sql, organisationId: string, interactionId: string, refs: SeenRefs): Promise<AutomaticEvaluation[]> {
  const rows = await sql<StateRow>(
    `SELECT s.scorecard_id, v.definition->'name' AS name, s.agent_ref, who.ref AS person_ref, who.name AS person_name, s.version, s.basis, s.result, s.computed_at, s.superseded_at
     FROM automatic_evaluation AS s
     JOIN scorecard_version AS v ON v.organisation_id = s.organisation_id AND v.scorecard_id = s.scorecard_id AND v.version = s.version
     ${agentBehind('who', 's.organisation_id', 's.agent_ref')}
     WHERE s.organisation_id = $1 AND s.interaction_id = $2 ORDER BY s.scorecard_id, s.agent_ref, s.number DESC`,
    [organisationId, interactionId],
  );
  return rows
    .filter(({ superseded_at, agent_ref }) => superseded_at === null && isSeen(refs, agent_ref))
    .map((now) => ({
      scorecard: { id: now.scorecard_id, name: now.name },
      agent: { ref: now.person_ref, name: now.person_name },
      now: stateOf(now),
      before: rows.filter((row) => row.superseded_at !== null && row.scorecard_id === now.scorecard_id && row.agent_ref === now.agent_ref).map(stateOf),
    }));
}

const stateOf = ({ version, basis, result, computed_at }: StateRow): AutomaticState => ({ ...scoreView(result), version, basis, computedAt: computed_at.toISOString() });
