import type { Channel, ConsistencyRow, Tally } from '#domain';
import { ScopeGroups, type Observations, type ScopeGroup } from './scope-group.js';
import { keyOf, type Subject } from './subjects.js';
import type { Flagged } from './tallies.sql.js';

/** The interactions a row may be measured on. */
export interface RowGroup {
  readonly counted: NonNullable<ConsistencyRow['counted']>;
  readonly agents: number;
  readonly n: number;
  readonly detected: number;
  /** Channels large enough to be shown apart, each with its counts. */
  readonly channels: readonly { readonly channel: Channel; readonly n: number; readonly detected: number }[];
  /** Made when asked for: most rows found too little to need them. */
  readonly tallies: () => readonly Tally[];
}

type Growing = { -readonly [Member in keyof Tally]: Tally[Member] };

/** Hundreds of rows over the same interactions: who may be counted is found once per scope, what was found once per row. */
export class RowGroups {
  private readonly scopes: ScopeGroups;
  private readonly found = new Map<string, Flagged[]>();

  constructor(seen: Observations, flagged: readonly Flagged[]) {
    this.scopes = new ScopeGroups(seen);
    for (const one of flagged) {
      const { rule_id, commitment, polarity } = one;
      const key = keyOf(rule_id === null ? { subject: 'commitment', id: commitment ?? '', polarity } : { subject: 'rule', id: rule_id, polarity });
      const list = this.found.get(key);
      if (list === undefined) this.found.set(key, [one]);
      else list.push(one);
    }
  }

  /** Null when the group is too small, or could be had by subtracting another answer from this one. */
  groupOf(subject: Subject): RowGroup | null {
    const scope = this.scopes.groupOf(subject);
    if (scope === null) return null;
    const { counted, agents, channels, alike, slotOf } = scope;
    const found = (this.found.get(subject.key) ?? []).filter((one) => slotOf(one) !== undefined);
    const handledOn = (channel?: Channel): number => sum(alike.filter((place) => isOn(place, channel) && subject.couldRun(place)).map(({ n }) => n));
    const foundOn = (channel?: Channel): number => sum(found.filter((one) => isOn(one, channel)).map(({ detected }) => detected));
    return {
      counted,
      agents,
      channels: channels.map((channel) => ({ channel, n: handledOn(channel), detected: foundOn(channel) })),
      n: handledOn(),
      detected: foundOn(),
      tallies: () => talliesOf(subject, scope, found),
    };
  }
}

const isOn = (place: { readonly channel: Channel }, channel: Channel | undefined): boolean => channel === undefined || place.channel === channel;

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

function talliesOf(subject: Subject, { places, slotOf, slots }: ScopeGroup, found: readonly Flagged[]): Tally[] {
  const tallies = slots.map((slot): Growing => ({ ...slot, n: 0, detected: 0, confirmed: 0, undecided: 0 }));
  for (const { place, slot } of places) if (subject.couldRun(place)) tallies[slot]!.n += place.n;
  for (const flagged of found) {
    const tally = tallies[slotOf(flagged)!]!;
    tally.detected += flagged.detected;
    tally.confirmed += flagged.confirmed;
    tally.undecided += flagged.undecided;
  }
  return tallies.filter(({ n }) => n > 0);
}
