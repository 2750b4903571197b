import type { AgentReport, AgentRow } from '../api/types.js';

/**
 * True when a rate would say « clean » of an agent whose findings nobody has read: only confirmed ones count, none is
 * confirmed, and some await review.
 * @param confirmed how many findings of the polarity are confirmed
 */
export const isUnreviewed = (basis: AgentReport['basis'], { awaitingReview }: Pick<AgentRow, 'awaitingReview'>, confirmed: number): boolean =>
  basis === 'confirmed' && awaitingReview > 0 && confirmed === 0;
