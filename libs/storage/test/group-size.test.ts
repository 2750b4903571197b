import * as fc from 'fast-check';
import { STRICT_SETTINGS } from '#domain';
import { describe, expect, it } from 'vitest';
import { figuresOf, share } from '../src/views/figures.js';
import { isTooSmall, toHide, without } from '../src/views/group-size.js';

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

const group = (agents: number, interactions: number) => ({ agents, interactions });
const small = ({ agents, interactions }: { agents: number; interactions: number }): boolean => agents < 5 || interactions < 20;

describe('toHide', () => {
  const settings = STRICT_SETTINGS;

  it('hides nothing where nothing is small', () => {
    expect(toHide([group(5, 20), group(9, 90)], small, settings).size).toBe(0);
  });

  it('hides the smallest other group with a small one: the total less the rest would show it', () => {
    const [tiny, middle, large] = [group(2, 9), group(6, 40), group(9, 400)];
    expect([...toHide([large, tiny, middle], small, settings)]).toEqual([tiny, middle]);
  });

  it('hides no other where the small ones together are large enough', () => {
    const groups = [group(5, 12), group(6, 12), group(9, 400)];
    expect([...toHide(groups, small, settings)]).toEqual(groups.slice(0, 2));
  });

  it('never leaves a hidden rest that is small, unless everything is hidden', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ agents: fc.integer({ min: 0, max: 12 }), interactions: fc.integer({ min: 0, max: 60 }) }), { maxLength: 8 }), (groups) => {
        const hidden = [...toHide(groups, small, settings)];
        expect(hidden).toEqual(expect.arrayContaining(groups.filter(small)));
        const rest = group(Math.max(0, ...hidden.map(({ agents }) => agents)), hidden.reduce((sum, { interactions }) => sum + interactions, 0));
        expect(hidden.length === 0 || hidden.length === groups.length || !small(rest)).toBe(true);
      }),
    );
  });
});
