import { Query } from '@nestjs/cqrs';
import type { TeamReportRow, Report, ReportFilter } from '#domain';

/** Figures per team over a period. */
export class ReportTeamsQuery extends Query<Report<TeamReportRow>> {
  constructor(
    readonly organisationId: string,
    readonly filter: ReportFilter,
  ) {
    super();
  }
}
