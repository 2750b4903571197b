import type { RuleCell } from '#domain';
import type { Subject } from '../consistency/subjects.js';
import type { Flagged, Handled } from '../consistency/tallies.sql.js';

/** What was read of one period. */
export interface PeriodTallies {
  readonly handled: readonly Handled[];
  readonly flagged: readonly Flagged[];
}

type Growing = { -readonly [Member in keyof RuleCell]: RuleCell[Member] };

/**
 * One rule over two periods: per agent, period, channel and contact reason. Interactions that were judged by a rulebook without the rule do
 * not count, nor do findings on them.
 * @param isMeant the coached and the peers
 */
export function ruleCells(rule: Subject, periods: Readonly<Record<RuleCell['period'], PeriodTallies>>, coached: string, isMeant: (agent: string) => boolean): RuleCell[] {
  return (['before', 'after'] as const).flatMap((period) => {
    const cells = new Map<string, Growing>();
    const { handled, flagged } = periods[period];
    for (const place of handled) {
      if (!isMeant(place.agent) || !rule.applies(place) || !rule.couldRun(place)) continue;
      const stratum = JSON.stringify([place.channel, place.reason]);
      const key = `${stratum} ${place.agent}`;
      const cell = cells.get(key) ?? { agent: place.agent, coached: place.agent === coached, period, stratum, n: 0, detected: 0, confirmed: 0, undecided: 0 };
      cells.set(key, cell);
      cell.n += place.n;
    }
    for (const found of flagged) {
      if (found.rule_id !== rule.id || !rule.applies(found)) continue;
      const cell = cells.get(`${JSON.stringify([found.channel, found.reason])} ${found.agent}`);
      if (cell === undefined) continue;
      cell.detected += found.detected;
      cell.confirmed += found.confirmed;
      cell.undecided += found.undecided;
    }
    return [...cells.values()];
  });
}
