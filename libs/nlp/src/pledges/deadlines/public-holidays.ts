import type { Day } from './civil-date.js';
import { dayOf, partsOf } from './civil-date.js';

/** Easter Sunday by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, ch. 8). */
export function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(n / 31), (n % 31) + 1);
}

/** Month and date. Article L3133-1 of the French labour code; Alsace-Moselle has two more, which are left out. */
const FIXED = [[1, 1], [5, 1], [5, 8], [7, 14], [8, 15], [11, 1], [11, 11], [12, 25]] as const;
/** Easter Monday, Ascension Day, Whit Monday: days after Easter Sunday. */
const AFTER_EASTER = [1, 39, 50] as const;

const holidays = new Map<number, ReadonlySet<Day>>();

function holidaysOf(year: number): ReadonlySet<Day> {
  let days = holidays.get(year);
  if (days === undefined) {
    const easter = easterSunday(year);
    days = new Set([...FIXED.map(([month, date]) => dayOf(year, month, date)), ...AFTER_EASTER.map((after) => easter + after)]);
    holidays.set(year, days);
  }
  return days;
}

export const isPublicHoliday = (day: Day): boolean => holidaysOf(partsOf(day).year).has(day);
