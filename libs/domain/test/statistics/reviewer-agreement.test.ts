import { reviewerAgreement, type AgreementCoefficient } from '#domain';
import { describe, expect, it } from 'vitest';
import { Chance } from './chance.js';

/**
 * Twelve units, four observers, five categories: the worked example of K. Krippendorff, "Computing Krippendorff's alpha-reliability"
 * (2011), section C; 0 is no judgement. AC1, standard errors and intervals: irrCAC (K. L. Gwet's own package), version 0.4.
 */
const OBSERVERS = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
  [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
];
const units = OBSERVERS[0]!.map((_, unit) => OBSERVERS.map((observer) => observer[unit]!).filter((said) => said !== 0));

const holds = (one: AgreementCoefficient | null): number => (one !== null && one.interval!.low <= 0 && one.interval!.high >= 0 ? 1 : 0);

describe('agreement of reviewers', () => {
  it('is that of the published worked example', () => {
    const found = reviewerAgreement(units, [1, 2, 3, 4, 5])!;
    expect(found).toMatchObject({ units: 12, comparedUnits: 11 });
    expect(found.observed).toBeCloseTo(0.81818, 5);
    expect(found.alpha!.value).toBeCloseTo(0.74342, 5);
    expect(found.alpha!.interval!.low).toBeCloseTo(0.41906, 4);
    expect(found.alpha!.interval!.high).toBe(1);
    expect(found.ac1.value).toBeCloseTo(0.77544, 5);
    expect(found.ac1.interval!.low).toBeCloseTo(0.46081, 4);
  });

  it('knows nothing where nobody judged the same twice, and no α where all is the same', () => {
    expect(reviewerAgreement([['yes'], ['no'], []], ['yes', 'no'])).toBeNull();
    const same = reviewerAgreement([['yes', 'yes'], ['yes', 'yes'], ['yes', 'yes']], ['yes', 'no'])!;
    expect(same.alpha).toBeNull();
    expect(same.ac1.value).toBe(1);
    expect(same.prevalence.get('no')).toBe(0);
  });

  it('refuses a question with one answer', () => {
    expect(() => reviewerAgreement([['yes', 'yes']], ['yes'])).toThrow(RangeError);
  });

  it('is nothing beyond chance where reviewers toss coins, and its interval says so in 93 to 97 of 100 samples', () => {
    const chance = new Chance(20261128);
    let covered = { alpha: 0, ac1: 0 };
    const runs = 2_000;
    for (let run = 0; run < runs; run += 1) {
      const tossed = Array.from({ length: 40 }, () => Array.from({ length: 3 }, () => (chance.uniform() < 0.5 ? 'confirmed' : 'dismissed')));
      const found = reviewerAgreement(tossed, ['confirmed', 'dismissed'])!;
      covered = { alpha: covered.alpha + holds(found.alpha), ac1: covered.ac1 + holds(found.ac1) };
    }
    for (const share of [covered.alpha / runs, covered.ac1 / runs]) {
      expect(share).toBeGreaterThan(0.93);
      expect(share).toBeLessThan(0.97);
    }
  });
});
