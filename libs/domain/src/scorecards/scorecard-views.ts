import type { Channel } from '../interaction.js';
import type { Named, Report } from '../read-models.js';
import type { ScorecardProblem } from './check-definition.js';
import type { ScorecardDefinition, ScoreSide } from './definition.js';
import type { Fraction } from './fraction.js';
import type { CriticalFailure, ScoredCriterion, ScoreState, SectionScore } from './score.js';
import type { ScoreFigures } from './score-figures.js';

/** `draft`: may change, evaluates nobody · `published`: never changes · `retired`: evaluates nothing of `retiredFrom` on. */
export const VERSION_STATES = ['draft', 'published', 'retired'] as const;
export type VersionState = (typeof VERSION_STATES)[number];

export interface ScorecardVersion {
  /** 1, 2, … in the order in which they were begun. */
  readonly version: number;
  readonly state: VersionState;
  readonly definition: ScorecardDefinition;
  /** YYYY-MM-DD, the organisation's: the first day whose interactions it counts for; null of a draft. */
  readonly effectiveOn: string | null;
  readonly publishedAt: string | null;
  readonly publishedBy: string | null;
  readonly retiredFrom: string | null;
  /** Of a draft: what keeps it from being published. */
  readonly problems: readonly ScorecardProblem[];
}

export interface Scorecard {
  readonly id: string;
  /** Of the version in force, else of the latest. */
  readonly name: string;
  readonly createdAt: string;
  readonly createdBy: string;
  /** Number of the version that counts for interactions of today; null: none. */
  readonly current: number | null;
  /** The latest first. */
  readonly versions: readonly ScorecardVersion[];
  /** Grows with each change. */
  readonly revision: number;
}

export type ScorecardSummary = Omit<Scorecard, 'versions'> & { readonly versions: readonly Omit<ScorecardVersion, 'definition' | 'problems'>[] };

/** Score and what it rests on; see `ScoreResult`. */
export interface ScoreView {
  readonly state: ScoreState;
  /** Exact, and in percent rounded once; null unless scored. */
  readonly score: (Fraction & { readonly percent: number }) | null;
  readonly failures: readonly CriticalFailure[];
  readonly sections: readonly SectionScore[];
  readonly criteria: readonly ScoredCriterion[];
}

/** One state of an automatic evaluation. */
export interface AutomaticState extends ScoreView {
  readonly version: number;
  /** Whether confirmed findings counted, or detected ones too. */
  readonly basis: 'confirmed' | 'detected';
  readonly computedAt: string;
}

/** What findings make of an interaction and an agent in it, now and before. */
export interface AutomaticEvaluation {
  readonly scorecard: { readonly id: string; readonly name: string };
  readonly agent: Named;
  readonly now: AutomaticState;
  /** What it was, the latest first. */
  readonly before: readonly AutomaticState[];
}

/** Words of the transcript that a reviewer answers by. */
export interface AnswerEvidence {
  readonly turn: number;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

export interface EvaluationAnswer {
  readonly criterion: string;
  readonly answer: string;
  readonly comment: string | null;
  readonly evidence: readonly AnswerEvidence[];
}

/** `draft`: its author's alone · `submitted`: never changes; the agent sees it · `replaced`: another one corrects it, and counts instead. */
export const EVALUATION_STATES = ['draft', 'submitted', 'replaced'] as const;
export type EvaluationState = (typeof EVALUATION_STATES)[number];

export interface EvaluationSummary {
  readonly id: string;
  readonly scorecard: { readonly id: string; readonly name: string; readonly version: number };
  readonly interactionId: string;
  readonly channel: Channel;
  readonly startedAt: string;
  readonly agent: Named;
  readonly team: Named | null;
  readonly state: EvaluationState;
  /** Who evaluates, by id and, for accounts that are there, by name. */
  readonly by: { readonly id: string; readonly name: string | null };
  readonly draftedAt: string;
  readonly submittedAt: string | null;
  readonly result: ScoreView;
  /** The evaluation that it corrects, and the one that corrects it. */
  readonly replaces: string | null;
  readonly replacedBy: string | null;
  /** When the agent took note of it; null: not yet. */
  readonly acknowledgedAt: string | null;
}

export interface Evaluation extends EvaluationSummary {
  readonly definition: ScorecardDefinition;
  readonly answers: readonly EvaluationAnswer[];
  /** What the agent says of it. */
  readonly comment: { readonly text: string; readonly at: string } | null;
  /** Grows with each change. */
  readonly revision: number;
}

export interface EvaluationFilter {
  readonly from?: string;
  readonly to?: string;
  readonly channel?: Channel;
  readonly agent?: string;
  readonly team?: string;
  readonly scorecard?: string;
  readonly interaction?: string;
  readonly state?: EvaluationState;
}

/** What there is of evaluations beside one interaction. */
export interface InteractionEvaluations {
  readonly automatic: readonly AutomaticEvaluation[];
  readonly human: readonly EvaluationSummary[];
  /** Scorecards whose version in force that day may be filled in by hand, and for which agents. */
  readonly fillable: readonly { readonly id: string; readonly name: string; readonly version: number }[];
  readonly agents: readonly Named[];
}

/** By what a report of a scorecard is divided. */
export const SCORE_PARTS = ['all', 'agent', 'team', 'channel'] as const;
export type ScorePart = (typeof SCORE_PARTS)[number];

/** Figures of one side, over which days. */
export interface CountedFigures extends ScoreFigures {
  /** Of a group: the days between which enough people and interactions lie on both sides of each cut; null of a person, whose every day is counted. */
  readonly counted: { readonly from: string; readonly to: string } | null;
}

export interface ScoreReportRow {
  /** By `agent`, in order of ref: not a ranking. */
  readonly agent: Named | null;
  readonly team: Named | null;
  readonly channel: Channel | null;
  /** Null where the group is too small to be shown without showing a person. */
  readonly automatic: CountedFigures | null;
  readonly human: CountedFigures | null;
  /** The sides that are not shown for that. */
  readonly suppressed: readonly ScoreSide[];
}

export interface ScoreReport extends Report<ScoreReportRow> {
  readonly scorecard: { readonly id: string; readonly name: string };
  readonly by: ScorePart;
}
