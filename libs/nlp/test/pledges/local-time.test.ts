import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, dayOf, lastMinute, localText, partsOf, weekdayOf } from '../../src/pledges/deadlines/civil-date.js';
import { easterSunday, isPublicHoliday } from '../../src/pledges/deadlines/public-holidays.js';
import { instantOf, localTimeAt } from '../../src/pledges/deadlines/time-zone.js';

const iso = (day: number): string => localText({ day, minutes: null });
const at = (text: string): { day: number; minutes: number | null } => {
  const [date = '', time] = text.split('T');
  const [year = 0, month = 0, one = 0] = date.split('-').map(Number);
  const [hours = 0, minutes = 0] = (time ?? '').split(':').map(Number);
  return { day: dayOf(year, month, one), minutes: time === undefined ? null : hours * 60 + minutes };
};

describe('Easter', () => {
  // Published dates (Bureau des longitudes).
  it.each([[1961, '1961-04-02'], [2000, '2000-04-23'], [2008, '2008-03-23'], [2024, '2024-03-31'], [2025, '2025-04-20'], [2026, '2026-04-05'], [2027, '2027-03-28'], [2038, '2038-04-25']])('%i', (year, date) => {
    expect(iso(easterSunday(year))).toBe(date);
  });

  it('moves Easter Monday, Ascension Day and Whit Monday; nothing else of 2026 is a holiday', () => {
    const days = Array.from({ length: 365 }, (_, i) => dayOf(2026, 1, 1) + i).filter(isPublicHoliday).map(iso);
    expect(days).toEqual(['2026-01-01', '2026-04-06', '2026-05-01', '2026-05-08', '2026-05-14', '2026-05-25', '2026-07-14', '2026-08-15', '2026-11-01', '2026-11-11', '2026-12-25']);
  });
});

describe('a local time in UTC', () => {
  it.each([
    ['2026-03-03T12:00', 'Europe/Paris', '2026-03-03T11:00:00.000Z'],
    ['2026-07-03T12:00', 'Europe/Paris', '2026-07-03T10:00:00.000Z'],
    // A date is over at the next midnight: 23 hours long in spring, 25 in autumn.
    ['2026-03-28', 'Europe/Paris', '2026-03-28T23:00:00.000Z'],
    ['2026-03-29', 'Europe/Paris', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', 'Europe/Paris', '2026-10-25T23:00:00.000Z'],
    // 02:30 does not exist on the day that clocks go forward; it comes twice when they go back, the first one counts.
    ['2026-03-29T02:30', 'Europe/Paris', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25T02:30', 'Europe/Paris', '2026-10-25T00:30:00.000Z'],
    ['2026-03-03T12:00', 'Indian/Reunion', '2026-03-03T08:00:00.000Z'],
    ['2026-03-03', 'America/Martinique', '2026-03-04T04:00:00.000Z'],
  ])('%s in %s is over at %s', (local, zone, utc) => {
    expect(new Date(instantOf(at(local), zone)).toISOString()).toBe(utc);
  });

  it('and back is the same instant, to the minute', () => {
    const zones = fc.constantFrom('Europe/Paris', 'Europe/Brussels', 'America/Montreal', 'Indian/Reunion', 'Pacific/Noumea', 'Asia/Kathmandu');
    fc.assert(fc.property(fc.integer({ min: 1_600_000_000, max: 2_000_000_000 }), zones, (seconds, zone) => {
      const instant = Math.floor(seconds / 60) * 60_000;
      const again = instantOf(localTimeAt(instant, zone), zone);
      // A time that comes twice comes back as its first.
      expect([0, 3_600_000]).toContain(instant - again);
    }));
  });
});

describe('days', () => {
  it('count on through months, years and weeks', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 0, max: 40 }), (day, months) => {
      const { year, month, date } = partsOf(day);
      expect(dayOf(year, month, date)).toBe(day);
      expect(weekdayOf(day + 7)).toBe(weekdayOf(day));
      expect(weekdayOf(day + 1)).toBe((weekdayOf(day) % 7) + 1);
      const later = partsOf(addMonths(day, months));
      expect(later.year * 12 + later.month).toBe(year * 12 + month + months);
      expect(later.date).toBeLessThanOrEqual(date);
    }));
  });

  it('a month after the 31st is the last of the next', () => {
    expect(iso(addMonths(dayOf(2026, 1, 31), 1))).toBe('2026-02-28');
  });

  it('a date alone lasts until its end, midnight is the next day', () => {
    expect(lastMinute({ day: 1, minutes: null })).toBe(lastMinute({ day: 2, minutes: 0 }));
    expect(localText({ day: 0, minutes: 1440 })).toBe('1970-01-02T00:00');
  });
});
