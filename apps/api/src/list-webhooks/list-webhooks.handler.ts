import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Webhook } from '#domain';
import { WebhookRepository } from '#storage';
import { ListWebhooksQuery } from './list-webhooks.query.js';

@QueryHandler(ListWebhooksQuery)
export class ListWebhooksHandler implements IQueryHandler<ListWebhooksQuery> {
  constructor(private readonly webhooks: WebhookRepository) {}

  execute({ organisationId }: ListWebhooksQuery): Promise<readonly Webhook[]> {
    return this.webhooks.listWebhooks(organisationId);
  }
}
