import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { ScoreReport } from '#domain';
import { ScoreReportReader } from '#storage';
import { ReportScorecardQuery } from './report-scorecard.query.js';

@QueryHandler(ReportScorecardQuery)
export class ReportScorecardHandler implements IQueryHandler<ReportScorecardQuery> {
  constructor(private readonly reports: ScoreReportReader) {}

  execute({ organisationId, scorecardId, by, filter, sight }: ReportScorecardQuery): Promise<ScoreReport | null> {
    return this.reports.report(organisationId, scorecardId, by, filter, sight);
  }
}
