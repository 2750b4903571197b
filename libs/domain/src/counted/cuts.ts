import { weekOf } from '../consistency/tally.js';
import { emptyLoads, Load, type DayCell, type Least, type Loads } from './load.js';
import { PartsOverTime, type OpenParts } from './open-parts.js';
import { sectionOf, type LoadedDay } from './section.js';

/** A place in time between two days at which figures of a group may begin or end. */
export interface Cut {
  /** The last day before it on which there was something; '' at the beginning. */
  readonly after: string;
  /** The first one after it; null: none. */
  readonly next: string | null;
  /** By way of parting the group. */
  readonly parts: readonly OpenParts[];
}

/** The part that a cell belongs to, undefined: none. */
export type Parting = (cell: DayCell) => string | undefined;

export interface CutOptions {
  readonly least: Least;
  /** Whether the cells begin where the organisation's do. */
  readonly fromBeginning: boolean;
  /** Monday-to-Sunday week that is not over yet. */
  readonly presentWeek: number;
  /** Cuts that the larger groups have: only there may this one be cut. */
  readonly within?: readonly (readonly Cut[])[];
}

/** Weeks after which what is open is looked at anew. */
const EPOCH = 4;

export const epochOf = (week: number): number => Math.floor(week / EPOCH) * EPOCH;

/**
 * Where the figures of a group may be cut, in order of time. Two answers for periods that differ by some days tell, by subtraction, those
 * days alone: between two cuts therefore lie enough agents and interactions of the group, and of each of its parts, or nothing of it. Cuts
 * depend on what there is and not on what is asked for, and on the weeks near by only, so that a few weeks need be read.
 * @param cells in any order
 */
export function cutsOf(cells: readonly DayCell[], partings: readonly Parting[], { least, fromBeginning, presentWeek, within = [] }: CutOptions): Cut[] {
  const days = daysOf(cells, partings, within);
  const over = partings.map(() => new PartsOverTime(least, fromBeginning));
  const cuts: Cut[] = [];
  const cut = (after: string, parts: readonly OpenParts[]): number => cuts.push({ after, next: days.find(({ day }) => day > after)?.day ?? null, parts });
  if (fromBeginning) cut('', over.map((parts) => parts.now()));
  // Of weeks that begin in the middle only the end of one that stands for itself is a cut for sure.
  let anchored = fromBeginning;
  let waiting: LoadedDay[] = [];
  let epoch: number | null = null;
  for (const week of weeksOf(days)) {
    waiting = anchored ? [...waiting, ...week] : week;
    const number = weekOf(week[0]!.day);
    const isOver = number < presentWeek;
    if (isOver && !week.at(-1)!.mayCut) continue;
    const section = sectionOf(waiting, least);
    if (section === null) continue;
    waiting = [];
    if (!anchored) {
      anchored = true;
      cut(section.cuts.at(-1)!, over.map((parts) => parts.now()));
      continue;
    }
    if (epoch !== null && epochOf(number) !== epoch) for (const parts of over) parts.forget();
    epoch = epochOf(number);
    for (const after of section.cuts.slice(0, -1)) cut(after, over.map((parts, way) => parts.within(section, way)));
    if (!isOver) break;
    over.forEach((parts, way) => parts.add(section, way));
    cut(section.cuts.at(-1)!, over.map((parts) => parts.now()));
  }
  return cuts;
}

function daysOf(cells: readonly DayCell[], partings: readonly Parting[], within: readonly (readonly Cut[])[]): LoadedDay[] {
  const byDay = new Map<string, Loads>();
  for (const cell of cells) {
    partings.forEach((partOf, way) => {
      const part = partOf(cell);
      if (part === undefined) return;
      const loads = byDay.get(cell.day) ?? emptyLoads(partings.length);
      byDay.set(cell.day, loads);
      const load = loads[way]!.get(part) ?? new Load();
      loads[way]!.set(part, load.include(cell));
    });
  }
  const days = [...byDay].sort(([a], [b]) => (a < b ? -1 : 1));
  return days.map(([day, loads], i) => {
    const next = days[i + 1]?.[0];
    return { day, loads, mayCut: within.every((cuts) => cuts.some(({ after }) => after >= day && (next === undefined || after < next))) };
  });
}

function weeksOf(days: readonly LoadedDay[]): LoadedDay[][] {
  const weeks: LoadedDay[][] = [];
  for (const day of days) {
    const week = weeks.at(-1);
    if (week !== undefined && weekOf(week[0]!.day) === weekOf(day.day)) week.push(day);
    else weeks.push([day]);
  }
  return weeks;
}
