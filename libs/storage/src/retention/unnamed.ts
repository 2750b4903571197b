import { randomInt } from 'node:crypto';
import { type Channel, type InteractionFacts, UNNAMED as MARK } from '#domain';

// Figures whose time is over are those of groups: they stand under refs that say of which team somebody was, and not who. A number tells how many there
// were on a day; numbers were dealt out to the day's interactions in an order that was drawn, so that no number is a person (docs/decisions/0015).

/** The ref of some member of a team, or of nobody's. */
export const unnamedRef = (team: string | null, number: number): string => `${MARK}${team ?? ''}${MARK}${number}`;

/** The team that an unnamed ref is of. */
export const teamOfUnnamed = (ref: string): string | null => ref.slice(1, ref.lastIndexOf(MARK)) || null;

/** Whether a ref is nobody's, as an SQL expression. Cheap on purpose: it stands in reports. */
export const isUnnamed = (ref: string): string => `left(${ref}, 1) = '${MARK}'`;

const isOfNoTeam = (ref: string): string => `left(${ref}, 2) = '${MARK}${MARK}'`;

/**
 * How many persons there are at least, as an SQL aggregate over refs: the same person may stand once by name, once among the unnamed of the team and once
 * among those of no team, so that these are not added up.
 */
export const atLeastPersons = (ref: string): string =>
  `greatest(count(DISTINCT ${ref}) FILTER (WHERE NOT ${isUnnamed(ref)}), count(DISTINCT ${ref}) FILTER (WHERE ${isUnnamed(ref)} AND NOT ${isOfNoTeam(ref)}), count(DISTINCT ${ref}) FILTER (WHERE ${isOfNoTeam(ref)}))::int`;

/** Who spoke on a day. */
export interface Speakers {
  /** The person behind a ref. */
  readonly personOf: (ref: string) => string;
  /** Null where too few of the team were there to be a group. */
  readonly teamOf: (person: string) => string | null;
  /** The next of the numbers that stand for those of a team on a channel, in turn: each comes up, and none twice in one interaction. */
  readonly deal: (team: string | null, channel: Channel) => number;
}

/** What an interaction contributes without saying whose it is: other ids, and of each person the next number of the team. */
export function withoutNames(facts: InteractionFacts, { personOf, teamOf, deal }: Speakers, id: () => string): InteractionFacts {
  const refOf = new Map<string, string>();
  const unnamed = (ref: string): string => {
    const person = personOf(ref);
    const drawn = refOf.get(person) ?? unnamedRef(teamOf(person), deal(teamOf(person), facts.channel));
    refOf.set(person, drawn);
    return drawn;
  };
  return {
    ...facts,
    interactionId: id(),
    revision: 1,
    agentRefs: [...new Set(facts.agentRefs.map(unnamed))].sort(),
    findings: facts.findings.map((finding) => ({ ...finding, id: id(), agentRef: finding.agentRef === null ? null : unnamed(finding.agentRef) })),
  };
}

/** In an order that was drawn. */
export function shuffled<T>(items: readonly T[]): T[] {
  const drawn = [...items];
  for (let i = drawn.length - 1; i > 0; i--) {
    const j = randomInt(i + 1);
    [drawn[i], drawn[j]] = [drawn[j]!, drawn[i]!];
  }
  return drawn;
}
