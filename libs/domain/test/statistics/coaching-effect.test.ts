import { coachingEffect, type CoachingCell } from '#domain';
import { describe, expect, it } from 'vitest';
import { Chance } from './chance.js';

interface World {
  readonly agents: number;
  readonly coached: number;
  readonly mean: number;
  /** Standard deviation of the agents' true rates, and of what each changes by on its own. */
  readonly deviation: number;
  readonly drift: number;
  /** What everybody changes by, and the coached besides. */
  readonly trend: number;
  readonly effect: number;
  readonly sizes: readonly [number, number];
  /** Added to everybody's rate on each channel. */
  readonly channels: readonly number[];
}

const between = (rate: number): number => Math.min(1, Math.max(0, rate));

function simulated(chance: Chance, { agents, coached, mean, deviation, drift, trend, effect, sizes, channels }: World): CoachingCell[] {
  return Array.from({ length: agents }, (_, index) => {
    const own = chance.rate(mean, deviation);
    const later = trend + drift * chance.normal() + (index < coached ? effect : 0);
    return channels.flatMap((shift, channel) =>
      (['before', 'after'] as const).map((period) => {
        const n = chance.between(...sizes);
        const rate = between(own + shift + (period === 'after' ? later : 0));
        return { agent: `a${index}`, coached: index < coached, period, stratum: `c${channel}`, n, events: chance.binomial(n, rate) };
      }),
    );
  }).flat();
}

const steady: World = { agents: 8, coached: 1, mean: 0.3, deviation: 0.08, drift: 0, trend: 0, effect: -0.1, sizes: [20, 60], channels: [0] };

const cellOf = (agent: string, period: 'before' | 'after', stratum: string, n: number): CoachingCell => ({
  agent, coached: agent === 'a', period, stratum, n, events: stratum === 'chat' ? n / 2 : n / 10,
});

describe('the effect of coaching', () => {
  it.each<[string, World]>([
    ['one of 8 agents, nobody drifts', steady],
    ['one of 12, a trend for everybody, agents who drift', { ...steady, agents: 12, mean: 0.4, drift: 0.06, trend: 0.05 }],
    ['one of 12, rare events', { ...steady, agents: 12, mean: 0.1, deviation: 0.03, effect: -0.05, sizes: [20, 40] }],
    ['four of 20 on two channels, agents who drift', { ...steady, agents: 20, coached: 4, mean: 0.4, drift: 0.04, trend: -0.03, sizes: [15, 50], channels: [0, 0.1] }],
    ['none, on one of 8', { ...steady, effect: 0 }],
  ])('is inside its interval in 93 to 97 of 100 samples: $0', { timeout: 180_000 }, (_name, world) => {
    const chance = new Chance(20261128);
    const runs = 1_000;
    let [covered, sum] = [0, 0];
    for (let run = 0; run < runs; run += 1) {
      const found = coachingEffect(simulated(chance, world), { resamples: 249, seed: run });
      if (!found.enough) throw new Error(`too little: ${found.short}`);
      sum += found.estimate;
      if (found.interval.low <= world.effect && world.effect <= found.interval.high) covered += 1;
    }
    expect(covered / runs).toBeGreaterThan(0.93);
    expect(covered / runs).toBeLessThan(0.97);
    expect(Math.abs(sum / runs - world.effect)).toBeLessThan(0.01);
  });

  it('is told apart from regression to the mean: whoever looked worst looks better next time, coached or not', () => {
    const chance = new Chance(3);
    const runs = 300;
    let [raw, corrected, warned] = [0, 0, 0];
    for (let run = 0; run < runs; run += 1) {
      const cells = simulated(chance, { ...steady, agents: 20, coached: 0, effect: 0, deviation: 0.05, sizes: [25, 25] });
      const worst = cells.filter(({ period }) => period === 'before').reduce((most, one) => (one.events > most.events ? one : most)).agent;
      const found = coachingEffect(cells.map((cell) => ({ ...cell, coached: cell.agent === worst })), { resamples: 99 });
      if (!found.enough) throw new Error(`too little: ${found.short}`);
      raw += found.estimate / runs;
      corrected += (found.estimate - found.regressionToMean.expected) / runs;
      if (found.regressionToMean.warns) warned += 1;
    }
    expect(raw).toBeLessThan(-0.1);
    expect(Math.abs(corrected)).toBeLessThan(Math.abs(raw) / 3);
    expect(warned / runs).toBeGreaterThan(0.8);
  });

  it('compares on the same mix: another mix of channels is no effect', () => {
    const cells = [
      cellOf('a', 'before', 'chat', 40), cellOf('a', 'before', 'mail', 10), cellOf('a', 'after', 'chat', 10), cellOf('a', 'after', 'mail', 40),
      ...['b', 'c', 'd', 'e', 'f'].flatMap((peer) => [cellOf(peer, 'before', 'chat', 20), cellOf(peer, 'before', 'mail', 20), cellOf(peer, 'after', 'chat', 20), cellOf(peer, 'after', 'mail', 20)]),
    ];
    const found = coachingEffect(cells);
    expect(found.enough && found.estimate).toBeCloseTo(0, 10);
    expect(found).toMatchObject({ coached: { before: { n: 50, events: 21 }, after: { n: 50, events: 9 } }, peers: { agents: 5 } });
    expect(coachingEffect(cells)).toEqual(found);
  });

  it.each<[string, Partial<World>, string]>([
    ['too few peers', { agents: 4 }, 'peers'],
    ['too few interactions', { sizes: [12, 15] }, 'interactions'],
    ['too few events', { mean: 0.004, deviation: 0.0001, effect: 0 }, 'events'],
  ])('is « pas assez de données » with %s', (_name, change, short) => {
    const found = coachingEffect(simulated(new Chance(1), { ...steady, ...change }));
    expect(found).toMatchObject({ enough: false, short });
    expect(!found.enough && found.found < found.needed).toBe(true);
  });

  it('is no figure without anything', () => {
    expect(coachingEffect([])).toMatchObject({ enough: false, short: 'peers', found: 0 });
  });
});
