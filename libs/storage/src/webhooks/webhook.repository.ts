import { randomBytes, randomUUID } from 'node:crypto';
import { contentHash, type NewWebhook, stableId, type Webhook, type WebhookChange } from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Administering } from '../accounts/account.repository.js';
import { inTransaction, sqlOn, type Sql } from '../database/sql.js';
import { isUuid } from '../read/cursor.js';
import { appendToJournal } from '../write/journal.js';
import { listWebhooksIn, readWebhookIn } from './webhook.row.js';

/** Standard Webhooks: 24 to 64 random bytes. */
const SECRET_BYTES = 32;
const newSecret = (): string => `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;

/** `secret` is told this once: null when the same request was answered before. `other`: the key was used for another request. */
export type WebhookCreated = { readonly kind: 'done'; readonly webhook: Webhook; readonly secret: string | null } | { readonly kind: 'other' };
export type WebhookChanged<More = object> = ({ readonly kind: 'done'; readonly webhook: Webhook } & More) | { readonly kind: 'missing' } | { readonly kind: 'stale'; readonly webhook: Webhook };

/** Webhooks and their secrets. Each change and its journal entry are one transaction. */
@Injectable()
export class WebhookRepository {
  constructor(private readonly dataSource: DataSource) {}

  listWebhooks(organisationId: string): Promise<readonly Webhook[]> {
    return listWebhooksIn(sqlOn(this.dataSource, organisationId), organisationId);
  }

  /** Null when there is no such webhook. */
  async readWebhook(organisationId: string, id: string): Promise<Webhook | null> {
    return isUuid(id) ? readWebhookIn(sqlOn(this.dataSource, organisationId), organisationId, id) : null;
  }

  /** From now on: what happened before is not sent. @param key the same key by the same person again makes no second one */
  create({ organisationId, by }: Administering, wanted: NewWebhook, key: string | undefined): Promise<WebhookCreated> {
    const { name, url, types } = wanted;
    const id = stableId('webhook', organisationId, by, key ?? randomUUID());
    const request = contentHash(wanted);
    return inTransaction(this.dataSource, organisationId, async (sql): Promise<WebhookCreated> => {
      const secret = newSecret();
      // Whoever sends the same request at the same time waits here, and then finds it done.
      const created = await sql(
        `INSERT INTO webhook (organisation_id, webhook_id, name, url, types, secret, xid, position, request, created_by)
         VALUES ($1, $2, $3, $4, $5, $6, pg_snapshot_xmin(pg_current_snapshot()), 0, $7, $8) ON CONFLICT ON CONSTRAINT webhook_pk DO NOTHING RETURNING 1`,
        [organisationId, id, name, url, types, secret, request, by],
      );
      if (created.length > 0) await appendToJournal(sql, [{ organisationId, type: 'webhook.created', payload: { webhookId: id, types, by } }]);
      const [kept] = await sql<{ request: string }>('SELECT request FROM webhook WHERE organisation_id = $1 AND webhook_id = $2', [organisationId, id]);
      if (kept?.request !== request) return { kind: 'other' };
      return { kind: 'done', webhook: (await readWebhookIn(sql, organisationId, id))!, secret: created.length > 0 ? secret : null };
    });
  }

  /** @param version of what was seen; undefined: whatever it is now */
  change(who: Administering, id: string, change: WebhookChange, version: number | undefined): Promise<WebhookChanged> {
    return this.onOne(who, id, version, async (sql, before) => {
      const { organisationId, by } = who;
      const state = change.state ?? before.state;
      const next = { name: change.name ?? before.name, url: change.url ?? before.url, types: change.types ?? before.types, state };
      const changed = (['name', 'url', 'types', 'state'] as const).filter((member) => JSON.stringify(next[member]) !== JSON.stringify(before[member]));
      if (changed.length === 0) return {};
      await sql(
        `UPDATE webhook SET name = $3, url = $4, types = $5, state = $6, stopped = CASE WHEN $6 = 'stopped' THEN stopped END, version = version + 1
         WHERE organisation_id = $1 AND webhook_id = $2`,
        [organisationId, id, next.name, next.url, next.types, state],
      );
      if (before.state === 'stopped' && state !== 'stopped') await tryAgainIn(sql, organisationId, id);
      await appendToJournal(sql, [{ organisationId, type: 'webhook.changed', payload: { webhookId: id, changed, state, by } }]);
      return {};
    });
  }

  /** A new secret; the one before it signs too for a day, so that the receiver can change over. */
  rotateSecret(who: Administering, id: string, version: number | undefined): Promise<WebhookChanged<{ readonly secret: string }>> {
    return this.onOne(who, id, version, async (sql) => {
      const secret = newSecret();
      await sql(
        `UPDATE webhook SET previous_secret = secret, previous_until = now() + interval '24 hours', secret = $3, version = version + 1
         WHERE organisation_id = $1 AND webhook_id = $2`,
        [who.organisationId, id, secret],
      );
      await appendToJournal(sql, [{ organisationId: who.organisationId, type: 'webhook.secret-rotated', payload: { webhookId: id, by: who.by } }]);
      return { secret };
    });
  }

  /** With all that is on its way to it; `webhook` is what it was. */
  async delete(who: Administering, id: string, version: number | undefined): Promise<WebhookChanged> {
    return this.onOne(who, id, version, async (sql) => {
      await sql('DELETE FROM webhook WHERE organisation_id = $1 AND webhook_id = $2', [who.organisationId, id]);
      await appendToJournal(sql, [{ organisationId: who.organisationId, type: 'webhook.deleted', payload: { webhookId: id, by: who.by } }]);
      return {};
    });
  }

  private async onOne<More extends object>(
    { organisationId }: Administering,
    id: string,
    version: number | undefined,
    act: (sql: Sql, before: Webhook) => Promise<More>,
  ): Promise<WebhookChanged<More>> {
    if (!isUuid(id)) return { kind: 'missing' };
    return inTransaction(this.dataSource, organisationId, async (sql): Promise<WebhookChanged<More>> => {
      const before = await readWebhookIn(sql, organisationId, id, true);
      if (before === null) return { kind: 'missing' };
      if (version !== undefined && version !== before.version) return { kind: 'stale', webhook: before };
      const more = await act(sql, before);
      return { kind: 'done', webhook: (await readWebhookIn(sql, organisationId, id)) ?? before, ...more };
    });
  }
}

/** What was given up when a webhook was stopped has all its attempts again. */
const tryAgainIn = (sql: Sql, organisationId: string, id: string): Promise<unknown> =>
  sql(
    `UPDATE webhook_delivery SET state = 'waiting', attempts = 0, next_at = clock_timestamp(), lease = NULL
     WHERE organisation_id = $1 AND webhook_id = $2 AND state = 'given-up' AND type <> 'webhook.test'`,
    [organisationId, id],
  );
