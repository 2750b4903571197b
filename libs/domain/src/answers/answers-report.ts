import type { Interval, Proportion } from '../figures.js';
import type { Channel } from '../interaction.js';
import type { Named, PeriodFilter, Report } from '../read-models.js';
import type { SpreadVerdict } from '../consistency/index.js';
import type { AnswerSlot, AnswerTopic, AnswerValue } from './answer.js';

/** How often a value was the answer, out of the answers that say something on the slot. */
export interface ValueShare {
  readonly key: string;
  readonly share: Proportion;
}

export interface SaidValue extends ValueShare, AnswerValue {
  /** The commonest ways in which a delay or a condition was put, at most three. */
  readonly written: readonly string[];
  /** Only when the report is narrowed to a topic: the latest, at most three. */
  readonly samples: readonly AnswerSample[];
}

/** The exact words, and where they stand. */
export interface AnswerSample {
  readonly interactionId: string;
  readonly channel: Channel;
  readonly at: string;
  /** Null unless the organisation shows figures of persons that nobody has confirmed. */
  readonly agent: Named | null;
  readonly evidence: { readonly turn: number; readonly start: number; readonly end: number; readonly quote: string };
}

/** How likely two answers, picked at random, are to say the same. */
export interface AgreementView {
  readonly rate: number;
  readonly interval: Interval;
  readonly answers: number;
}

/** Whether groups differ beyond chance. */
export interface AnswerTest {
  readonly verdict: SpreadVerdict;
  /** Groups compared, 0 without enough data; groups too small to be compared. */
  readonly groups: number;
  readonly leftOut: number;
  /** Probability of groups at least this different by chance. */
  readonly p: number | null;
  /** The same adjusted for how many lines the report compares (Benjamini–Hochberg): the verdict is `q` ≤ 0.05. */
  readonly q: number | null;
}

/** What a channel, or a person, says on one slot. */
export interface SaidBy {
  /** Answers that say something on the slot / answers. */
  readonly stated: Proportion;
  readonly values: readonly ValueShare[];
}
export interface SaidOnChannel extends SaidBy {
  readonly channel: Channel;
  /** Null for fewer than ten. */
  readonly agreement: AgreementView | null;
}
export interface SaidByPerson extends SaidBy {
  readonly agent: Named;
  readonly team: Named | null;
}

export interface AnsweredSlot {
  readonly slot: AnswerSlot;
  readonly stated: Proportion;
  /** In the order of what they say (shortest delay, smallest amount first), not of how often. */
  readonly values: readonly SaidValue[];
  readonly agreement: AgreementView | null;
  readonly betweenAgents: AnswerTest;
  readonly betweenChannels: AnswerTest;
  /** Empty when the channels are too small to be shown apart. */
  readonly channels: readonly SaidOnChannel[];
  /** By ref: not a ranking. Null unless narrowed to a topic, and where only confirmed findings count in a person's figures: nobody confirms an answer. */
  readonly people: readonly SaidByPerson[] | null;
}

/** What customers came for, and what they were answered about one thing. */
export interface AnsweredQuestion {
  /** A contact reason, or the queue where the customer's words say none; null where neither is known. */
  readonly reason: string | null;
  readonly topic: AnswerTopic;
  readonly counted: { readonly from: string; readonly to: string } | null;
  readonly agents: number | null;
  /** One per interaction and agent. */
  readonly answers: number | null;
  readonly slots: readonly AnsweredSlot[];
  /** What the brand's rulebook in force lets agents promise about it. */
  readonly policy: readonly string[];
  readonly suppressed: 'group-too-small' | null;
}

export type AnswersReport = Report<AnsweredQuestion>;

export interface AnswersFilter extends PeriodFilter {
  readonly channel?: Channel;
  readonly team?: string;
  readonly reason?: string;
  readonly topic?: AnswerTopic;
}
