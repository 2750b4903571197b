import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Page, WebhookDelivery } from '#domain';
import { DeliveryRepository } from '#storage';
import { ListDeliveriesQuery } from './list-deliveries.query.js';

@QueryHandler(ListDeliveriesQuery)
export class ListDeliveriesHandler implements IQueryHandler<ListDeliveriesQuery> {
  constructor(private readonly deliveries: DeliveryRepository) {}

  execute({ organisationId, webhookId, page }: ListDeliveriesQuery): Promise<Page<WebhookDelivery> | null> {
    return this.deliveries.listDeliveries(organisationId, webhookId, page);
  }
}
