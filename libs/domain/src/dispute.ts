import type { FindingStatus } from './finding.js';
import type { Polarity } from './rulebook.js';
import type { DismissalReason, Review } from './review.js';

/** `open`: waits for somebody who did not judge the finding · `upheld`: the finding holds · `overturned`: it does not, and counts nowhere. */
export const DISPUTE_STATES = ['open', 'upheld', 'overturned'] as const;
export type DisputeState = (typeof DISPUTE_STATES)[number];

/** What the agent concerned says of a finding, at any time; it changes no figure. */
export interface FindingComment {
  readonly text: string;
  readonly by: string;
  /** RFC 3339. */
  readonly at: string;
}

/** How a dispute ends: overturned as a dismissal does, with what was wrong, so that the rule's owner learns it too. */
export type Ruling =
  | { readonly outcome: 'upheld'; readonly cause: null; readonly reason: string }
  | { readonly outcome: 'overturned'; readonly cause: DismissalReason; readonly reason: string };

/** A ruling that was given; `cause` null unless overturned. */
export interface DisputeRuling {
  readonly outcome: Ruling['outcome'];
  readonly cause: DismissalReason | null;
  /** In the resolver's words, for the agent. */
  readonly reason: string;
  readonly by: string;
  /** RFC 3339. */
  readonly at: string;
}

/** An agent's objection to the judgement on a finding, and what became of it. */
export interface Dispute {
  readonly state: DisputeState;
  /** In the agent's words. */
  readonly reason: string;
  readonly by: string;
  /** RFC 3339. */
  readonly at: string;
  /** The judgement objected to; its giver never resolves the dispute. */
  readonly against: { readonly by: string; readonly at: string };
  /** Null while it is open. */
  readonly ruling: DisputeRuling | null;
}

const DAY = 86_400_000;

/** What decides whether a finding can be disputed. */
export interface Disputable {
  readonly polarity: Polarity;
  readonly status: FindingStatus;
  readonly review: Pick<Review, 'verdict' | 'at'> | null;
  /** When somebody found it by hand; null for a rule's finding. */
  readonly byHand: { readonly at: string } | null;
  readonly dispute: Pick<Dispute, 'state'> | null;
}

/**
 * Until when its agent may dispute a finding, RFC 3339: `disputeDays` times 24 hours from the confirmation; what somebody found by hand was confirmed by that. Null where there is nothing to dispute: no
 * confirmed violation, or a dispute already. The instant may have passed.
 */
export function disputableUntil({ polarity, status, review, byHand, dispute }: Disputable, disputeDays: number): string | null {
  const confirmed = review?.verdict === 'confirmed' ? review : byHand;
  if (polarity !== 'violation' || status !== 'confirmed' || confirmed === null || dispute !== null) return null;
  return new Date(Date.parse(confirmed.at) + disputeDays * DAY).toISOString();
}
