import { Query } from '@nestjs/cqrs';
import type { Report, ReportFilter, Sight, TrendReportRow, TrendStep } from '#domain';

/** Figures per day, week or month of a period. */
export class ReportTrendsQuery extends Query<Report<TrendReportRow>> {
  constructor(
    readonly organisationId: string,
    readonly filter: ReportFilter,
    readonly step: TrendStep,
    readonly sight: Sight,
  ) {
    super();
  }
}
