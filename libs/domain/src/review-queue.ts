import type { Channel } from './interaction.js';
import type { Named } from './read-models.js';
import type { Names } from './review.js';
import type { Polarity, Severity } from './rulebook.js';

/**
 * Findings that wait for a reviewer: `new` · `uncertain`: a transcription that may be wrong, or a rule under observation ·
 * `disputed`: somebody objects to a judgement.
 */
export const QUEUES = ['new', 'uncertain', 'disputed'] as const;
export type QueueName = (typeof QUEUES)[number];

/** Below this confidence of the transcription a finding is uncertain. */
export const UNCERTAIN_BELOW = 0.8;

/** How long an interaction is kept for whoever takes it, in minutes. */
export const HOLD_MINUTES = { default: 30, max: 480 } as const;

/** Counting stops here: whoever has as much to do needs no exact number, and millions take long to count. */
export const COUNTED_AT_MOST = 10_000;

/** A number of things, `more` when counting stopped before the end. */
export interface CappedCount {
  readonly count: number;
  readonly more: boolean;
}

export interface Hold {
  readonly by: string;
  /** RFC 3339. */
  readonly until: string;
}

export interface Assignment {
  readonly to: string;
  /** YYYY-MM-DD; null: whenever. */
  readonly dueOn: string | null;
  readonly by: string;
  readonly at: string;
}

export interface WaitingFinding {
  readonly id: string;
  readonly ruleId: string;
  readonly polarity: Polarity;
  readonly severity: Severity;
  readonly quote: string;
}

/** An interaction to review: people judge an interaction at a time, and one interaction is judged by one person at a time. */
export interface QueueItem {
  readonly interactionId: string;
  readonly channel: Channel;
  readonly startedAt: string;
  readonly subject: string | null;
  readonly agents: readonly Named[];
  /** Findings nobody has judged, in the order of their words. */
  readonly waiting: readonly WaitingFinding[];
  readonly hold: Hold | null;
  readonly assignment: Assignment | null;
  /** Of a sample's item: its place in the order of serving, and who said that everything is judged. */
  readonly sampled: { readonly position: number; readonly completed: { readonly by: string; readonly at: string } | null } | null;
  /** Who holds, is asked or has said so is called so, by the ids that stand in this item. */
  readonly names: Names;
}

export interface QueueSummary {
  readonly queue: QueueName;
  /** Interactions with a finding that waits. */
  readonly interactions: CappedCount;
  /** Start of the one that has waited longest. */
  readonly oldest: string | null;
  /** Of those assigned to whoever asks: how many, and when the first is due. */
  readonly mine: CappedCount;
  readonly due: string | null;
}
