import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { EvaluationSummary, Page } from '#domain';
import { EvaluationReader } from '#storage';
import { ListEvaluationsQuery } from './list-evaluations.query.js';

@QueryHandler(ListEvaluationsQuery)
export class ListEvaluationsHandler implements IQueryHandler<ListEvaluationsQuery> {
  constructor(private readonly evaluations: EvaluationReader) {}

  execute({ organisationId, filter, page, viewer }: ListEvaluationsQuery): Promise<Page<EvaluationSummary>> {
    return this.evaluations.listEvaluations(organisationId, filter, page, viewer);
  }
}
