import { logGamma, upperQuantile } from './gamma.js';

const PRECISION = 1e-15;
const TINY = 1e-300;

/** Regularised incomplete beta function I_x(a, b), by its continued fraction (DLMF 8.17.22, Lentz's method). */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // The fraction converges fast below the mean only; the other side is its mirror.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - (logGamma(a) + logGamma(b) - logGamma(a + b))) / a;
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1) || TINY);
  let h = d;
  for (let m = 1, delta = 0; Math.abs(delta - 1) > PRECISION && m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d || TINY);
    c = 1 + even / c || TINY;
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d || TINY);
    c = 1 + odd / c || TINY;
    delta = d * c;
    h *= delta;
  }
  return front * h;
}

/** P(X ≤ k) for X ~ Binomial(n, p), exact. */
export function binomialAtMost(k: number, n: number, p: number): number {
  if (k < 0) return 0;
  return k >= n ? 1 : incompleteBeta(1 - p, n - k, k + 1);
}

/** P(X ≥ k) for X ~ Binomial(n, p), exact. */
export function binomialAtLeast(k: number, n: number, p: number): number {
  if (k <= 0) return 1;
  return k > n ? 0 : incompleteBeta(p, k, n - k + 1);
}

/** P(F > x) with d1 and d2 degrees of freedom, which need not be integers. */
export const fTail = (x: number, d1: number, d2: number): number => (x <= 0 ? 1 : incompleteBeta(d2 / (d2 + d1 * x), d2 / 2, d1 / 2));

/** The x that F exceeds with probability `tail`. */
export const fQuantile = (tail: number, d1: number, d2: number): number => upperQuantile((x) => fTail(x, d1, d2), tail);

/** The t that Student's distribution exceeds with probability `tail` ≤ 0.5 on one side. */
export const studentQuantile = (tail: number, df: number): number => Math.sqrt(fQuantile(2 * tail, 1, df));
