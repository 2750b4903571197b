import { contrastsOf, SPREAD_OPTIONS, spreadOf, type Cell } from '#domain';
import { describe, expect, it } from 'vitest';

const SEVEN: Cell[] = [[40, 3], [55, 2], [80, 14], [25, 1], [60, 9], [100, 6], [35, 8]].map(([n, events], i) => ({
  group: `agent ${i}`,
  stratum: 'all',
  n: n!,
  events: events!,
}));

const cell = (group: string, stratum: string, n: number, events: number): Cell => ({ group, stratum, n, events });
const THREE_CHANNELS: Cell[] = [
  cell('a', 'mail', 40, 3), cell('b', 'mail', 55, 2), cell('c', 'mail', 80, 14), cell('d', 'mail', 25, 1),
  cell('a', 'chat', 30, 9), cell('b', 'chat', 20, 4), cell('e', 'chat', 45, 20), cell('f', 'chat', 60, 11),
  cell('c', 'phone', 50, 1), cell('e', 'phone', 70, 4), cell('f', 'phone', 30, 3), cell('g', 'phone', 15, 2),
];

const near = (values: number[], expected: number[]): void => values.forEach((value, i) => expect(value / expected[i]!).toBeCloseTo(1, 9));

/**
 * Reference values: an independent NumPy/SciPy script in matrices. Per stratum, P = I − (n/N)·1ᵀ gives D = ΣPy, the
 * hypergeometric covariance Σ p(1−p)·N/(N−1)·P·diag(n)·Pᵀ, L = ΣP·diag(n), fourth cumulants ΣP∘⁴·n·pq(1−6pq); Q, its degrees of
 * freedom and roots follow by scipy.stats.chi2.sf, scipy.stats.beta.stats and scipy.optimize.brentq.
 */
