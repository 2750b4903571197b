import { compare, type Comparison, type PeriodTable, type Row } from './period-table.js';
import { SeededChance } from './seeded-chance.js';

/** A row's own level counts as if this many interactions more had gone as everybody's. */
const PULL = 2;

/**
 * The 2.5 % and 97.5 % quantiles of (estimate − truth) / standard error when the world is as the comparison says: everybody's rates per
 * stratum and period, each agent's own level, the effect on the coached, and agents who drift.
 */
export function resampledErrors(table: PeriodTable, comparison: Comparison, resamples: number, seed: number): { low: number; high: number } {
  const chance = new SeededChance(seed);
  const common = ratesOf(table);
  const peers = table.peers.map((row) => levelled(common, row, 0, table.strata));
  const coached = levelled(common, table.coached, comparison.estimate, table.strata);
  const truth = compare({ ...table, coached: certain(table.coached, coached), peers: table.peers.map((row, index) => certain(row, peers[index]!)) }).estimate;
  const drawn = (row: Row, rates: Float64Array, drift: number): Row => {
    const own = drift === 0 ? 0 : drift * chance.normal();
    return { n: row.n, events: row.n.map((n, at) => (n === 0 ? 0 : chance.binomial(n, at < table.strata ? rates[at]! : between(rates[at]! + own, 0)))) };
  };
  const errors = Float64Array.from({ length: resamples }, () => {
    // A few peers tell little of how far agents drift: each world has a drift that these peers could have come from.
    const drift = Math.sqrt(Math.max(0, (comparison.scatter * peers.length) / chance.chiSquared(peers.length) - (comparison.scatter - comparison.drift)));
    const found = compare({
      ...table,
      coached: drawn(table.coached, coached, drift * Math.sqrt(table.concentration)),
      peers: table.peers.map((row, index) => drawn(row, peers[index]!, drift)),
    });
    return (found.estimate - truth) / found.error;
  }).sort();
  const at = (share: number): number => errors[Math.min(resamples - 1, Math.max(0, Math.round(share * (resamples + 1)) - 1))]!;
  return { low: at(0.025), high: at(0.975) };
}

/** Everybody's rate in each place, drawn a little towards the middle where few were seen. */
function ratesOf({ peers, coached }: PeriodTable): Float64Array {
  return coached.n.map((_, at) => {
    let [n, events] = [0, 0];
    for (const row of peers) {
      n += row.n[at]!;
      events += row.events[at]!;
    }
    return (events + 0.5) / (n + 1);
  });
}

/** The rates of one row: everybody's, moved to its own level, which both periods tell; and by the effect in the second. */
function levelled(common: Float64Array, row: Row, effect: number, strata: number): Float64Array {
  let [n, expected, events, after] = [0, 0, 0, 0];
  for (let at = 0; at < 2 * strata; at += 1) {
    n += row.n[at]!;
    events += row.events[at]!;
    expected += row.n[at]! * common[at]!;
    if (at >= strata) after += row.n[at]!;
  }
  const level = (events - expected - effect * after) / (n + PULL);
  // No rate is taken for impossible or certain only because nothing else was seen.
  return common.map((rate, at) => between(rate + level + (at < strata ? 0 : effect), 0.5 / (1 + (at < strata ? n - after : after))));
}

const certain = (row: Row, rates: Float64Array): Row => ({ n: row.n, events: row.n.map((n, at) => n * rates[at]!) });
const between = (rate: number, least: number): number => Math.min(1 - least, Math.max(least, rate));
