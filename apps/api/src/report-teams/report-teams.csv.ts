import type { TeamReportRow } from '#domain';
import type { CsvShape } from '../http/answer-report.js';
import { FIGURE_COLUMNS, figureCells } from '../http/figure-columns.js';

export const teamsCsv: CsvShape<TeamReportRow> = {
  name: 'teams',
  columns: ['team', 'teamName', ...FIGURE_COLUMNS, 'suppressed'],
  row: ({ team, figures, suppressed }) => ({ team: team?.ref ?? null, teamName: team?.name ?? null, ...figureCells(figures), suppressed }),
};
