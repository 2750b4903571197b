import type { Analysis, Interaction, RulebookDescription } from '#domain';

/** Version of the JSON that `check --format json` prints; a breaking change raises it (docs/check.md). */
export const CHECK_SCHEMA = 'diapason.check/v1';

/**
 * How much of an interaction was judged: by every rule of its channel, by some, by none; or there is nothing to judge in
 * it, because nobody speaks whose words a rule is about (a customer's mail).
 */
export type Judgement = 'judged' | 'partly-judged' | 'not-judged' | 'no-agent';

/** One interaction of a file, with what the rulebook made of it. */
export interface CheckedInteraction {
  readonly interaction: Interaction;
  readonly analysis: Analysis;
  readonly judgement: Judgement;
  /** The file does not say when it took place. */
  readonly startMissing?: boolean;
}

/** Something in a file that could not be read, or not be judged. */
export interface CheckRefusal {
  /** From a closed list: the readers' reasons, `speaker_unknown`. */
  readonly reason: string;
  readonly detail: string;
  readonly place?: string;
}

export interface CheckedFile {
  readonly file: string;
  readonly format: string | null;
  readonly interactions: readonly CheckedInteraction[];
  readonly refused: readonly CheckRefusal[];
}

export interface CheckReport {
  readonly rulebook: RulebookDescription;
  readonly files: readonly CheckedFile[];
}

export interface CheckSummary {
  readonly files: number;
  readonly interactions: number;
  readonly violations: number;
  readonly merits: number;
  readonly refused: number;
  /** Interactions that no rule, or not every rule, could judge. */
  readonly notJudged: number;
  /** Interactions with nothing to judge: no agent speaks. */
  readonly withoutAgent: number;
}

/** Counts over the whole report. */
export function summarise(report: CheckReport): CheckSummary {
  const interactions = report.files.flatMap((file) => file.interactions);
  const findings = interactions.flatMap(({ analysis }) => analysis.findings);
  return {
    files: report.files.length,
    interactions: interactions.length,
    violations: findings.filter((finding) => finding.polarity === 'violation').length,
    merits: findings.filter((finding) => finding.polarity === 'merit').length,
    refused: report.files.reduce((sum, file) => sum + file.refused.length, 0),
    notJudged: interactions.filter(({ judgement }) => judgement === 'partly-judged' || judgement === 'not-judged').length,
    withoutAgent: interactions.filter(({ judgement }) => judgement === 'no-agent').length,
  };
}

/**
 * 1 violations · 2 none, but something was not read or not judged, or nothing was there to judge · 0 all was judged, no
 * violation. Nothing to judge in some interactions beside judged ones is no fault: a mailbox has customers' letters too.
 */
export function exitCodeOf({ violations, interactions, refused, notJudged, withoutAgent }: CheckSummary): 0 | 1 | 2 {
  if (violations > 0) return 1;
  // A wrong folder must not stay green for ever in somebody's build.
  return refused > 0 || notJudged > 0 || interactions === withoutAgent ? 2 : 0;
}
