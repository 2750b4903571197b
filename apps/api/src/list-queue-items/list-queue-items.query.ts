import { Query } from '@nestjs/cqrs';
import type { Page, PageRequest, QueueItem } from '#domain';
import type { QueueFilter, QueueKey } from '#storage';

/** Interactions of a queue, those that have waited longest first. */
export class ListQueueItemsQuery extends Query<Page<QueueItem>> {
  constructor(
    readonly organisationId: string,
    readonly queue: QueueKey,
    readonly filter: QueueFilter,
    readonly page: PageRequest,
  ) {
    super();
  }
}
