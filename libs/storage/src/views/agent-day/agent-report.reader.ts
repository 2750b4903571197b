import type { AgentReportRow, FigureBasis, Figures, Proportion } from '#domain';
import type { Sql } from '../../database/sql.js';
import { figuresOf, type FigureSums } from '../figures.js';
import { agentBehind, behind } from '../../directory/resolve.js';
import { dayConditions, type SeenFilter } from '../report-conditions.js';

interface AgentSums extends FigureSums {
  readonly person_ref: string;
  readonly name: string | null;
  readonly team_ref: string | null;
  readonly team_name: string | null;
  readonly awaiting: number;
}

/**
 * Each agent's figures, all refs of the person together, in order of ref: not a ranking. The rows of a day are per ref; of
 * an interaction in which one person spoke under two of them, what was added twice is taken off again.
 */
export async function readAgentReport(
  sql: Sql,
  organisationId: string,
  filter: SeenFilter,
  basis: FigureBasis,
): Promise<AgentReportRow[]> {
  const where = dayConditions(organisationId, filter);
  const who = behind('who', 'agent', '$1', 'd.agent_ref');
  const twice = (column: string): string => `least(1, sum(d.${basis}_${column})) - sum(d.${basis}_${column})`;
  const rows = await sql<AgentSums>(
    `SELECT s.*, a.name, a.team_ref, a.team_name FROM (
       SELECT person_ref, sum(interactions)::int AS interactions, sum(with_violation)::int AS with_violation, sum(with_merit)::int AS with_merit,
         sum(violations)::int AS violations, sum(merits)::int AS merits, sum(awaiting)::int AS awaiting
       FROM (
         SELECT ${who.person} AS person_ref, d.interactions, d.${basis}_with_violation AS with_violation, d.${basis}_with_merit AS with_merit,
           d.${basis}_violations AS violations, d.${basis}_merits AS merits, d.awaiting
         FROM view_agent_day AS d ${who.join} WHERE ${where.clause()}
         UNION ALL
         SELECT who.person_ref, 1 - count(*), ${twice('with_violation')}, ${twice('with_merit')}, 0, 0, 0
         FROM view_shared_interaction AS d JOIN identity AS who ON who.organisation_id = $1 AND who.kind = 'agent' AND who.ref = d.agent_ref
         WHERE ${where.clause()} GROUP BY who.person_ref, d.interaction_id HAVING count(*) > 1
       ) AS parts GROUP BY person_ref
     ) AS s ${agentBehind('a', '$1', 's.person_ref')}
     ORDER BY s.person_ref`,
    where.values,
  );
  return rows.map((row) => ({
    ...personFigures(row, basis),
    agent: { ref: row.person_ref, name: row.name },
    team: row.team_ref === null ? null : { ref: row.team_ref, name: row.team_name },
    awaitingReview: Math.max(0, row.awaiting),
  }));
}

/**
 * Where only confirmed findings count and none is confirmed while some wait, 0 % would say « clean » of a person whom
 * nobody has looked at: there is no rate yet.
 */
function personFigures(row: AgentSums, basis: FigureBasis): Figures {
  const figures = figuresOf(row);
  const known = (count: number, share: Proportion): Proportion =>
    basis === 'confirmed' && row.awaiting > 0 && count === 0 ? { ...share, rate: null, interval: null } : share;
  return { ...figures, withViolation: known(figures.violations, figures.withViolation), withMerit: known(figures.merits, figures.withMerit) };
}
