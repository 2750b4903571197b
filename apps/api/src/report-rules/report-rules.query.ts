import { Query } from '@nestjs/cqrs';
import type { Report, ReportFilter, RuleReportRow, Sight } from '#domain';

/** Figures per rule over a period. */
export class ReportRulesQuery extends Query<Report<RuleReportRow>> {
  constructor(
    readonly organisationId: string,
    readonly filter: ReportFilter,
    readonly sight: Sight,
  ) {
    super();
  }
}
