import type { DismissalReason, Dispute, DisputeState, FindingComment } from '#domain';

/** Instants as `to_jsonb` writes them, or as the driver reads them. */
export interface DisputeRow {
  readonly state: DisputeState;
  readonly reason: string;
  readonly disputed_by: string;
  readonly disputed_at: string | Date;
  readonly idempotency_key: string | null;
  readonly judged_by: string;
  readonly judged_at: string | Date;
  readonly ruling_cause: DismissalReason | null;
  readonly ruling_reason: string | null;
  readonly resolved_by: string | null;
  readonly resolved_at: string | Date | null;
}

export interface CommentRow {
  readonly text: string;
  readonly written_by: string;
  readonly written_at: string | Date;
}

const instant = (at: string | Date): string => new Date(at).toISOString();

export const disputeOf = (row: DisputeRow): Dispute => ({
  state: row.state,
  reason: row.reason,
  by: row.disputed_by,
  at: instant(row.disputed_at),
  against: { by: row.judged_by, at: instant(row.judged_at) },
  ruling: rulingOf(row),
});

function rulingOf({ state, ruling_cause, ruling_reason, resolved_by, resolved_at }: DisputeRow): Dispute['ruling'] {
  return state === 'open' ? null : { outcome: state, cause: ruling_cause, reason: ruling_reason!, by: resolved_by!, at: instant(resolved_at!) };
}

export const commentOf = ({ text, written_by, written_at }: CommentRow): FindingComment => ({ text, by: written_by, at: instant(written_at) });
