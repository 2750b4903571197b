import { Query } from '@nestjs/cqrs';
import type { ContradictionFilter, ContradictionView, Page, PageRequest, Sight } from '#domain';

export class ListContradictionsQuery extends Query<Page<ContradictionView>> {
  constructor(
    readonly organisationId: string,
    readonly filter: ContradictionFilter,
    readonly page: PageRequest,
    readonly sight: Sight,
  ) {
    super();
  }
}
