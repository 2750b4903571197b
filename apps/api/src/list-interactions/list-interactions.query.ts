import { Query } from '@nestjs/cqrs';
import type { InteractionFilter, InteractionSummary, Page, PageRequest, Sight } from '#domain';

/** Interactions, latest first. */
export class ListInteractionsQuery extends Query<Page<InteractionSummary>> {
  constructor(
    readonly organisationId: string,
    readonly filter: InteractionFilter,
    readonly page: PageRequest,
    readonly sight: Sight,
  ) {
    super();
  }
}
