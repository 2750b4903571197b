import { Query } from '@nestjs/cqrs';
import type { AgentReportRow, Report, ReportFilter, Sight } from '#domain';

/** Figures per agent over a period. */
export class ReportAgentsQuery extends Query<Report<AgentReportRow>> {
  constructor(
    readonly organisationId: string,
    readonly filter: ReportFilter,
    readonly sight: Sight,
  ) {
    super();
  }
}
