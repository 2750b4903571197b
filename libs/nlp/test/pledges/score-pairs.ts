import { type ContradictionKind, type Interaction, interactionIdOf, type Statement } from '#domain';
import { extractStatements } from '../../src/pledges/index.js';
import { relate } from '../../src/pledges/relations/relate.js';
import type { LabelledPair, LabelledSide } from './labelled-set.js';

/** What is found between the two sides of a pair. */
export interface ScoredPair {
  readonly pair: LabelledPair;
  readonly found: readonly ContradictionKind[];
  readonly statements: readonly Statement[];
}

/** A pair as two interactions of one customer and case, read and held against each other. */
export function scorePair(pair: LabelledPair): ScoredPair {
  const statements = [pair.a, pair.b].flatMap((side, index) => statementsOf(side, `${pair.id}-${index}`));
  const { contradictions } = relate({ statements, facts: [] }, pair.b.at);
  return { pair, found: [...new Set(contradictions.map(({ kind }) => kind))], statements };
}

function statementsOf(side: LabelledSide, externalId: string): Statement[] {
  const interaction: Interaction = {
    source: 'paires',
    externalId,
    revision: 1,
    channel: side.channel,
    startedAt: side.at,
    caseRef: 'dossier',
    participants: [{ id: 'a', role: 'agent', ref: side.agent }],
    turns: [{ id: '1', participantId: 'a', text: side.text }],
  };
  return extractStatements(interaction, { interactionId: interactionIdOf('essai', 'paires', externalId), timeZone: 'Europe/Paris' });
}

export interface PairScore {
  readonly contradictory: number;
  /** Pairs in which something was found. */
  readonly found: number;
  /** … and that are contradictory. */
  readonly right: number;
  /** … and of the labelled kind. */
  readonly rightKind: number;
  readonly precision: number;
  readonly recall: number;
}

export function scoreOf(scored: readonly ScoredPair[]): PairScore {
  const contradictory = scored.filter(({ pair }) => pair.contradictory).length;
  const hits = scored.filter(({ found }) => found.length > 0);
  const right = hits.filter(({ pair }) => pair.contradictory);
  const rightKind = right.filter(({ pair, found }) => found.some((kind) => kind === KIND_OF[pair.kind!]));
  return { contradictory, found: hits.length, right: right.length, rightKind: rightKind.length, precision: hits.length === 0 ? 1 : right.length / hits.length, recall: right.length / contradictory };
}

/** The set names one kind otherwise. */
const KIND_OF: Readonly<Record<NonNullable<LabelledPair['kind']>, ContradictionKind>> = {
  'deadline-moved': 'deadline-moved',
  'amount-changed': 'amount-changed',
  'yes-to-no': 'yes-to-no',
  'conditional-turned-firm': 'conditional-turned-firm',
  'two-versions': 'two-versions',
  'shift-tu-vous': 'register-shift',
};
