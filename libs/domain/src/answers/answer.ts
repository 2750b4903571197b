import type { Amount, Words } from '../pledge.js';
import type { Channel } from '../interaction.js';

/**
 * What a question is about, beside the contact reason: an act that was undertaken or refused, or a fact of the case. Left out: acts that fit no other
 * (`other` is not one question), and facts of one case alone (where a parcel is, whose fault it was).
 */
export const ANSWER_TOPICS = [
  'refund', 'gesture', 'call-back', 'reply', 'deliver', 'send-technician', 'repair', 'exchange', 'send-document', 'cancel', 'transfer', 'check', 'correct', 'cost', 'warranty', 'commitment', 'means',
] as const;
export type AnswerTopic = (typeof ANSWER_TOPICS)[number];

/** Topics that are facts of the case: `Claim.question`. */
export const FACT_TOPICS = ['cost', 'warranty', 'commitment', 'means'] as const satisfies readonly AnswerTopic[];

/** Whether it is done at all · by when · how much · only if · which of several versions of a fact. */
export const ANSWER_SLOTS = ['possible', 'delay', 'amount', 'condition', 'version'] as const;
export type AnswerSlot = (typeof ANSWER_SLOTS)[number];

/** A delay as the customer hears it, whatever weekday it was said on. */
export interface Delay {
  /** Calendar days, « 48 h » as 2, five working days as 7; 0: the same day. */
  readonly days: number;
  /** Of those, Monday to Friday. */
  readonly workingDays: number;
  /** Set when it is told in hours or minutes that are no whole days. */
  readonly minutes: number | null;
  /** Counted from something still to happen, such as the receipt of a parcel. */
  readonly afterEvent: boolean;
}

export interface AnswerValue {
  /** The same for answers that say the same: `yes`, `P2D`, `15 EUR`, `with`, `free`. */
  readonly key: string;
  readonly delay: Delay | null;
  readonly amount: Amount | null;
}

/** One slot of one answer, with the words that say it. */
export interface SlotSaid {
  readonly slot: AnswerSlot;
  readonly value: AnswerValue;
  /** The words of a delay or a condition; null for what has no words of its own. */
  readonly written: string | null;
  readonly at: string;
  readonly evidence: Words & { readonly turn: number };
}

/** What one agent answered to one question in one interaction: of several words on one slot the last. */
export interface Answer {
  readonly reason: string | null;
  readonly topic: AnswerTopic;
  readonly interactionId: string;
  readonly agent: string;
  readonly channel: Channel;
  /** The organisation's day. */
  readonly day: string;
  readonly said: readonly SlotSaid[];
}

/** Reads a delay that does not depend on the day it is said on (« sous 48 h », « 5 jours ouvrés »); null for « mardi ». */
export type DelayReader = (words: string) => Omit<Delay, 'afterEvent'> | null;
