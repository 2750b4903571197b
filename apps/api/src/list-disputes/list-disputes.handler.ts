import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { DisputeView, Page } from '#domain';
import { DisputeReader } from '#storage';
import { ListDisputesQuery } from './list-disputes.query.js';

@QueryHandler(ListDisputesQuery)
export class ListDisputesHandler implements IQueryHandler<ListDisputesQuery> {
  constructor(private readonly disputes: DisputeReader) {}

  execute({ organisationId, state, resolver, page }: ListDisputesQuery): Promise<Page<DisputeView>> {
    return this.disputes.listDisputes(organisationId, state, resolver, page);
  }
}
