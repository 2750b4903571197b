import { describe, expect, it } from 'vitest';
import { isUnreviewed } from '../src/overview/unreviewed.js';

describe('isUnreviewed', () => {
  it.each([
    ['confirmed', 1, 0, true],
    ['confirmed', 1, 2, false],
    ['confirmed', 0, 0, false],
    ['detected', 1, 0, false],
  ] as const)('under « %s », %i to review and %i confirmed: %s', (basis, awaitingReview, confirmed, expected) => {
    expect(isUnreviewed(basis, { awaitingReview }, confirmed)).toBe(expected);
  });
});
