import type { Channel } from '../interaction.js';
import { cutsOf, type Cut, type CutOptions, type Parting } from './cuts.js';
import type { DayCell } from './load.js';

/** Whose figures: everything of some channel, some teams, or both. */
export interface CountedGroup {
  readonly channel?: Channel | undefined;
  /** Refs; '' stands for agents of no team. Absent: whoever. */
  readonly teams?: readonly string[] | undefined;
}

export interface GroupCuts {
  readonly cuts: readonly Cut[];
  /** Days after which weeks before those that were read might allow another cut. */
  readonly doubtful: readonly string[];
}

const teamOf = ({ team }: DayCell): string => team ?? '';

/**
 * Cuts of groups over the same cells. All that is there can be cut where it itself has enough; channels, and teams, only where that is so and
 * each of them has enough, so that what some of them did not do by then is never had by subtracting the others; a team on a channel only where
 * both can be, and whatever else the team and the channel have.
 */
export class CutsByGroup {
  private readonly total: readonly Cut[];
  private readonly known = new Map<string, GroupCuts>();
  private readonly channels: () => readonly Cut[];
  private readonly teams: () => readonly Cut[];

  constructor(
    private readonly cells: readonly DayCell[],
    private readonly options: Omit<CutOptions, 'within'>,
  ) {
    this.total = this.cut([() => ''], []);
    this.channels = once(() => this.cut([({ channel }) => channel], [this.total]));
    this.teams = once(() => this.cut([teamOf], [this.total]));
  }

  of({ channel, teams }: CountedGroup): GroupCuts {
    if (channel === undefined && teams === undefined) return { cuts: this.total, doubtful: [] };
    const key = JSON.stringify([channel, teams]);
    const known = this.known.get(key) ?? this.found(channel, teams);
    this.known.set(key, known);
    return known;
  }

  private found(channel: Channel | undefined, teams: readonly string[] | undefined): GroupCuts {
    if (teams === undefined) return closedFor(this.channels(), [[channel!]]);
    if (channel === undefined) return closedFor(this.teams(), [teams]);
    const within = [closedFor(this.channels(), [[channel]]), closedFor(this.teams(), [teams])];
    const both = this.cut(
      [(cell) => (cell.channel === channel ? teamOf(cell) : undefined), (cell) => (teams.includes(teamOf(cell)) ? cell.channel : undefined)],
      within.map(({ cuts }) => cuts),
    );
    const own = closedFor(both, [teams, [channel]]);
    return { cuts: own.cuts, doubtful: [...within, own].flatMap(({ doubtful }) => doubtful) };
  }

  private cut(partings: readonly Parting[], within: readonly (readonly Cut[])[]): Cut[] {
    return cutsOf(this.cells, partings, { ...this.options, within });
  }
}

/** @param parts those that the group is, by way of parting */
function closedFor(all: readonly Cut[], parts: readonly (readonly string[])[]): GroupCuts {
  const open = ({ parts: ways }: Cut): boolean => parts.some((keys, way) => keys.some((key) => ways[way]!.isOpen(key)));
  const doubt = ({ parts: ways }: Cut): boolean => parts.every((keys, way) => keys.every((key) => !ways[way]!.isOpen(key) || !ways[way]!.isCertain(key)));
  return { cuts: all.filter((cut) => !open(cut)), doubtful: all.filter((cut) => open(cut) && doubt(cut)).map(({ after }) => after) };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
