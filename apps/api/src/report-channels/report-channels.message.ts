import { reportOf, channelReportRow } from '../read-models/figures.schema.js';

export const reportChannelsResponse = reportOf('ChannelReport', channelReportRow);
