import type { Interval, Proportion } from '../figures.js';
import type { FigureBasis, Named } from '../read-models.js';
import type { Polarity } from '../rulebook.js';
import type { DayWindow } from './coaching-session.js';

/** What keeps an effect from being told: a normal answer, with what is missing. */
export const EFFECT_SHORTAGES = ['not-held', 'time', 'no-team', 'observed', 'overlap', 'peers', 'peer-interactions', 'interactions', 'events'] as const;
export type EffectShortage = (typeof EFFECT_SHORTAGES)[number];

/** `found` and `needed` in days, agents, interactions or findings, by the reason; null where nothing is counted. */
export interface EffectShort {
  readonly reason: EffectShortage;
  readonly found: number | null;
  readonly needed: number | null;
}

/** About how often the rule finds something; never about the person. */
export type EffectVerdict = 'better' | 'worse' | 'nothing-certain' | 'not-enough-data';

export interface PeriodPair {
  readonly before: Proportion;
  readonly after: Proportion;
}

/** Interactions with a finding that waits for review, in both periods. */
export interface EffectUndecided {
  readonly coached: number;
  /** Null where counts of peers are not told. */
  readonly peers: number | null;
}

/** What a coached rule changed by, beyond uncoached peers in the same periods. */
export interface MeasuredEffect {
  readonly coached: PeriodPair;
  /** `flagged` null where counts of peers are not told. */
  readonly peers: { readonly agents: number; readonly flagged: PeriodPair | null };
  /** Share of interactions; negative is fewer. 95 % interval by bootstrap. */
  readonly estimate: number;
  readonly interval: Interval;
  readonly regressionToMean: {
    /** What the rate would have changed by without any coaching, since part of a striking figure is chance. */
    readonly expected: number;
    readonly warns: boolean;
  };
  readonly undecided: EffectUndecided;
}

export interface CoachedRuleEffect {
  readonly ruleId: string;
  readonly polarity: Polarity;
  /** The good direction: fewer violations, more merits. */
  readonly better: 'fewer' | 'more';
  readonly verdict: EffectVerdict;
  /** Null unless `verdict` is `not-enough-data`. */
  readonly short: EffectShort | null;
  /** Null with `short`. */
  readonly measured: MeasuredEffect | null;
}

export interface CoachingEffectReport {
  readonly sessionId: string;
  readonly agent: Named;
  readonly team: Named | null;
  readonly basis: FigureBasis;
  readonly timeZone: string;
  /** Null before the session is held. */
  readonly windows: { readonly before: DayWindow; readonly after: DayWindow } | null;
  readonly rules: readonly CoachedRuleEffect[];
}

/**
 * As the agent concerned is told: own counts, how many peers, and the difference to the nearest point. Two sessions of one person over nearly the
 * same days would otherwise tell, by subtraction, what a single colleague did.
 */
export function toldToAgent(effect: CoachedRuleEffect): CoachedRuleEffect {
  const { measured } = effect;
  if (measured === null) return { ...effect, short: effect.short === null ? null : withoutPeers(effect.short) };
  const { peers, estimate, interval, regressionToMean, undecided } = measured;
  return {
    ...effect,
    measured: {
      ...measured,
      peers: { agents: peers.agents, flagged: null },
      estimate: toPoint(estimate),
      interval: { ...interval, low: toPoint(interval.low), high: toPoint(interval.high) },
      regressionToMean: { ...regressionToMean, expected: toPoint(regressionToMean.expected) },
      undecided: { ...undecided, peers: null },
    },
  };
}

const withoutPeers = (short: EffectShort): EffectShort => (['peer-interactions', 'events'].includes(short.reason) ? { ...short, found: null } : short);

/** Adding 0 makes no −0. */
const toPoint = (share: number): number => Math.round(share * 100) / 100 + 0;
