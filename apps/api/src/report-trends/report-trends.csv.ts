import type { TrendReportRow } from '#domain';
import type { CsvShape } from '../http/answer-report.js';
import { FIGURE_COLUMNS, figureCells } from '../http/figure-columns.js';

export const trendsCsv: CsvShape<TrendReportRow> = {
  name: 'trends',
  columns: ['from', 'to', ...FIGURE_COLUMNS, 'suppressed'],
  row: ({ from, to, figures, suppressed }) => ({ from, to, ...figureCells(figures), suppressed }),
};
