import type { ConsistencyRow, Spread } from '#domain';
import type { CsvShape } from '../http/answer-report.js';
import type { CsvRow } from '../http/csv.js';
import { columnsOf, proportionCells } from '../http/figure-columns.js';

const SPREADS = ['betweenAgents', 'betweenChannels', 'withinAgent'] as const;

/** The spreads of a line, flat; channels and persons are in the JSON only. */
export const consistencyCsv: CsvShape<ConsistencyRow> = {
  name: 'consistency',
  columns: [
    'subject', 'id', 'commitment', 'polarity', 'text', 'from', 'to', 'agents', ...columnsOf('mean'),
    ...SPREADS.flatMap(spreadColumns),
    'suppressed',
  ],
  row: (row) => ({
    subject: row.subject,
    id: row.id,
    commitment: row.commitment,
    polarity: row.polarity,
    text: row.text,
    from: row.counted?.from ?? null,
    to: row.counted?.to ?? null,
    agents: row.agents,
    ...proportionCells('mean', row.mean),
    ...Object.assign({}, ...SPREADS.map((name) => spreadCells(name, row[name]))),
    suppressed: row.suppressed,
  }),
};

function spreadColumns(name: string): string[] {
  return ['Verdict', 'Groups', 'LeftOut', 'Deviation', 'Low', 'High', 'P', 'Q'].map((column) => `${name}${column}`);
}

function spreadCells(name: string, spread: Spread | null): CsvRow {
  const cells = [
    spread?.verdict, spread?.groups, spread?.leftOut, spread?.deviation, spread?.interval?.low, spread?.interval?.high, spread?.p, spread?.q,
  ];
  return Object.fromEntries(spreadColumns(name).map((column, i) => [column, cells[i] ?? null]));
}
