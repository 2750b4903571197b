import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { ReviewerName } from '#domain';
import { CalibrationReader } from '#storage';
import { ListReviewersQuery } from './list-reviewers.query.js';

@QueryHandler(ListReviewersQuery)
export class ListReviewersHandler implements IQueryHandler<ListReviewersQuery> {
  constructor(private readonly calibrations: CalibrationReader) {}

  execute({ organisationId }: ListReviewersQuery): Promise<ReviewerName[]> {
    return this.calibrations.listReviewers(organisationId);
  }
}
