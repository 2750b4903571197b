import { type Interval, proportion, type Proportion } from '../figures.js';
import { studentQuantile } from '../statistics/index.js';
import { type Fraction, meanOf } from './fraction.js';

/** From how many scores on a mean has an interval: below, « pas assez de données ». */
export const SCORES_FOR_INTERVAL = 10;

/** Fifths of the scale: 0 to 20 %, … 80 to 100 %; a bound belongs to the upper one, 100 % to the last. */
export const SCORE_BANDS = 5;

/** What evaluations of one side come to: automatic and human ones are never in the same figures. */
export interface ScoreFigures {
  /** Scores there are. */
  readonly n: number;
  /** 0 to 1; null of none. */
  readonly mean: number | null;
  /** 95 %; null where there are too few scores, or all are alike. */
  readonly interval: Interval | null;
  /** Scores in each fifth of the scale, the lowest first. */
  readonly distribution: readonly number[];
  /** Scores in which a critical criterion failed / scores. */
  readonly criticalFailures: Proportion;
  /** Without a score yet: findings await review. */
  readonly open: number;
}

export interface CountedScore {
  /** Null: not scored yet. */
  readonly score: Fraction | null;
  readonly failed: boolean;
}

/**
 * Mean, its 95 % interval by Student's t (Student, "The probable error of a mean", Biometrika 6 (1908) 1–25), cut to 0 to 1, and what lies behind.
 * Scores are bounded and skewed: how often the interval holds the truth is measured in score-figures.test.ts, and is why it wants ten scores.
 */
export function scoreFigures(counted: readonly CountedScore[]): ScoreFigures {
  const known = counted.flatMap(({ score, failed }) => (score === null ? [] : [{ score, failed }]));
  const mean = meanOf(known.map(({ score }) => score));
  return {
    n: known.length,
    mean,
    interval: mean === null ? null : studentInterval(known.map(({ score }) => score.numerator / score.denominator), mean),
    distribution: Array.from({ length: SCORE_BANDS }, (_, band) => known.filter(({ score }) => bandOf(score) === band).length),
    criticalFailures: proportion(known.filter(({ failed }) => failed).length, known.length),
    open: counted.length - known.length,
  };
}

function studentInterval(values: readonly number[], mean: number): Interval | null {
  const n = values.length;
  if (n < SCORES_FOR_INTERVAL || values.every((value) => value === values[0])) return null;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  const half = studentQuantile(0.025, n - 1) * Math.sqrt(variance / n);
  return { low: Math.max(0, mean - half), high: Math.min(1, mean + half), level: 0.95 };
}

/** On integers: 3/5 is in the fourth fifth whatever a quotient of doubles would say. */
const bandOf = ({ numerator, denominator }: Fraction): number => Math.min(SCORE_BANDS - 1, Math.floor((numerator * SCORE_BANDS) / denominator));
