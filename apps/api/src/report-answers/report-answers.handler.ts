import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { AnswersReport } from '#domain';
import { writtenDelay } from '#nlp';
import { AnswersReader } from '#storage';
import { ReportAnswersQuery } from './report-answers.query.js';

@QueryHandler(ReportAnswersQuery)
export class ReportAnswersHandler implements IQueryHandler<ReportAnswersQuery> {
  constructor(private readonly answers: AnswersReader) {}

  execute({ organisationId, filter, sight }: ReportAnswersQuery): Promise<AnswersReport> {
    return this.answers.reportAnswers(organisationId, filter, writtenDelay, sight);
  }
}
