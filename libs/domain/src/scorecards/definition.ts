import type { ContactReason } from '../contact-reason.js';
import type { Channel } from '../interaction.js';

/** What a scorecard may hold at most. Points and weights are small integers, so that every score is a fraction of safe integers (`scoreOf`). */
export const SCORECARD_LIMITS = { sections: 20, criteria: 60, weight: 100, points: 20, scale: 11, name: 200, text: 1000 } as const;

/** A scorecard as a supervisor writes it: sections of criteria. */
export interface ScorecardDefinition {
  readonly name: string;
  /** What it is for, for whoever is evaluated by it. */
  readonly purpose: string | null;
  readonly sections: readonly ScorecardSection[];
}

export interface ScorecardSection {
  /** Unique in the scorecard, as every id in it; never shown. */
  readonly id: string;
  readonly title: string;
  readonly criteria: readonly ScorecardCriterion[];
}

/** `section`, `all`: a result of 0 makes the section, or the whole score, 0. */
export const CRITICALITIES = ['section', 'all'] as const;
export type Criticality = (typeof CRITICALITIES)[number];

export interface ScorecardCriterion {
  readonly id: string;
  readonly question: string;
  /** How to answer, or what counts. */
  readonly help: string | null;
  /** 0 to 100; 0 is looked at and does not weigh. */
  readonly weight: number;
  readonly critical: Criticality | null;
  readonly source: CriterionSource;
  /** Null: always asked. */
  readonly condition: CriterionCondition | null;
}

/** Where a result comes from: the findings of rules, or what a reviewer answers. The two make two scores, never one. */
export type CriterionSource = FindingsSource | YesNoSource | ScaleSource;

export interface FindingsSource {
  readonly kind: 'findings';
  readonly rules: readonly string[];
  /** Every rule that serves one of them, in the rulebook that judged the interaction. */
  readonly commitments: readonly string[];
  readonly counts: FindingsCount;
}

/**
 * `no-violation`: 1 without a counting violation, else 0 · `any-merit`: 1 with a counting merit, else 0 · `points`: `start`, less `perViolation` for
 * each violation, plus `perMerit` for each merit, never below 0 nor above `outOf`; the result is that out of `outOf`.
 */
export type FindingsCount =
  | { readonly by: 'no-violation' }
  | { readonly by: 'any-merit' }
  | { readonly by: 'points'; readonly start: number; readonly outOf: number; readonly perViolation: number; readonly perMerit: number };

/** Answers: `yes` is 1, `no` 0. */
export interface YesNoSource {
  readonly kind: 'yes-no';
  /** Whether « sans objet » may be answered. */
  readonly notApplicable: boolean;
}

/** Answers: the id of a point; the result is its points out of the most there are. */
export interface ScaleSource {
  readonly kind: 'scale';
  readonly scale: readonly ScalePoint[];
  readonly notApplicable: boolean;
}

export interface ScalePoint {
  readonly id: string;
  readonly label: string;
  /** 0 to 20. */
  readonly points: number;
}

/** All that is given must hold; empty lists and null ask for nothing. */
export interface CriterionCondition {
  /** Another criterion of the same side (findings or answers) came out as one of these. */
  readonly when: { readonly criterion: string; readonly is: readonly string[] } | null;
  readonly channels: readonly Channel[];
  readonly reasons: readonly ContactReason[];
}

/** The answer « sans objet »: the weight is left out. */
export const NOT_APPLICABLE = 'na';

/** Two sides, two scores: `automatic` from findings, `human` from answers. */
export const SCORE_SIDES = ['automatic', 'human'] as const;
export type ScoreSide = (typeof SCORE_SIDES)[number];

export const sideOf = ({ source }: Pick<ScorecardCriterion, 'source'>): ScoreSide => (source.kind === 'findings' ? 'automatic' : 'human');

export const criteriaOf = ({ sections }: ScorecardDefinition): ScorecardCriterion[] => sections.flatMap(({ criteria }) => criteria);

/** What a criterion can come out as, for conditions: what its answers are called, or `pass` (1), `partial` and `fail` (0). */
export function outcomesOf({ source }: ScorecardCriterion): string[] {
  if (source.kind === 'findings') return [...(source.counts.by === 'points' ? ['pass', 'partial', 'fail'] : ['pass', 'fail']), NOT_APPLICABLE];
  const answers = source.kind === 'yes-no' ? ['yes', 'no'] : source.scale.map(({ id }) => id);
  return source.notApplicable ? [...answers, NOT_APPLICABLE] : answers;
}
