import { describe, expect, it } from 'vitest';
import { readPairs } from './labelled-set.js';
import { scoreOf, scorePair } from './score-pairs.js';

/**
 * Floors below which no change may fall, in hundredths. a, c, e, g, h and i are tuned on (of h and i only the turns yet). b, d, f and j never are, and only their totals are ever looked at: they have not
 * reached the aim, 95 right of 100 found and 85 found of 100.
 */
const FLOORS = {
  a: { precision: 97, recall: 94 },
  b: { precision: 92, recall: 80 },
  c: { precision: 97, recall: 95 },
  d: { precision: 93, recall: 93 },
  e: { precision: 97, recall: 88 },
  f: { precision: 86, recall: 51 },
  g: { precision: 92, recall: 87 },
  h: { precision: 92, recall: 44 },
  i: { precision: 80, recall: 46 },
  j: { precision: 73, recall: 26 },
};

describe('contradictions between two interactions, on the labelled pairs', () => {
  it.each(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'] as const)('part %s stays above its floor', (half) => {
    const { precision, recall } = scoreOf(readPairs(half).map(scorePair));
    expect(precision * 100).toBeGreaterThanOrEqual(FLOORS[half].precision);
    expect(recall * 100).toBeGreaterThanOrEqual(FLOORS[half].recall);
  });
});
