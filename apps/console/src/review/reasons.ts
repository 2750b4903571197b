import type { Review } from '../api/types.js';

export type DismissalReason = NonNullable<Review['reason']>;

/** In the order in which a reviewer would ask. */
export const DISMISSAL_REASONS: readonly DismissalReason[] = ['wrong-words', 'wrong-context', 'rule-too-strict', 'transcription'];
