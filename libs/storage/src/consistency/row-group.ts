import {
  countedDays, safePieces, type Channel, type ConsistencyFilter, type ConsistencyRow, type OrganisationSettings, type Tally,
} from '#domain';
import { isTooSmall, type GroupSize } from '../views/group-size.js';
import type { Subject } from './subjects.js';
import type { Flagged, Handled, Load } from './tallies.sql.js';

/** What was read once for every row of a report. */
export interface Observations {
  readonly handled: readonly Handled[];
  readonly flagged: readonly Flagged[];
  /** Of all days, whatever the period. */
  readonly loads: readonly Load[];
  readonly teamOf: ReadonlyMap<string, string | null>;
  readonly filter: ConsistencyFilter;
  readonly settings: OrganisationSettings;
}

/** The interactions a row may be measured on; null when they would show a person. */
export interface RowGroup {
  readonly counted: NonNullable<ConsistencyRow['counted']>;
  readonly agents: number;
  readonly tallies: readonly Tally[];
  /** Channels large enough to be shown apart. */
  readonly channels: readonly Channel[];
}

export class RowGroups {
  private readonly days = new Map<string, ConsistencyRow['counted']>();

  constructor(private readonly seen: Observations) {}

  /** Null when the group is too small, or could be had by subtracting another answer from this one. */
  groupOf(subject: Subject): RowGroup | null {
    const counted = this.countedDaysOf(subject);
    if (counted === null) return null;
    const { filter, settings } = this.seen;
    const near = this.seen.handled.filter((place) => subject.applies(place) && place.day >= counted.from && place.day <= counted.to);
    const own = near.filter((place) => this.inTeam(place) && this.inChannel(place));
    const rests = [near.filter((place) => !this.inTeam(place) && this.inChannel(place)), near.filter((place) => this.inTeam(place) && !this.inChannel(place))];
    if (isTooSmall(sizeOf(own), rests.map(sizeOf), settings)) return null;
    return { counted, agents: sizeOf(own).agents, tallies: this.talliesOf(subject, own), channels: filter.channel === undefined ? largeChannels(own, settings) : [] };
  }

  private inTeam({ agent }: { readonly agent: string }): boolean {
    const { team } = this.seen.filter;
    return team === undefined || this.seen.teamOf.get(agent) === team;
  }

  private inChannel({ channel }: { readonly channel: Channel }): boolean {
    return this.seen.filter.channel === undefined || channel === this.seen.filter.channel;
  }

  private countedDaysOf({ scope, applies }: Subject): ConsistencyRow['counted'] {
    const known = this.days.get(scope);
    if (known !== undefined) return known;
    const { loads, settings, filter } = this.seen;
    const pieces = safePieces(
      loads.filter((load) => applies(load) && this.inTeam(load) && this.inChannel(load)),
      { agents: settings.groupMinAgents, interactions: settings.groupMinInteractions },
    );
    const counted = countedDays(pieces, filter);
    this.days.set(scope, counted);
    return counted;
  }

  private talliesOf(subject: Subject, own: readonly Handled[]): Tally[] {
    const found = new Map<string, { -readonly [Member in keyof Tally]: Tally[Member] }>();
    for (const place of own) {
      if (!subject.couldRun(place)) continue;
      const { agent, day, channel, reason, n } = place;
      const tally = found.get(placeOf(place)) ?? { agent, day, channel, reason, n: 0, detected: 0, confirmed: 0, undecided: 0 };
      tally.n += n;
      found.set(placeOf(place), tally);
    }
    for (const flagged of this.seen.flagged) {
      const tally = subject.owns(flagged) ? found.get(placeOf(flagged)) : undefined;
      if (tally === undefined) continue;
      tally.detected += flagged.detected;
      tally.confirmed += flagged.confirmed;
      tally.undecided += flagged.undecided;
    }
    return [...found.values()];
  }
}

/** Channels large enough to be shown apart: all of them, or those beside which the others together are large enough too. */
function largeChannels(own: readonly Handled[], settings: OrganisationSettings): Channel[] {
  const channels = [...new Set(own.map(({ channel }) => channel))].sort();
  const on = (names: readonly Channel[]): GroupSize => sizeOf(own.filter(({ channel }) => names.includes(channel)));
  const large = channels.filter((channel) => !isTooSmall(on([channel]), [], settings));
  const rest = on(channels.filter((channel) => !large.includes(channel)));
  return rest.interactions > 0 && isTooSmall(rest, [], settings) ? [] : large;
}

const placeOf = ({ agent, day, channel, rulebook_hash, reason, unchecked }: Handled | Flagged): string =>
  JSON.stringify([agent, day, channel, rulebook_hash, reason, unchecked]);

const sizeOf = (places: readonly Handled[]): GroupSize => ({
  agents: new Set(places.map(({ agent }) => agent)).size,
  // Shares of thirds add up to whole interactions again, but for rounding.
  interactions: Math.floor(places.reduce((sum, { shared }) => sum + shared, 0) + 1e-6),
});
