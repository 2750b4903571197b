import type { CountedRow } from './counted/counted-row.js';
import type { Channel, Interaction, SpeakerRole } from './interaction.js';
import type { Evidence, FindingStatus, NotChecked, TurnZone } from './finding.js';
import type { CounterEvidence } from './history-judge.port.js';
import type { Polarity, RulebookIdentity, Severity } from './rulebook.js';
import type { Interval, Proportion } from './figures.js';
import type { Dispute, DisputeState, FindingComment } from './dispute.js';
import type { WordsGone } from './retention.js';
import type { Names, Review } from './review.js';

/** The shapes that queries answer with: storage fills them, the API publishes them, the console shows them. */

export interface Named {
  readonly ref: string;
  readonly name: string | null;
}

export interface InteractionSummary {
  readonly id: string;
  readonly source: string;
  readonly externalId: string;
  readonly revision: number;
  readonly channel: Channel;
  readonly startedAt: string;
  readonly subject: string | null;
  /** Who began, or who wrote the mail: `inbound` is the customer. Null where the source does not say. */
  readonly direction: 'inbound' | 'outbound' | null;
  readonly language: string;
  readonly agents: readonly Named[];
  /** Whether an agent spoke to the customer at all, named or not: nobody is judged otherwise. */
  readonly agentSpoke: boolean;
  readonly customer: Named | null;
  readonly caseRef: string | null;
  readonly violations: number;
  readonly merits: number;
  /** Null while its words are kept; without them it has no subject and no turns. */
  readonly wordsGone: WordsGone | null;
}

export interface FindingView {
  readonly id: string;
  readonly interactionId: string;
  readonly revision: number;
  readonly channel: Channel;
  readonly startedAt: string;
  readonly agent: Named | null;
  readonly team: Named | null;
  readonly ruleId: string;
  readonly rulebook: RulebookIdentity;
  readonly polarity: Polarity;
  readonly severity: Severity;
  /** Commitment id and the brand's words for it. */
  readonly commitment: { readonly id: string; readonly text: string | null };
  readonly status: FindingStatus;
  /** Null while nobody has judged it. */
  readonly review: Review | null;
  /** Who found it, where no rule did; null for a rule's finding. */
  readonly byHand: { readonly by: string; readonly at: string; readonly note: string | null } | null;
  /** What the agent concerned says of it. */
  readonly comment: FindingComment | null;
  readonly dispute: Dispute | null;
  readonly evidence: readonly Evidence[];
  /** What was said in another interaction with the same customer; null for a finding that stands alone. */
  readonly against: CounterExtract | null;
  readonly explanation: string;
  readonly instead: string | null;
  readonly confidence: number;
  /** Null while the words of its interaction are kept; without them quotes are empty and nobody judges it any more. */
  readonly wordsGone: WordsGone | null;
  /** Who judged, commented, disputed or resolved is called so, by the ids that stand in this view. */
  readonly names: Names;
}

/** The other extract, with who is behind the ref now; null when the source named no agent. */
export interface CounterExtract extends CounterEvidence {
  readonly agent: Named | null;
}

export interface TurnView {
  readonly position: number;
  readonly id: string;
  readonly speaker: { readonly role: SpeakerRole; readonly roleGuessed: boolean; readonly ref: string | null; readonly name: string | null };
  readonly text: string;
  readonly offsetMs: number | null;
  readonly durationMs: number | null;
  readonly private: boolean;
  readonly zones: readonly Omit<TurnZone, 'turn'>[];
}

export interface InteractionDetail extends InteractionSummary {
  readonly endedAt: string | null;
  readonly rulebook: RulebookIdentity;
  readonly turns: readonly TurnView[];
  readonly findings: readonly FindingView[];
  readonly notChecked: readonly NotChecked[];
}

/** An interaction as it was taken in, with what the analysis made of it: to hand it on whole. */
export interface WholeInteraction {
  readonly id: string;
  readonly interaction: Interaction;
  /** When this revision was kept, RFC 3339. */
  readonly recordedAt: string;
  readonly language: string;
  readonly rulebook: RulebookIdentity;
  readonly findings: readonly FindingView[];
  readonly notChecked: readonly NotChecked[];
}

/** Which findings a figure counts: see OrganisationSettings.personFigures. */
export type FigureBasis = 'confirmed' | 'detected';

