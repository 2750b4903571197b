import { countedDays, safePieces, weekOf, type Channel, type ConsistencyFilter, type ConsistencyRow, type OrganisationSettings, type Tally } from '#domain';
import { isTooSmall, type GroupSize } from '../views/group-size.js';
import { largeChannels } from './large-channels.js';
import type { Subject } from './subjects.js';
import type { Flagged, Handled, Load } from './tallies.sql.js';

/** What was read once for every row of a report. */
export interface Observations {
  readonly handled: readonly Handled[];
  /** Of all days, whatever the period. */
  readonly loads: readonly Load[];
  readonly teamOf: ReadonlyMap<string, string | null>;
  readonly filter: ConsistencyFilter;
  /** Refs of the teams that the reader sees; null: every one. */
  readonly seenTeams: readonly string[] | null;
  readonly settings: OrganisationSettings;
}

type Slot = Pick<Tally, 'agent' | 'week' | 'channel' | 'reason'>;
type Where = Pick<Handled, 'agent' | 'day' | 'channel' | 'reason'>;

/** The interactions of the filter to which the rows of one scope apply, and where each is tallied. */
export interface ScopeGroup {
  readonly counted: NonNullable<ConsistencyRow['counted']>;
  readonly agents: number;
  readonly channels: readonly Channel[];
  readonly slots: readonly Slot[];
  /** Places alike in channel, version and what could not be checked, together. */
  readonly alike: readonly Handled[];
  readonly places: readonly { readonly place: Handled; readonly slot: number }[];
  /** Undefined for what is not counted. */
  readonly slotOf: (flagged: Flagged) => number | undefined;
}

/** Whether somebody of a team is meant: of the one asked for, and of one that is seen. */
export const isOfTeam = (team: string | null, asked: string | undefined, seen: readonly string[] | null): boolean =>
  (asked === undefined || team === asked) && (seen === null || (team !== null && seen.includes(team)));

export class ScopeGroups {
  private readonly known = new Map<string, ScopeGroup | null>();

  constructor(private readonly seen: Observations) {}

  /** Null when the group is too small, or could be had by subtracting another answer from this one. */
  groupOf({ scope, applies }: Subject): ScopeGroup | null {
    const known = this.known.get(scope);
    if (known !== undefined) return known;
    const group = this.measured(applies);
    this.known.set(scope, group);
    return group;
  }

  private measured(applies: Subject['applies']): ScopeGroup | null {
    const { loads, handled, settings, filter } = this.seen;
    const pieces = safePieces(
      loads.filter((load) => applies(load) && this.inTeam(load) && this.inChannel(load)),
      { agents: settings.groupMinAgents, interactions: settings.groupMinInteractions },
    );
    const counted = countedDays(pieces, filter);
    if (counted === null) return null;
    const near = handled.filter((place) => applies(place) && place.day >= counted.from && place.day <= counted.to);
    const own = near.filter((place) => this.inTeam(place) && this.inChannel(place));
    const rests = [near.filter((place) => !this.inTeam(place) && this.inChannel(place)), near.filter((place) => this.inTeam(place) && !this.inChannel(place))];
    const size = sizeOf(own);
    if (isTooSmall(size, rests.map(sizeOf), settings)) return null;
    return { counted, agents: size.agents, channels: filter.channel === undefined ? largeChannels(own, sizeOf, settings) : [], ...slotted(own, counted) };
  }

  private inTeam({ agent }: { readonly agent: string }): boolean {
    const { team } = this.seen.filter;
    return isOfTeam(this.seen.teamOf.get(agent) ?? null, team, this.seen.seenTeams);
  }

  private inChannel({ channel }: { readonly channel: Channel }): boolean {
    return this.seen.filter.channel === undefined || channel === this.seen.filter.channel;
  }
}

function slotted(own: readonly Handled[], counted: ScopeGroup['counted']): Pick<ScopeGroup, 'slots' | 'places' | 'alike' | 'slotOf'> {
  const slots: Slot[] = [];
  const byKey = new Map<string, number>();
  const places = own.map((place) => {
    const key = slotKey(place);
    const slot = byKey.get(key) ?? slots.push({ agent: place.agent, week: weekOf(place.day), channel: place.channel, reason: place.reason }) - 1;
    byKey.set(key, slot);
    return { place, slot };
  });
  const slotOf = (flagged: Flagged): number | undefined => (flagged.day < counted.from || flagged.day > counted.to ? undefined : byKey.get(slotKey(flagged)));
  return { slots, places, alike: together(own), slotOf };
}

function together(own: readonly Handled[]): Handled[] {
  const found = new Map<string, Handled>();
  for (const place of own) {
    const key = `${place.channel} ${place.rulebook_hash} ${place.unchecked.join(' ')}`;
    found.set(key, { ...place, n: place.n + (found.get(key)?.n ?? 0) });
  }
  return [...found.values()];
}

const slotKey = ({ agent, day, channel, reason }: Where): string => `${weekOf(day)} ${channel} ${JSON.stringify([agent, reason])}`;

const sizeOf = (places: readonly Handled[]): GroupSize => ({
  agents: new Set(places.map(({ agent }) => agent)).size,
  // Shares of thirds add up to whole interactions again, but for rounding.
  interactions: Math.floor(places.reduce((sum, { shared }) => sum + shared, 0) + 1e-6),
});
