import type { SpeakerLabel } from '../speaker.js';

/** One message of a written conversation, as its source tells it. */
export interface ThreadMessage {
  /** Its id in the source. */
  readonly id?: string;
  /** Milliseconds since the epoch; absent: it stays behind the one before it. */
  readonly at?: number;
  readonly from: SpeakerLabel;
  /** What was written, as text; a message without any (an attachment alone) says nothing and is left out. */
  readonly text: string;
  readonly durationMs?: number;
  /** An internal note. */
  readonly private?: boolean;
}
