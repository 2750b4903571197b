import type { ParkReason } from './outcome.js';

/** `waiting`: somebody has to look at it · `replayed`: sent again, corrected or not · `discarded`: left aside for a reason. */
export const DEAD_LETTER_STATUSES = ['waiting', 'replayed', 'discarded'] as const;
export type DeadLetterStatus = (typeof DEAD_LETTER_STATUSES)[number];

/** A record that could not be taken in, as a list shows it. */
export interface DeadLetterSummary {
  readonly id: string;
  readonly status: DeadLetterStatus;
  readonly reason: ParkReason;
  /** What is wrong and where, as the step that refused it said it. */
  readonly detail: string;
  /** `Interaction.source` as far as the record could be read; null when it says none. */
  readonly source: string | null;
  readonly topic: string;
  readonly partition: number;
  /** Decimal: offsets outgrow a JSON number. */
  readonly offset: string;
  /** When the broker took the record. */
  readonly sentAt: string;
  /** When it was set aside. */
  readonly buriedAt: string;
  /** Of the value. */
  readonly bytes: number;
  /** What was done about it; null while it waits. */
  readonly settled: DeadLetterSettlement | null;
}

export interface DeadLetterSettlement {
  readonly at: string;
  readonly by: string;
  /** Why it was discarded. */
  readonly note: string | null;
  /** The interaction that was sent again. */
  readonly interactionId: string | null;
}

/** Bytes as they came; `text` when they are UTF-8. */
export interface ShownBytes {
  readonly base64: string;
  readonly text: string | null;
}

export interface DeadLetterDetail extends DeadLetterSummary {
  readonly key: ShownBytes | null;
  readonly value: ShownBytes | null;
  readonly headers: readonly (ShownBytes & { readonly name: string })[];
  /** The letter that this one is a failed replay of. */
  readonly replayOf: string | null;
}

export interface DeadLetterFilter {
  readonly status?: DeadLetterStatus;
  readonly reason?: ParkReason;
  readonly source?: string;
  /** YYYY-MM-DD on which it was set aside, inclusive, organisation's time zone. */
  readonly from?: string;
  readonly to?: string;
}

/** Added to what is sent again: a second failure tells which letter it was. */
export const REPLAY_HEADER = 'diapason-replay-of';
