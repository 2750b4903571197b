import { type CountedScore, fraction, scoreFigures, SeededChance } from '#domain';
import { describe, expect, it } from 'vitest';

const scores = (...percents: readonly number[]): CountedScore[] => percents.map((percent) => ({ score: fraction(percent, 100), failed: percent === 0 }));

describe('figures of scores', () => {
  it('by hand: mean, Student’s interval, fifths, critical failures', () => {
    const { n, mean, interval, distribution, criticalFailures, open } = scoreFigures([...scores(0, 20, 40, 50, 60, 60, 80, 90, 100, 100), { score: null, failed: false }]);
    // Mean 60; squared deviations come to 10,200, s = √(10200 / 9) = 33.6650; t(0.975, 9) = 2.262157; half = 2.262157 × 33.6650 / √10 = 24.0825.
    expect({ n, mean, distribution, open }).toEqual({ n: 10, mean: 0.6, distribution: [1, 1, 2, 2, 4], open: 1 });
    expect(interval!.low).toBeCloseTo(0.359175, 5);
    expect(interval!.high).toBeCloseTo(0.840825, 5);
    expect(criticalFailures).toMatchObject({ numerator: 1, denominator: 10, rate: 0.1 });
  });

  it('have no interval where too little is known, and no mean of nothing', () => {
    expect(scoreFigures(scores(0, 50, 100, 20, 30, 40, 50, 60, 70))).toMatchObject({ n: 9, interval: null });
    expect(scoreFigures(scores(...Array<number>(12).fill(80)))).toMatchObject({ n: 12, mean: 0.8, interval: null });
    expect(scoreFigures([])).toMatchObject({ n: 0, mean: null, interval: null, criticalFailures: { rate: null } });
  });

  it('hold the truth about as often as they say: scores of made-up scorecards', () => {
    const chance = new SeededChance(7);
    const draws: Readonly<Record<string, () => number>> = {
      even: () => Math.floor(chance.uniform() * 5) * 25,
      high: () => (chance.uniform() < 0.15 ? 50 : 75 + Math.floor(chance.uniform() * 3) * 12),
      halves: () => (chance.uniform() < 0.7 ? 100 : 40),
    };
    const truth: Readonly<Record<string, number>> = { even: 0.5, high: (0.15 * 50 + 0.85 * 87) / 100, halves: 0.82 };
    for (const [name, draw] of Object.entries(draws)) {
      for (const size of [10, 30]) {
        let [held, told] = [0, 0];
        for (let run = 0; run < 1_000; run++) {
          const { interval } = scoreFigures(scores(...Array.from({ length: size }, draw)));
          if (interval === null) continue;
          told++;
          if (interval.low <= truth[name]! && truth[name]! <= interval.high) held++;
        }
        expect([name, size, held / told > 0.9]).toEqual([name, size, true]);
      }
    }
  });
});
