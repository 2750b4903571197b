import type { RuleReportRow } from '#domain';
import type { CsvShape } from '../http/answer-report.js';
import { columnsOf, COUNTED_COLUMNS, countedCells, proportionCells } from '../http/figure-columns.js';

export const rulesCsv: CsvShape<RuleReportRow> = {
  name: 'rules',
  columns: ['rule', 'polarity', 'severity', 'why', ...columnsOf('flagged'), 'findings', 'notChecked', ...columnsOf('precision'), ...columnsOf('sampledPrecision'), ...columnsOf('sampledRecall'), 'observedSince', 'suppressed', ...COUNTED_COLUMNS],
  row: ({ ruleId, polarity, severity, why, flagged, findings, notChecked, precision, sampled, observation, suppressed, counted }) => ({
    rule: ruleId,
    polarity,
    severity,
    why,
    ...proportionCells('flagged', flagged),
    findings,
    notChecked,
    ...proportionCells('precision', precision),
    ...proportionCells('sampledPrecision', sampled?.precision ?? null),
    ...proportionCells('sampledRecall', sampled?.recall ?? null),
    observedSince: observation?.since ?? null,
    suppressed,
    ...countedCells(counted),
  }),
};
