import type { Interval } from '../figures.js';
import { proportion } from '../figures.js';
import type { Channel } from '../interaction.js';
import { contrastsOf, SPREAD_OPTIONS, spreadOf, studentQuantile, type Cell, type SpreadEstimate } from '../statistics/index.js';
import type { ChannelGap } from './consistency-report.js';
import { mixOf, type Tally } from './tally.js';

/** The three spreads of one rule or commitment; null where there is not enough to tell. */
export interface Spreads {
  readonly betweenAgents: SpreadEstimate | null;
  readonly betweenChannels: SpreadEstimate | null;
  readonly withinAgent: SpreadEstimate | null;
}

const AMONG_PEOPLE = { ...SPREAD_OPTIONS, minimumGroups: 3 };

/** @param channels those that may be shown apart: no spread is measured over the others. */
export function measureSpreads(tallies: readonly Tally[], channels: readonly Channel[]): Spreads {
  const betweenAgents = spreadOf(tallies.map((tally) => cell(tally, tally.agent, mixOf(tally))), AMONG_PEOPLE);
  return {
    betweenAgents,
    betweenChannels:
      betweenAgents === null ? null : spreadOf(channelCells(tallies, channels), { ...SPREAD_OPTIONS, clusters: betweenAgents }),
    withinAgent: spreadOf(
      tallies.map((tally) => cell(tally, `${tally.agent}\n${tally.week}`, `${tally.agent}\n${mixOf(tally)}`)),
      AMONG_PEOPLE,
    ),
  };
}

/** A channel that may be shown apart. */
export interface ChannelCount {
  readonly channel: Channel;
  readonly n: number;
  readonly detected: number;
}

/**
 * Each channel against everybody on the same contact reasons. How much people differ counts as chance: a channel may just
 * have had other people. The interval is the test's: it excludes 0 where the difference is beyond chance.
 * @param apart whether the channels differ beyond chance at all; no single one is said to when they do not.
 */
export function channelGaps(tallies: readonly Tally[], channels: readonly ChannelCount[], people: SpreadEstimate | null, apart: boolean): ChannelGap[] {
  const contrasts = people === null ? [] : contrastsOf(channelCells(tallies, channels.map(({ channel }) => channel)));
  return channels.map(({ channel, n, detected }): ChannelGap => {
    const flagged = proportion(detected, n);
    const found = contrasts.find(({ group }) => group === channel);
    if (people === null || found === undefined || found.chance === 0) return { channel, flagged, difference: null, interval: null, verdict: 'not-enough-data' };
    const difference = (found.observed - found.expected) / found.n;
    const error = Math.sqrt(found.chance + found.clustering * people.deviation ** 2) / found.n;
    const half = studentQuantile(0.025, people.degreesOfFreedom) * error;
    const interval: Interval = { low: difference - half, high: difference + half, level: 0.95 };
    return { channel, flagged, difference, interval, verdict: apart && Math.abs(difference) > half ? 'beyond-chance' : 'nothing-certain' };
  });
}

const channelCells = (tallies: readonly Tally[], channels: readonly Channel[]): Cell[] =>
  tallies
    .filter(({ channel }) => channels.includes(channel))
    .map((tally) => ({ ...cell(tally, tally.channel, tally.reason), cluster: tally.agent }));

const cell = ({ n, detected }: Tally, group: string, stratum: string): Cell => ({ group, stratum, n, events: detected });
