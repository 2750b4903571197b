import type { LocalTime } from './civil-date.js';
import { MINUTES_PER_DAY } from './civil-date.js';

const MS_PER_MINUTE = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' });
    formats.set(zone, format);
  }
  return format;
}

/** Clocks change on the quarter of an hour; what was asked before is kept by zone, up to a bound. */
const QUARTER = 15 * MS_PER_MINUTE;
const MOST_OFFSETS = 50_000;
const offsets = new Map<string, Map<number, number>>();

/** What a clock of `zone` (IANA name) shows at `instant` (ms since the epoch, UTC), as if it were UTC. */
function shownAt(instant: number, zone: string): number {
  const quarter = Math.floor(instant / QUARTER);
  let known = offsets.get(zone);
  if (known === undefined || known.size >= MOST_OFFSETS) offsets.set(zone, (known = new Map()));
  let offset = known.get(quarter);
  if (offset === undefined) known.set(quarter, (offset = readClock(quarter * QUARTER, zone) - quarter * QUARTER));
  return instant + offset;
}

function readClock(instant: number, zone: string): number {
  const shown: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(instant)) shown[type] = Number(value);
  return Date.UTC(shown['year']!, shown['month']! - 1, shown['day'], shown['hour'], shown['minute'], shown['second']);
}

/** The local time of an instant, seconds cut off. Throws a RangeError for a zone that does not exist. */
export function localTimeAt(instant: number, zone: string): LocalTime & { readonly minutes: number } {
  const minutes = Math.floor(shownAt(instant, zone) / MS_PER_MINUTE);
  const day = Math.floor(minutes / MINUTES_PER_DAY);
  return { day, minutes: minutes - day * MINUTES_PER_DAY };
}

/**
 * When a local time is over, ms since the epoch: a date alone at the next midnight. Of a time that a change of clocks skips
 * the instant just as far after the change; of one that comes twice the first.
 */
export function instantOf({ day, minutes }: LocalTime, zone: string): number {
  const wanted = (day * MINUTES_PER_DAY + (minutes ?? MINUTES_PER_DAY)) * MS_PER_MINUTE;
  const candidateOffsets = [wanted - MS_PER_MINUTE * MINUTES_PER_DAY, wanted + MS_PER_MINUTE * MINUTES_PER_DAY].map((near) => shownAt(near, zone) - near);
  const candidates = candidateOffsets.map((offset) => wanted - offset).sort((a, b) => a - b);
  return candidates.find((instant) => shownAt(instant, zone) === wanted) ?? candidates.at(-1)!;
}
