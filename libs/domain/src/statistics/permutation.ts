import { Shuffler } from './shuffle.js';

/** What one answer said, who said it and where. */
export interface SaidOnce {
  readonly person: string;
  readonly channel: string;
  readonly value: string;
}

/** Exceedances after which drawing stops: the answer is clear by then. */
const ENOUGH = 100;
const DRAWS = { most: 9_999, least: 999, work: 4_000_000 };

/**
 * Probability that people differ at least this much by chance: whose answer is whose is shuffled among all answers of a channel. What is measured is how
 * far each person's answers are from what everybody says on the same channels: Σ (nₚᵥ − eₚᵥ)²/nₚ, on one channel the between-group part of Light &
 * Margolin's analysis of variance for categories (JASA 66 (1971) 534–544). No large numbers are needed; drawing stops early as in J. Besag & P. Clifford, "Sequential Monte Carlo p-values",
 * Biometrika 78 (1991) 301–304.
 */
export function peopleTest(said: readonly SaidOnce[]): number {
  const ordered = said.toSorted((a, b) => compare(a.channel, b.channel) || compare(a.person, b.person));
  const values = numbered(ordered.map(({ value }) => value));
  const groups = numbered(ordered.map(({ person }) => person));
  const blocks = stretches(ordered.map(({ channel }) => channel));
  const alike = likeness(groups, values, expectedOf(groups, values, blocks));
  return sequential(said.length, alike(), (chance) => {
    for (const [start, end] of blocks) chance.shuffle(values, start, end);
    return alike();
  });
}

/**
 * Probability that channels differ at least this much by chance, where people differ too: the answers of a person on several channels are shuffled among that
 * person's answers; people on one channel alone are shuffled, each with all their answers, among the channels of such people. Neither changes
 * anything when channels make no difference, however much people do.
 */
export function channelTest(said: readonly SaidOnce[]): number {
  const byPerson = grouped(said);
  const several = byPerson.filter((own) => new Set(own.map(({ channel }) => channel)).size > 1);
  const single = byPerson.filter((own) => !several.includes(own));
  const ordered = [...several.flat(), ...single.flat()];
  const values = numbered(ordered.map(({ value }) => value));
  const channels = numbered(ordered.map(({ channel }) => channel));
  const people = stretches(ordered.map(({ person }) => person));
  const among = people.slice(0, several.length);
  const alone = people.slice(several.length);
  const places = Int32Array.from(alone, ([start]) => channels[start]!);
  const alike = likeness(channels, values);
  return sequential(said.length, alike(), (chance) => {
    for (const [start, end] of among) chance.shuffle(values, start, end);
    chance.shuffle(places);
    alone.forEach(([start, end], i) => channels.fill(places[i]!, start, end));
    return alike();
  });
}

/** In how many ways `channelTest` can shuffle, at most: with few of them nothing can be told at 5 %. */
export function channelArrangements(said: readonly SaidOnce[]): number {
  const byPerson = grouped(said);
  const single = byPerson.filter((own) => own.every(({ channel }) => channel === own[0]!.channel));
  const within = byPerson.map((own) => Math.min(arrangements(own.map(({ channel }) => channel)), arrangements(own.map(({ value }) => value))));
  return arrangements(single.map((own) => own[0]!.channel)) * within.reduce((all, one) => all * one, 1);
}

/** Multinomial coefficient: orders of labels that look different; Infinity when there are very many. */
function arrangements(labels: readonly string[]): number {
  const seen = new Map<string, number>();
  let ways = 1;
  labels.forEach((label, i) => {
    const count = (seen.get(label) ?? 0) + 1;
    seen.set(label, count);
    ways = (ways * (i + 1)) / count;
  });
  return ways;
}

/**
 * Exceedances / draws once there are enough, else with what was observed as one draw more. Equal ones count half (mid-p: H. O. Lancaster, JASA 56 (1961)
 * 223–234): among few answers many arrangements are equal, and counting them in full would flag far fewer than 5 %.
 */
function sequential(size: number, observed: number, draw: (chance: Shuffler) => number): number {
  const chance = new Shuffler();
  const most = Math.min(DRAWS.most, Math.max(DRAWS.least, Math.floor(DRAWS.work / Math.max(1, size))));
  let exceeded = 0;
  for (let drawn = 1; drawn <= most; drawn++) {
    const excess = draw(chance) - observed;
    // Sums of the same fractions in another order may differ in the last digits.
    exceeded += Math.abs(excess) <= 1e-9 * (1 + observed) ? 0.5 : excess > 0 ? 1 : 0;
    if (exceeded >= ENOUGH) return exceeded / drawn;
  }
  return (exceeded + 0.5) / (most + 1);
}

/** What each group would say of each value if in every block all said the same: shuffling within blocks does not change it. */
function expectedOf(groups: Int32Array, values: Int32Array, blocks: readonly (readonly [number, number])[]): Float64Array {
  const [groupCount, valueCount] = [countOf(groups), countOf(values)];
  const expected = new Float64Array(groupCount * valueCount);
  for (const [start, end] of blocks) {
    const said = new Float64Array(valueCount);
    for (let i = start; i < end; i++) said[values[i]!]!++;
    for (let i = start; i < end; i++) for (let v = 0; v < valueCount; v++) expected[groups[i]! * valueCount + v]! += said[v]! / (end - start);
  }
  return expected;
}

/** Numbers from 0 on are how many. */
const countOf = (numbers: Int32Array): number => numbers.reduce((most, number) => Math.max(most, number + 1), 0);

/** Σ over groups of Σ over values (n − e)²/n of the group; reads both arrays anew at each call. */
function likeness(groups: Int32Array, values: Int32Array, expected?: Float64Array): () => number {
  const [groupCount, valueCount] = [countOf(groups), countOf(values)];
  const cells = new Float64Array(groupCount * valueCount);
  const sizes = new Float64Array(groupCount);
  return () => {
    cells.fill(0);
    sizes.fill(0);
    for (let i = 0; i < groups.length; i++) {
      cells[groups[i]! * valueCount + values[i]!]!++;
      sizes[groups[i]!]!++;
    }
    let total = 0;
    for (let g = 0; g < groupCount; g++) {
      let squares = 0;
      for (let v = 0; v < valueCount; v++) squares += (cells[g * valueCount + v]! - (expected?.[g * valueCount + v] ?? 0)) ** 2;
      if (sizes[g]! > 0) total += squares / sizes[g]!;
    }
    return total;
  };
}

function grouped(said: readonly SaidOnce[]): SaidOnce[][] {
  const found = new Map<string, SaidOnce[]>();
  for (const one of said) found.set(one.person, [...(found.get(one.person) ?? []), one]);
  return [...found].sort(([a], [b]) => compare(a, b)).map(([, own]) => own);
}

function numbered(labels: readonly string[]): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(labels, (label) => {
    const known = numbers.get(label) ?? numbers.size;
    numbers.set(label, known);
    return known;
  });
}

/** Where each run of equal labels starts and ends. */
function stretches(labels: readonly string[]): (readonly [number, number])[] {
  const starts = labels.flatMap((label, i) => (label === labels[i - 1] && i > 0 ? [] : [i]));
  return starts.map((start, i) => [start, starts[i + 1] ?? labels.length]);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
