import type { Interval, Proportion } from '../figures.js';
import type { Channel } from '../interaction.js';
import type { FigureBasis, Named, PeriodFilter, Report } from '../read-models.js';
import type { Polarity } from '../rulebook.js';
import type { FunnelLevel, FunnelPosition } from '../statistics/index.js';

/** « au-delà du hasard » · « rien de sûr » · « pas assez de données ». */
export const SPREAD_VERDICTS = ['beyond-chance', 'nothing-certain', 'not-enough-data'] as const;
export type SpreadVerdict = (typeof SPREAD_VERDICTS)[number];

/** How far apart the true rates of agents, channels or weeks are, chance taken out. */
export interface Spread {
  readonly verdict: SpreadVerdict;
  /** Groups compared, 0 without enough data; groups too small to be compared. */
  readonly groups: number;
  readonly leftOut: number;
  /** Standard deviation of true rates, as a share: 0.03 is 3 percentage points. Null without enough data. */
  readonly deviation: number | null;
  /** Of the deviation, two-sided; it may begin at 0 beside a verdict by the one-sided test. */
  readonly interval: Interval | null;
  /** One-sided probability of rates at least this far apart by chance. */
  readonly p: number | null;
  /** The same adjusted for how many lines the report compares (Benjamini–Hochberg): the verdict is `q` ≤ 0.05. */
  readonly q: number | null;
}

/** A channel beside what everybody's rates give on its contact reasons. */
export interface ChannelGap {
  readonly channel: Channel;
  readonly flagged: Proportion;
  /** Observed less expected, as a share of its interactions; null without enough data. */
  readonly difference: number | null;
  readonly interval: Interval | null;
  readonly verdict: SpreadVerdict;
}

export interface FunnelLimit {
  readonly level: FunnelLevel;
  /** Counts that chance explains at the person's expected rate, inclusive. */
  readonly low: number;
  readonly high: number;
}

export interface FunnelPoint {
  readonly agent: Named;
  readonly team: Named | null;
  readonly flagged: Proportion;
  /** What everybody's rates give on the person's own channels and contact reasons. */
  readonly expected: number;
  readonly limits: readonly FunnelLimit[];
  readonly position: FunnelPosition;
}

/** Persons, in order of ref: not a ranking. */
export interface Funnel {
  /** Confirmed findings only, unless the organisation relaxed it. */
  readonly basis: FigureBasis;
  readonly mean: Proportion;
  /** Mean of z²: 1 is chance, more means that the limits are narrow for what people vary anyway. */
  readonly overdispersion: number | null;
  /** Interactions with a finding that nobody has judged yet: nobody is outside whose place they could change. */
  readonly undecided: number;
  readonly points: readonly FunnelPoint[];
}

export interface ConsistencyRow {
  readonly subject: 'commitment' | 'rule';
  readonly id: string;
  /** The brand's words for the commitment; why the rule is there. */
  readonly text: string | null;
  /** Id of the commitment served. */
  readonly commitment: string;
  readonly polarity: Polarity;
  /** Days that are counted: those asked for, less days at either end that alone would show a person. Null for none. */
  readonly counted: { readonly from: string; readonly to: string } | null;
  readonly agents: number | null;
  /** Interactions, once per agent who spoke in them, with at least one finding / on which the rule could run. */
  readonly mean: Proportion | null;
  readonly betweenAgents: Spread | null;
  readonly betweenChannels: Spread | null;
  readonly withinAgent: Spread | null;
  /** Empty when the channels are too small to be shown apart. */
  readonly channels: readonly ChannelGap[];
  /** Only when the report is narrowed to a rule or a commitment. */
  readonly funnel: Funnel | null;
  readonly suppressed: 'group-too-small' | null;
}

export type ConsistencyReport = Report<ConsistencyRow>;

export interface ConsistencyFilter extends PeriodFilter {
  readonly channel?: Channel;
  readonly team?: string;
  readonly rule?: string;
  readonly commitment?: string;
}
