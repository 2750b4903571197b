import type { TrendReportRow } from '#domain';
import type { CsvShape } from '../http/answer-report.js';
import { COUNTED_COLUMNS, countedCells, FIGURE_COLUMNS, figureCells } from '../http/figure-columns.js';

export const trendsCsv: CsvShape<TrendReportRow> = {
  name: 'trends',
  columns: ['from', 'to', ...FIGURE_COLUMNS, 'suppressed', ...COUNTED_COLUMNS],
  row: ({ from, to, figures, suppressed, counted }) => ({ from, to, ...figureCells(figures), suppressed, ...countedCells(counted) }),
};
