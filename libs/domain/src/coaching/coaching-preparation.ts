import type { FunnelLimit } from '../consistency/index.js';
import type { Proportion } from '../figures.js';
import type { FigureBasis, FindingView, Named } from '../read-models.js';
import type { Polarity } from '../rulebook.js';
import type { FunnelPosition } from '../statistics/index.js';
import type { DayWindow } from './coaching-session.js';

/** A rule on which an agent stands outside of the funnel, in either direction. */
export interface CoachingProposal {
  readonly ruleId: string;
  /** Why the rule is there. */
  readonly why: string | null;
  readonly polarity: Polarity;
  /** `strength`: fewer violations or more merits than chance explains · `to-work-on`: the reverse. */
  readonly direction: 'strength' | 'to-work-on';
  /** Days that are counted: see `countedDays`. */
  readonly counted: DayWindow;
  /** Interactions with a finding that counts / on which the rule could run. */
  readonly flagged: Proportion;
  /** What everybody's rates give on the agent's own channels and contact reasons. */
  readonly expected: number;
  readonly limits: readonly FunnelLimit[];
  readonly position: FunnelPosition;
  /** Agents compared with. */
  readonly peers: number;
  /** At most five, confirmed first, then the latest. */
  readonly excerpts: readonly FindingView[];
}

/** What might be talked about with an agent: where chance does not explain the difference from the team, good or bad. */
export interface CoachingPreparation {
  readonly agent: Named;
  readonly team: Named | null;
  readonly basis: FigureBasis;
  readonly period: { readonly from: string; readonly to: string; readonly timeZone: string };
  /** Why there is nothing at all: the agent is of no team, or the group is too small for every rule. */
  readonly suppressed: 'no-team' | 'group-too-small' | null;
  readonly proposals: readonly CoachingProposal[];
  /** Rules with enough data to tell: of so many, 5 in 100 at most are outside by chance alone. */
  readonly examined: number;
  /** « pas assez de données ». */
  readonly notEnough: readonly string[];
  /** Under observation: they count for no one. */
  readonly observed: readonly string[];
}

/** The direction of a place outside of the funnel; null within it. */
export function directionOf(polarity: Polarity, position: FunnelPosition): CoachingProposal['direction'] | null {
  if (position === 'within' || position === 'not-enough-data') return null;
  return position.startsWith('above') === (polarity === 'merit') ? 'strength' : 'to-work-on';
}
