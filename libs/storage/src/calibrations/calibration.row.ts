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
