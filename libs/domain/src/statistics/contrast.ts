/** Interactions of one group within one stratum: alike in everything but the group (same channel, same contact reason). */
export interface Cell {
  readonly group: string;
  readonly stratum: string;
  /** Who handled them, where that is not the group itself: people differ too, and a group may just have had other people. */
  readonly cluster?: string;
  readonly n: number;
  /** How many of the n have the property; 0 ≤ events ≤ n. */
  readonly events: number;
}

/** A group's events against what everybody's rates, stratum by stratum, would give on its own mix. */
export interface Contrast {
  readonly group: string;
  readonly n: number;
  readonly observed: number;
  /** Indirect standardisation: Σ over strata of the group's n × everybody's rate there. */
  readonly expected: number;
  /** Variance of observed − expected when groups do not differ: hypergeometric, given each stratum's total. */
  readonly chance: number;
  /** Binomial variance of observed at everybody's rates. */
  readonly binomial: number;
  /** Fourth cumulant of observed − expected when groups do not differ: how far from normal it is. */
  readonly kurtosis: number;
  /** What a variance τ² of the groups' true rates adds to the variance of observed − expected, divided by τ². */
  readonly leverage: number;
  /** The same for a variance of the clusters' true rates; 0 when cells name no cluster. */
  readonly clustering: number;
}

type Growing = { -readonly [Member in keyof Contrast]: Contrast[Member] };
type Weights = Map<string, Map<string, number>>;

/**
 * Compares groups within strata, in order of first appearance. A group that no stratum compares with another has chance 0.
 * The moments are those of the generalised Mantel–Haenszel test (J. R. Landis, E. R. Heyman, G. G. Koch, "Average partial
 * association in three-way contingency tables", Int. Stat. Review 46 (1978) 237–254). With a random effect u of the
 * groups, observed − expected of group i has Σⱼ (nᵢ·[i = j] − Wᵢⱼ)·uⱼ more, where Wᵢⱼ = Σₛ nᵢₛ·nⱼₛ/Nₛ; of clusters, alike.
 */
export function contrastsOf(cells: readonly Cell[]): Contrast[] {
  const found = new Map<string, Growing>();
  const byGroup: Weights = new Map();
  const byCluster: Weights = new Map();
  for (const members of strataOf(cells)) {
    const total = sum(members, ({ n }) => n);
    const rate = sum(members, ({ events }) => events) / total;
    const variance = rate * (1 - rate);
    const sizes = totals(members, ({ group }) => group);
    const clusters = totals(members, ({ cluster }) => cluster);
    for (const { group, cluster, n, events } of members) {
      const one = found.get(group) ?? none(group);
      found.set(group, one);
      one.n += n;
      one.observed += events;
      one.expected += n * rate;
      one.binomial += n * variance;
      add(byCluster, group, cluster, n);
    }
    for (const [group, n] of sizes) {
      const one = found.get(group)!;
      const share = n / total;
      if (total > 1) one.chance += (n * (total - n) * variance) / (total - 1);
      one.kurtosis += variance * (1 - 6 * variance) * (n * (1 - share) ** 4 + (total - n) * share ** 4);
      add(byGroup, group, group, n);
      for (const [other, size] of sizes) add(byGroup, group, other, -share * size);
      for (const [cluster, size] of clusters) add(byCluster, group, cluster, -share * size);
    }
  }
  for (const [group, one] of found) {
    one.leverage = sumOfSquares(byGroup.get(group));
    one.clustering = sumOfSquares(byCluster.get(group));
  }
  return [...found.values()];
}

const none = (group: string): Growing => ({
  group, n: 0, observed: 0, expected: 0, chance: 0, binomial: 0, kurtosis: 0, leverage: 0, clustering: 0,
});

function strataOf(cells: readonly Cell[]): Iterable<Cell[]> {
  const strata = new Map<string, Cell[]>();
  for (const cell of cells) {
    if (cell.n === 0) continue;
    const members = strata.get(cell.stratum);
    if (members === undefined) strata.set(cell.stratum, [cell]);
    else members.push(cell);
  }
  return strata.values();
}

function totals(cells: readonly Cell[], keyOf: (cell: Cell) => string | undefined): Map<string, number> {
  const found = new Map<string, number>();
  for (const cell of cells) {
    const key = keyOf(cell);
    if (key !== undefined) found.set(key, (found.get(key) ?? 0) + cell.n);
  }
  return found;
}

function add(weights: Weights, from: string, to: string | undefined, weight: number): void {
  if (to === undefined) return;
  const row = weights.get(from) ?? new Map<string, number>();
  weights.set(from, row);
  row.set(to, (row.get(to) ?? 0) + weight);
}

const sumOfSquares = (row: ReadonlyMap<string, number> | undefined): number => sum([...(row?.values() ?? [])], (weight) => weight ** 2);

const sum = <T>(items: readonly T[], of: (item: T) => number): number => items.reduce((total, item) => total + of(item), 0);
