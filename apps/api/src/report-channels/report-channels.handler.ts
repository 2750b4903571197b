import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { ChannelReportRow, Report } from '#domain';
import { ReportReader } from '#storage';
import { ReportChannelsQuery } from './report-channels.query.js';

@QueryHandler(ReportChannelsQuery)
export class ReportChannelsHandler implements IQueryHandler<ReportChannelsQuery> {
  constructor(private readonly reports: ReportReader) {}

  execute({ organisationId, filter, sight }: ReportChannelsQuery): Promise<Report<ChannelReportRow>> {
    return this.reports.reportChannels(organisationId, filter, sight);
  }
}
