import { describe, expect, it } from 'vitest';
import { positionKey, scaleOf, stepOf, VIEW } from '../src/consistency/funnel-scale.js';
import { fr } from '../src/i18n/fr.js';

const proportion = (numerator: number, denominator: number) => ({ numerator, denominator, rate: numerator / denominator, interval: { low: 0, high: 1, level: 0.95 } });
const point = (numerator: number, denominator: number, high: number) => ({
  agent: { ref: `a-${numerator}-${denominator}`, name: null },
  team: null,
  flagged: proportion(numerator, denominator),
  expected: 0.1,
  limits: [{ level: 0.95 as const, low: 0, high }, { level: 0.998 as const, low: 0, high: denominator }],
  position: 'within' as const,
});

describe('the scale of a funnel', () => {
  it('has room for every point and every 95 % bar', () => {
    const points = [point(3, 10, 4), point(30, 100, 18), point(4, 80, 15)];
    const { x, y } = scaleOf({ points, mean: proportion(37, 190) });
    for (const { flagged, limits } of points) {
      expect(x(flagged.denominator)).toBeGreaterThan(VIEW.left);
      expect(x(flagged.denominator)).toBeLessThan(VIEW.width - VIEW.right);
      for (const share of [flagged.rate, limits[0]!.high / flagged.denominator]) {
        expect(y(share)).toBeGreaterThan(VIEW.top);
        expect(y(share)).toBeLessThanOrEqual(VIEW.height - VIEW.bottom);
      }
    }
    expect(y(0.3)).toBeLessThan(y(0.2));
  });

  it('stands with one person, and with nothing found', () => {
    const { columns, lines } = scaleOf({ points: [point(0, 1, 0)], mean: proportion(0, 1) });
    expect(columns.map(({ value }) => value)).toEqual([0, 1]);
    expect(lines.at(-1)!.value).toBeLessThanOrEqual(0.021);
    for (const { at } of [...columns, ...lines]) expect(Number.isFinite(at)).toBe(true);
  });

  it.each([[102, 6, 20], [1, 5, 0.2], [0.734, 5, 0.2], [0.05, 5, 0.01], [7, 6, 2]])('steps over %d in at most %d: %d', (range, count, step) => {
    expect(stepOf(range, count)).toBeCloseTo(step, 12);
  });
});

it('every position has its words', () => {
  for (const position of ['within', 'above-95', 'above-99.8', 'below-95', 'below-99.8', 'not-enough-data'] as const) {
    expect(fr.consistency.position[positionKey(position)]).toBeTruthy();
  }
});
