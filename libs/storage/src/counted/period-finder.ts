import { type CountedGroup, CutsByGroup, type DayCell, type End, epochOf, firstEnd, lastEnd, type Least, type PeriodFilter, periodBetween, weekOf } from '#domain';
import type { Sql } from '../database/sql.js';
import { readDayCells, readFirstDay } from '../views/day-load/day-cells.reader.js';
import { dayBefore, mondayOf, sundayOf } from './weeks.js';

/** Whose figures are to be cut. */
export interface Counted {
  readonly group: CountedGroup;
  /** The interactions meant at all: those to which a rule applies. Absent: all of them. The same function for the same ones. */
  readonly scope?: (cell: DayCell) => boolean;
}

/** Weeks before and after an end that are read, until they tell where it is. */
const REACHES = [
  { before: (week: number) => week - 2, after: 1 },
  { before: (week: number) => epochOf(week) - 2, after: 5 },
  { before: (week: number) => epochOf(week) - 10, after: 13 },
  { before: () => -Infinity, after: Infinity },
] as const;

interface Weeks {
  readonly byGroup: (scope?: (cell: DayCell) => boolean) => CutsByGroup;
  /** Whether there is nothing before them. */
  readonly fromBeginning: boolean;
  readonly cells: readonly DayCell[];
}

const ENOUGH_CUTS = 5;

/** Periods so short that both ends are read at once, in weeks. */
const SHORT = 8;

/** Finds the days that figures of groups may count, of those asked for. Days that are not over never count. */
export class PeriodFinder {
  /** The last day that is over. */
  private readonly yesterday: string;
  private firstDay: Promise<string | null> | undefined;
  private readonly known = new Map<string, Promise<Weeks>>();

  /** @param today YYYY-MM-DD in the organisation's time zone */
  constructor(
    private readonly sql: Sql,
    private readonly organisationId: string,
    private readonly least: Least,
    private readonly today: string,
  ) {
    this.yesterday = dayBefore(today);
  }

  /** For each group its counted days, in order; null: none. Ends that are not open stay as asked where no day is left out. */
  async find(counted: readonly Counted[], asked: PeriodFilter): Promise<(PeriodFilter | null)[]> {
    const to = this.until(asked);
    if ((asked.from !== undefined && asked.from > to) || (await this.first()) === null) return counted.map(() => null);
    const isShort = asked.from !== undefined && weekOf(to) - weekOf(asked.from) <= SHORT;
    const firsts = asked.from === undefined ? counted.map(() => undefined) : await this.ends(counted, asked.from, { from: dayBefore(asked.from), to }, (cuts, day) => firstEnd(cuts, day), isShort);
    const lasts = await this.ends(counted, to, { from: isShort && asked.from !== undefined ? dayBefore(asked.from) : to, to }, (cuts, day) => lastEnd(cuts, day), true);
    return counted.map((_, i) => {
      const [first, last] = [firsts[i], lasts[i]];
      return first === null || last === null || last === undefined ? null : periodBetween(first, last, { ...asked, to });
    });
  }

  /** Cuts of all groups over a whole period. */
  async cuts(group: CountedGroup, asked: PeriodFilter): Promise<{ readonly cuts: readonly { readonly after: string; readonly next: string | null }[]; readonly days: readonly string[] }> {
    const to = this.until(asked);
    const first = await this.first();
    if (first === null) return { cuts: [], days: [] };
    for (const { before } of REACHES.slice(1)) {
      const { byGroup, fromBeginning, cells } = await this.read([group], before(weekOf(asked.from === undefined ? first : dayBefore(asked.from))), weekOf(to));
      const found = byGroup(undefined).of(group);
      if (!fromBeginning && (asked.from === undefined || firstEnd(found, asked.from) === null)) continue;
      return { cuts: found.cuts, days: [...new Set(cells.map(({ day }) => day))].sort() };
    }
    return { cuts: [], days: [] };
  }

  private async ends(
    counted: readonly Counted[],
    day: string,
    near: { readonly from: string; readonly to: string },
    endOf: (cuts: ReturnType<CutsByGroup['of']>, day: string) => End | null,
    toTheEnd: boolean,
  ): Promise<(End | null)[]> {
    const found = counted.map((): End | null => null);
    for (const [reach, { before, after }] of REACHES.entries()) {
      const until = toTheEnd ? weekOf(near.to) : Math.min(weekOf(day) + after, weekOf(near.to));
      const open = counted.flatMap((one, i) => (found[i] === null ? [{ one, i }] : []));
      const { byGroup, fromBeginning } = await this.read(open.map(({ one }) => one.group), before(weekOf(near.from)), until);
      let isAnchored = true;
      for (const { one, i } of open) {
        found[i] = endOf(byGroup(one.scope).of(one.group), day);
        if (found[i] !== null) continue;
        // Where everybody together has been cut some times and this group is not, earlier weeks will not say otherwise.
        const everybody = byGroup(one.scope).of({});
        if (reach < 1 || everybody.cuts.length < ENOUGH_CUTS || endOf(everybody, day) === null) isAnchored = false;
      }
      if (fromBeginning || isAnchored) break;
    }
    return found;
  }

  /** What some weeks tell, read once: both ends of a short period are found in the same ones. */
  private read(groups: readonly CountedGroup[], firstWeek: number, lastWeek: number): Promise<Weeks> {
    const byTeam = groups.some(({ teams }) => teams !== undefined);
    const key = `${firstWeek} ${lastWeek} ${byTeam}`;
    const known = this.known.get(key) ?? this.readAnew(byTeam, firstWeek, lastWeek);
    this.known.set(key, known);
    return known;
  }

  private async readAnew(byTeam: boolean, firstWeek: number, lastWeek: number): Promise<Weeks> {
    const first = (await this.first())!;
    const fromBeginning = firstWeek <= weekOf(first);
    const from = fromBeginning ? first : mondayOf(firstWeek);
    const sunday = sundayOf(lastWeek);
    const to = sunday < this.today ? sunday : this.yesterday;
    const cells = await readDayCells(this.sql, this.organisationId, { from, to, byTeam, agents: this.least.agents });
    const known = new Map<unknown, CutsByGroup>();
    const byGroup = (scope?: (cell: DayCell) => boolean): CutsByGroup => {
      const there = known.get(scope) ?? new CutsByGroup(scope === undefined ? cells : cells.filter(scope), { least: this.least, fromBeginning, presentWeek: weekOf(this.today) });
      known.set(scope, there);
      return there;
    };
    return { byGroup, fromBeginning, cells };
  }

  /** The last day of a period that may count. */
  until({ to }: PeriodFilter): string {
    return to === undefined || to > this.yesterday ? this.yesterday : to;
  }

  private first(): Promise<string | null> {
    return (this.firstDay ??= readFirstDay(this.sql, this.organisationId));
  }
}
