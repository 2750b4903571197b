import type { Interval } from '../figures.js';
import { fTail } from './beta.js';
import { betaCumulants } from './beta-cumulants.js';
import { contrastsOf, type Cell, type Contrast } from './contrast.js';
import { chiSquaredTail } from './gamma.js';

/** How far apart the true rates of groups are, chance taken out. */
export interface SpreadEstimate {
  /** Groups compared. */
  readonly groups: number;
  /** How many of them are free to vary, given the totals: k − 1 in a single stratum. */
  readonly degreesOfFreedom: number;
  /** Groups with too few interactions, or with nobody to be compared with. */
  readonly leftOut: number;
  /** Standard deviation of the groups' true rates: 0.03 is 3 percentage points. */
  readonly deviation: number;
  /** Of the deviation; two-sided. */
  readonly interval: Interval;
  /** Probability of rates at least this far apart when the true ones are equal; one-sided. */
  readonly p: number;
}

export interface SpreadOptions {
  /** Groups with fewer interactions are left out. */
  readonly minimumSize: number;
  /** With fewer groups than this there is no estimate … */
  readonly minimumGroups: number;
  /** … nor with fewer events, or fewer interactions without one: the approximation would not hold. */
  readonly minimumEvents: number;
  /** What is known of the clusters' own spread, when cells name clusters: it is chance to the groups. */
  readonly clusters?: Pick<SpreadEstimate, 'deviation' | 'degreesOfFreedom'>;
}

export const SPREAD_OPTIONS: SpreadOptions = { minimumSize: 10, minimumGroups: 2, minimumEvents: 10 };

const LEVEL = 0.95;

/**
 * The variance component τ² between groups in a beta-binomial model with strata: Q(τ²) = Σ (Oᵢ − Eᵢ)² / Var(Oᵢ − Eᵢ | τ²) has
 * expectation k (the number of groups) at the true τ². The estimate solves Q = k (R. C. Paule & J. Mandel, J. Res. NBS 87
 * (1982) 377–385), interval and test invert Q's distribution (W. Viechtbauer, "Confidence intervals for the amount of
 * heterogeneity", Statist. Med. 26 (2007) 37–52), which is taken as a χ² whose degrees of freedom match Q's variance,
 * fourth cumulants of the counts and of beta-distributed rates included: rare events are far from normal. An F takes
 * its place when the variance of clusters was itself estimated.
 * @returns null when there is not enough to tell.
 */
export function spreadOf(cells: readonly Cell[], options: SpreadOptions = SPREAD_OPTIONS): SpreadEstimate | null {
  const sizes = new Map<string, number>();
  for (const { group, n } of cells) sizes.set(group, (sizes.get(group) ?? 0) + n);
  const large = cells.filter(({ group }) => sizes.get(group)! >= options.minimumSize);
  if (rare(large, options)) return null;
  const contrasts = contrastsOf(large).filter(({ chance }) => chance > 0);
  const n = contrasts.reduce((total, one) => total + one.n, 0);
  const events = contrasts.reduce((total, { observed }) => total + observed, 0);
  if (contrasts.length < options.minimumGroups || rare(contrasts.map((one) => ({ n: one.n, events: one.observed })), options)) return null;
  const model = new Model(contrasts, events / n, options.clusters);
  return {
    groups: contrasts.length,
    degreesOfFreedom: model.free,
    leftOut: sizes.size - contrasts.length,
    deviation: Math.sqrt(model.estimated),
    interval: {
      low: Math.sqrt(model.largestWhere((variance) => model.tail(variance) < (1 - LEVEL) / 2)),
      high: Math.sqrt(model.largestWhere((variance) => model.tail(variance) < (1 + LEVEL) / 2)),
      level: LEVEL,
    },
    p: model.tail(0),
  };
}

function rare(counts: readonly Pick<Cell, 'n' | 'events'>[], { minimumEvents }: SpreadOptions): boolean {
  const n = counts.reduce((total, one) => total + one.n, 0);
  const events = counts.reduce((total, one) => total + one.events, 0);
  return Math.min(events, n - events) < minimumEvents;
}

class Model {
  /** Degrees of freedom of Q among normal counts. */
  readonly free: number;
  /** Where Q has its expectation. */
  readonly estimated: number;

  constructor(
    private readonly contrasts: readonly Contrast[],
    private readonly mean: number,
    private readonly clusters: SpreadOptions['clusters'],
  ) {
    this.free = contrasts.reduce((total, { chance, binomial }) => total + chance / binomial, 0);
    this.estimated = this.largestWhere((variance) => this.q(variance) > contrasts.length);
  }

  private q(variance: number): number {
    return this.contrasts.reduce((total, one) => total + (one.observed - one.expected) ** 2 / this.varianceOf(one, variance), 0);
  }

  /** P(Q at least this large), were the variance between groups the given one. */
  tail(variance: number): number {
    const k = this.contrasts.length;
    const df = (2 * k * k) / Math.max((2 * k * k) / this.free + this.excess(variance), Number.EPSILON);
    const x = (this.q(variance) * df) / k;
    const known = this.clusters;
    return known === undefined || known.deviation === 0 ? chiSquaredTail(x, df) : fTail(x / df, df, known.degreesOfFreedom);
  }

  /** The largest variance, up to what rates of this mean can have, for which a decreasing condition holds; 0 for none. */
  largestWhere(holds: (variance: number) => boolean): number {
    let [low, high] = [0, this.mean * (1 - this.mean)];
    if (!holds(low)) return 0;
    if (holds(high)) return high;
    for (let step = 0; step < 60; step++) {
      const middle = (low + high) / 2;
      if (holds(middle)) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  }

  private varianceOf({ chance, clustering, leverage }: Contrast, variance: number): number {
    return chance + clustering * (this.clusters?.deviation ?? 0) ** 2 + variance * leverage;
  }

  /**
   * Σ of the fourth cumulants of the standardised differences: law of total cumulance for a binomial count of rate u, its
   * cumulants linear in u around the mean m: κ₄ = E κ₄(y|u) + n²τ²(4(1 − 6m(1 − m)) + 3(1 − 2m)²) + 6n³(1 − 2m)κ₃(u) + n⁴κ₄(u).
   * Beyond the estimated variance u is only stretched: no more skewed than what was seen speaks for, or the upper limit
   * would always be the largest possible one.
   */
  private excess(variance: number): number {
    const m = this.mean;
    const shape = Math.min(variance, this.estimated);
    const stretch = shape > 0 ? Math.sqrt(variance / shape) : 1;
    const { third, fourth } = betaCumulants(m, shape);
    const mixed = variance * (4 * (1 - 6 * m * (1 - m)) + 3 * (1 - 2 * m) ** 2);
    return this.contrasts.reduce((total, one) => {
      const skewed = 6 * (1 - 2 * m) * third * stretch ** 3 * one.leverage ** 1.5;
      const own = one.kurtosis + one.leverage * mixed + skewed + fourth * stretch ** 4 * one.leverage ** 2;
      return total + own / this.varianceOf(one, variance) ** 2;
    }, 0);
  }
}
