import { interactionIdOf, type Interaction, type Pledge, type Proportion, proportion } from '#domain';
import { extractStatements } from '#nlp';
import type { LabelledPledge, LabelledTurn, Span } from './labelled-set.js';

/** A labelled pledge and what was found for it: one of the two may be missing. */
export interface PledgeMatch {
  readonly gold: LabelledPledge | null;
  readonly found: Pledge | null;
}

/** Found spans that share at least this part of their union with a labelled one are the same pledge. */
const SAME = 0.5;

/** The pledges that are found in a labelled turn, said by an agent at the turn's time. */
export function pledgesIn({ id, channel, at, text }: LabelledTurn): Pledge[] {
  const interaction: Interaction = {
    source: 'labelled', externalId: id, revision: 1, channel, startedAt: at, participants: [{ id: 'agent', role: 'agent', ref: 'agent-1' }], turns: [{ id: '1', participantId: 'agent', text }],
  };
  return extractStatements(interaction, { interactionId: interactionIdOf('test', 'labelled', id) }).filter((statement) => statement.kind === 'pledge');
}

/** Pairs labelled and found pledges of one turn, largest overlap first, each once. */
export function matchPledges(gold: readonly LabelledPledge[], found: readonly Pledge[]): PledgeMatch[] {
  const pairs = gold.flatMap((one) => found.map((other) => ({ gold: one, found: other, share: overlap(one.span, [other.evidence.start, other.evidence.end]) })))
    .filter(({ share }) => share >= SAME)
    .toSorted((a, b) => b.share - a.share);
  const used = new Set<LabelledPledge | Pledge>();
  const matches: PledgeMatch[] = [];
  for (const pair of pairs) {
    if (used.has(pair.gold) || used.has(pair.found)) continue;
    used.add(pair.gold).add(pair.found);
    matches.push({ gold: pair.gold, found: pair.found });
  }
  return [
    ...matches,
    ...gold.filter((one) => !used.has(one)).map((one) => ({ gold: one, found: null })),
    ...found.filter((one) => !used.has(one)).map((one) => ({ gold: null, found: one })),
  ];
}

/** Intersection over union of two spans. */
function overlap([a, b]: Span, [c, d]: Span): number {
  return Math.max(0, Math.min(b, d) - Math.max(a, c)) / (Math.max(b, d) - Math.min(a, c));
}

export interface PledgeFigures {
  readonly turns: number;
  readonly precision: Proportion;
  readonly recall: Proportion;
  readonly f1: number;
  /** The same where the act has to be right too. */
  readonly f1WithAct: number;
  /** Of the matched ones. */
  readonly act: Proportion;
  readonly actor: Proportion;
  readonly amount: Proportion;
  readonly firmness: Proportion;
  /** Of the matched ones that are labelled conditional: the condition's words overlap. */
  readonly condition: Proportion;
  /** Of the matched ones for which a deadline was found: `from` and `by` are the labelled ones, to the minute. */
  readonly deadlineExact: Proportion;
  /** Of the labelled deadlines of matched ones: a deadline was found. */
  readonly deadlineFound: Proportion;
}

/** How well the pledges of labelled turns are found. */
export function scorePledges(turns: readonly LabelledTurn[]): PledgeFigures {
  const all = turns.flatMap((turn) => matchPledges(turn.pledges, pledgesIn(turn)));
  const matched = all.flatMap(({ gold, found }) => (gold !== null && found !== null ? [{ gold, found }] : []));
  const labelled = all.filter(({ gold }) => gold !== null).length;
  const foundCount = all.filter(({ found }) => found !== null).length;
  const rightAct = matched.filter(({ gold, found }) => gold.act === found.act).length;
  const of = (list: typeof matched, isRight: (match: (typeof matched)[number]) => boolean): Proportion => proportion(list.filter(isRight).length, list.length);
  return {
    turns: turns.length,
    precision: proportion(matched.length, foundCount),
    recall: proportion(matched.length, labelled),
    f1: (2 * matched.length) / (labelled + foundCount),
    f1WithAct: (2 * rightAct) / (labelled + foundCount),
    act: of(matched, ({ gold, found }) => gold.act === found.act),
    actor: of(matched, ({ gold, found }) => gold.actor === found.actor),
    amount: of(matched, ({ gold, found }) => JSON.stringify(gold.amount) === JSON.stringify(found.amount)),
    firmness: of(matched, ({ gold, found }) => gold.firmness === found.firmness),
    condition: of(matched.filter(({ gold }) => gold.condition !== null), ({ gold, found }) => found.condition !== null && overlap(gold.condition!, [found.condition.start, found.condition.end]) > 0),
    deadlineExact: of(matched.filter(({ found }) => found.deadline !== null), isDeadlineExact),
    deadlineFound: of(matched.filter(({ gold }) => gold.deadline !== null), ({ found }) => found.deadline !== null),
  };
}

export function isDeadlineExact({ gold, found }: { readonly gold: LabelledPledge; readonly found: Pledge }): boolean {
  return gold.deadline !== null && found.deadline !== null && gold.deadline.by === (found.deadline.by?.local ?? null) && gold.deadline.from === (found.deadline.from?.local ?? null);
}
