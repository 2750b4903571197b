import { STRICT_SETTINGS } from '#domain';
import { describe, expect, it } from 'vitest';
import { figuresOf, share } from '../src/views/figures.js';
import { isTooSmall, without } from '../src/views/group-size.js';

describe('isTooSmall', () => {
  const enough = { agents: 5, interactions: 20 };

  it.each([
    ['exactly enough of both', enough, [], false],
    ['an agent short', { agents: 4, interactions: 200 }, [], true],
    ['an interaction short', { agents: 50, interactions: 19 }, [], true],
    ['a small rest', enough, [{ agents: 1, interactions: 40 }], true],
    ['a rest of unknown agents', enough, [{ agents: 0, interactions: 3 }], true],
    ['an empty rest', enough, [{ agents: 0, interactions: 0 }], false],
    ['a rest that is large enough', enough, [enough], false],
  ])('%s', (_name, group, rests, expected) => {
    expect(isTooSmall(group, rests, STRICT_SETTINGS)).toBe(expected);
  });

  it('takes a part out of a whole', () => {
    expect(without({ agents: 7, interactions: 30 }, { agents: 5, interactions: 20 })).toEqual({ agents: 2, interactions: 10 });
  });
});

describe('figures', () => {
  it('carry numerator, denominator and interval', () => {
    const figures = figuresOf({ interactions: 10, with_violation: 3, with_merit: 0, violations: 5, merits: 0 });
    expect(figures.withViolation).toMatchObject({ numerator: 3, denominator: 10, rate: 0.3, interval: { level: 0.95 } });
    expect(figures.withMerit.interval!.low).toBe(0);
  });

  it('stay figures while a view is halfway through a replaced revision', () => {
    expect(share(-1, -1)).toMatchObject({ numerator: 0, denominator: 0, rate: null });
    expect(share(3, 2)).toMatchObject({ numerator: 2, denominator: 2 });
  });
});
