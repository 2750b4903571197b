import type { Sight } from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction } from '../database/sql.js';
import { type HeldByOther, holdOfAnother } from '../review-queues/hold-of-another.js';
import { OF_SAMPLE } from '../review-queues/queue-conditions.js';
import { spokeIn } from '../reviews/own-work.js';
import { isInteractionSeen } from '../sight/sight.js';
import { appendToJournal } from '../write/journal.js';

export interface CompletionRequest {
  readonly organisationId: string;
  readonly sampleId: string;
  readonly interactionId: string;
  /** False takes it back. */
  readonly done: boolean;
  readonly by: string;
  /** What the reviewer sees; absent: everything. */
  readonly sight?: Sight;
}

/** `own`: whoever says it spoke in it · `waiting`: so many findings of the sample's rules are not judged · `held`: somebody else has it · `missing`: not in the sample, or not seen. */
export type Completed = { readonly kind: 'done' | 'own' } | { readonly kind: 'waiting'; readonly findings: number } | { readonly kind: 'held'; readonly hold: HeldByOther } | { readonly kind: 'missing' };

/** « Rien d'autre »: everything that the rules found is judged, and everything that they missed is added. */
@Injectable()
export class SampleCompletion {
  constructor(private readonly dataSource: DataSource) {}

  /** The same twice acts once. */
  complete({ organisationId, sampleId, interactionId, done, by, sight = 'all' }: CompletionRequest): Promise<Completed> {
    const key = [organisationId, sampleId, interactionId];
    return inTransaction(this.dataSource, organisationId, async (sql): Promise<Completed> => {
      const locked = await sql<{ revision: string }>('SELECT revision FROM interaction WHERE organisation_id = $1 AND interaction_id = $2 FOR UPDATE', [organisationId, interactionId]);
      const [item] = await sql<{ completed_revision: string | null; waiting: number }>(
        `SELECT x.completed_revision,
           (SELECT count(*)::int FROM finding AS f WHERE f.organisation_id = x.organisation_id AND f.interaction_id = x.interaction_id AND f.status = 'detected' AND ${OF_SAMPLE}) AS waiting
         FROM sample_item AS x JOIN sample AS s ON s.organisation_id = x.organisation_id AND s.sample_id = x.sample_id
         WHERE x.organisation_id = $1 AND x.sample_id = $2 AND x.interaction_id = $3`,
        key,
      );
      const revision = locked[0]?.revision;
      if (item === undefined || revision === undefined || !(await isInteractionSeen(sql, organisationId, interactionId, sight))) return { kind: 'missing' };
      if (await spokeIn(sql, organisationId, interactionId, by)) return { kind: 'own' };
      const hold = await holdOfAnother(sql, organisationId, interactionId, by);
      if (hold !== null) return { kind: 'held', hold };
      if (done && item.waiting > 0) return { kind: 'waiting', findings: item.waiting };
      if (done ? item.completed_revision === revision : item.completed_revision === null) return { kind: 'done' };
      await sql(
        `UPDATE sample_item SET completed_by = $4, completed_at = CASE WHEN $4::text IS NULL THEN NULL ELSE clock_timestamp() END, completed_revision = $5::bigint
         WHERE organisation_id = $1 AND sample_id = $2 AND interaction_id = $3`,
        [...key, done ? by : null, done ? revision : null],
      );
      await appendToJournal(sql, [{ organisationId, type: 'sample.reviewed', payload: { sampleId, interactionId, revision: Number(revision), done, by } }]);
      return { kind: 'done' };
    });
  }
}
