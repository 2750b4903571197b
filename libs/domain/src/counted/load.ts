import type { Channel } from '../interaction.js';
import { personsAmong, UNNAMED } from '../unnamed-agents.js';

/** The smallest group that may be shown. */
export interface Least {
  readonly agents: number;
  readonly interactions: number;
}

/** Interactions of one day alike in channel, rulebook version and team, and who handled them. */
export interface DayCell {
  readonly day: string;
  readonly channel: Channel;
  readonly rulebookHash: string;
  /** Null: of no team, or teams were not told apart. */
  readonly team: string | null;
  /** One that several agents handled is shared out among them: thirds of three add up to one. */
  readonly interactions: number;
  /** Persons; where there are many, at least as many of them as the smallest group has. */
  readonly agents: readonly string[];
}

/** What adds up to a group: who, and how much. */
export class Load {
  readonly agents = new Set<string>();
  interactions = 0;

  include({ agents, interactions }: { readonly agents: Iterable<string>; readonly interactions: number }): this {
    for (const agent of agents) this.agents.add(agent);
    this.interactions += interactions;
    return this;
  }

  isEnough({ agents, interactions }: Least): boolean {
    if (this.interactions + ROUNDING < interactions || this.agents.size < agents) return false;
    // Asked very often: a few who are known by name are enough to say so.
    let named = 0;
    for (const agent of this.agents) if (!agent.startsWith(UNNAMED) && ++named >= agents) return true;
    return personsAmong(this.agents) >= agents;
  }
}

/** Thirds of interactions add up to whole ones but for this. */
const ROUNDING = 1e-6;

/** Loads by key, for each of some ways to part a group. */
export type Loads = readonly Map<string, Load>[];

/** Adds to the first, and returns it. */
export function addTo(loads: Loads, more: Loads): Loads {
  loads.forEach((sums, i) => {
    for (const [key, load] of more[i]!) {
      const sum = sums.get(key);
      if (sum === undefined) sums.set(key, new Load().include(load));
      else sum.include(load);
    }
  });
  return loads;
}

export const emptyLoads = (ways: number): Loads => Array.from({ length: ways }, () => new Map<string, Load>());
