import { Query } from '@nestjs/cqrs';
import type { ChannelReportRow, Report, ReportFilter } from '#domain';

/** Figures per channel over a period. */
export class ReportChannelsQuery extends Query<Report<ChannelReportRow>> {
  constructor(
    readonly organisationId: string,
    readonly filter: ReportFilter,
  ) {
    super();
  }
}
