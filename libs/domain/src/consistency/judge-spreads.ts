import { falseDiscoveryRates, type SpreadEstimate } from '../statistics/index.js';
import type { Spread } from './consistency-report.js';

const AT_MOST = 0.05;

/**
 * Verdicts on spreads that are read side by side. Of forty rules two would stand out by chance alone at 5 % each: a verdict
 * counts how many were asked.
 */
export function judgeSpreads(estimates: readonly (SpreadEstimate | null)[]): Spread[] {
  const rates = falseDiscoveryRates(estimates.flatMap((one) => (one === null ? [] : [one.p])));
  let next = 0;
  return estimates.map((one): Spread => {
    if (one === null) return { verdict: 'not-enough-data', groups: 0, leftOut: 0, deviation: null, interval: null, p: null, q: null };
    const { groups, leftOut, deviation, interval, p } = one;
    const q = rates[next++]!;
    return { verdict: q <= AT_MOST ? 'beyond-chance' : 'nothing-certain', groups, leftOut, deviation, interval, p, q };
  });
}
