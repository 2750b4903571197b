import type { Channel } from './interaction.js';
import type { PeriodFilter } from './read-models.js';

/** What a sample is drawn from: the interactions of a period in which an agent spoke. Empty lists: all. */
export interface SampleFrame extends PeriodFilter {
  readonly channels: readonly Channel[];
  /** Refs of teams: present members. */
  readonly teams: readonly string[];
  /** Rules to be measured; an interaction is flagged when one of them found something. */
  readonly rules: readonly string[];
}

/** Interactions alike; `channel` and `team` null where the sample is too small to tell them apart. */
export interface SampleStratum {
  readonly channel: Channel | null;
  readonly team: string | null;
  readonly flagged: boolean;
  /** Interactions in it when the sample was drawn. */
  readonly population: number;
  readonly drawn: number;
  readonly completed: number;
}

export interface ReviewSample {
  readonly id: string;
  readonly name: string;
  readonly frame: SampleFrame;
  /** The same seed over the same interactions draws the same sample. */
  readonly seed: string;
  readonly dueOn: string | null;
  readonly drawnBy: string;
  readonly drawnAt: string;
  readonly strata: readonly SampleStratum[];
  readonly drawn: number;
  readonly completed: number;
}

export const SAMPLE_SIZE = { min: 8, max: 5_000 } as const;

/** Interactions alike in everything that strata tell apart. */
export interface SampleCell {
  readonly channel: Channel;
  readonly team: string | null;
  readonly flagged: boolean;
  readonly population: number;
}

export type StratumPlan = Omit<SampleStratum, 'completed'>;

/**
 * How many to draw of what. Half are flagged interactions, which tell how often a rule is right, half are others, which tell what it misses; each half
 * is shared out in proportion, at least two to a stratum, since one alone tells nothing of how much a stratum varies. Where the size does not
 * reach for that, teams are taken together, then channels.
 */
export function planSample(cells: readonly SampleCell[], size: number): StratumPlan[] {
  const by = (channel: boolean, team: boolean): StratumPlan[] => merged(cells, channel, team);
  const plans = [by(true, true), by(true, false), by(false, false)];
  const strata = plans.find((plan) => 4 * plan.length <= size) ?? plans.at(-1)!;
  const halves = [true, false].map((flagged) => strata.filter((one) => one.flagged === flagged));
  const [marked = 0, plain = 0] = halves.map((half) => half.reduce((sum, { population }) => sum + population, 0));
  const wanted = Math.min(marked, Math.max(Math.floor(size / 2), size - plain));
  return [...shared(halves[0]!, wanted), ...shared(halves[1]!, Math.min(plain, size - wanted))];
}

function merged(cells: readonly SampleCell[], channel: boolean, team: boolean): StratumPlan[] {
  const found = new Map<string, StratumPlan>();
  for (const cell of cells) {
    if (cell.population === 0) continue;
    const kept = { channel: channel ? cell.channel : null, team: team ? cell.team : null, flagged: cell.flagged };
    const key = JSON.stringify(Object.values(kept));
    found.set(key, { ...kept, population: cell.population + (found.get(key)?.population ?? 0), drawn: 0 });
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, stratum]) => stratum);
}

/** In proportion to the population, at least two each, one after the other to the stratum of which the smallest share is drawn. */
function shared(strata: readonly StratumPlan[], size: number): StratumPlan[] {
  const drawn = strata.map(({ population }) => Math.min(2, population));
  for (let left = size - sum(drawn); left > 0; left--) {
    let most = -1;
    strata.forEach(({ population }, i) => {
      if (drawn[i]! >= population) return;
      if (most < 0 || population / drawn[i]! > strata[most]!.population / drawn[most]!) most = i;
    });
    if (most < 0) break;
    drawn[most]!++;
  }
  return strata.map((stratum, i) => ({ ...stratum, drawn: drawn[i]! }));
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
