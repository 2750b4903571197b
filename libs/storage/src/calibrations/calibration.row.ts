import { isOwnIn } from '../reviews/own-work.js';
import type { DismissalReason, Judgement, Resolution, Verdict } from '#domain';

export interface JudgementRow {
  readonly finding_id: string;
  readonly reviewer: string;
  readonly verdict: Verdict;
  readonly reason: DismissalReason | null;
  readonly note: string | null;
}

/** The columns of the resolution are null while there is none. */
export interface ItemRow {
  readonly position: number;
  readonly finding_id: string;
  readonly rule_id: string;
  readonly verdict: Verdict | null;
  readonly reason: DismissalReason | null;
  readonly note: string | null;
  readonly resolved_by: string | null;
  readonly resolved_at: Date | null;
}

export const judgementOf = ({ verdict, reason, note }: JudgementRow): Judgement => ({ verdict, reason, note });

export function resolutionOf({ verdict, reason, note, resolved_by, resolved_at }: ItemRow): Resolution | null {
  return verdict === null || resolved_by === null || resolved_at === null ? null : { verdict, reason, note, by: resolved_by, at: resolved_at.toISOString() };
}

/** Whether a finding is about the reviewer himself or herself, who is not asked then; SQL expressions, $1 is the organisation. */
export const ownItem = (findingId: string, reviewer: string): string =>
  `EXISTS (SELECT FROM finding AS own WHERE own.organisation_id = $1 AND own.finding_id = ${findingId} AND ${isOwnIn('$1', 'own.agent_ref', reviewer)})`;
