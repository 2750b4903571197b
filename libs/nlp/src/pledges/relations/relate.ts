import type { Change, Contradiction, CustomerHistory, Relations, Statement } from '#domain';
import { contradictionsOf } from './contradictions.js';
import { clashOfGists, reckons } from './gists/clashes.js';
import { placedFacts, placedStatements } from './order.js';
import { settle } from './settle.js';

const EVERYTHING: Change = { from: -Infinity, to: Infinity };

/**
 * What the statements to one customer make of each other: contradictions and what became of each pledge. A function of the history as a set:
 * the order in which it is given does not matter. Nothing is held against each other from more than `FARTHEST_MS` apart, so that a window
 * of that width on both sides of a change is enough to judge it.
 * @param asOf RFC 3339: nothing after it is known, and a pledge whose date is over by then is broken
 * @param change what to tell about (HistoryJudge); everything when left out
 */
export function relate({ statements, facts }: CustomerHistory, asOf: string, change: Change = EVERYTHING): Relations {
  const said = placedStatements(statements);
  const told = placedFacts(facts);
  const now = Date.parse(asOf);
  const known = said.flatMap(({ at }, index) => (at >= change.from ? contradictionsOf(said, index, told).filter((one) => one.kind === 'register-shift' || one.kind === 'deadline-moved' || !reckons(said, one)) : []));
  const byGist: Contradiction[] = [];
  said.forEach(({ at }, index) => {
    if (at < change.from) return;
    for (const clash of clashOfGists(said, index)) if (![...known, ...byGist].some((one) => tellsSame(one, clash))) byGist.push(clash);
  });
  return {
    contradictions: [...known, ...byGist],
    settlements: said.flatMap(({ at, statement }, index) => (at <= change.to && statement.kind === 'pledge' ? [settle(said, index, statement, told, now)] : [])),
  };
}

/** The words of the one or the other side are part of a contradiction between these two interactions already. */
const tellsSame = (one: Contradiction, other: Contradiction): boolean =>
  one.kind !== 'register-shift' && one.earlier.interactionId === other.earlier.interactionId && one.later.interactionId === other.later.interactionId && (overlap(one.earlier, other.earlier) || overlap(one.later, other.later));

const overlap = ({ evidence: one }: Statement, { evidence: other }: Statement): boolean => one.turn === other.turn && one.start < other.end && other.start < one.end;
