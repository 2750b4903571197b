import { describe, expect, it } from 'vitest';
import { formatOf } from '../src/format/format.js';

const fr = formatOf('fr', 'Europe/Paris');
const en = formatOf('en', 'Europe/Paris');
/** Intl writes narrow and wide no-break spaces; which one is its affair. */
const plain = (text: string): string => text.replace(/[\u00A0\u202F]/g, ' ');

describe('formatOf', () => {
  it('writes instants in the organisation’s time zone, not the reader’s', () => {
    expect(plain(fr.dateTime('2026-11-04T23:30:00Z'))).toBe('5 nov. 2026, 00:30');
    expect(plain(en.date('2026-11-04T23:30:00Z'))).toBe('5 Nov 2026');
    expect(plain(formatOf('fr', 'America/Montreal').date('2026-11-05T01:00:00+01:00'))).toBe('4 nov. 2026');
  });

  it('writes shares as the language does, with a decimal only where it tells something', () => {
    expect(plain(fr.share(0.4194))).toBe('42 %');
    expect(en.share(0.4194)).toBe('42%');
    expect(plain(fr.share(0.004))).toBe('0,4 %');
    expect(plain(fr.share(0))).toBe('0 %');
    expect(plain(fr.share(1))).toBe('100 %');
  });

  it('writes an interval with its level, and none where there is no data', () => {
    const interval = fr.interval({ numerator: 13, denominator: 31, rate: 13 / 31, interval: { low: 0.2642, high: 0.592, level: 0.95 } });
    expect(interval && [interval.low, interval.high, interval.level].map(plain)).toEqual(['26 %', '59 %', '95 %']);
    expect(fr.interval({ numerator: 0, denominator: 0, rate: null, interval: null })).toBeNull();
  });

  it('writes the time within a call', () => {
    expect(fr.offset(0)).toBe('0:00');
    expect(fr.offset(125_900)).toBe('2:05');
    expect(fr.offset(3_725_000)).toBe('1:02:05');
  });

  it('orders names as people do', () => {
    expect(['Zoé', 'Élodie', 'eva', 'Fabre'].sort((a, b) => fr.compare(a, b))).toEqual(['Élodie', 'eva', 'Fabre', 'Zoé']);
  });

  it('names languages', () => {
    expect([fr.language('en'), en.language('fr')]).toEqual(['anglais', 'French']);
  });
});
