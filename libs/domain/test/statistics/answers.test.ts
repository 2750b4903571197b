import { agreementOf, channelArrangements, channelTest, peopleTest, type SaidCount, type SaidOnce } from '#domain';
import { describe, expect, it } from 'vitest';
import { Chance, samplingError } from './chance.js';

const counts = (...rows: readonly (readonly [person: string, value: string, n: number])[]): SaidCount[] => rows.map(([person, value, n]) => ({ person, value, n }));
/** One letter per answer. */
const said = (...rows: readonly (readonly [person: string, channel: string, values: string])[]): SaidOnce[] =>
  rows.flatMap(([person, channel, values]) => values.split('').map((value) => ({ person, channel, value })));

/** Share of the runs whose interval holds the truth. */
function coverage(seed: number, draw: (chance: Chance) => SaidCount[], truth: number): number {
  const chance = new Chance(seed);
  const runs = 1_000;
  return Array.from({ length: runs }, () => agreementOf(draw(chance))!.interval).filter(({ low, high }) => low <= truth && truth <= high).length / runs;
}
const pick = (chance: Chance, shares: readonly number[]): string => {
  let left = chance.uniform();
  return `v${shares.findIndex((share) => (left -= share) < 0)}`;
};
const independent = (shares: readonly number[], n: number) => (chance: Chance) => Array.from({ length: n }, (_, i) => ({ person: `p${i % 8}`, value: pick(chance, shares), n: 1 }));

describe('agreement', () => {
  // From a Python script of its own: pairs counted one by one, limits on a grid of 640,000 tilts, Student's t integrated by Simpson's rule.
  it.each([
    ['three people', counts(['a', 'x', 6], ['a', 'y', 2], ['b', 'x', 3], ['b', 'y', 5], ['c', 'x', 4], ['c', 'z', 2]), 0.4329004329, 0.317383, 0.641314],
    ['five people, each with an answer of their own', counts(['a', 'x', 8], ['b', 'y', 7], ['c', 'x', 6], ['c', 'y', 1], ['d', 'y', 6], ['e', 'x', 5]), 0.4962121212, 0.350594, 0.861562],
    ['twelve that say the same', counts(['a', 'x', 7], ['b', 'x', 5]), 1, 0.711907, 1],
  ])('of %s is what the reference says', (_name, rows, rate, low, high) => {
    const found = agreementOf(rows)!;
    expect(found.rate).toBeCloseTo(rate, 9);
    expect(found.interval.low).toBeCloseTo(low, 4);
    expect(found.interval.high).toBeCloseTo(high, 4);
  });

  it('is not told of fewer than two answers, and holds for two that differ', () => {
    expect(agreementOf(counts(['a', 'x', 1]))).toBeNull();
    expect(agreementOf(counts(['a', 'x', 1], ['a', 'y', 1]))).toMatchObject({ rate: 0, interval: { low: 0 }, answers: 2, people: 1 });
  });


  it.each<[readonly number[], number]>([
    [[0.5, 0.3, 0.2], 20], [[0.5, 0.3, 0.2], 100], [[0.8, 0.2], 20], [[0.8, 0.2], 100], [[0.9, 0.05, 0.05], 60], [[0.4, 0.3, 0.2, 0.1], 40],
  ])('of answers %j, %i of them: its interval holds the truth 19 times in 20, or more often', (shares, n) => {
    const truth = shares.reduce((sum, share) => sum + share ** 2, 0);
    expect(coverage(n, independent(shares, n), truth)).toBeGreaterThan(0.95 - samplingError(0.95, 1_000));
  });

  it.each([6, 20])('of %i people who each lean to an answer of their own: likewise', (people) => {
    // Each person says x with a probability of their own around 60 %: two answers of two people agree by 0.6² + 0.4².
    const draw = (chance: Chance): SaidCount[] =>
      Array.from({ length: people }, (_, p) => {
        const own = chance.rate(0.6, 0.25);
        const x = chance.binomial(12, own);
        return [{ person: `p${p}`, value: 'x', n: x }, { person: `p${p}`, value: 'y', n: 12 - x }];
      }).flat();
    expect(coverage(people, draw, 0.52)).toBeGreaterThan(0.93 - samplingError(0.95, 1_000));
  });
});

