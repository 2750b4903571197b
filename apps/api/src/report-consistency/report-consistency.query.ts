import { Query } from '@nestjs/cqrs';
import type { ConsistencyFilter, ConsistencyReport, Sight } from '#domain';

/** How far apart agents, channels and weeks are, per commitment and rule. */
export class ReportConsistencyQuery extends Query<ConsistencyReport> {
  constructor(
    readonly organisationId: string,
    readonly filter: ConsistencyFilter,
    readonly sight: Sight,
  ) {
    super();
  }
}
