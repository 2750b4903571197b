import type { Interval } from '../figures.js';
import { studentQuantile } from './beta.js';

/** How many answers of one person say one thing. */
export interface SaidCount {
  readonly person: string;
  readonly value: string;
  readonly n: number;
}

/** How likely two answers, picked at random, are to say the same. */
export interface Agreement {
  /** Unbiased: pairs of answers that say the same / pairs of answers. */
  readonly rate: number;
  readonly interval: Interval;
  readonly answers: number;
  readonly people: number;
}

const LEVEL = 0.95;
const Z = 1.959963984540054;
/** Flatter and steeper than this no distribution need be looked at. */
const TILTS = { flattest: 0, steepest: 64 };

/**
 * Σ nᵥ(nᵥ − 1) / n(n − 1) (E. H. Simpson, "Measurement of diversity", Nature 163 (1949) 688). The interval holds every rate from which this one is not further away
 * than chance puts it, as Wilson's does for a share: shares are made flatter or steeper (pᵗ) until it is. Twelve that all say the same are no
 * proof that nobody will ever say anything else: one more value takes part, with z²/4 answers. Answers of one person resemble each other: the
 * standard error grows by what people's own variance comes to (linearised, persons as units: W. G. Cochran, Sampling Techniques, 3rd ed. (1977), ch. 9–11; Student's t).
 * @returns null for fewer than two answers.
 */
export function agreementOf(counts: readonly SaidCount[]): Agreement | null {
  const values = totals(counts, ({ value }) => value);
  const people = totals(counts, ({ person }) => person);
  const n = sum(values.values());
  if (n < 2) return null;
  const rate = sum([...values.values()].map((count) => count * (count - 1))) / (n * (n - 1));
  const shares = new Map([...values].map(([value, count]) => [value, count / n]));
  const seen = [...values.values(), Z ** 2 / 4].map((count) => count / (n + Z ** 2 / 4));
  const clustered = variancePerPerson(counts, shares, people, n) / simpsonVariance(seen, n);
  const wide = clustered > 1 ? studentQuantile((1 - LEVEL) / 2, people.size - 1) * Math.sqrt(clustered) : Z;
  const isFar = (tilt: number): boolean => {
    const tilted = tiltedBy(seen, tilt);
    return Math.abs(powers(tilted, 2) - rate) > wide * Math.sqrt(simpsonVariance(tilted, n));
  };
  const middle = bisect((tilt) => powers(tiltedBy(seen, tilt), 2) < rate, TILTS.flattest, TILTS.steepest);
  const at = (tilt: number): number => powers(tiltedBy(seen, tilt), 2);
  return {
    rate,
    interval: {
      low: Math.min(rate, at(bisect(isFar, TILTS.flattest, middle))),
      high: Math.max(rate, at(bisect((tilt) => !isFar(tilt), middle, TILTS.steepest))),
      level: LEVEL,
    },
    answers: n,
    people: people.size,
  };
}

/** Where a condition that holds at `from` ceases to hold; `from` when it does not hold there. */
function bisect(holds: (tilt: number) => boolean, from: number, to: number): number {
  if (!holds(from)) return from;
  if (holds(to)) return to;
  let [low, high] = [from, to];
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function tiltedBy(shares: readonly number[], tilt: number): number[] {
  const largest = Math.max(...shares);
  const powered = shares.map((share) => (share / largest) ** tilt);
  const total = sum(powered);
  return powered.map((one) => one / total);
}

/** Of the unbiased estimate, at these shares: [4n(n−1)(n−2)Σp³ + 2n(n−1)Σp² − 2n(n−1)(2n−3)(Σp²)²] / [n(n−1)]². */
function simpsonVariance(shares: readonly number[], n: number): number {
  const [second, third] = [powers(shares, 2), powers(shares, 3)];
  return Math.max(0, (4 * (n - 2) * third + 2 * second - 2 * (2 * n - 3) * second ** 2) / (n * (n - 1)));
}

/** Each answer moves the rate by 2(pᵥ − Σp²)/n; those of one person move together. 0 for a single person. */
function variancePerPerson(counts: readonly SaidCount[], shares: ReadonlyMap<string, number>, people: ReadonlyMap<string, number>, n: number): number {
  if (people.size < 2) return 0;
  const mean = powers([...shares.values()], 2);
  const moved = new Map<string, number>();
  for (const { person, value, n: count } of counts) moved.set(person, (moved.get(person) ?? 0) + (2 * count * (shares.get(value)! - mean)) / n);
  return (people.size / (people.size - 1)) * powers([...moved.values()], 2);
}

function totals(counts: readonly SaidCount[], keyOf: (count: SaidCount) => string): Map<string, number> {
  const found = new Map<string, number>();
  for (const one of counts) if (one.n > 0) found.set(keyOf(one), (found.get(keyOf(one)) ?? 0) + one.n);
  return found;
}

const powers = (items: readonly number[], power: number): number => sum(items.map((one) => one ** power));
const sum = (items: Iterable<number>): number => [...items].reduce((total, one) => total + one, 0);
