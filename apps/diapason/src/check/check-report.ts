import type { Analysis, Interaction, RulebookDescription } from '#domain';

/** Version of the JSON that `check --format json` prints; a breaking change raises it (docs/check.md). */
export const CHECK_SCHEMA = 'diapason.check/v1';

/** One interaction of a file, with what the rulebook made of it. */
export interface CheckedInteraction {
  readonly interaction: Interaction;
  readonly analysis: Analysis;
  /** The file does not say when it took place. */
  readonly startMissing?: boolean;
}

/** Something in a file that could not be read, or not be judged. */
export interface CheckRefusal {
  /** From a closed list: the readers' reasons, `file_not_readable`, `speaker_unknown`. */
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
  };
}

/** 0 clean · 1 violations · 2 something could not be read or judged (which outranks violations). */
export function exitCodeOf(summary: CheckSummary): 0 | 1 | 2 {
  // A wrong folder must not stay green for ever in somebody's build.
  if (summary.refused > 0 || summary.files === 0) return 2;
  return summary.violations > 0 ? 1 : 0;
}
