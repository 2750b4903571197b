/** Seeded chance: the same numbers on every machine, so that a simulated share can be asserted. */
export class Chance {
  constructor(private seed: number) {}

  /** Uniform on [0, 1): mulberry32, by T. Ettinger (public domain), rewritten. */
  uniform(): number {
    this.seed = (this.seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.seed ^ (this.seed >>> 15), 1 | this.seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  between(low: number, high: number): number {
    return low + Math.floor(this.uniform() * (high - low + 1));
  }

  binomial(n: number, rate: number): number {
    let events = 0;
    for (let i = 0; i < n; i++) if (this.uniform() < rate) events++;
    return events;
  }

  /** A true rate: beta-distributed with this mean and standard deviation. */
  rate(mean: number, deviation: number): number {
    if (deviation === 0) return mean;
    const size = (mean * (1 - mean)) / deviation ** 2 - 1;
    const [a, b] = [this.gamma(mean * size), this.gamma((1 - mean) * size)];
    return a / (a + b);
  }

  private normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.uniform())) * Math.cos(2 * Math.PI * this.uniform());
  }

  /** G. Marsaglia & W. W. Tsang, "A simple method for generating gamma variables", ACM TOMS 26 (2000) 363–372. */
  private gamma(shape: number): number {
    if (shape < 1) return this.gamma(shape + 1) * this.uniform() ** (1 / shape);
    const d = shape - 1 / 3;
    for (;;) {
      const x = this.normal();
      const v = (1 + x / Math.sqrt(9 * d)) ** 3;
      if (v > 0 && Math.log(1 - this.uniform()) < x ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
    }
  }
}

/** Four standard errors of a share simulated `runs` times: wrong by chance once in 16,000. */
export const samplingError = (share: number, runs: number): number => 4 * Math.sqrt((share * (1 - share)) / runs);
