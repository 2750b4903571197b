import { Query } from '@nestjs/cqrs';
import type { FindingFilter, FindingView, Page, PageRequest, Sight } from '#domain';

/** Findings, those of the latest interactions first. */
export class ListFindingsQuery extends Query<Page<FindingView>> {
  constructor(
    readonly organisationId: string,
    readonly filter: FindingFilter,
    readonly page: PageRequest,
    readonly sight: Sight,
  ) {
    super();
  }
}
