import { type Dispute, disputableUntil, type DisputeState, type FindingStatus, type Review, type Ruling, type Sight, STRICT_SETTINGS } from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction, type Sql } from '../database/sql.js';
import { isUuid } from '../read/cursor.js';
import { judgeRule } from '../observation/judge-rule.js';
import { recountRule } from '../observation/recount.js';
import { type HeldByOther, holdOfAnother } from '../review-queues/hold-of-another.js';
import { type LockedFinding, lockFinding, setStatus } from '../reviews/lock-finding.js';
import { isSameIn, isOwn } from '../reviews/own-work.js';
import { reviewOf, type ReviewRow } from '../reviews/review.row.js';
import { appendToJournal } from '../write/journal.js';
import { storableText } from '../write/storable.js';
import { disputeOf, type DisputeRow } from './dispute.row.js';
import { lockOwnFinding, type Self } from './own-finding.js';

/** What stands on a finding. */
export interface Standing {
  readonly review: Review | null;
  readonly dispute: Dispute | null;
}

/** False when what stands now is not what was read. */
export type Expects = (standing: Standing) => boolean;

/** `other`: this key was used with another reason · `twice`: there is a dispute · `unconfirmed`: nothing to dispute · `late`: the period has ended. */
export type Disputed = { readonly kind: 'done' | 'missing' | 'changed' | 'other' | 'twice' | 'unconfirmed' } | { readonly kind: 'late'; readonly until: string };

/** `settled`: somebody resolved it. */
export type Withdrawn = { readonly kind: 'done' | 'missing' | 'changed' | 'settled' };

/** `undisputed`: nothing to resolve · `judge`: it is the resolver's own judgement · `concerned`: the resolver is the agent · `settled`: it is resolved otherwise · `wordless`: nobody can uphold what nobody can read. */
export type Resolved = { readonly kind: 'done' | 'missing' | 'changed' | 'undisputed' | 'judge' | 'concerned' | 'settled' | 'wordless' } | { readonly kind: 'held'; readonly hold: HeldByOther };

export interface DisputeRequest extends Self {
  readonly findingId: string;
  readonly reason: string;
  readonly key?: string;
  readonly expects: Expects;
}

export interface WithdrawRequest extends Self {
  readonly findingId: string;
  readonly expects: Expects;
}

export interface ResolveRequest {
  readonly organisationId: string;
  readonly findingId: string;
  readonly ruling: Ruling;
  readonly by: string;
  readonly sight: Sight;
  readonly expects: Expects;
}

/**
 * Keeps disputes. A dispute, the finding's status and the journal entry that corrects every figure are one transaction, under the lock of the interaction:
 * of two who resolve at the same time one does, and the other is told.
 */
@Injectable()
export class DisputeRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Objects to the confirmation of one's own finding. The same key and reason again act once. */
  dispute(request: DisputeRequest): Promise<Disputed> {
    return this.within(request, (sql) => disputeIn(sql, request));
  }

  /** Takes an open dispute back: the judgement counts again, and may be disputed again within the period. Without one, changes nothing. */
  withdraw(request: WithdrawRequest): Promise<Withdrawn> {
    return this.within(request, (sql) => withdrawIn(sql, request));
  }

  /** Ends a dispute, for good. The same ruling by the same person twice acts once. */
  async resolve(request: ResolveRequest): Promise<Resolved> {
    const { organisationId } = request;
    let moved: string | null = null;
    const resolved = await this.within(request, async (sql): Promise<Resolved> => {
      const { rule, ...done } = await resolveIn(sql, request);
      // A rule of which too much does not hold goes under observation, as when its findings are dismissed.
      moved = rule !== undefined && (await judgeRule(sql, organisationId, rule)) ? rule : null;
      return done;
    });
    if (moved !== null) await recountRule(this.dataSource, organisationId, moved);
    return resolved;
  }

  private async within<T>({ organisationId, findingId }: { organisationId: string; findingId: string }, work: (sql: Sql) => Promise<T>): Promise<T | { readonly kind: 'missing' }> {
    return isUuid(findingId) ? inTransaction(this.dataSource, organisationId, work) : { kind: 'missing' };
  }
}

async function disputeIn(sql: Sql, request: DisputeRequest): Promise<Disputed> {
  const { organisationId, findingId, by, key } = request;
  const finding = await lockOwnFinding(sql, request, findingId);
  if (finding === null) return { kind: 'missing' };
  const reason = storableText(request.reason);
  const { standing, key: usedKey } = await standingOf(sql, organisationId, findingId);
  const { review, dispute } = standing;
  const byHand = await foundByHand(sql, organisationId, findingId);
  if (dispute !== null && key !== undefined && usedKey === key && dispute.by === by) return { kind: dispute.reason === reason ? 'done' : 'other' };
  if (!request.expects(standing)) return { kind: 'changed' };
  if (dispute !== null) return { kind: 'twice' };
  const until = disputableUntil({ ...finding, review, byHand, dispute }, await disputeDays(sql, organisationId));
  if (until === null) return { kind: 'unconfirmed' };
  const [inTime] = await sql<{ yes: boolean }>('SELECT clock_timestamp() <= $1::timestamptz AS yes', [until]);
  if (!inTime!.yes) return { kind: 'late', until };
  // In milliseconds: cursors are.
  await sql(
    `INSERT INTO dispute (organisation_id, reviewed_as, added_as, reason, disputed_by, disputed_at, idempotency_key, judged_by, judged_at)
     SELECT organisation_id, finding_id, NULL, $3, $4, date_trunc('milliseconds', clock_timestamp()), $5, reviewed_by, reviewed_at
     FROM review WHERE organisation_id = $1 AND finding_id = $2
     UNION ALL SELECT organisation_id, NULL, finding_id, $3, $4, date_trunc('milliseconds', clock_timestamp()), $5, added_by, added_at
     FROM hand_finding WHERE organisation_id = $1 AND finding_id = $2`,
    [organisationId, findingId, reason, by, key ?? null],
  );
  await journal(sql, request, finding, 'open', 'disputed');
  return { kind: 'done' };
}

