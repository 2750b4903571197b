import type { FigureBasis } from '#domain';
import type { Sql } from '../database/sql.js';
import { behind } from '../directory/resolve.js';
import type { FigureSums } from './figures.js';
import type { GroupSize } from './group-size.js';
import { dayConditions, type SeenFilter } from './report-conditions.js';

/** What a grouping column is called, and how it is computed from a day of an agent `d` of whom `members` m tells the person. */
export interface Grouping {
  readonly name: string;
  readonly expression: string;
  /** JOINs that the expression needs, and the WITH clause that they read. */
  readonly join?: string;
  readonly clause?: string;
}

export type PartSums<Key extends string, Value = string | null> = FigureSums & GroupSize & { readonly [K in Key]: Value };

/**
 * Figures of the chosen agents' interactions, by group. The days of agents are added up; of an interaction that several refs of one
 * group shared, what was added more than once is taken off again: it is one interaction.
 */
export function readPartFigures<Key extends string, Value = string | null>(
  sql: Sql,
  organisationId: string,
  filter: SeenFilter,
  basis: FigureBasis,
  { name, expression, join = '', clause }: Grouping & { readonly name: Key },
): Promise<PartSums<Key, Value>[]> {
  const where = dayConditions(organisationId, filter);
  const who = behind('who', 'agent', '$1', 's.agent_ref');
  const counted = countersOf(filter, basis);
  const twice = (column: string): string => `least(1, sum(d.${counted}_${column})) - sum(d.${counted}_${column})`;
  return sql<PartSums<Key, Value>>(
    `WITH members AS (SELECT s.agent_ref, ${who.person} AS person_ref FROM (SELECT DISTINCT d.agent_ref FROM view_agent_day AS d WHERE ${where.clause()}) AS s ${who.join}),
     ${clause === undefined ? '' : `${clause},`}
     added AS (
       SELECT ${expression} AS key, m.person_ref, sum(d.interactions) AS interactions, sum(d.${counted}_with_violation) AS with_violation, sum(d.${counted}_with_merit) AS with_merit,
         sum(d.${counted}_violations) AS violations, sum(d.${counted}_merits) AS merits
       FROM view_agent_day AS d JOIN members AS m USING (agent_ref) ${join} WHERE ${where.clause()} GROUP BY 1, 2
     ),
     taken_off AS (
       SELECT key, sum(interactions) AS interactions, sum(with_violation) AS with_violation, sum(with_merit) AS with_merit FROM (
         SELECT ${expression} AS key, 1 - count(*) AS interactions, ${twice('with_violation')} AS with_violation, ${twice('with_merit')} AS with_merit
         FROM view_shared_interaction AS d JOIN members AS m USING (agent_ref) ${join} WHERE ${where.clause()} GROUP BY 1, d.interaction_id HAVING count(*) > 1
       ) AS shared GROUP BY key
     ),
     groups AS (
       SELECT key, count(*)::int AS agents, sum(interactions) AS interactions, sum(with_violation) AS with_violation, sum(with_merit) AS with_merit, sum(violations) AS violations, sum(merits) AS merits
       FROM added GROUP BY key
     )
     SELECT g.key AS ${name}, (g.interactions + coalesce(t.interactions, 0))::int AS interactions, (g.with_violation + coalesce(t.with_violation, 0))::int AS with_violation,
       (g.with_merit + coalesce(t.with_merit, 0))::int AS with_merit, g.violations::int, g.merits::int, g.agents
     FROM groups AS g LEFT JOIN taken_off AS t ON t.key IS NOT DISTINCT FROM g.key ORDER BY g.key`,
    where.values,
  );
}

/** A disputed finding is still one of a group; of a person it counts for nobody. */
const countersOf = ({ agent }: SeenFilter, basis: FigureBasis): 'found' | FigureBasis => (basis === 'detected' && agent === undefined ? 'found' : basis);
