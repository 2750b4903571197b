import { Query } from '@nestjs/cqrs';
import type { ReportFilter, Sight } from '#domain';
import type { ReportRow, RowSplit } from './report-rows.message.js';

/** The figures of a report as flat rows, for tools that draw them. */
export class ReportRowsQuery extends Query<readonly ReportRow[]> {
  constructor(
    readonly organisationId: string,
    readonly by: RowSplit,
    readonly filter: ReportFilter,
    readonly sight: Sight,
  ) {
    super();
  }
}
