import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { InteractionSummary, Page } from '#domain';
import { InteractionReader } from '#storage';
import { ListInteractionsQuery } from './list-interactions.query.js';

@QueryHandler(ListInteractionsQuery)
export class ListInteractionsHandler implements IQueryHandler<ListInteractionsQuery> {
  constructor(private readonly interactions: InteractionReader) {}

  execute({ organisationId, filter, page, sight }: ListInteractionsQuery): Promise<Page<InteractionSummary>> {
    return this.interactions.listInteractions(organisationId, filter, page, sight);
  }
}
