/** What a reviewer says of a finding: it holds, or it does not. */
export const VERDICTS = ['confirmed', 'dismissed'] as const;
export type Verdict = (typeof VERDICTS)[number];

/**
 * Why a finding does not hold: the rule marked other words than it means · the words are right and the situation makes
 * them right · the words are what the rule means and the rule asks too much · nobody said this, the transcription is wrong.
 */
export const DISMISSAL_REASONS = ['wrong-words', 'wrong-context', 'rule-too-strict', 'transcription'] as const;
export type DismissalReason = (typeof DISMISSAL_REASONS)[number];

export interface Judgement {
  readonly verdict: Verdict;
  /** Null unless dismissed: a dismissal always says why. */
  readonly reason: DismissalReason | null;
  /** In the reviewer's words, for whoever reads it later. */
  readonly note: string | null;
}

/** The judgement that stands on a finding. */
export interface Review extends Judgement {
  /** Who judged. */
  readonly by: string;
  /** RFC 3339. */
  readonly at: string;
}

/** Id of an account or a key, as decisions carry it → what it is called. */
export type Names = Readonly<Record<string, string>>;
