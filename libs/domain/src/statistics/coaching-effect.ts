import type { Interval } from '../figures.js';
import { compare, tableOf, type Comparison, type Counts, type PeriodTable } from './period-table.js';
import { resampledErrors } from './resampled-errors.js';

/** Interactions of one agent in one period within one stratum (same channel, same contact reason), and how many broke the coached rules. */
export interface CoachingCell {
  readonly agent: string;
  readonly coached: boolean;
  readonly period: 'before' | 'after';
  readonly stratum: string;
  readonly n: number;
  /** 0 ≤ events ≤ n. */
  readonly events: number;
}

export interface CoachingOptions {
  /** Interactions of the coached in each period, in strata that peers have too. */
  readonly minInteractions: number;
  /** Uncoached peers with at least `minPeerInteractions` in each period. */
  readonly minPeers: number;
  readonly minPeerInteractions: number;
  /** Events of everybody in both periods together. */
  readonly minEvents: number;
  readonly resamples: number;
  readonly seed: number;
}

export const COACHING_OPTIONS: CoachingOptions = { minInteractions: 20, minPeers: 4, minPeerInteractions: 10, minEvents: 10, resamples: 999, seed: 20_111 };

export interface CoachingEffect {
  readonly enough: true;
  readonly coached: BeforeAfter;
  readonly peers: BeforeAfter & { readonly agents: number };
  /** Change of the coached agents' rate beyond the change of peers on the same mix; negative is fewer. */
  readonly estimate: number;
  readonly interval: Interval;
  readonly regressionToMean: {
    /** What the rate would have changed by without any coaching, since part of a striking figure is chance. */
    readonly expected: number;
    /** It goes the same way as the estimate and is at least a quarter of it. */
    readonly warns: boolean;
  };
}

/** « pas assez de données »: which figure falls short. */
export interface CoachingEffectUnknown {
  readonly enough: false;
  readonly short: 'interactions' | 'peers' | 'events';
  readonly found: number;
  readonly needed: number;
}

export interface BeforeAfter {
  readonly before: Counts;
  readonly after: Counts;
}

/**
 * Did coaching change the coached rules? Difference in differences: what the coached changed by, less what uncoached peers changed by in the
 * same two periods, each compared within strata. Agents also change on their own: how much is seen from the peers.
 * The interval is that of a parametric bootstrap of the studentised estimate (A. C. Davison & D. V. Hinkley, "Bootstrap methods and their
 * application" (1997), 5.2.1), seeded: asked again, it is the same. Regression to the mean: F. Galton; K. L. Kelley's formula for a true
 * value behind an observed one, reliability × deviation.
 * Simulated coverage, and what the options guard against: test/statistics/coaching-effect.test.ts.
 */
export function coachingEffect(cells: readonly CoachingCell[], options: Partial<CoachingOptions> = {}): CoachingEffect | CoachingEffectUnknown {
  const needed = { ...COACHING_OPTIONS, ...options };
  const table = tableOf(cells, needed.minPeerInteractions);
  const comparison = compare(table);
  const short = shortOf(table, comparison, needed);
  if (short !== null) return short;
  const { low, high } = resampledErrors(table, comparison, needed.resamples, needed.seed);
  const expected = -(1 - comparison.reliability) * comparison.deviationBefore;
  return {
    enough: true,
    coached: comparison.coached,
    peers: { ...comparison.peers, agents: table.peers.length },
    estimate: comparison.estimate,
    interval: {
      low: Math.max(-1, comparison.estimate - high * comparison.error),
      high: Math.min(1, comparison.estimate - low * comparison.error),
      level: 0.95,
    },
    regressionToMean: { expected, warns: expected * comparison.estimate > 0 && Math.abs(expected) >= Math.abs(comparison.estimate) / 4 },
  };
}

function shortOf(table: PeriodTable, { coached, peers }: Comparison, options: CoachingOptions): CoachingEffectUnknown | null {
  const interactions = Math.min(coached.before.n, coached.after.n);
  const events = coached.before.events + coached.after.events + peers.before.events + peers.after.events;
  if (table.peers.length < options.minPeers) return { enough: false, short: 'peers', found: table.peers.length, needed: options.minPeers };
  if (interactions < options.minInteractions) return { enough: false, short: 'interactions', found: interactions, needed: options.minInteractions };
  if (events < options.minEvents) return { enough: false, short: 'events', found: events, needed: options.minEvents };
  return null;
}
