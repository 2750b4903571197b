import type { Channel, SpeakerRole, TeamRef, WordConfidence } from './interaction.js';

/** Its name in `extensions` of a vCon, and the member that holds it. */
export const VCON_EXTENSION = 'diapason';

/** How `purpose` of an attachment calls a note that the customer never saw. */
export const VCON_INTERNAL_NOTE = 'internal-note';

/** Where the words of a turn stand in a vCon. */
export const VCON_PLACES = ['dialog', 'transcript', 'attachment'] as const;
export type VconPlace = (typeof VCON_PLACES)[number];

export interface VconTurn {
  readonly id: string;
  /** Index into `parties`. */
  readonly party: number;
  /** In `dialog`, in the lines of our transcript, or (a private note) in `attachments`. */
  readonly in: VconPlace;
  /** Index there. */
  readonly at: number;
  readonly offsetMs?: number;
  readonly durationMs?: number;
  readonly words?: readonly WordConfidence[];
}

/**
 * What an interaction has and the core of vCon has no member for, so that one that goes out comes back the same. Words,
 * names and the subject are not here: they stand where every reader of vCons finds them.
 */
export interface VconExtension {
  readonly version: 1;
  readonly source: string;
  readonly externalId: string;
  readonly revision: number;
  readonly channel: Channel;
  readonly startedAt: string;
  readonly endedAt?: string;
  readonly direction?: 'inbound' | 'outbound';
  readonly caseRef?: string;
  readonly queue?: string;
  readonly tags?: readonly string[];
  /** One for each party, in order. */
  readonly participants: readonly { readonly id: string; readonly role: SpeakerRole; readonly roleGuessed?: boolean; readonly ref?: string; readonly team?: TeamRef }[];
  /** In order of the interaction. */
  readonly turns: readonly VconTurn[];
}
