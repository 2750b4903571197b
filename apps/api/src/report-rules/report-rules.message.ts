import { reportOf, ruleReportRow } from '../read-models/figures.schema.js';

export const reportRulesResponse = reportOf('RuleReport', ruleReportRow);
