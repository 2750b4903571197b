import type { FigureBasis } from '#domain';
import type { Sql } from '../database/sql.js';
import { agentBehind, behind } from '../directory/resolve.js';
import { atLeastPersons } from '../retention/unnamed.js';
import { AGENT_DAY } from './agent-day/agent-day.table.js';
import { reportConditions, type SeenFilter } from './report-conditions.js';
import { SHARED_INTERACTION, SHARED_PAIR } from './shared-interaction/shared-interaction.table.js';
import { rowsOver, type Span } from './spans.js';

export interface Grouping {
  /** Columns of the answer, as text, and how they are computed from a row `d` of an agent; or the team that an agent is in now, as `team_ref`. */
  readonly by: Readonly<Record<string, string>> | 'team';
  /** What the rows may be read together by: months unless told. */
  readonly span?: Span | null;
  /** An array of the people behind each group, `agents`, instead of how many at least. */
  readonly named?: boolean;
}

/**
 * Figures of the chosen agents' interactions, by group, in order of group: rows as FigureSums, the columns of the group, and `agents`. The rows of agents
 * are added up; of an interaction that several refs of one group shared, what was added more than once is taken off again: it is one interaction.
 */
export function readPartFigures<Row>(sql: Sql, organisationId: string, filter: SeenFilter, basis: FigureBasis, { by, span = 'month', named = false }: Grouping): Promise<Row[]> {
  const { where, place } = reportConditions(organisationId, filter);
  const [rows, pairs, shared] = [AGENT_DAY, SHARED_PAIR, SHARED_INTERACTION].map((tally) => rowsOver(tally, filter, span, where));
  const who = behind('who', 'agent', '$1', 'a.agent_ref');
  const counted = countersOf(filter, basis);
  const teams = by === 'team';
  const columns = teams ? {} : by;
  const names = Object.keys(columns);
  const computed = names.map((name) => `${columns[name]} AS ${name}, `).join('');
  const key = teams ? 'm.team_key' : names.join(', ');
  const keys = teams ? ['team_key'] : names;
  const twice = (column: string): string => `least(1, sum(d.${counted}_${column})) - sum(d.${counted}_${column}) AS ${column}`;
  return sql<Row>(
    `WITH added AS MATERIALIZED (
       SELECT ${computed}d.agent_ref, sum(d.interactions) AS interactions, sum(d.${counted}_with_violation) AS with_violation, sum(d.${counted}_with_merit) AS with_merit,
         sum(d.${counted}_violations) AS violations, sum(d.${counted}_merits) AS merits
       FROM (${rows}) AS d WHERE ${where.clause()} GROUP BY ${[...names, 'd.agent_ref'].join(', ')}
     ),
     people AS (SELECT a.agent_ref, ${who.person} AS person_ref FROM (SELECT DISTINCT agent_ref FROM added) AS a ${who.join}),
     members AS MATERIALIZED (${teams ? TEAM_MEMBERS : 'SELECT agent_ref, person_ref FROM people'}),
     taken_off AS (
       SELECT ${keys.join(', ')}, sum(interactions) AS interactions, sum(with_violation) AS with_violation, sum(with_merit) AS with_merit FROM (
         SELECT ${computed}${teams ? 'm.team_key, ' : ''}- d.interactions AS interactions, - d.${counted}_with_violation AS with_violation, - d.${counted}_with_merit AS with_merit
         FROM members AS m JOIN members AS other ON ${teams ? 'other.team_key = m.team_key AND ' : ''}other.agent_ref <> m.agent_ref
         JOIN (${pairs}) AS d ON d.agent_low = m.agent_ref AND d.agent_high = other.agent_ref WHERE ${place}
         UNION ALL
         SELECT ${computed}${teams ? 'm.team_key, ' : ''}1 - count(*), ${twice('with_violation')}, ${twice('with_merit')}
         FROM (${shared}) AS d JOIN members AS m USING (agent_ref) WHERE ${place} GROUP BY ${keys.map((_, i) => i + 1).join(', ')}, d.interaction_id HAVING count(*) > 1
       ) AS twice GROUP BY ${keys.join(', ')}
     ),
     groups AS (
       SELECT ${keys.join(', ')}, ${named ? 'array_agg(person_ref)' : atLeastPersons('person_ref')} AS agents, sum(interactions) AS interactions, sum(with_violation) AS with_violation,
         sum(with_merit) AS with_merit, sum(violations) AS violations, sum(merits) AS merits
       FROM (
         SELECT ${key}, m.person_ref, sum(interactions) AS interactions, sum(with_violation) AS with_violation, sum(with_merit) AS with_merit, sum(violations) AS violations, sum(merits) AS merits
         FROM added JOIN members AS m USING (agent_ref) GROUP BY ${[key, 'm.person_ref'].join(', ')}
       ) AS persons GROUP BY ${keys.join(', ')}
     )
     SELECT ${teams ? `CASE WHEN g.team_key <> '' THEN substr(g.team_key, 2) END AS team_ref` : names.map((name) => `g.${name}::text AS ${name}`).join(', ')},
       (g.interactions + coalesce(t.interactions, 0))::int AS interactions, (g.with_violation + coalesce(t.with_violation, 0))::int AS with_violation,
       (g.with_merit + coalesce(t.with_merit, 0))::int AS with_merit, g.violations::int, g.merits::int, g.agents
     FROM groups AS g LEFT JOIN taken_off AS t ON ${keys.map((name) => `t.${name} = g.${name}`).join(' AND ')} ORDER BY ${teams ? '1' : keys.map((name) => `g.${name}`).join(', ')}`,
    where.values,
  );
}

/** Who is in no team has the key ''. */
const TEAM_MEMBERS = `SELECT people.agent_ref, people.person_ref, t.team_key FROM people JOIN (
  SELECT p.person_ref, coalesce('=' || a.team_ref, '') AS team_key FROM (SELECT DISTINCT person_ref FROM people) AS p ${agentBehind('a', '$1', 'p.person_ref')}) AS t USING (person_ref)`;

/** A disputed finding is still one of a group; of a person it counts for nobody. */
const countersOf = ({ agent }: SeenFilter, basis: FigureBasis): 'found' | FigureBasis => (basis === 'detected' && agent === undefined ? 'found' : basis);
