import { proportion } from '../figures.js';
import type { FigureBasis } from '../read-models.js';
import { contrastsOf, FUNNEL_LEVELS, funnelLimits, funnelPosition, overdispersion, type Contrast } from '../statistics/index.js';
import type { Funnel, FunnelPoint } from './consistency-report.js';
import { mixOf, type Tally } from './tally.js';

/** A point by the person's ref; names are the store's business. */
export interface Place extends Omit<FunnelPoint, 'agent' | 'team'> {
  readonly agent: string;
}

/**
 * Everybody's place, by ref. On confirmed findings a rate depends on how much of whose work was reviewed so far:
 * whoever is outside is so whatever becomes of what still waits (`funnelPosition`).
 */
export function funnelOf(tallies: readonly Tally[], basis: FigureBasis): Omit<Funnel, 'points'> & { readonly points: readonly Place[] } {
  const waiting = ({ undecided }: Tally): number => (basis === 'confirmed' ? undecided : 0);
  const least = contrasts(tallies, (tally) => tally[basis]);
  const most = new Map(contrasts(tallies, (tally) => tally[basis] + waiting(tally)).map((one) => [one.group, one]));
  return {
    basis,
    mean: proportion(total(least, ({ observed }) => observed), total(least, ({ n }) => n)),
    overdispersion: overdispersion(least),
    undecided: total(tallies, waiting),
    points: least
      .map(({ group, n, observed, expected, leverage }): Place => {
        const rate = Math.min(1, expected / n);
        const highest = most.get(group)!;
        return {
          agent: group,
          flagged: proportion(observed, n),
          expected: rate,
          limits: FUNNEL_LEVELS.map((level) => ({ level, ...funnelLimits(n, rate, level) })),
          // Nobody else had such interactions: there is nothing to compare with.
          position:
            leverage === 0
              ? 'not-enough-data'
              : funnelPosition({ n, events: observed, undecided: highest.observed - observed, rate: { low: rate, high: Math.min(1, highest.expected / n) } }),
        };
      })
      .sort((a, b) => (a.agent < b.agent ? -1 : 1)),
  };
}

const contrasts = (tallies: readonly Tally[], events: (tally: Tally) => number): Contrast[] =>
  contrastsOf(tallies.map((tally) => ({ group: tally.agent, stratum: mixOf(tally), n: tally.n, events: events(tally) })));

const total = <T>(items: readonly T[], of: (item: T) => number): number => items.reduce((sum, item) => sum + of(item), 0);
