import { Query } from '@nestjs/cqrs';
import type { Report, ReportFilter, Sight, TeamReportRow } from '#domain';

/** Figures per team over a period. */
export class ReportTeamsQuery extends Query<Report<TeamReportRow>> {
  constructor(
    readonly organisationId: string,
    readonly filter: ReportFilter,
    readonly sight: Sight,
  ) {
    super();
  }
}
