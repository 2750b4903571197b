import type { CountedFigures, ScoreReportRow, ScoreSide } from '#domain';
import type { CsvShape } from '../http/answer-report.js';
import type { CsvRow } from '../http/csv.js';
import { columnsOf, proportionCells } from '../http/figure-columns.js';

const SIDES = ['automatic', 'human'] as const;

/** Two sides, two groups of columns: no column holds both. */
const columnsOfSide = (side: ScoreSide): string[] => [
  ...['N', 'Mean', 'Low', 'High', 'Open', 'From', 'To'].map((name) => `${side}${name}`),
  ...[1, 2, 3, 4, 5].map((band) => `${side}Fifth${band}`),
  ...columnsOf(`${side}CriticalFailures`),
];

const cellsOfSide = (side: ScoreSide, figures: CountedFigures | null): CsvRow => ({
  [`${side}N`]: figures?.n ?? null,
  [`${side}Mean`]: figures?.mean ?? null,
  [`${side}Low`]: figures?.interval?.low ?? null,
  [`${side}High`]: figures?.interval?.high ?? null,
  [`${side}Open`]: figures?.open ?? null,
  [`${side}From`]: figures?.counted?.from ?? null,
  [`${side}To`]: figures?.counted?.to ?? null,
  ...Object.fromEntries([1, 2, 3, 4, 5].map((band) => [`${side}Fifth${band}`, figures?.distribution[band - 1] ?? null])),
  ...proportionCells(`${side}CriticalFailures`, figures?.criticalFailures ?? null),
});

export const scorecardCsv: CsvShape<ScoreReportRow> = {
  name: 'scorecard',
  columns: ['agent', 'agentName', 'team', 'teamName', 'channel', ...SIDES.flatMap(columnsOfSide)],
  row: (row) => ({
    agent: row.agent?.ref ?? null,
    agentName: row.agent?.name ?? null,
    team: row.team?.ref ?? null,
    teamName: row.team?.name ?? null,
    channel: row.channel,
    ...cellsOfSide('automatic', row.automatic),
    ...cellsOfSide('human', row.human),
  }),
};