async function withdrawIn(sql: Sql, request: WithdrawRequest): Promise<Withdrawn> {
  const { organisationId, findingId } = request;
  const finding = await lockOwnFinding(sql, request, findingId);
  if (finding === null) return { kind: 'missing' };
  const { standing } = await standingOf(sql, organisationId, findingId);
  if (standing.dispute === null) return { kind: 'done' };
  if (!request.expects(standing)) return { kind: 'changed' };
  if (standing.dispute.state !== 'open') return { kind: 'settled' };
  await sql('DELETE FROM dispute WHERE organisation_id = $1 AND finding_id = $2', [organisationId, findingId]);
  await journal(sql, request, finding, 'withdrawn', 'confirmed');
  return { kind: 'done' };
}

/** `rule`: of the finding that was resolved just now. */
async function resolveIn(sql: Sql, request: ResolveRequest): Promise<Resolved & { readonly rule?: string }> {
  const { organisationId, findingId, by } = request;
  const finding = await lockFinding(sql, organisationId, findingId, request.sight);
  if (finding === null) return { kind: 'missing' };
  const { outcome, cause } = request.ruling;
  const reason = storableText(request.ruling.reason);
  const { standing } = await standingOf(sql, organisationId, findingId);
  const { dispute } = standing;
  if (dispute === null) return { kind: 'undisputed' };
  if (dispute.ruling !== null) {
    const same = dispute.ruling.outcome === outcome && dispute.ruling.cause === cause && dispute.ruling.reason === reason && dispute.ruling.by === by;
    return { kind: same ? 'done' : 'settled' };
  }
  if (await isJudge(sql, organisationId, dispute.against.by, by)) return { kind: 'judge' };
  if (dispute.by === by || (await isOwn(sql, organisationId, finding.agent_ref, by))) return { kind: 'concerned' };
  // In doubt for the agent: without the words it can be overturned, or counts for nobody as long as it is open.
  if (finding.wordless && outcome === 'upheld') return { kind: 'wordless' };
  const hold = await holdOfAnother(sql, organisationId, finding.interaction_id, by);
  if (hold !== null) return { kind: 'held', hold };
  if (!request.expects(standing)) return { kind: 'changed' };
  await sql(
    `UPDATE dispute SET state = $3, ruling_cause = $4, ruling_reason = $5, resolved_by = $6, resolved_at = clock_timestamp()
     WHERE organisation_id = $1 AND finding_id = $2`,
    [organisationId, findingId, outcome, cause, reason, by],
  );
  // What stands on the finding from now on is the resolver's word: precision, samples and later revisions go by it.
  if (outcome === 'overturned') {
    await sql(
      `UPDATE review SET verdict = 'dismissed', reason = $3, note = $4, reviewed_by = $5, reviewed_at = clock_timestamp() WHERE organisation_id = $1 AND finding_id = $2`,
      [organisationId, findingId, cause, reason, by],
    );
  }
  await journal(sql, request, finding, outcome, outcome === 'upheld' ? 'confirmed' : 'dismissed');
  return { kind: 'done', rule: finding.rule_id };
}

/** When somebody found it by hand; null for a rule's finding. */
async function foundByHand(sql: Sql, organisationId: string, findingId: string): Promise<{ readonly at: string } | null> {
  const [row] = await sql<{ added_at: Date }>('SELECT added_at FROM hand_finding WHERE organisation_id = $1 AND finding_id = $2', [organisationId, findingId]);
  return row === undefined ? null : { at: row.added_at.toISOString() };
}

async function standingOf(sql: Sql, organisationId: string, findingId: string): Promise<{ standing: Standing; key: string | null }> {
  const key = [organisationId, findingId];
  const [review] = await sql<ReviewRow>('SELECT * FROM review WHERE organisation_id = $1 AND finding_id = $2', key);
  const [dispute] = await sql<DisputeRow>('SELECT * FROM dispute WHERE organisation_id = $1 AND finding_id = $2', key);
  return {
    standing: { review: review === undefined ? null : reviewOf(review), dispute: dispute === undefined ? null : disputeOf(dispute) },
    key: dispute?.idempotency_key ?? null,
  };
}

/** A judgement given with a key is that of whoever made the key. */
const isJudge = async (sql: Sql, organisationId: string, judge: string, by: string): Promise<boolean> =>
  (await sql<{ same: boolean }>(`SELECT ${isSameIn('$1', '$2::text', '$3::text')} AS same`, [organisationId, judge, by]))[0]!.same;

async function disputeDays(sql: Sql, organisationId: string): Promise<number> {
  const [row] = await sql<{ days: number | null }>(`SELECT (settings->>'disputeDays')::int AS days FROM organisation WHERE organisation_id = $1`, [organisationId]);
  return row?.days ?? STRICT_SETTINGS.disputeDays;
}

async function journal(
  sql: Sql,
  { organisationId, findingId, by }: { readonly organisationId: string; readonly findingId: string; readonly by: string },
  { rule_id, before }: LockedFinding,
  state: DisputeState | 'withdrawn',
  status: FindingStatus,
): Promise<void> {
  const after = await setStatus(sql, [organisationId, findingId], before, status);
  await appendToJournal(sql, [{ organisationId, type: 'finding.disputed', payload: { findingId, ruleId: rule_id, state, by, before, after } }]);
}
