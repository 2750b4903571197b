import { falseDiscoveryRates, funnelLimits, funnelPosition, overdispersion } from '#domain';
import { describe, expect, it } from 'vitest';
import { binomialAtLeast, binomialAtMost } from '../../src/statistics/beta.js';
import { Chance, samplingError } from './chance.js';

const decided = (n: number, events: number, rate: number) => ({ n, events, undecided: 0, rate: { low: rate, high: rate } });

const person = (z: number) => ({ observed: 10 + 3 * z, expected: 10, binomial: 9 });

describe('the limits of a funnel', () => {
  // scipy.stats.binom: ppf((1 − level)/2, n, p) and isf((1 − level)/2, n, p).
  it.each([
    [10, 0.2, [0, 5], [0, 6]],
    [57, 0.08, [1, 9], [0, 12]],
    [400, 0.031, [6, 20], [3, 24]],
    [2500, 0.45, [1076, 1174], [1048, 1202]],
    [12, 0.9, [8, 12], [7, 12]],
  ])('of %d at %d are SciPy’s', (n, rate, [low, high], [lowest, highest]) => {
    expect(funnelLimits(n, rate, 0.95)).toEqual({ low, high });
    expect(funnelLimits(n, rate, 0.998)).toEqual({ low: lowest, high: highest });
  });

  it('stand where they should at the ends', () => {
    expect(funnelLimits(30, 0, 0.95)).toEqual({ low: 0, high: 0 });
    expect(funnelLimits(30, 1, 0.95)).toEqual({ low: 30, high: 30 });
    expect(() => funnelLimits(0, 0.5, 0.95)).toThrow(RangeError);
    expect(() => funnelLimits(5, 1.2, 0.95)).toThrow(RangeError);
  });

  it.each([0.95, 0.998] as const)('flag chance alone as often as the exact binomial says, never more than 1 − %d', (level) => {
    const chance = new Chance(42);
    let [flagged, exact] = [0, 0];
    const runs = 20_000;
    for (let run = 0; run < runs; run++) {
      const [n, rate] = [chance.between(20, 400), 0.03 + chance.uniform() * 0.5];
      const { low, high } = funnelLimits(n, rate, level);
      const outside = binomialAtMost(low - 1, n, rate) + binomialAtLeast(high + 1, n, rate);
      expect(outside).toBeLessThanOrEqual(1 - level + 1e-12);
      exact += outside / runs;
      const events = chance.binomial(n, rate);
      if (events < low || events > high) flagged++;
    }
    expect(Math.abs(flagged / runs - exact)).toBeLessThan(samplingError(exact, runs));
    expect(exact).toBeGreaterThan((1 - level) / 2);
  });
});

describe('a person’s place', () => {
  it.each([
    ['within', decided(57, 5, 0.08)],
    ['above-95', decided(57, 10, 0.08)],
    ['above-99.8', decided(57, 13, 0.08)],
    ['below-95', decided(57, 0, 0.08)],
    ['below-99.8', decided(400, 2, 0.031)],
    ['not-enough-data', decided(3, 3, 0.35)],
  ] as const)('%s', (expected, count) => {
    expect(funnelPosition(count)).toBe(expected);
  });

  it('is outside only if it will be so whatever becomes of what nobody has judged yet', () => {
    // 13 of 57 is far above 8 %, but not above the 18 % that everybody has if all that waits is confirmed.
    expect(funnelPosition({ n: 57, events: 13, undecided: 0, rate: { low: 0.08, high: 0.18 } })).toBe('within');
    // None of 57 is below 8 %, but own findings still wait.
    expect(funnelPosition({ n: 57, events: 0, undecided: 1, rate: { low: 0.08, high: 0.09 } })).toBe('within');
    expect(funnelPosition({ n: 57, events: 13, undecided: 3, rate: { low: 0.07, high: 0.08 } })).toBe('above-99.8');
  });
});

describe('overdispersion', () => {
  it('is the mean of z² with the outer tenths drawn in', () => {
    // numpy.clip(z, sorted(z)[1], sorted(z)[-2]), squared, mean.
    const z = [-9, -2, -1, -1, 0, 0, 1, 1, 2, 9];
    expect(overdispersion(z.map(person))).toBeCloseTo((4 * 4 + 4 * 1) / 10, 12);
    expect(overdispersion([])).toBeNull();
    expect(overdispersion([{ observed: 0, expected: 0, binomial: 0 }])).toBeNull();
  });
});

it('false discovery rates are those of statsmodels: multipletests(method="fdr_bh")', () => {
  const found = falseDiscoveryRates([0.01, 0.04, 0.03, 0.005, 0.5, 0.04]);
  [0.03, 0.048, 0.048, 0.03, 0.5, 0.048].forEach((expected, i) => expect(found[i]).toBeCloseTo(expected, 12));
  expect(falseDiscoveryRates([])).toEqual([]);
});
