import { describe, expect, it } from 'vitest';
import { assert, nat, property } from 'fast-check';
import { proportion } from '#domain';

describe('proportion', () => {
  // Published: R. G. Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 3 (score), to 4 decimals.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i lies between %f and %f', (numerator, denominator, low, high) => {
    const { interval } = proportion(numerator, denominator);
    expect(interval!.low).toBeCloseTo(low, 4);
    expect(interval!.high).toBeCloseTo(high, 4);
    expect(interval!.level).toBe(0.95);
  });

  it('has neither rate nor interval without a denominator', () => {
    expect(proportion(0, 0)).toEqual({ numerator: 0, denominator: 0, rate: null, interval: null });
  });

  it('always holds its rate inside its interval, within 0 and 1', () => {
    assert(
      property(nat(5000), nat(5000), (a, b) => {
        const { rate, interval } = proportion(Math.min(a, b), Math.max(a, b, 1));
        expect(interval!.low).toBeGreaterThanOrEqual(0);
        expect(interval!.high).toBeLessThanOrEqual(1);
        expect(interval!.low).toBeLessThanOrEqual(rate!);
        expect(interval!.high).toBeGreaterThanOrEqual(rate!);
      }),
    );
  });

  it.each([[-1, 10], [11, 10], [0.5, 10]])('refuses %f of %f', (numerator, denominator) => {
    expect(() => proportion(numerator, denominator)).toThrow(RangeError);
  });
});
