import { describe, expect, it } from 'vitest';
import { asUtc, inZone } from '../../src/sources/thread/local-time.js';

const inParis = (text: string): string => new Date(inZone(Date.parse(`${text}Z`), 'Europe/Paris')).toISOString();

describe('times without a zone', () => {
  it.each([
    ['winter', '2026-01-15T10:00:00', '2026-01-15T09:00:00.000Z'],
    ['summer', '2026-07-15T10:00:00', '2026-07-15T08:00:00.000Z'],
    ['the morning of the change to summer time', '2026-03-29T10:00:00', '2026-03-29T08:00:00.000Z'],
    ['the night before it', '2026-03-29T01:59:59', '2026-03-29T00:59:59.000Z'],
    ['the morning of the change to winter time', '2026-10-25T10:00:00', '2026-10-25T09:00:00.000Z'],
    ['the hour that comes twice: the first', '2026-10-25T02:30:00', '2026-10-25T00:30:00.000Z'],
  ])('%s', (_, local, utc) => {
    expect(inParis(local)).toBe(utc);
  });

  it('knows no 30 February and no hour 24', () => {
    const clock = { year: 2026, month: 2, day: 30, hour: 0, minute: 0, second: 0 };
    expect(asUtc(clock)).toBeUndefined();
    expect(asUtc({ ...clock, day: 28, hour: 24 })).toBeUndefined();
    expect(asUtc({ ...clock, day: 28 })).toBe(Date.UTC(2026, 1, 28));
  });
});
