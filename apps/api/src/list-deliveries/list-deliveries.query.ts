import { Query } from '@nestjs/cqrs';
import type { Page, PageRequest, WebhookDelivery } from '#domain';

/** What a webhook was sent, the latest first; null when there is no such webhook. */
export class ListDeliveriesQuery extends Query<Page<WebhookDelivery> | null> {
  constructor(
    readonly organisationId: string,
    readonly webhookId: string,
    readonly page: PageRequest,
  ) {
    super();
  }
}
