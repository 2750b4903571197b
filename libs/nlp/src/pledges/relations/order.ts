import type { Fact, Statement } from '#domain';

/** Milliseconds since the epoch of an RFC 3339 instant. */
export const instantOf = (at: string): number => Date.parse(at);

/**
 * The order in which a customer heard things, whatever the order in which they arrive here: by time, then by place. Within an interaction
 * whose turns have no time of their own, `at` is the same for all and the place decides.
 */
export function compareStatements(one: Statement, other: Statement): number {
  return (
    instantOf(one.at) - instantOf(other.at) ||
    compareText(one.interactionId, other.interactionId) ||
    one.evidence.turn - other.evidence.turn ||
    one.evidence.start - other.evidence.start ||
    compareText(one.id, other.id)
  );
}

export const compareFacts = (one: Fact, other: Fact): number => instantOf(one.at) - instantOf(other.at) || compareText(one.id, other.id);

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
