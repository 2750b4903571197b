import type { Interaction } from '#domain';

/**
 * `accepted`: on its way, and cannot be lost · `duplicate`: this very revision is kept already · `superseded`: a
 * higher revision is kept · `conflict`: this revision is kept with another content ·
 * `erased`: its customer was erased.
 */
export type Judgement = 'accepted' | 'duplicate' | 'superseded' | 'conflict' | 'erased';

export interface JudgedInteraction {
  /** The id it has in Diapason. */
  readonly id: string;
  readonly interaction: Interaction;
  readonly judgement: Judgement;
}

/** The stream did not take messages in: nothing is acknowledged, and sending again is safe. */
export class StreamUnavailableError extends Error {
  override readonly name = 'StreamUnavailableError';
}