describe('agrees with an independent implementation', () => {
  it.each([
    ['one stratum', SEVEN, { deviation: 0.057437596919138925, low: 0.01616207160911429, high: 0.2128237817780098, p: 0.009569416641744441, free: 6.015228426395939 }],
    ['three strata', THREE_CHANNELS, { deviation: 0.04752492900064031, low: 0, high: 0.16881878069701767, p: 0.031042361829455845, free: 5.344626339593244 }],
  ])('%s', (_name, cells, expected) => {
    const found = spreadOf(cells)!;
    expect(found.groups).toBe(7);
    expect(found.deviation).toBeCloseTo(expected.deviation, 8);
    expect(found.interval.low).toBeCloseTo(expected.low, 8);
    expect(found.interval.high).toBeCloseTo(expected.high, 8);
    expect(found.p).toBeCloseTo(expected.p, 10);
    expect(found.degreesOfFreedom).toBeCloseTo(expected.free, 10);
  });

  it('in every moment of the differences', () => {
    const found = contrastsOf(THREE_CHANNELS);
    expect(found.map(({ group }) => group)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
    near(found.map(({ expected }) => expected), [12.516129032258064, 11.17741935483871, 11.030303030303031, 2.5, 17.01661779081134, 18.85043988269795, 0.9090909090909092]);
    near(found.map(({ chance }) => chance), [7.844673045620551, 7.170928411942274, 6.337833875867727, 1.9786432160804024, 8.842827244452954, 8.930271578397722, 0.7810925216690183]);
    near(found.map(({ leverage }) => leverage), [3870.5785639958376, 4128.706848335068, 8257.131313131313, 650.78125, 6727.245398837491, 4953.798126951093, 254.54545454545456]);
    near(found.map(({ kurtosis }) => kurtosis), [0.11425368024751525, 0.14766413536564615, 1.0350284615347418, 0.6084667968749999, -0.1410752069754148, 0.035988176323876575, 0.38442328146154314]);
  });

  it('with the Mantel–Haenszel test of two groups: statsmodels, StratifiedTable.test_null_odds(correction=False)', () => {
    const tables = [[12, 48, 5, 65], [20, 20, 9, 31], [2, 28, 1, 54]];
    const [first] = contrastsOf(tables.flatMap(([a, b, c, d], s) => [cell('one', `${s}`, a! + b!, a!), cell('other', `${s}`, c! + d!, c!)]));
    expect((first!.observed - first!.expected) ** 2 / first!.chance).toBeCloseTo(12.403774460788176, 9);
  });

  it('with Paule and Mandel’s estimate of equal groups: statsmodels, combine_effects(method_re="iterated")', () => {
    const found = spreadOf([3, 9, 4, 15, 6, 2, 11, 8].map((events, i) => cell(`${i}`, 'all', 50, events)))!;
    expect(found.deviation).toBeCloseTo(0.07250615737307298, 6);
  });

  it('and is close to the beta-binomial maximum likelihood of the same counts: scipy.stats.betabinom, Nelder–Mead', () => {
    // Likelihood leans towards too little spread with few groups; the two are different estimators of one figure.
    expect(0.051038604400899246 / spreadOf(SEVEN)!.deviation).toBeGreaterThan(0.85);
    expect(0.051038604400899246 / spreadOf(SEVEN)!.deviation).toBeLessThan(1);
  });
});

describe('says that there is not enough', () => {
  it.each([
    ['nothing at all', []],
    ['one group', [cell('a', 's', 500, 100)]],
    ['groups that share no stratum', [cell('a', 'mail', 500, 100), cell('b', 'chat', 500, 20)]],
    ['hardly an event', [cell('a', 's', 500, 4), cell('b', 's', 500, 5)]],
    ['hardly an interaction without one', [cell('a', 's', 500, 496), cell('b', 's', 500, 495)]],
    ['no event', [cell('a', 's', 500, 0), cell('b', 's', 500, 0)]],
    ['tiny groups only', Array.from({ length: 40 }, (_, i) => cell(`${i}`, 's', 9, i % 9))],
  ])('%s', (_name, cells) => {
    expect(spreadOf(cells)).toBeNull();
  });

  it('of tiny groups beside large ones, and leaves them out', () => {
    const found = spreadOf([...SEVEN, cell('tiny', 'all', 9, 9), cell('empty', 'all', 0, 0)])!;
    expect(found).toMatchObject({ groups: 7, leftOut: 2 });
    expect(found.deviation).toBe(spreadOf(SEVEN)!.deviation);
  });
});

it('does not depend on how the counts were cut up, nor on their order', () => {
  const halves = THREE_CHANNELS.flatMap((one) => [
    { ...one, n: Math.ceil(one.n / 2), events: Math.min(one.events, 1) },
    { ...one, n: Math.floor(one.n / 2), events: one.events - Math.min(one.events, 1) },
  ]);
  expect(spreadOf(halves.toReversed())!.deviation).toBeCloseTo(spreadOf(THREE_CHANNELS)!.deviation, 12);
});

it('takes other people on another channel for people, not for the channel', () => {
  // Two channels with five agents each; the agents of the second happen to do the thing twice as often, each to their own extent.
  const cells = [3, 9, 15, 6, 12, 8, 30, 14, 22, 26].map((events, i) => ({
    ...cell(i < 5 ? 'mail' : 'chat', 'all', 100, events),
    cluster: `agent ${i}`,
  }));
  const people = spreadOf(cells.map((one) => ({ ...one, group: one.cluster, stratum: one.group })))!;
  expect(people.p).toBeLessThan(0.001);
  const alone = spreadOf(cells)!;
  const among = spreadOf(cells, { ...SPREAD_OPTIONS, clusters: people })!;
  expect(alone.p).toBeLessThan(0.0001);
  expect(among.p).toBeGreaterThan(0.01);
  expect(alone.interval.low).toBeGreaterThan(0);
  expect(among.interval.low).toBeLessThan(alone.interval.low);
});
