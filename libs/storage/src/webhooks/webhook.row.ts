import { FINDING_EVENTS, type FindingEventType, type Webhook, type WebhookState, type WebhookStop } from '#domain';
import type { Sql } from '../database/sql.js';

export interface WebhookRow {
  readonly webhook_id: string;
  readonly name: string;
  readonly url: string;
  readonly types: readonly string[];
  readonly state: WebhookState;
  readonly stopped: WebhookStop | null;
  readonly waiting: number;
  readonly created_at: Date;
  readonly created_by: string;
  readonly previous_until: Date | null;
  readonly version: number;
}

/** Of a webhook `w`; no secret. */
const COLUMNS = `w.webhook_id, w.name, w.url, w.types, w.state, w.stopped, w.created_at, w.created_by, w.version,
  CASE WHEN w.previous_until > now() THEN w.previous_until END AS previous_until,
  (SELECT count(*)::int FROM webhook_delivery AS d WHERE d.organisation_id = w.organisation_id AND d.webhook_id = w.webhook_id AND d.state = 'waiting') AS waiting`;

const isEventType = (text: string): text is FindingEventType => FINDING_EVENTS.some((type) => type === text);

const webhookOf = (row: WebhookRow): Webhook => ({
  id: row.webhook_id,
  name: row.name,
  url: row.url,
  types: row.types.filter(isEventType),
  state: row.state,
  stopped: row.stopped,
  waiting: row.waiting,
  createdAt: row.created_at.toISOString(),
  createdBy: row.created_by,
  previousSecretUntil: row.previous_until?.toISOString() ?? null,
  version: row.version,
});

/** Null when there is none. @param lock until the end of the transaction */
export async function readWebhookIn(sql: Sql, organisationId: string, id: string, lock = false): Promise<Webhook | null> {
  const [row] = await sql<WebhookRow>(`SELECT ${COLUMNS} FROM webhook AS w WHERE w.organisation_id = $1 AND w.webhook_id = $2 ${lock ? 'FOR UPDATE OF w' : ''}`, [organisationId, id]);
  return row === undefined ? null : webhookOf(row);
}

/** All of an organisation, by name. */
export async function listWebhooksIn(sql: Sql, organisationId: string): Promise<readonly Webhook[]> {
  const rows = await sql<WebhookRow>(`SELECT ${COLUMNS} FROM webhook AS w WHERE w.organisation_id = $1 ORDER BY lower(w.name), w.webhook_id`, [organisationId]);
  return rows.map(webhookOf);
}
