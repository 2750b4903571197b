/** A time on a clock that does not say where it hangs. */
export interface WallClock {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** Milliseconds since the epoch as if the clock hung in Greenwich; undefined for a time that no calendar has. */
export function asUtc({ year, month, day, hour, minute, second }: WallClock): number | undefined {
  const time = Date.UTC(year, month - 1, day, hour, minute, second);
  const there = new Date(time);
  const same = there.getUTCFullYear() === year && there.getUTCMonth() === month - 1 && there.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  return same && time >= 0 ? time : undefined;
}

/** What a zone's clock shows → milliseconds since the epoch. In the hour that autumn repeats: the first of the two. */
export function inZone(utc: number, timeZone: string): number {
  // The offset before the change decides, unless it leads past it.
  const early = utc - offsetAt(utc - DAY, timeZone);
  if (early + offsetAt(early, timeZone) === utc) return early;
  return utc - offsetAt(utc + DAY, timeZone);
}

const DAY = 24 * 60 * 60 * 1000;

export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** How far ahead of Greenwich a zone is at an instant, in milliseconds. */
function offsetAt(instant: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en', { timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' });
    formats.set(timeZone, format);
  }
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const [year, month, day, hour, minute, second] = (['year', 'month', 'day', 'hour', 'minute', 'second'] as const).map((type) => parts.get(type) ?? 0);
  return Date.UTC(year!, month! - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
}
