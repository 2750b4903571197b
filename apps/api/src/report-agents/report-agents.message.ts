import { reportOf, agentReportRow } from '../read-models/figures.schema.js';

export const reportAgentsResponse = reportOf('AgentReport', agentReportRow);
