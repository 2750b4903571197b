import type { Judgement, Review, Sight } from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction, type Sql } from '../database/sql.js';
import { judgeRule } from '../observation/judge-rule.js';
import { recountRule } from '../observation/recount.js';
import { isUuid } from '../read/cursor.js';
import { appendToJournal } from '../write/journal.js';
import { type HeldByOther, holdOfAnother } from '../review-queues/hold-of-another.js';
import { storableText } from '../write/storable.js';
import { type LockedFinding, lockFinding, setStatus } from './lock-finding.js';
import { isOwn } from './own-work.js';
import { reviewOf, type ReviewRow } from './review.row.js';

/**
 * `changed`: somebody judged it otherwise since it was read · `disputed`: the judgement stands or falls with the dispute ·
 * `own`: it is about whoever judges · `wordless`: its words are gone · `by-hand`: a reviewer found it: it is removed, not judged ·
 * `held`: somebody else is reviewing the interaction · `missing`: no such finding, or no longer.
 */
export type Reviewed =
  | { readonly kind: 'done' }
  | { readonly kind: 'held'; readonly hold: HeldByOther }
  | { readonly kind: 'changed'; readonly review: Review | null }
  | { readonly kind: 'disputed' | 'by-hand' | 'own' | 'wordless' }
  | { readonly kind: 'missing' };

export interface ReviewRequest {
  readonly organisationId: string;
  readonly findingId: string;
  /** Null takes the standing judgement back. */
  readonly judgement: Judgement | null;
  readonly by: string;
  /** What the reviewer sees; absent: everything. */
  readonly sight?: Sight;
  /** False when what stands now is not what the reviewer saw. */
  readonly expects: (standing: Review | null) => boolean;
}

/**
 * Keeps judgements. The judgement, the finding's status and the journal entry that corrects every figure are one
 * transaction, under the lock of the interaction: a revision that arrives meanwhile waits, or is seen.
 */
@Injectable()
export class ReviewRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Judges a finding, or takes the judgement back. The same judgement by the same person twice acts once. */
  async review(request: ReviewRequest): Promise<Reviewed> {
    if (!isUuid(request.findingId)) return { kind: 'missing' };
    const { organisationId, findingId } = request;
    let moved: string | null = null;
    const reviewed = await inTransaction(this.dataSource, organisationId, async (sql) => {
      const done = await reviewIn(sql, request);
      const [finding] = done.kind === 'done' ? await sql<{ rule_id: string }>('SELECT rule_id FROM finding WHERE organisation_id = $1 AND finding_id = $2', [organisationId, findingId]) : [];
      moved = finding !== undefined && (await judgeRule(sql, organisationId, finding.rule_id)) ? finding.rule_id : null;
      return done;
    });
    if (moved !== null) await recountRule(this.dataSource, organisationId, moved);
    return reviewed;
  }
}

async function reviewIn(sql: Sql, { organisationId, findingId, judgement, by, expects, sight = 'all' }: ReviewRequest): Promise<Reviewed> {
  const key = [organisationId, findingId] as const;
  const finding = await lockFinding(sql, organisationId, findingId, sight);
  if (finding === null) return { kind: 'missing' };
  if (await isOwn(sql, organisationId, finding.agent_ref, by)) return { kind: 'own' };
  if (finding.by_hand) return { kind: 'by-hand' };
  if (finding.wordless) return { kind: 'wordless' };
  const [row] = await sql<ReviewRow>('SELECT * FROM review WHERE organisation_id = $1 AND finding_id = $2', key);
  const standing = row === undefined ? null : reviewOf(row);
  const wanted = judgement === null ? null : { ...judgement, note: judgement.note === null ? null : storableText(judgement.note) };
  if (isSame(standing, wanted, by)) return { kind: 'done' };
  if (finding.status === 'disputed' || (await hasDispute(sql, key))) return { kind: 'disputed' };
  const hold = await holdOfAnother(sql, organisationId, finding.interaction_id, by);
  if (hold !== null) return { kind: 'held', hold };
  if (!expects(standing)) return { kind: 'changed', review: standing };

  const review = wanted === null ? await takeBack(sql, key) : await judge(sql, key, finding, wanted, by);
  const after = await setStatus(sql, key, finding.before, review?.verdict ?? 'detected');
  const payload = { findingId, ruleId: finding.rule_id, review, by, before: finding.before, after };
  await appendToJournal(sql, [{ organisationId, type: 'finding.reviewed', payload }]);
  return { kind: 'done' };
}

function isSame(standing: Review | null, wanted: Judgement | null, by: string): boolean {
  if (standing === null || wanted === null) return standing === wanted;
  return standing.verdict === wanted.verdict && standing.reason === wanted.reason && standing.note === wanted.note && standing.by === by;
}

async function judge(sql: Sql, key: readonly string[], finding: LockedFinding, { verdict, reason, note }: Judgement, by: string): Promise<Review> {
  const [row] = await sql<ReviewRow>(
    `INSERT INTO review AS old (organisation_id, finding_id, interaction_id, rule_id, channel, day, verdict, reason, note, reviewed_by, reviewed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, clock_timestamp())
     ON CONFLICT ON CONSTRAINT review_pk DO UPDATE SET verdict = excluded.verdict, reason = excluded.reason, note = excluded.note,
       reviewed_by = excluded.reviewed_by, reviewed_at = excluded.reviewed_at
     RETURNING verdict, reason, note, reviewed_by, reviewed_at`,
    [...key, finding.interaction_id, finding.rule_id, finding.channel, finding.day, verdict, reason, note, by],
  );
  return reviewOf(row!);
}

async function takeBack(sql: Sql, key: readonly string[]): Promise<null> {
  await sql('DELETE FROM review WHERE organisation_id = $1 AND finding_id = $2', key);
  return null;
}

const hasDispute = async (sql: Sql, key: readonly string[]): Promise<boolean> =>
  (await sql('SELECT FROM dispute WHERE organisation_id = $1 AND finding_id = $2', key)).length > 0;
