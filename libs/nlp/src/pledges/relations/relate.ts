import type { CustomerHistory, Relations } from '#domain';
import { contradictionsOf } from './contradictions.js';
import { compareFacts, compareStatements, instantOf } from './order.js';
import { settle } from './settle.js';

export interface Stretch {
  /** RFC 3339: only what was said from then on is told about; what came before serves to judge it. Absent: all. */
  readonly since?: string;
  /** RFC 3339: nothing after it is known, and a pledge whose date is over by then is broken. */
  readonly asOf: string;
}

/**
 * What the statements to one customer make of each other: contradictions and what became of each pledge. A function of the history as a set:
 * the order in which it is given does not matter. No two statements are held against each other from more than `FARTHEST_MS` apart, so that
 * a window of that width on both sides of a change is enough to judge it.
 */
export function relate({ statements, facts }: CustomerHistory, { since, asOf }: Stretch): Relations {
  const said = statements.toSorted(compareStatements);
  const told = facts.toSorted(compareFacts);
  const from = since === undefined ? -Infinity : instantOf(since);
  const judged = said.flatMap((statement, index) => (instantOf(statement.at) >= from ? [{ statement, index }] : []));
  return {
    contradictions: judged.flatMap(({ index }) => contradictionsOf(said, index)),
    settlements: judged.flatMap(({ statement, index }) => (statement.kind === 'pledge' ? [settle(said, index, statement, told, asOf)] : [])),
  };
}
