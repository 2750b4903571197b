/** A share as an exact fraction in lowest terms: a safe integer over a positive one. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

export function fraction(numerator: number, denominator: number): Fraction {
  const divisor = commonDivisor(numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/** Of non-negative integers, not both 0. */
export function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

export const commonMultiple = (a: number, b: number): number => (a / commonDivisor(a, b)) * b;

/**
 * In percent with one decimal, for display: rounded once, halves up, from the exact fraction (of 0 to 1).
 * Twice 1,000 times the numerator stays a safe integer within `SCORECARD_LIMITS`.
 */
export const percentOf = ({ numerator, denominator }: Fraction): number => Math.floor((2000 * numerator + denominator) / (2 * denominator)) / 10;

/** Exact mean of fractions of 0 to 1; the double nearest below to within 1e-15. Null of none. */
export function meanOf(fractions: readonly Fraction[]): number | null {
  if (fractions.length === 0) return null;
  let [numerator, denominator] = [0n, 1n];
  for (const one of fractions) {
    const [n, d] = [BigInt(one.numerator), BigInt(one.denominator)];
    if (denominator % d === 0n) numerator += n * (denominator / d);
    else [numerator, denominator] = [numerator * d + n * denominator, denominator * d];
  }
  return Number((numerator * 1_000_000_000_000_000n) / (denominator * BigInt(fractions.length))) / 1e15;
}
