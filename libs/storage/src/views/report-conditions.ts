import type { ReportFilter } from '#domain';
import { behind } from '../directory/resolve.js';
import { Conditions, inTeam, isPerson } from '../read/conditions.js';
import { agentSeen, type SeenRefs } from '../sight/sight.js';

/** What a report is of: what was asked for, within what the reader sees. */
export interface SeenFilter extends ReportFilter {
  /** The agents seen; absent or null: everybody. */
  readonly seen?: SeenRefs;
  /** The teams seen, where not everybody is. */
  readonly seenTeams?: readonly string[];
  /** Every channel but this one. */
  readonly notChannel?: string;
}

/** True when a report is not of everybody. */
export const isPartial = ({ agent, team, seen }: SeenFilter): boolean => agent !== undefined || team !== undefined || (seen ?? null) !== null;

/** Conditions of a report on a day view `d`; `organisation` is bound first, as $1. */
export function dayConditions(organisationId: string, { from, to, channel, notChannel, agent, team, seen }: SeenFilter): Conditions {
  const where = new Conditions();
  const organisation = where.bind(organisationId);
  return agentSeen(where, 'd.agent_ref', seen)
    .also(`d.organisation_id = ${organisation}`)
    .when(from, (day) => `d.day >= ${day}::date`)
    .when(to, (day) => `d.day <= ${day}::date`)
    .when(channel, (name) => `d.channel = ${name}`)
    .when(notChannel, (name) => `d.channel <> ${name}`)
    .when(agent, (ref) => isPerson('agent', 'd.agent_ref', organisation, ref))
    .when(team, (ref) => inTeam('d.agent_ref', organisation, ref));
}

/**
 * A subquery of how many people stand behind each group of days of agents: `name`, agents. Refs are told apart first, who is behind them is then
 * looked up for some hundreds instead of every day of a year.
 * @param expression the group of a day `d`
 */
export function agentsPer(name: string, expression: string, where: Conditions): string {
  const who = behind('who', 'agent', '$1', 'r.agent_ref');
  return `SELECT r.${name}, count(DISTINCT ${who.person})::int AS agents
     FROM (SELECT ${expression} AS ${name}, d.agent_ref FROM view_agent_day AS d WHERE ${where.clause()} GROUP BY 1, 2) AS r ${who.join} GROUP BY r.${name}`;
}

/**
 * The interactions `chosen` of some agents, from the write side: no view has what a rule found by agent. Columns: interaction_id, channel,
 * rulebook_hash, not_checked; the agents themselves are `members` (interaction_id, agent_ref, person_ref: whose ref it is). A list of WITH clauses.
 */
export function chosenInteractions(organisationId: string, filter: SeenFilter): { clauses: string; values: unknown[] } {
  const where = new Conditions();
  const organisation = where.bind(organisationId);
  agentSeen(where, 'm.agent_ref', filter.seen)
    .also(`m.organisation_id = ${organisation}`)
    .when(filter.agent, (ref) => isPerson('agent', 'm.agent_ref', organisation, ref))
    .when(filter.team, (ref) => inTeam('m.agent_ref', organisation, ref));
  const who = behind('who', 'agent', organisation, 'm.agent_ref');
  const kept = new Conditions();
  kept.values.push(...where.values);
  kept
    .also(`i.organisation_id = ${organisation}`)
    .when(filter.from, (day) => `i.day >= ${day}::date`)
    .when(filter.to, (day) => `i.day <= ${day}::date`)
    .when(filter.channel, (name) => `i.channel = ${name}`);
  return {
    clauses: `
      members AS (SELECT m.interaction_id, m.agent_ref, ${who.person} AS person_ref FROM interaction_agent AS m ${who.join} WHERE ${where.clause()}),
      chosen AS (SELECT i.interaction_id, i.channel, i.rulebook_hash, i.not_checked FROM interaction AS i
        WHERE ${kept.clause()} AND i.interaction_id IN (SELECT interaction_id FROM members)),
      their_findings AS (SELECT f.interaction_id, f.agent_ref, f.rule_id, f.status, c.channel, c.rulebook_hash
        FROM finding AS f JOIN chosen AS c USING (interaction_id)
        JOIN members AS m ON m.interaction_id = f.interaction_id AND m.agent_ref = f.agent_ref
        WHERE f.organisation_id = ${organisation} AND f.status <> 'dismissed' AND NOT f.observed${filter.agent === undefined ? '' : ` AND f.status <> 'disputed'`})`,
    values: kept.values,
  };
}
