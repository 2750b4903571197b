import type { PeriodFilter } from '../read-models.js';
import type { Cut } from './cuts.js';
import type { GroupCuts } from './group-cuts.js';

/** Where a period begins or ends: at `cut`, and whether that is what was asked for, days without anything aside. */
export interface End {
  readonly cut: Cut;
  readonly exact: boolean;
}

/** The first place on or after the beginning of `from`; null: these cuts do not tell. */
export function firstEnd({ cuts, doubtful }: GroupCuts, from: string): End | null {
  const before = cuts.findLast(({ after }) => after < from);
  if (before === undefined) return null;
  const exact = before.next === null || before.next >= from;
  const cut = exact ? before : cuts.find(({ after, next }) => after >= from && next !== null);
  if (cut === undefined || doubtful.some((after) => after > before.after && (exact ? after < from : after < cut.after))) return null;
  return { cut, exact };
}

/** The last place on or before the end of `to`; null: these cuts do not tell. */
export function lastEnd({ cuts, doubtful }: GroupCuts, to: string): End | null {
  const cut = cuts.findLast(({ after }) => after <= to);
  if (cut === undefined || doubtful.some((after) => after > cut.after && after <= to)) return null;
  return { cut, exact: cut.next === null || cut.next > to };
}

/**
 * The days between two ends, those asked for where nothing is left out; null when nothing lies between.
 * @param first absent: from the beginning
 */
export function periodBetween(first: End | undefined, last: End, { from, to }: PeriodFilter): PeriodFilter | null {
  if (last.cut.after === '' || (first !== undefined && first.cut.after >= last.cut.after)) return null;
  const begin = first === undefined || first.exact ? from : (first.cut.next ?? from);
  const end = last.exact ? to : last.cut.after;
  return { ...(begin !== undefined && { from: begin }), ...(end !== undefined && { to: end }) };
}
