import type { AgentReportRow } from '#domain';
import type { CsvShape } from '../http/answer-report.js';
import { FIGURE_COLUMNS, figureCells } from '../http/figure-columns.js';

export const agentsCsv: CsvShape<AgentReportRow> = {
  name: 'agents',
  columns: ['agent', 'agentName', 'team', 'teamName', ...FIGURE_COLUMNS, 'awaitingReview'],
  row: (row) => ({
    agent: row.agent.ref,
    agentName: row.agent.name,
    team: row.team?.ref ?? null,
    teamName: row.team?.name ?? null,
    ...figureCells(row),
    awaitingReview: row.awaitingReview,
  }),
};
