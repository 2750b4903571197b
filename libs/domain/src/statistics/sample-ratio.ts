import { type Interval, wilsonInterval } from '../figures.js';

/** Interactions alike, of which some were drawn at random without putting back, and of those the judged ones. */
export interface SampledStratum {
  readonly id: string;
  /** Interactions in it, drawn or not. */
  readonly population: number;
  /** Things of this sort cannot be there: seeing none says nothing. */
  readonly never?: 'part' | 'rest';
}

/** A drawn interaction that somebody judged: `part` of its `whole` things are of the sort that the rate counts. */
export interface SampledUnit {
  readonly stratum: string;
  readonly part: number;
  readonly whole: number;
}

/** A rate over everything, estimated from a part of it. */
export interface SampleRatio {
  readonly rate: number;
  readonly interval: Interval;
  /** As judged, unweighted: what the estimate rests on. */
  readonly part: number;
  readonly whole: number;
  /** Interactions judged. */
  readonly units: number;
  /** How many independent things would tell as much. */
  readonly effectiveSize: number;
}

/**
 * Σ w·part / Σ w·whole with w = population / judged (D. G. Horvitz & D. J. Thompson, JASA 47 (1952) 663–685): of a rule's findings the share that holds,
 * of what a rule should have found the share that it found. The interval is Wilson's on the effective sample size
 * (E. L. Korn & B. I. Graubard, "Confidence intervals for proportions with small expected number of positive counts", Survey Methodology 24 (1998) 193–201, with
 * Wilson for Clopper-Pearson, whose coverage lies above its level). The variance is the linearised one of a ratio plus that of the population itself, which is
 * one of many that the rule could meet (B. I. Graubard & E. L. Korn, "Inference for superpopulation parameters", Statistical Science 17 (2002) 73–96): when every
 * interaction was judged, the interval is Wilson's own.
 *
 * A stratum in which nothing of one sort was seen proves little about it: the effective size is no larger than it would be with hardly one such thing there.
 * @returns null when there is nothing to count, or a stratum of which nothing was judged
 * @throws RangeError when more was judged of a stratum than it holds, or a unit's stratum is unknown
 */
export function sampleRatio(strata: readonly SampledStratum[], units: readonly SampledUnit[]): SampleRatio | null {
  const groups = groupsOf(strata, units);
  if (groups.some(({ judged }) => judged.length === 0)) return null;
  const whole = total(groups, (unit) => unit.whole);
  if (whole === 0) return null;
  const rate = total(groups, (unit) => unit.part) / whole;
  const effectiveSize = Math.min(byVariance(groups, rate, whole), bySilence(groups, rate, whole));
  const sum = (of: (unit: SampledUnit) => number): number => units.reduce((n, unit) => n + of(unit), 0);
  const interval = wilsonInterval(rate, effectiveSize);
  return {
    rate,
    interval: { ...interval, low: Math.min(interval.low, rate), high: Math.max(interval.high, rate) },
    part: sum((unit) => unit.part),
    whole: sum((unit) => unit.whole),
    units: units.length,
    effectiveSize,
  };
}

interface Group {
  readonly population: number;
  readonly never: SampledStratum['never'];
  readonly judged: readonly SampledUnit[];
  readonly weight: number;
}

function groupsOf(strata: readonly SampledStratum[], units: readonly SampledUnit[]): Group[] {
  const judged = new Map(strata.filter(({ population }) => population > 0).map(({ id }) => [id, [] as SampledUnit[]]));
  for (const unit of units) {
    const group = judged.get(unit.stratum);
    if (group === undefined) throw new RangeError(`no such stratum: ${unit.stratum}`);
    group.push(unit);
  }
  return strata.flatMap(({ id, population, never }) => {
    const own = judged.get(id);
    if (own === undefined) return [];
    if (own.length > population) throw new RangeError(`stratum ${id}: ${own.length} judged of ${population}`);
    return [{ population, never, judged: own, weight: population / own.length }];
  });
}

const total = (groups: readonly Group[], of: (unit: SampledUnit) => number): number =>
  groups.reduce((sum, { judged, weight }) => sum + weight * judged.reduce((n, unit) => n + of(unit), 0), 0);

/** rate·(1 − rate) / variance; infinite without any variance. */
function byVariance(groups: readonly Group[], rate: number, whole: number): number {
  let variance = 0;
  for (const { population, judged, weight } of groups) {
    const n = judged.length;
    const residuals = judged.map((unit) => unit.part - rate * unit.whole);
    const mean = residuals.reduce((sum, one) => sum + one, 0) / n;
    const squares = (from: number): number => residuals.reduce((sum, one) => sum + (one - from) ** 2, 0);
    // Of a single unit the spread within its stratum is unknown: taken around the mean of all, which is 0.
    const within = n > 1 ? squares(mean) / (n - 1) : squares(0);
    variance += population * (weight - 1) * within + population * (((population - 1) / population) * within + mean ** 2);
  }
  return variance === 0 ? Infinity : (rate * (1 - rate) * whole ** 2) / variance;
}

/**
 * One thing of weight w on the rarer side of a total X gives the size (X / w) / p with p the share of the commoner side: the limit of `byVariance`
 * as such things become few. The largest weight among the strata that showed none counts.
 */
function bySilence(groups: readonly Group[], rate: number, whole: number): number {
  let size = Infinity;
  for (const { never, judged, weight } of groups) {
    const largest = Math.max(1, ...judged.map((unit) => unit.whole)) * weight;
    const part = never === 'part' || judged.some((unit) => unit.part > 0);
    const rest = never === 'rest' || judged.some((unit) => unit.part < unit.whole);
    if (!rest && rate > 0) size = Math.min(size, whole / largest / rate);
    if (!part && rate < 1) size = Math.min(size, whole / largest / (1 - rate));
  }
  return size;
}
