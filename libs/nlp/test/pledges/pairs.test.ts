import { describe, expect, it } from 'vitest';
import { readPairs } from './labelled-set.js';
import { scoreOf, scorePair } from './score-pairs.js';

/**
 * Floors below which no change may fall, in hundredths. a and c are tuned on. b and d never are, and only their totals are ever looked at: they have not
 * reached the aim yet, 95 right of 100 found and 85 found of 100.
 */
const FLOORS = { a: { precision: 95, recall: 92 }, b: { precision: 88, recall: 68 } };

describe('contradictions between two interactions, on the labelled pairs', () => {
  it.each(['a', 'b'] as const)('half %s stays above its floor', (half) => {
    const { precision, recall } = scoreOf(readPairs(half).map(scorePair));
    expect(precision * 100).toBeGreaterThanOrEqual(FLOORS[half].precision);
    expect(recall * 100).toBeGreaterThanOrEqual(FLOORS[half].recall);
  });
});
