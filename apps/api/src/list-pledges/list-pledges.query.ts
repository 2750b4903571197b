import { Query } from '@nestjs/cqrs';
import type { PledgeView, PledgeFilter, Page, PageRequest } from '#domain';

export class ListPledgesQuery extends Query<Page<PledgeView>> {
  constructor(
    readonly organisationId: string,
    readonly filter: PledgeFilter,
    readonly page: PageRequest,
  ) {
    super();
  }
}
