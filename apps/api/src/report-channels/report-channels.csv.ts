import type { ChannelReportRow } from '#domain';
import type { CsvShape } from '../http/answer-report.js';
import { FIGURE_COLUMNS, figureCells } from '../http/figure-columns.js';

export const channelsCsv: CsvShape<ChannelReportRow> = {
  name: 'channels',
  columns: ['channel', ...FIGURE_COLUMNS, 'suppressed'],
  row: ({ channel, figures, suppressed }) => ({ channel, ...figureCells(figures), suppressed }),
};
