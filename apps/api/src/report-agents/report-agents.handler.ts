import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { AgentReportRow, Report } from '#domain';
import { ReportReader } from '#storage';
import { ReportAgentsQuery } from './report-agents.query.js';

@QueryHandler(ReportAgentsQuery)
export class ReportAgentsHandler implements IQueryHandler<ReportAgentsQuery> {
  constructor(private readonly reports: ReportReader) {}

  execute({ organisationId, filter, sight }: ReportAgentsQuery): Promise<Report<AgentReportRow>> {
    return this.reports.reportAgents(organisationId, filter, sight);
  }
}
