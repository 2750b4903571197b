import { Query } from '@nestjs/cqrs';
import type { CustomerTimeline, PageRequest, Sight } from '#domain';

/** What one customer lived through, over all channels and agents; null when no interaction names the customer. */
export class ReadTimelineQuery extends Query<CustomerTimeline | null> {
  constructor(
    readonly organisationId: string,
    readonly customerRef: string,
    readonly page: PageRequest,
    readonly reader: string,
    readonly sight: Sight,
  ) {
    super();
  }
}
