import { randomUUID } from 'node:crypto';
import { type AttemptResult, type FindingEvent, type OrganisationSettings, retryDelay, stableId, TEST_EVENT, type WebhookStop } from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction, sqlOn, type Sql } from '../database/sql.js';
import { WHOLE } from '../finding-events/event-place.js';
import { readEvents, TYPES } from '../finding-events/finding-events.reader.js';
import { appendToJournal } from '../write/journal.js';
import { CLAIMED_COLUMNS, type ClaimedDelivery, claimedOf, type ClaimedRow } from './delivery.row.js';

/** How long a delivery is in one process's hands: well above the time that an attempt may take. */
export const LEASE_SECONDS = 60;
/** Journal entries read at a time. */
const ENTRIES = 200;
/** A webhook that takes nothing does not copy the journal: with so much on its way it reads no further. */
const MOST_WAITING = 1_000;
const KEPT_DAYS = 30;

/** Events on their way: from the journal into deliveries, and from there out, by any number of processes. */
@Injectable()
export class DeliveryQueue {
  constructor(private readonly dataSource: DataSource) {}

  /** Reads a page of events for every webhook that is behind. Answers how many deliveries were written. */
  async fill(organisationId: string): Promise<number> {
    const behind = await sqlOn(this.dataSource, organisationId)<{ webhook_id: string }>(
      `SELECT w.webhook_id FROM webhook AS w WHERE w.organisation_id = $1 AND w.state = 'active'
         AND EXISTS (SELECT FROM journal AS j WHERE j.organisation_id = $1 AND j.type IN (${TYPES}) AND (j.xid, j.position) > (w.xid, w.position) AND j.xid < pg_snapshot_xmin(pg_current_snapshot()))
         AND (SELECT count(*) FROM webhook_delivery AS d WHERE d.organisation_id = $1 AND d.webhook_id = w.webhook_id AND d.state = 'waiting') < $2`,
      [organisationId, MOST_WAITING],
    );
    let written = 0;
    for (const { webhook_id } of behind) written += await this.readPage(organisationId, webhook_id);
    return written;
  }

  /** The page, its deliveries and the place behind it are one transaction: nothing is lost, and nothing comes twice. */
  private readPage(organisationId: string, webhookId: string): Promise<number> {
    return inTransaction(this.dataSource, organisationId, async (sql) => {
      const [webhook] = await sql<{ xid: string; position: string; types: string[]; settings: OrganisationSettings }>(
        `SELECT w.xid::text AS xid, w.position, w.types, o.settings FROM webhook AS w JOIN organisation AS o ON o.organisation_id = w.organisation_id
         WHERE w.organisation_id = $1 AND w.webhook_id = $2 AND w.state = 'active' FOR UPDATE OF w SKIP LOCKED`,
        [organisationId, webhookId],
      );
      if (webhook === undefined) return 0;
      const { xid, position, types, settings } = webhook;
      const { events, place } = await readEvents(sql, organisationId, { xid, position, part: WHOLE }, ENTRIES, settings, 'all');
      const wanted = events.filter(({ type }) => types.length === 0 || types.includes(type));
      await writeDeliveries(sql, organisationId, webhookId, wanted);
      await sql('UPDATE webhook SET xid = $3::xid8, position = $4 WHERE organisation_id = $1 AND webhook_id = $2', [organisationId, webhookId, place.xid, place.position]);
      await sql(`DELETE FROM webhook_delivery WHERE organisation_id = $1 AND webhook_id = $2 AND state = 'delivered' AND created_at < now() - make_interval(days => $3)`, [organisationId, webhookId, KEPT_DAYS]);
      return wanted.length;
    });
  }

