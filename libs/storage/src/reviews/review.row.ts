import type { DismissalReason, Review, Verdict } from '#domain';

export interface ReviewRow {
  readonly verdict: Verdict;
  readonly reason: DismissalReason | null;
  readonly note: string | null;
  readonly reviewed_by: string;
  readonly reviewed_at: Date;
}

export const reviewOf = ({ verdict, reason, note, reviewed_by, reviewed_at }: ReviewRow): Review => ({
  verdict,
  reason,
  note,
  by: reviewed_by,
  at: reviewed_at.toISOString(),
});
