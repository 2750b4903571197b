import { randomUUID } from 'node:crypto';
import { type Page, type PageRequest, TEST_EVENT, type WebhookDelivery } from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Administering } from '../accounts/account.repository.js';
import { inTransaction, sqlOn, type Sql } from '../database/sql.js';
import { InvalidCursorError, isUuid } from '../read/cursor.js';
import { appendToJournal } from '../write/journal.js';
import { CLAIMED_COLUMNS, type ClaimedDelivery, claimedOf, type ClaimedRow, DELIVERY_COLUMNS, deliveryOf, type DeliveryRow } from './delivery.row.js';
import { LEASE_SECONDS } from './delivery-queue.js';
import { readWebhookIn } from './webhook.row.js';

/** `idle`: its webhook is paused or stopped, and sends nothing. */
export type Redelivered = { readonly kind: 'done'; readonly delivery: WebhookDelivery } | { readonly kind: 'missing' } | { readonly kind: 'idle' };

/** What was sent, is on its way, or was given up. */
@Injectable()
export class DeliveryRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** One page, the latest first; null when there is no such webhook. @throws InvalidCursorError */
  async listDeliveries(organisationId: string, webhookId: string, { limit, cursor }: PageRequest): Promise<Page<WebhookDelivery> | null> {
    const sql = sqlOn(this.dataSource, organisationId);
    if (!isUuid(webhookId) || (await readWebhookIn(sql, organisationId, webhookId)) === null) return null;
    const rows = await sql<DeliveryRow>(
      `SELECT ${DELIVERY_COLUMNS} FROM webhook_delivery AS d
       WHERE d.organisation_id = $1 AND d.webhook_id = $2 AND ($3::bigint IS NULL OR d.number < $3) ORDER BY d.number DESC LIMIT $4`,
      [organisationId, webhookId, cursor === undefined ? null : decodeNumber(cursor), limit + 1],
    );
    const last = rows[limit - 1];
    return { items: rows.slice(0, limit).map(deliveryOf), next: rows.length > limit && last !== undefined ? encodeNumber(last.number) : null };
  }

  /** Null when the webhook has no such delivery. */
  async readDelivery(organisationId: string, webhookId: string, id: string): Promise<WebhookDelivery | null> {
    return readDeliveryIn(sqlOn(this.dataSource, organisationId), organisationId, webhookId, id);
  }

  /** Sends it once more, under the same id, with all its attempts. */
  async redeliver({ organisationId, by }: Administering, webhookId: string, id: string): Promise<Redelivered> {
    return inTransaction(this.dataSource, organisationId, async (sql): Promise<Redelivered> => {
      const webhook = await readWebhookIn(sql, organisationId, webhookId, true);
      if (webhook === null) return { kind: 'missing' };
      if (webhook.state !== 'active') return { kind: 'idle' };
      const touched = await sql(
        `UPDATE webhook_delivery SET state = 'waiting', attempts = 0, next_at = clock_timestamp(), lease = NULL, delivered_at = NULL
         WHERE organisation_id = $1 AND webhook_id = $2 AND delivery_id = $3 RETURNING 1`,
        [organisationId, webhookId, id],
      );
      if (touched.length === 0) return { kind: 'missing' };
      await appendToJournal(sql, [{ organisationId, type: 'webhook.redelivered', payload: { webhookId, deliveryId: id, by } }]);
      return { kind: 'done', delivery: (await readDeliveryIn(sql, organisationId, webhookId, id))! };
    });
  }

  /** A test, in hand of the caller, who sends it at once; null when there is no such webhook. */
  async startTest({ organisationId, by }: Administering, webhookId: string): Promise<ClaimedDelivery | null> {
    return inTransaction(this.dataSource, organisationId, async (sql) => {
      if ((await readWebhookIn(sql, organisationId, webhookId, true)) === null) return null;
      const id = randomUUID();
      await sql(
        `INSERT INTO webhook_delivery (organisation_id, delivery_id, webhook_id, type, at, data, lease, next_at)
         VALUES ($1, $2, $3, $4, clock_timestamp(), '{}', $5, clock_timestamp() + make_interval(secs => $6))`,
        [organisationId, id, webhookId, TEST_EVENT, randomUUID(), LEASE_SECONDS],
      );
      await appendToJournal(sql, [{ organisationId, type: 'webhook.tested', payload: { webhookId, deliveryId: id, by } }]);
      const [row] = await sql<ClaimedRow>(
        `SELECT ${CLAIMED_COLUMNS} FROM webhook_delivery AS d JOIN webhook AS w ON w.organisation_id = d.organisation_id AND w.webhook_id = d.webhook_id
         WHERE d.organisation_id = $1 AND d.delivery_id = $2`,
        [organisationId, id],
      );
      return claimedOf(row!);
    });
  }
}

async function readDeliveryIn(sql: Sql, organisationId: string, webhookId: string, id: string): Promise<WebhookDelivery | null> {
  const [row] = await sql<DeliveryRow>(`SELECT ${DELIVERY_COLUMNS} FROM webhook_delivery AS d WHERE d.organisation_id = $1 AND d.webhook_id = $2 AND d.delivery_id = $3`, [organisationId, webhookId, id]);
  return row === undefined ? null : deliveryOf(row);
}

const encodeNumber = (number: string): string => Buffer.from(`delivery ${number}`).toString('base64url');

function decodeNumber(cursor: string): string {
  const number = /^delivery (\d{1,18})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8'))?.[1];
  if (number === undefined) throw new InvalidCursorError('not a cursor of this list');
  return number;
}
