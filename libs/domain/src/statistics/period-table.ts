import type { CoachingCell } from './coaching-effect.js';

export interface Counts {
  readonly n: number;
  readonly events: number;
}

/** One agent, or the coached together: n and events per place, a place being one stratum in one period (before first, then after). */
export interface Row {
  readonly n: Float64Array;
  readonly events: Float64Array;
}

export interface PeriodTable {
  readonly strata: number;
  readonly coached: Row;
  /** Each coached agent's share of the interactions after, squared and summed: 1 for one agent. */
  readonly concentration: number;
  readonly peers: readonly Row[];
}

export interface Comparison {
  readonly coached: { readonly before: Counts; readonly after: Counts };
  readonly peers: { readonly before: Counts; readonly after: Counts };
  readonly estimate: number;
  /** Standard error of the estimate. */
  readonly error: number;
  /** Variance of what an agent's rate changes by on its own, beyond chance. */
  readonly drift: number;
  /** Mean square of what peers changed by against each other: drift and chance. */
  readonly scatter: number;
  /** The coached against peers on the same mix, before. */
  readonly deviationBefore: number;
  /** How much of a deviation before is true: variance between peers / (that + chance). */
  readonly reliability: number;
}

/** Peers with fewer than `least` interactions in either period are left out: they tell more of chance than of change. */
export function tableOf(cells: readonly CoachingCell[], least: number): PeriodTable {
  const strata = [...new Set(cells.map(({ stratum }) => stratum))];
  const place = new Map(strata.map((stratum, index) => [stratum, index]));
  const rows = new Map<string, Row & { coached: boolean }>();
  for (const { agent, coached, period, stratum, n, events } of cells) {
    const row = rows.get(agent) ?? { coached, n: new Float64Array(2 * strata.length), events: new Float64Array(2 * strata.length) };
    rows.set(agent, row);
    const at = place.get(stratum)! + (period === 'after' ? strata.length : 0);
    row.n[at]! += n;
    row.events[at]! += events;
  }
  const all = [...rows.values()];
  const after = all.filter(({ coached }) => coached).map((row) => total(row.n.subarray(strata.length)));
  const everything = total(after);
  return {
    strata: strata.length,
    coached: summed(all.filter(({ coached }) => coached), 2 * strata.length),
    concentration: everything === 0 ? 1 : total(after.map((n) => (n / everything) ** 2)),
    peers: all.filter((row) => !row.coached && total(row.n.subarray(0, strata.length)) >= least && total(row.n.subarray(strata.length)) >= least),
  };
}

/** Holds the coached, and each peer in turn, against all (other) peers. */
export function compare(table: PeriodTable): Comparison {
  const pool = summed(table.peers, 2 * table.strata);
  const others = table.peers.map((peer) => against(table, peer, less(pool, peer), pool));
  const usable = others.filter((one) => one !== null);
  const widening = Math.max(1, total(usable.map((one) => 1 + one.spread)));
  const scatter = total(usable.map((one) => one.change ** 2)) / widening;
  const drift = Math.max(0, scatter - total(usable.map((one) => one.unbiased)) / widening);
  const between = Math.max(0, total(usable.map((one) => one.before ** 2 - one.chanceBefore)) / Math.max(1, usable.length));
  const own = against(table, table.coached, pool, pool);
  if (own === null) return { coached: EMPTY, peers: EMPTY, estimate: 0, error: 0, drift, scatter, deviationBefore: 0, reliability: 0 };
  return {
    coached: own.counts,
    peers: { before: countsOf(pool, 0, table.strata), after: countsOf(pool, table.strata, 2 * table.strata) },
    estimate: own.change,
    error: Math.sqrt(own.chance + drift * (table.concentration + own.spread)),
    drift,
    scatter,
    deviationBefore: own.before,
    reliability: between / (between + own.chanceBefore),
  };
}

interface Against {
  readonly counts: { readonly before: Counts; readonly after: Counts };
  readonly before: number;
  readonly change: number;
  /** Sampling variances of the two, and the sum of squares of the others' weights. */
  readonly chanceBefore: number;
  readonly chance: number;
  /** `chance` without the half event that keeps one row's error from being nothing: for means over rows. */
  readonly unbiased: number;
  readonly spread: number;
}

/** One row against others in the strata that both have; null when a period has none. */
function against(table: PeriodTable, row: Row, others: Row, pool: Row): Against | null {
  const { strata } = table;
  const halves = [0, strata].map((from) => {
    let [n, events, expected, chance] = [0, 0, 0, 0];
    for (let at = from; at < from + strata; at += 1) {
      if (!(row.n[at]! > 0 && others.n[at]! > 0)) continue;
      const rate = others.events[at]! / others.n[at]!;
      const steady = (pool.events[at]! + 0.5) / (pool.n[at]! + 1);
      n += row.n[at]!;
      events += row.events[at]!;
      expected += row.n[at]! * rate;
      chance += (row.n[at]! ** 2 * steady * (1 - steady)) / others.n[at]!;
    }
    const rate = (events + 1) / (n + 2);
    const ofOthers = chance / n ** 2;
    return n === 0 ? null : {
      counts: { n, events }, deviation: (events - expected) / n,
      chance: (rate * (1 - rate)) / n + ofOthers, unbiased: (events * (n - events)) / (n ** 2 * Math.max(1, n - 1)) + ofOthers,
    };
  });
  const [before, after] = halves;
  if (!before || !after) return null;
  return {
    counts: { before: before.counts, after: after.counts },
    before: before.deviation,
    change: after.deviation - before.deviation,
    chanceBefore: before.chance,
    chance: before.chance + after.chance,
    unbiased: before.unbiased + after.unbiased,
    spread: spreadOf(table, row, others, after.counts.n),
  };
}

/** Σ of the squares of the weights that the other peers have in the comparison after: how far their own drift averages out. */
function spreadOf({ strata, peers }: PeriodTable, row: Row, others: Row, n: number): number {
  return total(
    peers.filter((peer) => peer !== row).map((peer) => {
      let weight = 0;
      for (let at = strata; at < 2 * strata; at += 1) if (others.n[at]! > 0) weight += (row.n[at]! / n) * (peer.n[at]! / others.n[at]!);
      return weight ** 2;
    }),
  );
}

function summed(rows: readonly Row[], places: number): Row {
  const sum = { n: new Float64Array(places), events: new Float64Array(places) };
  for (const row of rows) {
    for (let at = 0; at < places; at += 1) {
      sum.n[at]! += row.n[at]!;
      sum.events[at]! += row.events[at]!;
    }
  }
  return sum;
}

const less = (pool: Row, row: Row): Row => ({ n: pool.n.map((n, at) => n - row.n[at]!), events: pool.events.map((events, at) => events - row.events[at]!) });
const countsOf = (row: Row, from: number, to: number): Counts => ({ n: total(row.n.subarray(from, to)), events: total(row.events.subarray(from, to)) });
const EMPTY = { before: { n: 0, events: 0 }, after: { n: 0, events: 0 } };

function total(values: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < values.length; index += 1) sum += values[index]!;
  return sum;
}
