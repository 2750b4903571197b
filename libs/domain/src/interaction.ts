/** Channels the product knows today; the list is open (`sms`, `social`, `letter` may follow). */
export const CHANNELS = ['email', 'chat', 'phone'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Who speaks. `unknown` is never guessed into `agent`: no agent rule runs on it. */
export const SPEAKER_ROLES = ['agent', 'customer', 'bot', 'system', 'third-party', 'unknown'] as const;
export type SpeakerRole = (typeof SPEAKER_ROLES)[number];

export interface TeamRef {
  /** The team's id in the company's systems. */
  readonly ref: string;
  readonly name?: string;
}

export interface Participant {
  /** Unique within the interaction; turns point to it. */
  readonly id: string;
  readonly role: SpeakerRole;
  /** True when the source did not say the role and a reader guessed it. */
  readonly roleGuessed?: boolean;
  /** The agent's or customer's id in the company's systems. */
  readonly ref?: string;
  readonly name?: string;
  /** Agents only. */
  readonly team?: TeamRef;
}

/** One word the transcription was unsure or sure about. */
export interface WordConfidence {
  /** UTF-16 offset into `Turn.text`, inclusive. */
  readonly start: number;
  /** UTF-16 offset into `Turn.text`, exclusive. */
  readonly end: number;
  /** 0 (no idea) to 1 (certain), as the source reported it. */
  readonly confidence: number;
}

export interface Turn {
  /** The turn's id in its source, or its position as text when the source has none. */
  readonly id: string;
  readonly participantId: string;
  /** The original words, untouched: evidence points into this very text. */
  readonly text: string;
  /** Milliseconds from the interaction's start. */
  readonly offsetMs?: number;
  readonly durationMs?: number;
  /** An internal note: kept, never analysed as said to the customer. */
  readonly private?: boolean;
  readonly words?: readonly WordConfidence[];
}

/** One contact with a customer over one channel, as every source is normalised to. */
export interface Interaction {
  /** The system it came from, e.g. `chatwoot` or `mailbox`. */
  readonly source: string;
  /** Its id there: with `source` it identifies the interaction for ever. */
  readonly externalId: string;
  /** ≥ 1; a higher revision replaces a lower one whole. */
  readonly revision: number;
  readonly channel: Channel;
  /** RFC 3339 with offset. */
  readonly startedAt: string;
  readonly endedAt?: string;
  readonly direction?: 'inbound' | 'outbound';
  readonly subject?: string;
  /** The matter that ties interactions together. */
  readonly caseRef?: string;
  readonly queue?: string;
  readonly tags?: readonly string[];
  readonly participants: readonly Participant[];
  readonly turns: readonly Turn[];
}
