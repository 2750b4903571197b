import { Query } from '@nestjs/cqrs';
import type { ChannelReportRow, Report, ReportFilter, Sight } from '#domain';

/** Figures per channel over a period. */
export class ReportChannelsQuery extends Query<Report<ChannelReportRow>> {
  constructor(
    readonly organisationId: string,
    readonly filter: ReportFilter,
    readonly sight: Sight,
  ) {
    super();
  }
}
