import type { ReportFilter } from '#domain';
import { behind } from '../directory/resolve.js';
import { Conditions, inTeam, isPerson } from '../read/conditions.js';
import { atLeastPersons } from '../retention/unnamed.js';
import { agentSeen, type SeenRefs } from '../sight/sight.js';

/** What a report is of: what was asked for, within what the reader sees. */
export interface SeenFilter extends ReportFilter {
  /** The agents seen; absent or null: everybody. */
  readonly seen?: SeenRefs;
  /** The teams seen, where not everybody is. */
  readonly seenTeams?: readonly string[];
  /** Every channel but this one. */
  readonly notChannel?: string;
  /** Days of the period that are not to be counted. */
  readonly leftOut?: readonly string[];
}

/** True when a report is not of everybody. */
export const isPartial = ({ agent, team, seen }: SeenFilter): boolean => agent !== undefined || team !== undefined || (seen ?? null) !== null;

/** Conditions of a report on rows `d` of a view, the period apart (`rowsOver`); `organisation` is bound first, as $1. */
export interface ReportConditions {
  readonly where: Conditions;
  /** Those of them that are not about the agent: for rows that have none, or two. */
  readonly place: string;
}

export function reportConditions(organisationId: string, { channel, notChannel, agent, team, seen }: SeenFilter): ReportConditions {
  const where = new Conditions();
  const organisation = where.bind(organisationId);
  where
    .also(`d.organisation_id = ${organisation}`)
    .when(channel, (name) => `d.channel = ${name}`)
    .when(notChannel, (name) => `d.channel <> ${name}`);
  const place = where.clause();
  agentSeen(where, 'd.agent_ref', seen)
    .when(agent, (ref) => isPerson('agent', 'd.agent_ref', organisation, ref))
    .when(team, (ref) => inTeam('d.agent_ref', organisation, ref));
  return { where, place };
}

/** The same with the period, for rows of days. */
export function dayConditions(organisationId: string, filter: SeenFilter): Conditions {
  return reportConditions(organisationId, filter)
    .where.when(filter.from, (day) => `d.day >= ${day}::date`)
    .when(filter.to, (day) => `d.day <= ${day}::date`);
}

/**
 * A subquery of how many people stand behind each group of rows of agents: `name`, agents. Refs are told apart first, who is behind them is then
 * looked up for some hundreds instead of every day of a year.
 * @param expression the group of a row `d`
 * @param rows a subquery of rows of agent-day
 */
export function agentsPer(name: string, expression: string, rows: string, where: Conditions): string {
  const who = behind('who', 'agent', '$1', 'r.agent_ref');
  return `SELECT r.${name}, ${atLeastPersons(who.person)} AS agents
     FROM (SELECT ${expression} AS ${name}, d.agent_ref FROM (${rows}) AS d WHERE ${where.clause()} GROUP BY 1, 2) AS r ${who.join} GROUP BY r.${name}`;
}
