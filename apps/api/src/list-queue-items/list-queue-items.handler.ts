import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { Page, QueueItem } from '#domain';
import { QueueReader } from '#storage';
import { ListQueueItemsQuery } from './list-queue-items.query.js';

@QueryHandler(ListQueueItemsQuery)
export class ListQueueItemsHandler implements IQueryHandler<ListQueueItemsQuery> {
  constructor(private readonly queues: QueueReader) {}

  execute({ organisationId, queue, filter, page }: ListQueueItemsQuery): Promise<Page<QueueItem>> {
    return this.queues.listItems(organisationId, queue, filter, page);
  }
}
