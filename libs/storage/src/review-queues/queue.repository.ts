import { HOLD_MINUTES, type QueueItem, type Sight } from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction, sqlOn, type Sql } from '../database/sql.js';
import { isInteractionSeen } from '../sight/sight.js';
import { appendToJournal } from '../write/journal.js';
import type { QueueKey } from './queue-conditions.js';
import { type QueueFilter, waitingStatus } from './queue.reader.js';
import { readItems } from './queue-item.sql.js';
import { nextInQueue, stillOpen } from './next-in-queue.js';

export interface TakeRequest extends QueueFilter {
  readonly organisationId: string;
  readonly queue: QueueKey;
  readonly by: string;
  readonly minutes?: number;
  /** Passes on: this interaction is released, and what comes after it is taken. */
  readonly after?: string;
}

export interface AssignRequest {
  readonly organisationId: string;
  readonly interactionId: string;
  /** Null: nobody in particular. */
  readonly to: string | null;
  readonly dueOn: string | null;
  readonly by: string;
  /** What the one who assigns sees; absent: everything. */
  readonly sight?: Sight;
}

/** Attempts to get ahead of others who take at the same moment; each gives way to somebody who got something. */
const ATTEMPTS = 50;

/**
 * Who has what. Holding is not journalled: it ends by itself, changes no figure, and says who looked at what at which minute.
 * Assignments are.
 */
@Injectable()
export class QueueRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * The next interaction of a queue, kept for one person for some minutes; null when nothing is left. Whoever holds one that is still open gets
   * the same again, longer: however often it is asked, one person has one.
   */
  async take(request: TakeRequest): Promise<QueueItem | null> {
    // Whoever asks again and again for what he or she has just got waits for no lock.
    const kept = await this.justTaken(request);
    if (kept !== null) return kept;
    return inTransaction(this.dataSource, request.organisationId, async (sql) => {
      await sql(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`diapason review ${request.organisationId} ${request.by}`]);
      const held = await heldBy(sql, request);
      const own = held.find((id) => id !== request.after);
      if (own !== undefined && (await stillOpen(sql, request, own))) {
        await release(sql, request, held.filter((id) => id !== own));
        await hold(sql, request, own);
        return itemOf(sql, request, own);
      }
      await release(sql, request, held);
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const next = await nextInQueue(sql, request);
        if (next === null) return null;
        if (await hold(sql, request, next)) return itemOf(sql, request, next);
      }
      throw new Error('others were quicker each time');
    });
  }

  private async justTaken(request: TakeRequest): Promise<QueueItem | null> {
    const { organisationId, by, minutes = HOLD_MINUTES.default, after } = request;
    const sql = sqlOn(this.dataSource, organisationId);
    const held = await sql<{ interaction_id: string }>(
      `SELECT interaction_id FROM review_task WHERE organisation_id = $1 AND held_by = $2 AND held_until > clock_timestamp() + make_interval(mins => $3) - interval '20 seconds'`,
      [organisationId, by, minutes],
    );
    const [only] = held;
    if (only === undefined || held.length > 1 || only.interaction_id === after) return null;
    return (await stillOpen(sql, request, only.interaction_id)) ? itemOf(sql, request, only.interaction_id) : null;
  }

  /** Gives an interaction back, unless somebody else holds it. */
  async release(organisationId: string, interactionId: string, by: string): Promise<void> {
    await inTransaction(this.dataSource, organisationId, (sql) => release(sql, { organisationId, by }, [interactionId]));
  }

  /** Gives an interaction to somebody, or takes it from everybody. False when there is no such interaction, or it is not seen. */
  assign({ organisationId, interactionId, to, dueOn, by, sight = 'all' }: AssignRequest): Promise<boolean> {
    const key = [organisationId, interactionId];
    return inTransaction(this.dataSource, organisationId, async (sql) => {
      const found = await sql('SELECT 1 FROM interaction WHERE organisation_id = $1 AND interaction_id = $2 FOR UPDATE', key);
      if (found.length === 0 || !(await isInteractionSeen(sql, organisationId, interactionId, sight))) return false;
      const changed =
        to === null
          ? await sql(
              `UPDATE review_task SET assigned_to = NULL, due_on = NULL, assigned_by = NULL, assigned_at = NULL
               WHERE organisation_id = $1 AND interaction_id = $2 AND assigned_to IS NOT NULL RETURNING 1`,
              key,
            )
          : await sql(
              `INSERT INTO review_task AS t (organisation_id, interaction_id, assigned_to, due_on, assigned_by, assigned_at)
               VALUES ($1, $2, $3, $4::date, $5, clock_timestamp())
               ON CONFLICT ON CONSTRAINT review_task_pk DO UPDATE SET assigned_to = $3, due_on = $4::date, assigned_by = $5, assigned_at = clock_timestamp()
               WHERE t.assigned_to IS DISTINCT FROM $3 OR t.due_on IS DISTINCT FROM $4::date RETURNING 1`,
              [...key, to, dueOn, by],
            );
      if (changed.length > 0) await appendToJournal(sql, [{ organisationId, type: 'review.assigned', payload: { interactionId, to, dueOn, by } }]);
      return true;
    });
  }
}

type Holder = Pick<TakeRequest, 'organisationId' | 'by'>;

async function heldBy(sql: Sql, { organisationId, by }: Holder): Promise<string[]> {
  const rows = await sql<{ interaction_id: string }>(
    'SELECT interaction_id FROM review_task WHERE organisation_id = $1 AND held_by = $2 AND held_until > clock_timestamp() ORDER BY held_until DESC',
    [organisationId, by],
  );
  return rows.map((row) => row.interaction_id);
}

async function release(sql: Sql, { organisationId, by }: Holder, interactionIds: readonly string[]): Promise<void> {
  if (interactionIds.length === 0) return;
  await sql(
    `UPDATE review_task SET held_by = NULL, held_until = NULL WHERE organisation_id = $1 AND held_by = $2 AND interaction_id = ANY($3::uuid[])`,
    [organisationId, by, interactionIds],
  );
}

/** True unless somebody else has it. */
async function hold(sql: Sql, { organisationId, by, minutes = HOLD_MINUTES.default }: TakeRequest, interactionId: string): Promise<boolean> {
  const held = await sql(
    `INSERT INTO review_task AS t (organisation_id, interaction_id, held_by, held_until)
     VALUES ($1, $2, $3, clock_timestamp() + make_interval(mins => $4))
     ON CONFLICT ON CONSTRAINT review_task_pk DO UPDATE SET held_by = excluded.held_by, held_until = excluded.held_until
     WHERE t.held_by IS NULL OR t.held_by = excluded.held_by OR t.held_until <= clock_timestamp() RETURNING 1`,
    [organisationId, interactionId, by, minutes],
  );
  return held.length > 0;
}

async function itemOf(sql: Sql, { organisationId, queue }: TakeRequest, interactionId: string): Promise<QueueItem> {
  const sample = typeof queue === 'string' ? null : queue.sample;
  const [item] = await readItems(
    sql,
    `SELECT i.started_at, i.interaction_id, x.position, NULL AS completed_by, NULL::timestamptz AS completed_at FROM interaction AS i
     LEFT JOIN sample_item AS x ON x.organisation_id = i.organisation_id AND x.interaction_id = i.interaction_id AND x.sample_id = $3::uuid
     WHERE i.organisation_id = $1 AND i.interaction_id = $2`,
    [organisationId, interactionId, sample],
    waitingStatus(queue),
  );
  return item!;
}
