import { type Channel, type ContactReason, type EvaluationAnswer, percentOf, type ScoreResult, type ScoreView } from '#domain';

/** A row of `evaluation`. */
export interface EvaluationRow {
  readonly evaluation_id: string;
  readonly scorecard_id: string;
  readonly version: number;
  readonly interaction_id: string;
  readonly channel: Channel;
  readonly contact_reason: ContactReason | null;
  readonly started_at: Date;
  readonly agent_ref: string;
  readonly answers: readonly EvaluationAnswer[];
  readonly result: ScoreResult;
  readonly revision: number;
  readonly request: string;
  readonly drafted_by: string;
  readonly drafted_at: Date;
  readonly submitted_at: Date | null;
  readonly replaces: string | null;
  readonly replaced_by: string | null;
  readonly acknowledged_by: string | null;
  readonly acknowledged_at: Date | null;
  readonly comment: string | null;
  readonly commented_at: Date | null;
}

/** A result as it is shown: exact, and rounded once. */
export const scoreView = ({ score, ...result }: ScoreResult): ScoreView => ({ ...result, score: score === null ? null : { ...score, percent: percentOf(score) } });

/** For the journal. */
export const factOf = (row: Pick<EvaluationRow, 'evaluation_id' | 'scorecard_id' | 'version' | 'interaction_id' | 'agent_ref'>, by: string) => ({
  evaluationId: row.evaluation_id,
  scorecardId: row.scorecard_id,
  version: row.version,
  interactionId: row.interaction_id,
  agentRef: row.agent_ref,
  by,
});
