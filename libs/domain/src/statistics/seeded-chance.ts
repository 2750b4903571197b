/** Seeded chance: the same numbers on every machine, so that an interval found by resampling is the same when it is asked for again. */
export class SeededChance {
  constructor(private seed: number) {}

  /** Uniform on [0, 1): mulberry32, by T. Ettinger (public domain), rewritten. */
  uniform(): number {
    this.seed = (this.seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.seed ^ (this.seed >>> 15), 1 | this.seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** Standard normal: G. E. P. Box & M. E. Muller, Ann. Math. Stat. 29 (1958) 610–611. */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.uniform())) * Math.cos(2 * Math.PI * this.uniform());
  }

  /**
   * Binomial(n, rate): waiting times between events are geometric, so that rare events cost little.
   * L. Devroye, "Non-uniform random variate generation" (1986), X.4.3.
   */
  binomial(n: number, rate: number): number {
    if (rate <= 0) return 0;
    if (rate >= 1) return n;
    if (rate > 0.5) return n - this.binomial(n, 1 - rate);
    const perMiss = Math.log1p(-rate);
    let events = -1;
    for (let at = 0; at <= n; events += 1) at += 1 + Math.floor(Math.log(1 - this.uniform()) / perMiss);
    return events;
  }

  /** χ² with whole degrees of freedom: a sum of squares, pairs of which are exponential. */
  chiSquared(degrees: number): number {
    let sum = degrees % 2 === 1 ? this.normal() ** 2 : 0;
    for (let pair = 1; pair < degrees; pair += 2) sum -= 2 * Math.log(1 - this.uniform());
    return sum;
  }
}
