import { Query } from '@nestjs/cqrs';
import type { AnswersFilter, AnswersReport } from '#domain';

/** What agents answered to the same question. */
export class ReportAnswersQuery extends Query<AnswersReport> {
  constructor(
    readonly organisationId: string,
    readonly filter: AnswersFilter,
  ) {
    super();
  }
}
