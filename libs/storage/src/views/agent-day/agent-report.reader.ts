import type { AgentReportRow, FigureBasis, Figures, Proportion } from '#domain';
import type { Sql } from '../../database/sql.js';
import { figuresOf, type FigureSums } from '../figures.js';
import { agentBehind, behind } from '../../directory/resolve.js';
import { isUnnamed } from '../../retention/unnamed.js';
import { reportConditions, type SeenFilter } from '../report-conditions.js';
import { SHARED_INTERACTION, SHARED_PAIR } from '../shared-interaction/shared-interaction.table.js';
import { rowsOver } from '../spans.js';
import { AGENT_DAY } from './agent-day.table.js';

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
  const { where, place } = reportConditions(organisationId, filter);
  const [days, pairs, shared] = [AGENT_DAY, SHARED_PAIR, SHARED_INTERACTION].map((tally) => rowsOver(tally, filter, 'month', where));
  const who = behind('who', 'agent', '$1', 's.agent_ref');
  const twice = (column: string): string => `least(1, sum(d.${basis}_${column})) - sum(d.${basis}_${column})`;
  const rows = await sql<AgentSums>(
    `WITH added AS MATERIALIZED (
       SELECT s.*, ${who.person} AS person_ref FROM (
         SELECT d.agent_ref, sum(d.interactions) AS interactions, sum(d.${basis}_with_violation) AS with_violation, sum(d.${basis}_with_merit) AS with_merit,
           sum(d.${basis}_violations) AS violations, sum(d.${basis}_merits) AS merits, sum(d.awaiting) AS awaiting
         FROM (${days}) AS d WHERE ${where.clause()} AND NOT ${isUnnamed('d.agent_ref')} GROUP BY d.agent_ref) AS s ${who.join}
     )
     SELECT s.*, a.name, a.team_ref, a.team_name FROM (
       SELECT person_ref, sum(interactions)::int AS interactions, sum(with_violation)::int AS with_violation, sum(with_merit)::int AS with_merit,
         sum(violations)::int AS violations, sum(merits)::int AS merits, sum(awaiting)::int AS awaiting
       FROM (
         SELECT person_ref, interactions, with_violation, with_merit, violations, merits, awaiting FROM added
         UNION ALL
         SELECT m.person_ref, - d.interactions, - d.${basis}_with_violation, - d.${basis}_with_merit, 0, 0, 0
         FROM added AS m JOIN added AS other ON other.person_ref = m.person_ref AND other.agent_ref <> m.agent_ref
         JOIN (${pairs}) AS d ON d.agent_low = m.agent_ref AND d.agent_high = other.agent_ref WHERE ${place}
         UNION ALL
         SELECT m.person_ref, 1 - count(*), ${twice('with_violation')}, ${twice('with_merit')}, 0, 0, 0
         FROM (${shared}) AS d JOIN added AS m USING (agent_ref) WHERE ${place} AND EXISTS (SELECT FROM added AS other WHERE other.person_ref = m.person_ref AND other.agent_ref <> m.agent_ref)
         GROUP BY m.person_ref, d.interaction_id HAVING count(*) > 1
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
