import { Query } from '@nestjs/cqrs';
import type { ReviewerName } from '#domain';

/** Who may be asked to review. */
export class ListReviewersQuery extends Query<ReviewerName[]> {
  constructor(readonly organisationId: string) {
    super();
  }
}
