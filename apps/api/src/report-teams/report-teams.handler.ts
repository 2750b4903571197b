import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { TeamReportRow, Report } from '#domain';
import { ReportReader } from '#storage';
import { ReportTeamsQuery } from './report-teams.query.js';

@QueryHandler(ReportTeamsQuery)
export class ReportTeamsHandler implements IQueryHandler<ReportTeamsQuery> {
  constructor(private readonly reports: ReportReader) {}

  execute({ organisationId, filter, sight }: ReportTeamsQuery): Promise<Report<TeamReportRow>> {
    return this.reports.reportTeams(organisationId, filter, sight);
  }
}
