import type { PeriodFilter } from '#domain';

/** The days of a step that a period has. */
export const daysWithin = (first: string, last: string, { from, to }: PeriodFilter): { readonly from: string; readonly to: string } => ({
  from: from !== undefined && from > first ? from : first,
  to: to !== undefined && to < last ? to : last,
});

/** Cuts of a group over a period, and the days on which anybody did anything. */
export interface CutDays {
  readonly cuts: readonly { readonly after: string; readonly next: string | null }[];
  readonly days: readonly string[];
}

export interface CountedSteps {
  /** Days that are not to be counted. */
  readonly leftOut: readonly string[];
  /** By first day of a step: the days that it counts, null where none. */
  readonly steps: ReadonlyMap<string, { readonly from: string; readonly to: string } | null>;
}

/**
 * What each step of a trend may count: the whole pieces from one cut to the next that lie within it, and within the period asked for.
 * @param first first day of the step of a day
 * @param last last day of the step that begins on a day
 */
export function countedSteps({ cuts, days }: CutDays, period: PeriodFilter, first: (day: string) => string, last: (first: string) => string): CountedSteps {
  const { from, to } = period;
  const asked = days.filter((day) => (from === undefined || day >= from) && (to === undefined || day <= to));
  const steps = new Map<string, { from: string; to: string } | null>();
  const leftOut: string[] = [];
  for (const day of asked) {
    const step = first(day);
    const piece = pieceOf(cuts, day);
    const within = daysWithin(step, last(step), period);
    const counts = piece !== null && piece.from >= within.from && piece.to <= within.to;
    const before = steps.get(step) ?? null;
    steps.set(step, counts ? { from: before?.from ?? day, to: day } : before);
    if (!counts) leftOut.push(day);
  }
  for (const [step, counted] of steps) {
    if (counted === null || leftOut.some((day) => first(day) === step)) continue;
    steps.set(step, daysWithin(step, last(step), period));
  }
  return { leftOut, steps };
}

function pieceOf(cuts: CutDays['cuts'], day: string): { from: string; to: string } | null {
  const i = cuts.findIndex(({ after }) => after >= day);
  const [before, end] = [cuts[i - 1], cuts[i]];
  return before === undefined || end === undefined || before.next === null ? null : { from: before.next, to: end.after };
}
