import type { TeamReportRow } from '#domain';
import type { CsvShape } from '../http/answer-report.js';
import { COUNTED_COLUMNS, countedCells, FIGURE_COLUMNS, figureCells } from '../http/figure-columns.js';

export const teamsCsv: CsvShape<TeamReportRow> = {
  name: 'teams',
  columns: ['team', 'teamName', ...FIGURE_COLUMNS, 'suppressed', ...COUNTED_COLUMNS],
  row: ({ team, figures, suppressed, counted }) => ({ team: team?.ref ?? null, teamName: team?.name ?? null, ...figureCells(figures), suppressed, ...countedCells(counted) }),
};
