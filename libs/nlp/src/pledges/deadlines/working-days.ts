import type { Day } from './civil-date.js';
import { weekdayOf } from './civil-date.js';
import { isPublicHoliday } from './public-holidays.js';

/** `ouvrés`: Monday to Friday · `ouvrables`: Monday to Saturday; both without public holidays. */
export type WorkingDays = 'ouvrés' | 'ouvrables';

const LAST_WEEKDAY: Readonly<Record<WorkingDays, number>> = { ouvrés: 5, ouvrables: 6 };

/** The `count`-th working day after `day`; counting starts the day after. */
export function addWorkingDays(day: Day, count: number, kind: WorkingDays): Day {
  let at = day;
  for (let left = count; left > 0; ) {
    at++;
    if (weekdayOf(at) <= LAST_WEEKDAY[kind] && !isPublicHoliday(at)) left--;
  }
  return at;
}