/**
 * Share of interactions with at least one violation or merit, and how many findings that makes. Counted are the
 * interactions in which an agent spoke.
 */
export interface Figures {
  readonly interactions: number;
  readonly withViolation: Proportion;
  readonly withMerit: Proportion;
  readonly violations: number;
  readonly merits: number;
}

export interface AgentReportRow extends Figures {
  readonly agent: Named;
  readonly team: Named | null;
  /** Detected findings that nobody has judged yet: work to do, not a figure of the person. */
  readonly awaitingReview: number;
}

export interface GroupReportRow extends CountedRow {
  /** Null when the group is too small to be shown without showing a person. */
  readonly figures: Figures | null;
}
export interface ChannelReportRow extends GroupReportRow {
  readonly channel: Channel;
}

export interface TeamReportRow extends GroupReportRow {
  /** Null: agents whom nobody has put in a team. */
  readonly team: Named | null;
}

/** How long a step of a trend is. */
export const TREND_STEPS = ['day', 'week', 'month'] as const;
export type TrendStep = (typeof TREND_STEPS)[number];

export interface TrendReportRow extends GroupReportRow {
  /** First and last day of the step, inclusive, organisation's time zone; weeks begin on Monday (ISO 8601). */
  readonly from: string;
  readonly to: string;
}

/** A share over everything, estimated from a random sample: `rate` is weighted, not numerator / denominator. */
export interface SampledShare {
  /** As judged in the sample, unweighted. */
  readonly numerator: number;
  readonly denominator: number;
  readonly rate: number;
  readonly interval: Interval;
  /** Independent things that would tell as much. */
  readonly effectiveSize: number;
}

/** What samples say of a rule; see sampleRatio. */
export interface SampledRule {
  readonly samples: number;
  /** Interactions judged whole. */
  readonly interactions: number;
  /** Of what it found, how much holds. Null: nothing of it was drawn. */
  readonly precision: SampledShare | null;
  /** Of what it should have found, how much it found. */
  readonly recall: SampledShare | null;
}

/** Why a rule counts for no one. */
export interface RuleObservation {
  readonly ruleId: string;
  readonly since: string;
  /** What the decision rests on: of the findings judged so many held, the lower bound of that share, and what the organisation asks for. */
  readonly confirmed: number;
  readonly judged: number;
  readonly low: number;
  readonly threshold: number;
}

export interface RuleReportRow extends CountedRow {
  readonly ruleId: string;
  readonly polarity: Polarity;
  readonly severity: Severity;
  readonly why: string;
  /** Interactions with at least one finding of the rule / interactions on which the rule could run. */
  readonly flagged: Proportion | null;
  readonly findings: number | null;
  /** Interactions on which the rule should have run and could not. */
  readonly notChecked: number;
  /**
   * Findings that a reviewer confirmed / findings judged, whoever the agent: how far the rule can be believed. Over the
   * period and channel asked for, every agent and team.
   */
  readonly precision: Proportion;
  /** Without the bias of what came first to reviewers' hands; null until a sample says something. */
  readonly sampled: SampledRule | null;
  /** Null while the rule counts. */
  readonly observation: RuleObservation | null;
}

export interface Report<Row> {
  readonly basis: FigureBasis;
  /** Inclusive days in the organisation's time zone, null when unbounded. */
  readonly period: { readonly from: string | null; readonly to: string | null; readonly timeZone: string };
  /** How far the views have read the journal: figures lag it by at most this many entries. */
  readonly lag: number;
  readonly rows: readonly Row[];
}

export interface PeriodFilter {
  /** YYYY-MM-DD, inclusive, organisation's time zone. */
  readonly from?: string;
  readonly to?: string;
}
export interface ReportFilter extends PeriodFilter {
  readonly channel?: Channel;
  readonly agent?: string;
  readonly team?: string;
}
export interface FindingFilter extends ReportFilter {
  readonly rule?: string;
  readonly commitment?: string;
  readonly severity?: Severity;
  readonly polarity?: Polarity;
  readonly interaction?: string;
  readonly status?: FindingStatus;
  /** Those disputed, by what became of it; `none`: those that nobody disputed. */
  readonly dispute?: DisputeState | 'none';
}
export interface InteractionFilter extends ReportFilter {
  readonly customer?: string;
  /** A case: the mails of one thread, the contacts about one order. */
  readonly case?: string;
}
