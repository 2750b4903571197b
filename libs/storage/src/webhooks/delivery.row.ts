import { type DeliveryFailure, type DeliveryState, type FindingEvent, TEST_EVENT, type WebhookDelivery, type WebhookEventType } from '#domain';

export interface DeliveryRow {
  readonly delivery_id: string;
  readonly number: string;
  readonly type: WebhookEventType;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly created_at: Date;
  readonly next_at: Date;
  readonly delivered_at: Date | null;
  readonly last_status: number | null;
  readonly last_failure: DeliveryFailure | null;
}

/** Of a delivery `d`. */
export const DELIVERY_COLUMNS = 'd.delivery_id, d.number, d.type, d.state, d.attempts, d.created_at, d.next_at, d.delivered_at, d.last_status, d.last_failure';

export const deliveryOf = (row: DeliveryRow): WebhookDelivery => ({
  id: row.delivery_id,
  type: row.type,
  state: row.state,
  attempts: row.attempts,
  createdAt: row.created_at.toISOString(),
  nextAttemptAt: row.state === 'waiting' ? row.next_at.toISOString() : null,
  deliveredAt: row.delivered_at?.toISOString() ?? null,
  lastStatus: row.last_status,
  lastFailure: row.last_failure,
});

/** A delivery that somebody has in hand, with all that sending it takes. */
export interface ClaimedDelivery {
  readonly id: string;
  readonly webhookId: string;
  readonly type: WebhookEventType;
  /** RFC 3339: when the event happened. */
  readonly at: string;
  /** Null: a test. */
  readonly event: FindingEvent | null;
  readonly url: string;
  /** The current one first. */
  readonly secrets: readonly string[];
  /** Of whoever has it in hand. */
  readonly lease: string;
}

export interface ClaimedRow {
  readonly delivery_id: string;
  readonly webhook_id: string;
  readonly type: WebhookEventType;
  readonly at: Date;
  /** Empty for a test. */
  readonly data: FindingEvent;
  readonly url: string;
  readonly secret: string;
  readonly previous_secret: string | null;
  readonly lease: string;
}

/** Of a delivery `d` and its webhook `w`. */
export const CLAIMED_COLUMNS = `d.delivery_id, d.webhook_id, d.type, d.at, d.data, w.url, w.secret, CASE WHEN w.previous_until > now() THEN w.previous_secret END AS previous_secret, d.lease`;

export const claimedOf = (row: ClaimedRow): ClaimedDelivery => ({
  id: row.delivery_id,
  webhookId: row.webhook_id,
  type: row.type,
  at: row.at.toISOString(),
  event: row.type === TEST_EVENT ? null : row.data,
  url: row.url,
  secrets: [row.secret, ...(row.previous_secret === null ? [] : [row.previous_secret])],
  lease: row.lease,
});
