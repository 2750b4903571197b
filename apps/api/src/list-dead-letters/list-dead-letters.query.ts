import { Query } from '@nestjs/cqrs';
import type { DeadLetterFilter, DeadLetterSummary, Page, PageRequest } from '#domain';

/** What could not be taken in, the latest first. */
export class ListDeadLettersQuery extends Query<Page<DeadLetterSummary>> {
  constructor(
    readonly organisationId: string,
    readonly filter: DeadLetterFilter,
    readonly page: PageRequest,
  ) {
    super();
  }
}
