import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { Report, RuleReportRow } from '#domain';
import { ReportReader } from '#storage';
import { ReportRulesQuery } from './report-rules.query.js';

@QueryHandler(ReportRulesQuery)
export class ReportRulesHandler implements IQueryHandler<ReportRulesQuery> {
  constructor(private readonly reports: ReportReader) {}

  execute({ organisationId, filter, sight }: ReportRulesQuery): Promise<Report<RuleReportRow>> {
    return this.reports.reportRules(organisationId, filter, sight);
  }
}
