import { describe, expect, it } from 'vitest';
import { betaCumulants } from '../../src/statistics/beta-cumulants.js';
import { binomialAtLeast, binomialAtMost, fQuantile, fTail } from '../../src/statistics/beta.js';
import { chiSquaredQuantile, chiSquaredTail } from '../../src/statistics/gamma.js';

/** Reference values: SciPy 1.x (Cephes and Boost), `scipy.stats`, one call each as written beside the row. */
describe('tails agree with SciPy', () => {
  it.each([
    [3.841458820694124, 1, 0.04999999999999989],
    [0.05, 2.5, 0.9913468872691428],
    [40, 29, 0.0839368984915183],
    [70.3, 11.7, 2.1169259278363378e-10],
    [350, 300.5, 0.025906148727686693],
  ])('chi2.sf(%d, %d)', (x, df, expected) => {
    expect(chiSquaredTail(x, df) / expected).toBeCloseTo(1, 10);
    expect(chiSquaredQuantile(expected, df) / x).toBeCloseTo(1, 9);
  });

  it.each([
    [4.2, 2, 9, 0.051477764080395685],
    [0.3, 1.7, 12.4, 0.7116704947777547],
    [2.5, 29, 7, 0.10555567456135957],
  ])('f.sf(%d, %d, %d)', (x, d1, d2, expected) => {
    expect(fTail(x, d1, d2)).toBeCloseTo(expected, 12);
    expect(fQuantile(expected, d1, d2) / x).toBeCloseTo(1, 9);
  });

  it.each([
    [0, 12, 0.1, 0.282429536481, 1],
    [7, 40, 0.1, 0.9580980573266362, 0.09951642396555122],
    [300, 1000, 0.28, 0.9248519618511152, 0.08549509295132153],
    [3, 2000, 0.0005, 0.9810425022945067, 0.08025539105667519],
  ])('binom.cdf and sf of %d in %d at %d', (k, n, p, atMost, atLeast) => {
    expect(binomialAtMost(k, n, p)).toBeCloseTo(atMost, 12);
    expect(binomialAtLeast(k, n, p)).toBeCloseTo(atLeast, 12);
  });

  it.each([
    [0.1, 0.0049, 0.0004048050579557428, 4.062738959478493e-5],
    [0.3, 0.01, 0.00036363636363636367, -7.1146245059288545e-6],
    [0.5, 0.02, 0, -0.00016551724137931035],
  ])('beta.stats(moments="sk") for mean %d and variance %d', (mean, variance, third, fourth) => {
    const found = betaCumulants(mean, variance);
    expect(found.third).toBeCloseTo(third, 14);
    expect(found.fourth).toBeCloseTo(fourth, 14);
  });
});

it('a variance that no rate of the mean can have has no cumulants', () => {
  expect(betaCumulants(0.1, 0.09)).toEqual({ third: 0, fourth: 0 });
  expect(betaCumulants(0.1, 0)).toEqual({ third: 0, fourth: 0 });
});
