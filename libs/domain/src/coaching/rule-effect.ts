import { proportion } from '../figures.js';
import type { FigureBasis } from '../read-models.js';
import type { Polarity } from '../rulebook.js';
import type { OrganisationSettings } from '../settings.js';
import { type BeforeAfter, COACHING_OPTIONS, coachingEffect, type CoachingCell, type CoachingEffect } from '../statistics/index.js';
import type { CoachedRuleEffect, EffectShort, EffectVerdict, MeasuredEffect, PeriodPair } from './coaching-effect-report.js';

/** What an agent's interactions of one period, channel and contact reason came to for one rule. */
export interface RuleCell extends Omit<CoachingCell, 'events'> {
  readonly detected: number;
  readonly confirmed: number;
  /** Interactions without a confirmed finding and with one that waits. */
  readonly undecided: number;
}

type Measured = Pick<CoachedRuleEffect, 'verdict' | 'short' | 'measured'>;

/**
 * The effect of a session on one rule: `coachingEffect` under the organisation's smallest group. On confirmed findings a rate depends on how
 * much was reviewed so far: a verdict holds only if it would whatever became of what waits, in the least and the most favourable case.
 */
export function ruleEffect(cells: readonly RuleCell[], polarity: Polarity, basis: FigureBasis, settings: OrganisationSettings): Measured {
  const minPeers = Math.max(COACHING_OPTIONS.minPeers, settings.groupMinAgents);
  const found = coachingEffect(cells.map((cell) => ({ ...cell, events: cell[basis] })), { minPeers });
  if (!found.enough) return missing({ reason: found.short, found: found.found, needed: found.needed });
  const peers = Math.min(found.peers.before.n, found.peers.after.n);
  if (peers < settings.groupMinInteractions) return missing({ reason: 'peer-interactions', found: peers, needed: settings.groupMinInteractions });
  const waiting = basis === 'confirmed' ? total(cells, () => true) : 0;
  const extremes = waiting === 0 ? [] : [true, false].map((rising) => coachingEffect(cells.map((cell) => ({ ...cell, events: cell[basis] + (waitsFor(cell, rising) ? cell.undecided : 0) })), { minPeers }));
  const verdict = [found, ...extremes].map((one) => (one.enough ? verdictOf(one, polarity) : 'nothing-certain')).reduce((all, one) => (all === one ? all : 'nothing-certain'));
  return { verdict, short: null, measured: measuredOf(found, cells, basis) };
}

/** Undecided ones that, counted as events, would make the coached look risen (or fallen) against the peers. */
const waitsFor = ({ coached, period }: RuleCell, rising: boolean): boolean => (coached === (period === 'after')) === rising;

const missing = (short: EffectShort): Measured => ({ verdict: 'not-enough-data', short, measured: null });

function verdictOf({ interval }: CoachingEffect, polarity: Polarity): EffectVerdict {
  if (interval.low <= 0 && interval.high >= 0) return 'nothing-certain';
  return interval.high < 0 === (polarity === 'violation') ? 'better' : 'worse';
}

function measuredOf({ coached, peers, estimate, interval, regressionToMean }: CoachingEffect, cells: readonly RuleCell[], basis: FigureBasis): MeasuredEffect {
  const waiting = (which: (cell: RuleCell) => boolean): number => (basis === 'confirmed' ? total(cells, which) : 0);
  return {
    coached: pair(coached),
    peers: { agents: peers.agents, flagged: pair(peers) },
    estimate,
    interval,
    regressionToMean,
    undecided: { coached: waiting((cell) => cell.coached), peers: waiting((cell) => !cell.coached) },
  };
}

const pair = ({ before, after }: BeforeAfter): PeriodPair => ({ before: proportion(before.events, before.n), after: proportion(after.events, after.n) });

const total = (cells: readonly RuleCell[], which: (cell: RuleCell) => boolean): number => cells.filter(which).reduce((sum, { undecided }) => sum + undecided, 0);
