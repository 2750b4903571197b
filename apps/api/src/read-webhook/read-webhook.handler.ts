import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Webhook } from '#domain';
import { WebhookRepository } from '#storage';
import { ReadWebhookQuery } from './read-webhook.query.js';

@QueryHandler(ReadWebhookQuery)
export class ReadWebhookHandler implements IQueryHandler<ReadWebhookQuery> {
  constructor(private readonly webhooks: WebhookRepository) {}

  execute({ organisationId, id }: ReadWebhookQuery): Promise<Webhook | null> {
    return this.webhooks.readWebhook(organisationId, id);
  }
}
