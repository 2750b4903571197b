import { SPREAD_OPTIONS, spreadOf, type Cell, type SpreadEstimate } from '#domain';
import { describe, expect, it } from 'vitest';
import { Chance, samplingError } from './chance.js';

const RUNS = 2_000;

interface World {
  readonly agents: number;
  readonly mean: number;
  /** Standard deviation of the agents' true rates. */
  readonly deviation: number;
  readonly sizes: readonly [number, number];
  /** Added to everybody's rate on each channel. */
  readonly channels?: readonly number[];
  /** Every agent on one channel only. */
  readonly apart?: boolean;
}

/** Agents of a made-up company, their interactions per channel and week. */
function simulated(chance: Chance, { agents, mean, deviation, sizes, channels = [0], apart = false }: World): (Cell & { week: number })[] {
  return Array.from({ length: agents }, (_, a) => {
    const own = chance.rate(mean, deviation);
    return channels.flatMap((shift, c) =>
      apart && a % channels.length !== c
        ? []
        : [0, 1, 2].map((week) => {
            const n = chance.between(...sizes);
            return { group: `a${a}`, stratum: `c${c}`, week, n, events: chance.binomial(n, Math.min(1, Math.max(0, own + shift))) };
          }),
    );
  }).flat();
}

function repeat(seed: number, world: World, measure: (cells: (Cell & { week: number })[]) => SpreadEstimate | null) {
  const chance = new Chance(seed);
  const found = Array.from({ length: RUNS }, () => measure(simulated(chance, world))).filter((one) => one !== null);
  expect(found.length).toBeGreaterThan(1_000);
  const share = (holds: (one: SpreadEstimate) => boolean): number => found.filter(holds).length / found.length;
  return {
    runs: found.length,
    flagged: share(({ p }) => p < 0.05),
    covers: (truth: number) => share(({ interval }) => interval.low <= truth && truth <= interval.high),
    deviation: Math.sqrt(found.reduce((sum, one) => sum + one.deviation ** 2, 0) / found.length),
  };
}

const betweenAgents = (cells: readonly Cell[]) => spreadOf(cells);
const withinAgent = (cells: readonly (Cell & { week: number })[]) =>
  spreadOf(cells.map(({ group, stratum, week, ...counts }) => ({ ...counts, group: `${group} ${week}`, stratum: `${group} ${stratum}` })));
const betweenChannels = (cells: readonly Cell[]) => {
  const clusters = spreadOf(cells);
  if (clusters === null) return null;
  return spreadOf(cells.map((one) => ({ ...one, group: one.stratum, stratum: 'all', cluster: one.group })), { ...SPREAD_OPTIONS, clusters });
};

describe('without a true difference, 5 % are flagged', () => {
  it.each<[string, World, typeof withinAgent]>([
    ['8 agents, 10 %', { agents: 8, mean: 0.1, deviation: 0, sizes: [10, 40] }, betweenAgents],
    ['30 agents, 30 %', { agents: 30, mean: 0.3, deviation: 0, sizes: [5, 60] }, betweenAgents],
    ['12 agents, 50 %', { agents: 12, mean: 0.5, deviation: 0, sizes: [5, 15] }, betweenAgents],
    ['12 agents on three channels that differ', { agents: 12, mean: 0.2, deviation: 0, sizes: [3, 12], channels: [-0.15, 0, 0.2] }, betweenAgents],
    ['weeks of 12 agents who differ', { agents: 12, mean: 0.2, deviation: 0.08, sizes: [15, 40] }, withinAgent],
    ['channels of 30 agents who differ, each on one', { agents: 30, mean: 0.15, deviation: 0.08, sizes: [5, 15], channels: [0, 0, 0], apart: true }, betweenChannels],
  ])('%s', (_name, world, measure) => {
    const { flagged, runs } = repeat(20261128, world, measure);
    expect(Math.abs(flagged - 0.05)).toBeLessThan(samplingError(0.05, runs));
  });

  it.each<[string, World, typeof withinAgent]>([
    ['of rare events', { agents: 30, mean: 0.02, deviation: 0, sizes: [10, 30] }, betweenAgents],
    ['of channels with the same people on each', { agents: 12, mean: 0.15, deviation: 0.08, sizes: [5, 15], channels: [0, 0, 0] }, betweenChannels],
  ])('at most: fewer %s', (_name, world, measure) => {
    const { flagged, runs } = repeat(7, world, measure);
    expect(flagged).toBeLessThan(0.05 + samplingError(0.05, runs));
  });
});

describe('a known spread is found again', () => {
  it.each<[number, World]>([
    [0.05, { agents: 30, mean: 0.1, deviation: 0.05, sizes: [10, 60] }],
    [0.1, { agents: 12, mean: 0.3, deviation: 0.1, sizes: [10, 40] }],
    [0.15, { agents: 8, mean: 0.5, deviation: 0.15, sizes: [10, 40] }],
    [0.03, { agents: 40, mean: 0.05, deviation: 0.03, sizes: [10, 40] }],
  ])('%d of %o', (truth, world) => {
    const { covers, deviation, flagged, runs } = repeat(31, world, betweenAgents);
    expect(deviation / truth).toBeGreaterThan(0.93);
    expect(deviation / truth).toBeLessThan(1.07);
    // Approximate: at least the level, at most 2.5 points above it.
    expect(covers(truth)).toBeGreaterThan(0.95 - samplingError(0.05, runs));
    expect(covers(truth)).toBeLessThan(0.975 + samplingError(0.025, runs));
    expect(flagged).toBeGreaterThan(0.5);
  });

  it('when channels differ and agents do, each adjusted for the other', () => {
    const world: World = { agents: 24, mean: 0.3, deviation: 0.08, sizes: [5, 25], channels: [-0.1, 0, 0.1] };
    const people = repeat(5, world, betweenAgents);
    expect(people.covers(0.08)).toBeGreaterThan(0.95 - samplingError(0.05, people.runs));
    const channels = repeat(5, world, betweenChannels);
    expect(channels.covers(Math.sqrt(0.02 / 3))).toBeGreaterThan(0.95);
    expect(channels.flagged).toBeGreaterThan(0.95);
  });
});
