import { proportion, sampleRatio, type SampledUnit } from '#domain';
import { describe, expect, it } from 'vitest';
import { assert, integer, property } from 'fast-check';

const times = (n: number, stratum: string, part: number, whole: number): SampledUnit[] => Array.from({ length: n }, () => ({ stratum, part, whole }));

describe('sampleRatio', () => {
  it('gives what samplics 0.4.22 (Taylor linearisation) and statsmodels 0.15.0 (Wilson) give', () => {
    const strata = [
      { id: 'f1', population: 60 },
      { id: 'u1', population: 900, never: 'part' as const },
      { id: 'f2', population: 40 },
      { id: 'u2', population: 1000, never: 'part' as const },
    ];
    const units = [
      ...times(9, 'f1', 1, 1), ...times(2, 'f1', 0, 1), ...times(1, 'f1', 2, 3), ...times(17, 'u1', 0, 0), ...times(3, 'u1', 0, 1),
      ...times(5, 'f2', 1, 1), ...times(1, 'f2', 0, 2), ...times(2, 'f2', 0, 0), ...times(23, 'u2', 0, 0), ...times(1, 'u2', 0, 2), ...times(1, 'u2', 0, 1),
    ];
    const found = sampleRatio(strata, units)!;
    expect(found.rate).toBeCloseTo(0.2222222222222222, 12);
    expect(found.effectiveSize).toBeCloseTo(28.253393488762303, 9);
    expect(found.interval.low).toBeCloseTo(0.10784618529111875, 9);
    expect(found.interval.high).toBeCloseTo(0.40309315274863633, 9);
    expect(found).toMatchObject({ part: 16, whole: 27, units: 65 });
  });

  it('is Wilson’s own when everything was judged, one thing in each', () => {
    assert(
      property(integer({ min: 0, max: 60 }), integer({ min: 0, max: 60 }), (right, wrong) => {
        if (right + wrong === 0) return;
        const found = sampleRatio([{ id: 'all', population: right + wrong }], [...times(right, 'all', 1, 1), ...times(wrong, 'all', 0, 1)])!;
        const plain = proportion(right, right + wrong);
        expect(found.rate).toBeCloseTo(plain.rate!, 12);
        expect(found.interval.low).toBeCloseTo(plain.interval!.low, 9);
        expect(found.interval.high).toBeCloseTo(plain.interval!.high, 9);
      }),
    );
  });

  it('never calls a recall certain because nothing was missed in a few of many', () => {
    const strata = [{ id: 'flagged', population: 100 }, { id: 'rest', population: 5_000, never: 'part' as const }];
    const found = sampleRatio(strata, [...times(100, 'flagged', 1, 1), ...times(50, 'rest', 0, 0)])!;
    expect(found.rate).toBe(1);
    // Up to 7 % of 5,000 could have been missed: 3.84 / 53.84 × 5,000 = 357 against 100 found.
    expect(found.interval.low).toBeLessThan(0.25);
    expect(sampleRatio(strata, [...times(100, 'flagged', 1, 1), ...times(4_000, 'rest', 0, 0)])!.interval.low).toBeGreaterThan(0.9);
  });

  it('does not let one miss in a part judged whole hide that the rest is hardly known', () => {
    const strata = [{ id: 'flagged', population: 100 }, { id: 'rest', population: 5_000, never: 'part' as const }];
    const found = sampleRatio(strata, [...times(99, 'flagged', 1, 1), ...times(1, 'flagged', 0, 1), ...times(50, 'rest', 0, 0)])!;
    expect(found.interval.low).toBeLessThan(0.3);
  });

  it('says nothing without anything to count, or of a stratum that nobody looked at', () => {
    expect(sampleRatio([{ id: 'a', population: 9 }], times(3, 'a', 0, 0))).toBeNull();
    expect(sampleRatio([{ id: 'a', population: 9 }, { id: 'b', population: 2 }], times(3, 'a', 1, 1))).toBeNull();
    expect(sampleRatio([{ id: 'a', population: 9 }, { id: 'b', population: 0 }], times(3, 'a', 1, 1))).not.toBeNull();
  });

  it('keeps its rate inside its interval, within 0 and 1', () => {
    const counts = integer({ min: 0, max: 8 });
    assert(
      property(counts, counts, counts, counts, integer({ min: 0, max: 500 }), (right, wrong, missed, clean, more) => {
        if (right + wrong === 0 || missed + clean === 0) return;
        const strata = [{ id: 'f', population: right + wrong + more }, { id: 'u', population: missed + clean + 10 * more, never: 'part' as const }];
        const found = sampleRatio(strata, [...times(right, 'f', 1, 1), ...times(wrong, 'f', 0, 2), ...times(missed, 'u', 0, 1), ...times(clean, 'u', 0, 0)])!;
        if (found === null) return;
        const { low, high } = found.interval;
        expect(0 <= low && low <= found.rate && found.rate <= high && high <= 1).toBe(true);
        expect(high - low).toBeGreaterThan(0);
        expect(found.effectiveSize).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });

  it('refuses what cannot be', () => {
    expect(() => sampleRatio([{ id: 'a', population: 1 }], times(2, 'a', 1, 1))).toThrow(RangeError);
    expect(() => sampleRatio([{ id: 'a', population: 1 }], times(1, 'b', 1, 1))).toThrow(RangeError);
  });
});
