import type { ChannelReportRow } from '#domain';
import type { CsvShape } from '../http/answer-report.js';
import { COUNTED_COLUMNS, countedCells, FIGURE_COLUMNS, figureCells } from '../http/figure-columns.js';

export const channelsCsv: CsvShape<ChannelReportRow> = {
  name: 'channels',
  columns: ['channel', ...FIGURE_COLUMNS, 'suppressed', ...COUNTED_COLUMNS],
  row: ({ channel, figures, suppressed, counted }) => ({ channel, ...figureCells(figures), suppressed, ...countedCells(counted) }),
};
