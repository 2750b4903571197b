import { binomialAtLeast, binomialAtMost } from './beta.js';

/** Counts that chance alone explains, both inclusive. */
export interface CountRange {
  readonly low: number;
  readonly high: number;
}

/** The two pairs of limits of a funnel plot, as in D. J. Spiegelhalter, "Funnel plots for comparing institutional performance", Statist. Med. 24 (2005) 1185–1202. */
export const FUNNEL_LEVELS = [0.95, 0.998] as const;
export type FunnelLevel = (typeof FUNNEL_LEVELS)[number];

/**
 * Counts of n that are not outside the limits at an expected rate: each tail beyond them has at most (1 − level)/2, by the
 * exact binomial distribution. Counts are whole, so a little less than 1 − level falls outside, never more.
 * @throws RangeError unless n is a positive integer and 0 ≤ rate ≤ 1.
 */
export function funnelLimits(n: number, rate: number, level: FunnelLevel): CountRange {
  if (!Number.isInteger(n) || n < 1 || !(rate >= 0 && rate <= 1)) throw new RangeError(`no funnel for ${n} at ${rate}`);
  const tail = (1 - level) / 2;
  return {
    low: firstWhere(0, n, (count) => binomialAtMost(count, n, rate) > tail),
    high: n - firstWhere(0, n, (missing) => binomialAtLeast(n - missing, n, rate) > tail),
  };
}

function firstWhere(from: number, to: number, holds: (count: number) => boolean): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Where a person's count stands; `not-enough-data` when no count of their n could be outside. */
export type FunnelPosition = 'within' | 'above-95' | 'above-99.8' | 'below-95' | 'below-99.8' | 'not-enough-data';

export interface FunnelCount {
  readonly n: number;
  /** Events that count, and how many more there may be once what waits is judged. */
  readonly events: number;
  readonly undecided: number;
  /** Lowest and highest expected rate, by what becomes of everybody's undecided ones. */
  readonly rate: { readonly low: number; readonly high: number };
}

/**
 * Outside only when the count would be so whatever becomes of the undecided: above the limits of the highest expected
 * rate, or below those of the lowest with all of one's own undecided ones counted.
 */
export function funnelPosition({ n, events, undecided, rate }: FunnelCount): FunnelPosition {
  const above = (level: FunnelLevel): boolean => events > funnelLimits(n, rate.high, level).high;
  const below = (level: FunnelLevel): boolean => events + undecided < funnelLimits(n, rate.low, level).low;
  if (above(0.998)) return 'above-99.8';
  if (below(0.998)) return 'below-99.8';
  if (above(0.95)) return 'above-95';
  if (below(0.95)) return 'below-95';
  const limits = funnelLimits(n, rate.high, 0.95);
  return limits.low === 0 && limits.high === n ? 'not-enough-data' : 'within';
}

/**
 * How much more people vary around their expected rates than chance would have it: mean of z², the outer tenth on each
 * side drawn in (Spiegelhalter, "Handling over-dispersion of performance indicators", Qual. Saf. Health Care 14 (2005)
 * 347–351). 1 is chance; null when nobody can be compared.
 */
export function overdispersion(people: readonly { readonly observed: number; readonly expected: number; readonly binomial: number }[]): number | null {
  const z = people.filter(({ binomial }) => binomial > 0).map(({ observed, expected, binomial }) => (observed - expected) / Math.sqrt(binomial)).sort((a, b) => a - b);
  if (z.length === 0) return null;
  const cut = Math.floor(z.length / 10);
  const drawnIn = z.map((value) => Math.min(Math.max(value, z[cut]!), z[z.length - 1 - cut]!));
  return drawnIn.reduce((total, value) => total + value ** 2, 0) / z.length;
}
