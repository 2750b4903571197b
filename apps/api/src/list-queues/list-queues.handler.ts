import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { QueueSummary } from '#domain';
import { QueueReader } from '#storage';
import { ListQueuesQuery } from './list-queues.query.js';

@QueryHandler(ListQueuesQuery)
export class ListQueuesHandler implements IQueryHandler<ListQueuesQuery> {
  constructor(private readonly queues: QueueReader) {}

  execute({ organisationId, who, teams }: ListQueuesQuery): Promise<readonly QueueSummary[]> {
    return this.queues.summarise(organisationId, who, teams);
  }
}
