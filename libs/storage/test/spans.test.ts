import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstDayOf, splitPeriod, type Span } from '../src/views/spans.js';

const DAY = 86_400_000;
const dayAt = (n: number): string => new Date(Date.UTC(2026, 0, 1) + n * DAY).toISOString().slice(0, 10);
const maybeDay = fc.option(fc.integer({ min: -70, max: 430 }).map(dayAt), { nil: undefined });

/** Days from the middle of 2025 to the middle of 2027: what lies outside is as far as without end. */
const ALL = Array.from({ length: 730 }, (_, n) => dayAt(n - 180));

it('reads every day of a period once, as part of a whole span or by itself, and none outside', () => {
  fc.assert(
    fc.property(maybeDay, maybeDay, fc.constantFrom<Span>('week', 'month'), (from, to, span) => {
      const { whole, ends } = splitPeriod({ ...(from !== undefined && { from }), ...(to !== undefined && { to }) }, span);
      for (const day of ALL) {
        const first = firstDayOf(span, day);
        const inWhole = whole !== null && (whole.from === undefined || first >= whole.from) && (whole.before === undefined || first < whole.before);
        const times = Number(inWhole) + ends.filter((end) => (end.from === undefined || day >= end.from) && (end.to === undefined || day <= end.to)).length;
        expect([day, times]).toEqual([day, (from === undefined || day >= from) && (to === undefined || day <= to) ? 1 : 0]);
      }
    }),
  );
});

it('knows weeks from Monday, over the turn of a year', () => {
  expect(['2026-01-01', '2026-01-04', '2026-01-05'].map((day) => firstDayOf('week', day))).toEqual(['2025-12-29', '2025-12-29', '2026-01-05']);
  expect(firstDayOf('month', '2028-02-29')).toBe('2028-02-01');
  expect(splitPeriod({ from: '2026-02-01', to: '2026-02-28' }, 'month')).toEqual({ whole: { from: '2026-02-01', before: '2026-03-01' }, ends: [] });
  expect(splitPeriod({ from: '9999-12-15' }, 'month')).toEqual({ whole: null, ends: [{ from: '9999-12-15' }] });
});
