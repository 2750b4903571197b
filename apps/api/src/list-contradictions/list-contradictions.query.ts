import { Query } from '@nestjs/cqrs';
import type { ContradictionView, ContradictionFilter, Page, PageRequest } from '#domain';

export class ListContradictionsQuery extends Query<Page<ContradictionView>> {
  constructor(
    readonly organisationId: string,
    readonly filter: ContradictionFilter,
    readonly page: PageRequest,
  ) {
    super();
  }
}
