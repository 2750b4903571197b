import { SeededChance } from '#domain';

/** Made-up companies: seeded, so that a simulated share can be asserted. */
export class Chance extends SeededChance {
  between(low: number, high: number): number {
    return low + Math.floor(this.uniform() * (high - low + 1));
  }

  /** A true rate: beta-distributed with this mean and standard deviation. */
  rate(mean: number, deviation: number): number {
    if (deviation === 0) return mean;
    const size = (mean * (1 - mean)) / deviation ** 2 - 1;
    const [a, b] = [this.gamma(mean * size), this.gamma((1 - mean) * size)];
    return a / (a + b);
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