describe('differences between people and between channels', () => {
  // Exact mid-p by listing every arrangement in Python.
  it('have the probability of the reference, but for the draws', () => {
    const people = peopleTest(said(['a', 'chat', 'xxx'], ['b', 'chat', 'xxy'], ['c', 'chat', 'yyz'], ['a', 'phone', 'xx'], ['b', 'phone', 'yx'], ['c', 'phone', 'yyy']));
    expect(Math.abs(people / 0.0081632653 - 1)).toBeLessThan(0.4);
    const channels = said(
      ['a', 'chat', 'xx'], ['a', 'phone', 'yyx'], ['b', 'chat', 'xxy'], ['b', 'phone', 'yy'], ['c', 'chat', 'xx'], ['d', 'chat', 'xy'], ['e', 'phone', 'yy'], ['f', 'phone', 'xyy'], ['g', 'chat', 'xx'],
    );
    expect(channelArrangements(channels)).toBe(1_000);
    expect(Math.abs(channelTest(channels) / 0.0195 - 1)).toBeLessThan(0.4);
  });

  it('come out the same in any order of the answers', () => {
    const all = said(['a', 'chat', 'xxxy'], ['b', 'chat', 'xyyy'], ['c', 'phone', 'yyyy'], ['a', 'phone', 'xy']);
    expect(peopleTest(all.toReversed())).toBeCloseTo(peopleTest(all), 1);
    expect(peopleTest(all)).toBe(peopleTest(all));
  });

  it('cannot be told where there is hardly another arrangement', () => {
    expect(channelArrangements(said(['a', 'chat', 'xxxxxx'], ['b', 'phone', 'yyyyyy']))).toBe(2);
    expect(channelArrangements(said(['a', 'chat', 'xxxx'], ['a', 'phone', 'yyyy']))).toBe(70);
  });

  interface World {
    readonly people: number;
    readonly each: number;
    /** Standard deviation of the people's own shares of x, around one half. */
    readonly apart: number;
    readonly channels: number;
    /** Everybody on one channel only. */
    readonly alone?: boolean;
    /** Added to the share of x on the first channel. */
    readonly shift?: number;
  }
  function simulated(chance: Chance, { people, each, apart, channels, alone = false, shift = 0 }: World): SaidOnce[] {
    return Array.from({ length: people }, (_, p) => {
      const own = chance.rate(0.5, apart);
      return Array.from({ length: each }, (__, i) => {
        const channel = alone ? p % channels : i % channels;
        const x = chance.uniform() < own + (channel === 0 ? shift : 0);
        return { person: `p${p}`, channel: `c${channel}`, value: x ? 'x' : chance.uniform() < 0.5 ? 'y' : 'z' };
      });
    }).flat();
  }
  const RUNS = 1_000;
  function flagged(seed: number, world: World, test: typeof peopleTest, runs = RUNS): number {
    const chance = new Chance(seed);
    return Array.from({ length: runs }, () => test(simulated(chance, world))).filter((p) => p <= 0.05).length / runs;
  }

  it.each<[string, World, typeof peopleTest]>([
    ['people alike', { people: 8, each: 6, apart: 0, channels: 2 }, peopleTest],
    ['people alike, each on one channel', { people: 20, each: 4, apart: 0, channels: 3, alone: true }, peopleTest],
    ['channels alike, people not', { people: 8, each: 8, apart: 0.3, channels: 2 }, channelTest],
    ['channels alike, people not, each on one channel', { people: 12, each: 6, apart: 0.3, channels: 3, alone: true }, channelTest],
  ])('%s: 5 %% are flagged', (name, world, test) => {
    expect(Math.abs(flagged(name.length, world, test) - 0.05)).toBeLessThan(samplingError(0.05, RUNS));
  });

  it('are found where they are', () => {
    expect(flagged(1, { people: 8, each: 8, apart: 0.3, channels: 1 }, peopleTest, 100)).toBeGreaterThan(0.8);
    expect(flagged(2, { people: 8, each: 10, apart: 0.1, channels: 2, shift: 0.4 }, channelTest, 100)).toBeGreaterThan(0.8);
  });
});