  /**
   * Takes what is due into this process's hands, the oldest first: nobody else has it until the lease ends.
   * @param each at most so many for each webhook @param busy webhooks that have enough in hand already
   */
  async claim(organisationId: string, each: number, limit: number, busy: readonly string[]): Promise<readonly ClaimedDelivery[]> {
    const rows = await sqlOn(this.dataSource, organisationId)<ClaimedRow>(
      `WITH due AS (
         SELECT d.delivery_id FROM webhook AS w CROSS JOIN LATERAL (
           SELECT d.delivery_id, d.next_at FROM webhook_delivery AS d
           WHERE d.organisation_id = $1 AND d.webhook_id = w.webhook_id AND d.state = 'waiting' AND d.next_at <= clock_timestamp()
           ORDER BY d.next_at, d.number LIMIT $2 FOR UPDATE SKIP LOCKED) AS d
         WHERE w.organisation_id = $1 AND w.state = 'active' AND w.webhook_id <> ALL($4::uuid[]) LIMIT $3)
       UPDATE webhook_delivery AS d SET lease = $5, next_at = clock_timestamp() + make_interval(secs => $6)
       FROM due, webhook AS w WHERE d.organisation_id = $1 AND d.delivery_id = due.delivery_id AND w.organisation_id = $1 AND w.webhook_id = d.webhook_id
       RETURNING ${CLAIMED_COLUMNS}`,
      [organisationId, each, limit, busy, randomUUID(), LEASE_SECONDS],
    );
    return rows.map(claimedOf);
  }

  /** Writes down how an attempt ended, unless the delivery has passed into other hands. Null, or why the webhook was stopped. */
  record(organisationId: string, { id, webhookId, lease, type }: ClaimedDelivery, result: AttemptResult): Promise<WebhookStop | null> {
    return inTransaction(this.dataSource, organisationId, async (sql) => {
      // In the order in which a change of the webhook takes its locks.
      await sql('SELECT FROM webhook WHERE organisation_id = $1 AND webhook_id = $2 FOR UPDATE', [organisationId, webhookId]);
      const [row] = await sql<{ attempts: number }>(
        `UPDATE webhook_delivery SET attempts = attempts + 1, lease = NULL, last_status = $4, last_failure = $5,
           state = CASE WHEN $5::text IS NULL THEN 'delivered' ELSE state END, delivered_at = CASE WHEN $5::text IS NULL THEN clock_timestamp() END
         WHERE organisation_id = $1 AND delivery_id = $2 AND lease = $3 RETURNING attempts`,
        [organisationId, id, lease, result.status, result.kind === 'taken' ? null : result.failure],
      );
      if (row === undefined || result.kind === 'taken') return null;
      const gone = result.status === 410;
      const delay = gone || type === TEST_EVENT ? null : retryDelay(row.attempts, result.retryAfter);
      await sql(
        `UPDATE webhook_delivery SET state = CASE WHEN $3::float8 IS NULL THEN 'given-up' ELSE state END, next_at = clock_timestamp() + make_interval(secs => coalesce($3, 0))
         WHERE organisation_id = $1 AND delivery_id = $2`,
        [organisationId, id, delay],
      );
      if (delay !== null || type === TEST_EVENT) return null;
      return stopIn(sql, organisationId, webhookId, id, gone ? 'gone' : 'failed');
    });
  }
}

async function stopIn(sql: Sql, organisationId: string, webhookId: string, deliveryId: string, reason: WebhookStop): Promise<WebhookStop | null> {
  const stopped = await sql(
    `UPDATE webhook SET state = 'stopped', stopped = $3, version = version + 1 WHERE organisation_id = $1 AND webhook_id = $2 AND state = 'active' RETURNING 1`,
    [organisationId, webhookId, reason],
  );
  if (stopped.length === 0) return null;
  await appendToJournal(sql, [{ organisationId, type: 'webhook.stopped', payload: { webhookId, deliveryId, reason } }]);
  return reason;
}

/** In the order of the events. Ids come from them: should one ever be read again, it would be the same delivery. */
const writeDeliveries = (sql: Sql, organisationId: string, webhookId: string, events: readonly FindingEvent[]): Promise<unknown[]> =>
  sql(
    `INSERT INTO webhook_delivery (organisation_id, delivery_id, webhook_id, type, at, data)
     SELECT $1, id, $2, type, at, data::jsonb FROM unnest($3::uuid[], $4::text[], $5::timestamptz[], $6::text[]) WITH ORDINALITY AS e (id, type, at, data, n) ORDER BY n
     ON CONFLICT ON CONSTRAINT webhook_delivery_pk DO NOTHING`,
    [organisationId, webhookId, events.map(({ id }) => stableId('delivery', organisationId, webhookId, id)), events.map(({ type }) => type), events.map(({ at }) => at), events.map((event) => JSON.stringify(event))],
  );
