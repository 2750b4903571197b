import { reportOf, teamReportRow } from '../read-models/figures.schema.js';

export const reportTeamsResponse = reportOf('TeamReport', teamReportRow);
