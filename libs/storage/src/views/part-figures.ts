import type { FigureBasis } from '#domain';
import type { Sql } from '../database/sql.js';
import type { FigureSums } from './figures.js';
import type { GroupSize } from './group-size.js';
import { chosenInteractions, type SeenFilter } from './report-conditions.js';

/** What a grouping column of `chosen` c or `members` m is called, and how it is computed. */
export interface Grouping {
  readonly name: string;
  readonly expression: string;
  /** JOINs that the expression needs, and the WITH clause that they read. */
  readonly join?: string;
  readonly clause?: string;
}

export type PartSums<Key extends string, Value = string | null> = FigureSums & GroupSize & { readonly [K in Key]: Value };

/**
 * Figures of the chosen agents' interactions, by group, from the write side: an interaction that two agents of one
 * group shared is one interaction. The cost grows with the interactions of the period.
 */
export function readPartFigures<Key extends string, Value = string | null>(
  sql: Sql,
  organisationId: string,
  filter: SeenFilter,
  basis: FigureBasis,
  { name, expression, join = '', clause }: Grouping & { readonly name: Key },
): Promise<PartSums<Key, Value>[]> {
  const { clauses, values } = chosenInteractions(organisationId, filter);
  return sql<PartSums<Key, Value>>(
    `WITH ${clauses}, ${clause === undefined ? '' : `${clause},`}
     spoke AS (SELECT ${expression} AS key, c.interaction_id, m.agent_ref, m.person_ref FROM chosen AS c JOIN members AS m USING (interaction_id) ${join}),
     per_interaction AS (
       SELECT s.key, s.interaction_id,
         count(*) FILTER (WHERE f.polarity = 'violation') AS violations, count(*) FILTER (WHERE f.polarity = 'merit') AS merits
       FROM spoke AS s
       LEFT JOIN their_findings AS f ON f.interaction_id = s.interaction_id AND f.agent_ref = s.agent_ref
         ${basis === 'confirmed' ? `AND f.status = 'confirmed'` : ''}
       GROUP BY s.key, s.interaction_id
     )
     SELECT p.key AS ${name}, count(*)::int AS interactions, count(*) FILTER (WHERE violations > 0)::int AS with_violation,
       count(*) FILTER (WHERE merits > 0)::int AS with_merit, sum(violations)::int AS violations, sum(merits)::int AS merits,
       (SELECT count(DISTINCT s.person_ref)::int FROM spoke AS s WHERE s.key IS NOT DISTINCT FROM p.key) AS agents
     FROM per_interaction AS p GROUP BY p.key ORDER BY p.key`,
    values,
  );
}
