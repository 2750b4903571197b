import { Query } from '@nestjs/cqrs';
import type { EvaluationFilter, EvaluationSummary, Page, PageRequest } from '#domain';
import type { EvaluationViewer } from '#storage';

/** Evaluations that people filled in, latest interaction first. */
export class ListEvaluationsQuery extends Query<Page<EvaluationSummary>> {
  constructor(
    readonly organisationId: string,
    readonly filter: EvaluationFilter,
    readonly page: PageRequest,
    readonly viewer: EvaluationViewer,
  ) {
    super();
  }
}
