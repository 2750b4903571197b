import type { Channel } from './interaction.js';
import type { FindingView, PeriodFilter } from './read-models.js';
import { type DismissalReason, type Judgement, VERDICTS, type Verdict } from './review.js';
import type { AgreementCoefficient } from './statistics/reviewer-agreement.js';
import { reviewerAgreement } from './statistics/reviewer-agreement.js';

/** What the findings of a calibration are drawn from. Empty lists: all. */
export interface CalibrationFrame extends PeriodFilter {
  readonly channels: readonly Channel[];
  /** Refs of teams: present members. */
  readonly teams: readonly string[];
  readonly rules: readonly string[];
}

export const CALIBRATION_SIZE = { min: 2, max: 500 } as const;
export const CALIBRATION_REVIEWERS = { min: 2, max: 20 } as const;

/** Several reviewers judge the same findings, blind to each other until it is closed; then they talk about where they differ. */
export interface Calibration {
  readonly id: string;
  readonly name: string;
  readonly frame: CalibrationFrame;
  /** The same seed over the same findings draws the same. */
  readonly seed: string;
  readonly dueOn: string | null;
  readonly drawnBy: string;
  readonly drawnAt: string;
  readonly state: 'open' | 'closed';
  readonly closedAt: string | null;
  readonly findings: number;
  readonly reviewers: readonly CalibrationReviewer[];
  /** Null while it is open: whoever knows how far others agree is blind no more. */
  readonly agreement: CalibrationAgreement | null;
}

export interface CalibrationReviewer {
  readonly id: string;
  /** Null for an account that is gone. */
  readonly name: string | null;
  readonly judged: number;
  /** Of the calibration's findings: all but those about the reviewer himself or herself. */
  readonly toJudge: number;
}

/** Somebody who can be asked to judge. */
export interface ReviewerName {
  readonly id: string;
  readonly name: string;
  /** Refs of the teams seen. */
  readonly teams: 'all' | string[];
}

export interface CalibrationAgreement {
  readonly overall: JudgementAgreement;
  /** By rule, in the order of their ids. */
  readonly rules: readonly (JudgementAgreement & { readonly ruleId: string })[];
}

export interface JudgementAgreement {
  readonly findings: number;
  /** Findings with two judgements or more. */
  readonly compared: number;
  readonly judgements: number;
  /** Share of judgements that confirm; null without any. */
  readonly confirmed: number | null;
  /** Share of pairs of judgements on one finding that say the same; null where nothing can be compared. */
  readonly observed: number | null;
  /** Krippendorff's α and Gwet's AC1; null where there is nothing to compare, α also where everybody always says the same. */
  readonly alpha: AgreementCoefficient | null;
  readonly ac1: AgreementCoefficient | null;
}

/** A finding as a blind reviewer sees it: its words, not what became of it nor whose it is. */
export type BlindFinding = Omit<FindingView, 'status' | 'review' | 'byHand' | 'comment' | 'dispute' | 'agent' | 'team' | 'against' | 'names'>;

export interface CalibrationItem {
  readonly position: number;
  readonly findingId: string;
  readonly ruleId: string;
  /** Null when a later revision no longer has it. */
  readonly finding: BlindFinding | null;
  readonly mine: Judgement | null;
  /** Everybody's; null while the calibration is open. */
  readonly judgements: readonly GivenJudgement[] | null;
  readonly remarks: readonly Remark[];
  /** What they came to agree on; figures do not change by it. */
  readonly resolution: Resolution | null;
}

export interface GivenJudgement extends Judgement {
  readonly by: string;
}

export interface Remark {
  readonly by: string;
  readonly at: string;
  readonly text: string;
}

export interface Resolution extends Judgement {
  readonly by: string;
  readonly at: string;
}

/** One judgement, as far as agreement needs it. */
export interface JudgedOnce {
  readonly findingId: string;
  readonly ruleId: string;
  readonly verdict: Verdict;
  readonly reason: DismissalReason | null;
}

/** How far reviewers agree, over all and per rule. `drawn`: the findings of the calibration, judged or not. */
export function calibrationAgreement(drawn: readonly { readonly findingId: string; readonly ruleId: string }[], judged: readonly JudgedOnce[]): CalibrationAgreement {
  const rules = [...new Set(drawn.map(({ ruleId }) => ruleId))].sort();
  return {
    overall: agreementOn(drawn, judged),
    rules: rules.map((ruleId) => ({ ruleId, ...agreementOn(drawn.filter((one) => one.ruleId === ruleId), judged.filter((one) => one.ruleId === ruleId)) })),
  };
}

function agreementOn(drawn: readonly { readonly findingId: string }[], judged: readonly JudgedOnce[]): JudgementAgreement {
  const units = new Map<string, Verdict[]>(drawn.map(({ findingId }) => [findingId, []]));
  for (const { findingId, verdict } of judged) units.get(findingId)?.push(verdict);
  const found = reviewerAgreement([...units.values()], VERDICTS);
  const confirmed = judged.filter(({ verdict }) => verdict === 'confirmed').length;
  return {
    findings: drawn.length,
    compared: found?.comparedUnits ?? 0,
    judgements: judged.length,
    confirmed: judged.length === 0 ? null : confirmed / judged.length,
    observed: found?.observed ?? null,
    alpha: found?.alpha ?? null,
    ac1: found?.ac1 ?? null,
  };
}
