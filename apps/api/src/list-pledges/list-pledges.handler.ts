import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { PledgeView, Page } from '#domain';
import { PledgeReader } from '#storage';
import { ListPledgesQuery } from './list-pledges.query.js';

@QueryHandler(ListPledgesQuery)
export class ListPledgesHandler implements IQueryHandler<ListPledgesQuery> {
  constructor(private readonly pledges: PledgeReader) {}

  execute({ organisationId, filter, page, sight }: ListPledgesQuery): Promise<Page<PledgeView>> {
    return this.pledges.listPledges(organisationId, filter, page, sight);
  }
}
