import { sampleRatio, type SampledStratum, type SampledUnit } from '#domain';
import { describe, expect, it } from 'vitest';
import { Chance } from './chance.js';

/** A coverage of 95 % is then known to ±2 points (four standard errors). */
const RUNS = 2_000;

/** A part of a made-up company's interactions: the rule flags some, rightly or not, and misses others. */
interface Part {
  readonly interactions: number;
  /** Share flagged, and of the flagged the share rightly so. */
  readonly flags: number;
  readonly precision: number;
  /** Share of the unflagged that should have been. */
  readonly misses: number;
  /** Drawn of the flagged, and of the unflagged. */
  readonly drawn: readonly [number, number];
}

interface Story {
  readonly strata: SampledStratum[];
  readonly precision: SampledUnit[];
  readonly recall: SampledUnit[];
}

function simulated(chance: Chance, parts: readonly Part[]): Story {
  const story: Story = { strata: [], precision: [], recall: [] };
  parts.forEach(({ interactions, flags, precision, misses, drawn }, i) => {
    const flagged = chance.binomial(interactions, flags);
    [flagged, interactions - flagged].forEach((population, side) => {
      const stratum = `${i}/${side}`;
      story.strata.push({ id: stratum, population, ...(side === 1 && { never: 'part' as const }) });
      for (let k = 0; k < Math.min(drawn[side]!, population); k++) {
        const right = side === 0 ? chance.binomial(1, precision) : 0;
        const found = side === 0 ? 1 : 0;
        const missed = side === 0 ? 0 : chance.binomial(1, misses);
        story.precision.push({ stratum, part: right, whole: found });
        story.recall.push({ stratum, part: right, whole: right + missed });
      }
    });
  });
  return story;
}

function truth(parts: readonly Part[]): { precision: number; recall: number } {
  const sum = (of: (part: Part) => number): number => parts.reduce((total, part) => total + part.interactions * of(part), 0);
  const right = sum(({ flags, precision }) => flags * precision);
  return { precision: right / sum(({ flags }) => flags), recall: right / (right + sum(({ flags, misses }) => (1 - flags) * misses)) };
}

/** Only flagged interactions can tell how often a rule is right. */
function estimate({ strata, ...units }: Story, measure: 'precision' | 'recall') {
  const within = new Set(strata.filter(({ never }) => measure === 'recall' || never === undefined).map(({ id }) => id));
  return sampleRatio(strata.filter(({ id }) => within.has(id)), units[measure].filter(({ stratum }) => within.has(stratum)))!;
}

const even = (n: number): Part[] => [{ interactions: n, flags: 0.12, precision: 0.8, misses: 0.03, drawn: [150, 250] }];
const WORLDS: [string, Part[]][] = [
  ['one channel', even(5_000)],
  ['rule that seldom errs', [{ interactions: 8_000, flags: 0.1, precision: 0.95, misses: 0.02, drawn: [200, 300] }]],
  ['rule that errs often', [{ interactions: 3_000, flags: 0.2, precision: 0.4, misses: 0.1, drawn: [150, 150] }]],
  ['three channels that differ', [
    { interactions: 6_000, flags: 0.05, precision: 0.9, misses: 0.02, drawn: [60, 150] },
    { interactions: 2_000, flags: 0.2, precision: 0.7, misses: 0.05, drawn: [80, 100] },
    { interactions: 1_000, flags: 0.3, precision: 0.5, misses: 0.1, drawn: [80, 80] },
  ]],
  ['twelve small strata', Array.from({ length: 12 }, (_, i) => ({ interactions: 400 + 100 * i, flags: 0.1 + 0.01 * i, precision: 0.6 + 0.02 * i, misses: 0.04, drawn: [20, 30] as const }))],
  ['everything judged', [{ interactions: 300, flags: 0.3, precision: 0.8, misses: 0.1, drawn: [300, 300] }]],
];

describe.each(['precision', 'recall'] as const)('%s', (measure) => {
  it.each(WORLDS)('of a %s', (_name, parts) => {
    const chance = new Chance(20261204);
    const found = Array.from({ length: RUNS }, () => simulated(chance, parts)).map((story) => estimate(story, measure));
    const wanted = truth(parts)[measure];
    const mean = found.reduce((sum, { rate }) => sum + rate, 0) / RUNS;
    const deviation = Math.sqrt(found.reduce((sum, { rate }) => sum + (rate - mean) ** 2, 0) / RUNS);
    const covered = found.filter(({ interval }) => interval.low <= wanted && wanted <= interval.high).length / RUNS;
    // A ratio of two estimates leans a little: by far less than it varies.
    expect(Math.abs(mean - wanted)).toBeLessThan(0.01);
    expect(Math.abs(mean - wanted) / deviation).toBeLessThan(0.15);
    expect(covered).toBeGreaterThan(0.93);
    expect(covered).toBeLessThan(0.97);
  });
});
