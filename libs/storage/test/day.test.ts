import { expect, it } from 'vitest';
import { dayIn } from '../src/write/day.js';

it.each([
  ['Europe/Paris', '2026-03-10T22:59:59Z', '2026-03-10'],
  ['Europe/Paris', '2026-03-10T23:00:00Z', '2026-03-11'],
  ['Europe/Paris', '2026-07-10T22:00:00Z', '2026-07-11'],
  // Clocks go forward that night.
  ['Europe/Paris', '2026-03-28T23:30:00Z', '2026-03-29'],
  ['America/Guadeloupe', '2026-01-01T03:59:00Z', '2025-12-31'],
  ['Pacific/Noumea', '2025-12-31T13:00:00Z', '2026-01-01'],
  ['UTC', '0099-01-02T00:00:00Z', '0099-01-02'],
])('in %s, %s is %s', (zone, instant, day) => {
  expect(dayIn(zone, new Date(instant))).toBe(day);
});

it('refuses unknown zones and invalid dates', () => {
  expect(() => dayIn('Mars/Olympus', new Date(0))).toThrow(RangeError);
  expect(() => dayIn('UTC', new Date('nonsense'))).toThrow(RangeError);
});
