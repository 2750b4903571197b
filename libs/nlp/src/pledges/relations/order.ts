import type { Fact, Statement } from '#domain';

/** A statement with its instant, in milliseconds since the epoch. */
export interface Placed<S extends Statement = Statement> {
  readonly statement: S;
  readonly at: number;
}

export interface PlacedFact {
  readonly fact: Fact;
  readonly at: number;
}

/**
 * In the order in which the customer heard them, whatever the order in which they arrived here: by time, then by place. Within an interaction
 * whose turns have no time of their own, `at` is the same for all and the place decides.
 */
export const placedStatements = (statements: readonly Statement[]): Placed[] =>
  statements.map((statement) => ({ statement, at: Date.parse(statement.at) })).sort(comparePlaced);

export const placedFacts = (facts: readonly Fact[]): PlacedFact[] =>
  facts.map((fact) => ({ fact, at: Date.parse(fact.at) })).sort((one, other) => one.at - other.at || compareText(one.fact.id, other.fact.id));

const comparePlaced = ({ statement: one, at }: Placed, { statement: other, at: otherAt }: Placed): number =>
  at - otherAt ||
  compareText(one.interactionId, other.interactionId) ||
  one.evidence.turn - other.evidence.turn ||
  one.evidence.start - other.evidence.start ||
  compareText(one.id, other.id);

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
