import { Query } from '@nestjs/cqrs';
import type { Page, PageRequest, PledgeFilter, PledgeView, Sight } from '#domain';

export class ListPledgesQuery extends Query<Page<PledgeView>> {
  constructor(
    readonly organisationId: string,
    readonly filter: PledgeFilter,
    readonly page: PageRequest,
    readonly sight: Sight,
  ) {
    super();
  }
}
