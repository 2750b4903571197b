/** Lanczos' coefficients for g = 7, n = 9, as published by P. Godfrey (2001): relative error below 1e-15. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** ln Γ(x) for x > 0. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const sum = LANCZOS.reduce((total, c, i) => (i === 0 ? c : total + c / (x - 1 + i)), 0);
  const t = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

const PRECISION = 1e-15;
const TINY = 1e-300;

/**
 * P(χ² > x) with `df` degrees of freedom, which need not be an integer: the regularised upper incomplete gamma function
 * Q(df/2, x/2). Series below the mean, continued fraction above it (Abramowitz & Stegun 6.5.29 and 6.5.31, by Lentz).
 */
export function chiSquaredTail(x: number, df: number): number {
  if (x <= 0) return 1;
  const [a, half] = [df / 2, x / 2];
  const scale = Math.exp(a * Math.log(half) - half - logGamma(a));
  return half < a + 1 ? Math.max(0, 1 - scale * series(a, half)) : scale * fraction(a, half);
}

function series(a: number, x: number): number {
  let [term, sum] = [1 / a, 1 / a];
  for (let n = 1; Math.abs(term) > Math.abs(sum) * PRECISION; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

function fraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let h = d;
  for (let n = 1, delta = 0; Math.abs(delta - 1) > PRECISION && n < 10_000; n++) {
    const step = -n * (n - a);
    b += 2;
    d = 1 / (step * d + b || TINY);
    c = b + step / c || TINY;
    delta = d * c;
    h *= delta;
  }
  return h;
}

/** The x that χ² exceeds with probability `tail`, by bisection on its logarithm. */
export const chiSquaredQuantile = (tail: number, df: number): number => upperQuantile((x) => chiSquaredTail(x, df), tail);

/** The x > 0 at which a decreasing tail probability is `tail`. */
export function upperQuantile(tailAt: (x: number) => number, tail: number): number {
  let [low, high] = [Math.log(1e-250), Math.log(1e12)];
  for (let step = 0; step < 200 && high - low > 1e-14 * Math.max(1, Math.abs(low)); step++) {
    const middle = (low + high) / 2;
    if (tailAt(Math.exp(middle)) > tail) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}
