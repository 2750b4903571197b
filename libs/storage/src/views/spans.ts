import type { PeriodFilter } from '#domain';
import type { Conditions } from '../read/conditions.js';
import type { TallyTable } from './tally.js';

/** What days are also kept together by: ISO weeks, from Monday, and calendar months. */
export type Span = 'week' | 'month';

/** The table with a view's rows by week or month; its `day` is the first day. */
export const tableBy = ({ table }: TallyTable, span: Span): string => table.replace(/_day$/, `_${span}`);

/** Every table of a tally: by day, and by the spans that it is kept by too. */
export const tablesOf = (tally: TallyTable): string[] => [tally.table, ...(tally.spans ?? []).map((span) => tableBy(tally, span))];

/** First day of the week or month that a day is in, both YYYY-MM-DD. */
export function firstDayOf(span: Span, day: string): string {
  if (span === 'month') return `${day.slice(0, 8)}01`;
  const date = dateOf(day);
  return dayOf(date, -((date.getUTCDay() + 6) % 7));
}

/** First day of the next week or month. */
function firstDayAfter(span: Span, day: string): string {
  const first = dateOf(firstDayOf(span, day));
  if (span === 'week') return dayOf(first, 7);
  first.setUTCMonth(first.getUTCMonth() + 1);
  return dayOf(first, 0);
}

/** A period as whole spans, from one first day up to before another (absent: without end), and the days at both ends that make none. */
export interface SplitPeriod {
  readonly whole: { readonly from?: string | undefined; readonly before?: string | undefined } | null;
  readonly ends: readonly PeriodFilter[];
}

/** @param period first and last day, both inclusive; absent: without end */
export function splitPeriod(period: PeriodFilter, span: Span): SplitPeriod {
  const { from, to } = period;
  // Days are compared as text, which years of five digits are not made for.
  if (from !== undefined && from >= '9999') return { whole: null, ends: [period] };
  const start = from === undefined || from === firstDayOf(span, from) ? from : firstDayAfter(span, from);
  const before = to === undefined ? undefined : firstDayOf(span, dayOf(dateOf(to), 1));
  if (start !== undefined && before !== undefined && start >= before) return { whole: null, ends: [period] };
  return {
    whole: { from: start, before },
    ends: [
      ...(from !== undefined && start !== undefined && from < start ? [{ from, to: dayOf(dateOf(start), -1) }] : []),
      ...(to !== undefined && before !== undefined && before <= to ? [{ from: before, to }] : []),
    ],
  };
}

/**
 * A subquery of a view's rows over a period: of whole spans where the view is kept by them, of days at both ends. Summed up they are
 * what the days are; `span` null, or one that the view is not kept by: days.
 * @param where binds the days
 */
export function rowsOver(tally: TallyTable, period: Days, span: Span | null, where: Conditions): string {
  const { leftOut = [] } = period;
  if (span === null || tally.spans?.includes(span) !== true) return daysOver(tally, period, where);
  const split = splitPeriod(period, span);
  const { whole } = split;
  if (whole === null) return daysOver(tally, period, where);
  const days: string[] = [];
  const ends: Days[] = split.ends.map((end) => ({ ...end, leftOut }));
  // Spans of which days are left out are read day by day.
  const broken = [...new Set(leftOut.map((day) => firstDayOf(span, day)))].filter((first) => (whole.from === undefined || first >= whole.from) && (whole.before === undefined || first < whole.before)).sort();
  if (broken.length > 0) {
    days.push(`v.day <> ALL (${where.bind(broken)}::date[])`);
    ends.push({ from: broken[0]!, to: dayOf(dateOf(firstDayAfter(span, broken.at(-1)!)), -1), leftOut, within: { span, firsts: broken } });
  }
  if (whole.from !== undefined) days.push(`v.day >= ${where.bind(whole.from)}::date`);
  if (whole.before !== undefined) days.push(`v.day < ${where.bind(whole.before)}::date`);
  return [rowsOf(tableBy(tally, span), days), ...ends.map((end) => daysOver(tally, end, where))].join(' UNION ALL ');
}

function daysOver({ table }: TallyTable, { from, to, leftOut = [], within }: Days, where: Conditions): string {
  const days: string[] = [];
  if (from !== undefined) days.push(`v.day >= ${where.bind(from)}::date`);
  if (to !== undefined) days.push(`v.day <= ${where.bind(to)}::date`);
  if (leftOut.length > 0) days.push(`v.day <> ALL (${where.bind(leftOut)}::date[])`);
  if (within !== undefined) days.push(`date_trunc('${within.span}', v.day)::date = ANY (${where.bind(within.firsts)}::date[])`);
  return rowsOf(table, days);
}

/** Days of a period, those left out aside; `within`: of some spans only, by their first days. */
interface Days extends PeriodFilter {
  readonly leftOut?: readonly string[];
  readonly within?: { readonly span: Span; readonly firsts: readonly string[] };
}

const rowsOf = (table: string, conditions: readonly string[]): string => `SELECT v.* FROM ${table} AS v${conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`}`;

const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** YYYY-MM-DD of a date some days later, a year past 9999 with its five digits: PostgreSQL reads those. */
function dayOf(date: Date, later: number): string {
  return new Date(date.getTime() + later * 86_400_000).toISOString().replaceAll(/^\+0|T.*$/g, '');
}
