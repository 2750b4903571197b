import type { AgentReportRow, FigureBasis, ReportFilter } from '#domain';
import type { Sql } from '../../database/sql.js';
import { figuresOf, type FigureSums } from '../figures.js';
import { dayConditions } from '../report-conditions.js';

interface AgentSums extends FigureSums {
  readonly agent_ref: string;
  readonly agent_name: string | null;
  readonly team_ref: string | null;
  readonly team_name: string | null;
  readonly awaiting: number;
}

/** Each agent's figures, in order of ref: not a ranking. */
export async function readAgentReport(
  sql: Sql,
  organisationId: string,
  filter: ReportFilter,
  basis: FigureBasis,
): Promise<AgentReportRow[]> {
  const where = dayConditions(organisationId, filter);
  const rows = await sql<AgentSums>(
    `SELECT s.*, a.name AS agent_name, a.team_ref, t.name AS team_name FROM (
       SELECT d.organisation_id, d.agent_ref, sum(interactions)::int AS interactions,
         sum(${basis}_with_violation)::int AS with_violation, sum(${basis}_with_merit)::int AS with_merit,
         sum(${basis}_violations)::int AS violations, sum(${basis}_merits)::int AS merits, sum(awaiting)::int AS awaiting
       FROM view_agent_day AS d WHERE ${where.clause()} GROUP BY d.organisation_id, d.agent_ref
     ) AS s
     LEFT JOIN agent AS a ON a.organisation_id = s.organisation_id AND a.ref = s.agent_ref
     LEFT JOIN team AS t ON t.organisation_id = a.organisation_id AND t.ref = a.team_ref
     ORDER BY s.agent_ref`,
    where.values,
  );
  return rows.map((row) => ({
    ...figuresOf(row),
    agent: { ref: row.agent_ref, name: row.agent_name },
    team: row.team_ref === null ? null : { ref: row.team_ref, name: row.team_name },
    awaitingReview: Math.max(0, row.awaiting),
  }));
}
