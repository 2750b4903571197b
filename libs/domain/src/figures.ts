/** A share shown to a person: never without its denominator and interval. */
export interface Proportion {
  readonly numerator: number;
  readonly denominator: number;
  /** numerator / denominator; null when the denominator is 0, and of a person whose findings nobody has judged yet. */
  readonly rate: number | null;
  /** Wilson score interval; null with the rate. */
  readonly interval: Interval | null;
}

export interface Interval {
  readonly low: number;
  readonly high: number;
  /** Confidence level, e.g. 0.95. */
  readonly level: number;
}

/** 97.5 % quantile of the standard normal distribution, to double precision. */
const Z_95 = 1.959963984540054;

/**
 * A proportion with its 95 % Wilson score interval.
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
 * JASA 22 (1927) 209–212; chosen because it keeps its coverage for small n and rates near 0 or 1.
 * @throws RangeError unless 0 ≤ numerator ≤ denominator, both integers.
 */
export function proportion(numerator: number, denominator: number): Proportion {
  if (!Number.isInteger(numerator) || !Number.isInteger(denominator) || numerator < 0 || numerator > denominator) {
    throw new RangeError(`not a proportion: ${numerator} / ${denominator}`);
  }
  if (denominator === 0) return { numerator, denominator, rate: null, interval: null };
  const interval = wilsonInterval(numerator / denominator, denominator);
  return {
    numerator,
    denominator,
    rate: numerator / denominator,
    // At 0 and n the bound is exactly 0 or 1; rounding must not move it off.
    interval: { ...interval, low: numerator === 0 ? 0 : interval.low, high: numerator === denominator ? 1 : interval.high },
  };
}

/** The 95 % Wilson score interval of a rate seen on `n` things, which need not be whole: see `proportion` for the source. */
export function wilsonInterval(rate: number, n: number): Interval {
  const z2 = Z_95 * Z_95;
  const centre = (rate + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z_95 / (1 + z2 / n)) * Math.sqrt((rate * (1 - rate)) / n + z2 / (4 * n * n));
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half), level: 0.95 };
}
