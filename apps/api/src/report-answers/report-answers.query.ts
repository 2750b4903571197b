import { Query } from '@nestjs/cqrs';
import type { AnswersFilter, AnswersReport, Sight } from '#domain';

/** What agents answered to the same question. */
export class ReportAnswersQuery extends Query<AnswersReport> {
  constructor(
    readonly organisationId: string,
    readonly filter: AnswersFilter,
    readonly sight: Sight,
  ) {
    super();
  }
}
