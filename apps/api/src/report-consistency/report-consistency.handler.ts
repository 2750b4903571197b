import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { ConsistencyReport } from '#domain';
import { ConsistencyReader } from '#storage';
import { ReportConsistencyQuery } from './report-consistency.query.js';

@QueryHandler(ReportConsistencyQuery)
export class ReportConsistencyHandler implements IQueryHandler<ReportConsistencyQuery> {
  constructor(private readonly consistency: ConsistencyReader) {}

  execute({ organisationId, filter, sight }: ReportConsistencyQuery): Promise<ConsistencyReport> {
    return this.consistency.reportConsistency(organisationId, filter, sight);
  }
}
