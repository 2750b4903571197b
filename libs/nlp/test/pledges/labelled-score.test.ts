import { describe, expect, it } from 'vitest';
import { readTurns } from './labelled-set.js';
import { scorePledges } from './score-pledges.js';

/** A little under what was measured (`npm run bench:quality -- --pledges`): a change that loses more than a few pledges fails here. */
const FLOOR = {
  a: { f1: 0.97, f1WithAct: 0.94, deadlineExact: 0.98 },
  b: { f1: 0.89, f1WithAct: 0.7, deadlineExact: 0.95 },
  c: { f1: 0.95, f1WithAct: 0.91, deadlineExact: 0.95 },
  d: { f1: 0.89, f1WithAct: 0.72, deadlineExact: 0.92 },
  e: { f1: 0.96, f1WithAct: 0.92, deadlineExact: 0.97 },
  f: { f1: 0.81, f1WithAct: 0.53, deadlineExact: 0.94 },
  h: { f1: 0.97, f1WithAct: 0.88, deadlineExact: 0.95 },
  i: { f1: 0.97, f1WithAct: 0.94, deadlineExact: 0.97 },
  j: { f1: 0.89, f1WithAct: 0.75, deadlineExact: 0.95 },
} as const;

describe.each(['a', 'b', 'c', 'd', 'e', 'f', 'h', 'i', 'j'] as const)('pledges of part %s', (half) => {
  const figures = scorePledges(readTurns(half));

  it('are found', () => {
    expect(figures.f1).toBeGreaterThanOrEqual(FLOOR[half].f1);
    expect(figures.f1WithAct).toBeGreaterThanOrEqual(FLOOR[half].f1WithAct);
  });

  it('with their deadlines', () => {
    expect(figures.deadlineExact.rate).toBeGreaterThanOrEqual(FLOOR[half].deadlineExact);
  });
});
