import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { TrendReportRow, Report } from '#domain';
import { ReportReader } from '#storage';
import { ReportTrendsQuery } from './report-trends.query.js';

@QueryHandler(ReportTrendsQuery)
export class ReportTrendsHandler implements IQueryHandler<ReportTrendsQuery> {
  constructor(private readonly reports: ReportReader) {}

  execute({ organisationId, filter, step, sight }: ReportTrendsQuery): Promise<Report<TrendReportRow>> {
    return this.reports.reportTrends(organisationId, filter, step, sight);
  }
}
