/** A day of the Gregorian calendar, without time zone: days since 1970-01-01. */
export type Day = number;

/** A point in local time. `minutes` since midnight; null: until the end of the day. */
export interface LocalTime {
  readonly day: Day;
  readonly minutes: number | null;
}

const MS_PER_DAY = 86_400_000;
export const MINUTES_PER_DAY = 1440;

/** Months from 1; a date past the end of its month runs into the next one. */
export const dayOf = (year: number, month: number, date: number): Day => Math.floor(Date.UTC(year, month - 1, date) / MS_PER_DAY);

export function partsOf(day: Day): { readonly year: number; readonly month: number; readonly date: number } {
  const utc = new Date(day * MS_PER_DAY);
  return { year: utc.getUTCFullYear(), month: utc.getUTCMonth() + 1, date: utc.getUTCDate() };
}

/** 1 Monday … 7 Sunday (ISO 8601); 1970-01-01 was a Thursday. */
export const weekdayOf = (day: Day): number => ((((day + 3) % 7) + 7) % 7) + 1;

export const mondayOf = (day: Day): Day => day - weekdayOf(day) + 1;

export const lastOfMonth = (year: number, month: number): Day => dayOf(year, month + 1, 1) - 1;

/** The same date `count` months later, or the last day of that month when it has no such date. */
export function addMonths(day: Day, count: number): Day {
  const { year, month, date } = partsOf(day);
  return Math.min(dayOf(year, month + count, date), lastOfMonth(year, month + count));
}

/** ISO 8601: `2026-03-03`, or `2026-03-03T12:00` to the minute; midnight at a day's end is that of the next day. */
export function localText({ day, minutes }: LocalTime): string {
  if (minutes === null) return dateText(day);
  const at = minutes >= MINUTES_PER_DAY ? minutes - MINUTES_PER_DAY : minutes;
  return `${dateText(minutes >= MINUTES_PER_DAY ? day + 1 : day)}T${two(Math.floor(at / 60))}:${two(at % 60)}`;
}

const two = (value: number): string => String(value).padStart(2, '0');

const dateText = (day: Day): string => new Date(day * MS_PER_DAY).toISOString().slice(0, 10);

/** Comparable: a date alone lasts until its end. */
export const lastMinute = ({ day, minutes }: LocalTime): number => day * MINUTES_PER_DAY + (minutes ?? MINUTES_PER_DAY);

export const later = (one: LocalTime, other: LocalTime): LocalTime => (lastMinute(one) >= lastMinute(other) ? one : other);
