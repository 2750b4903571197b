import { describe, expect, it } from 'vitest';
import { parseMailDate } from '../../src/sources/eml/mail-date.js';

describe('dates of mails', () => {
  it.each([
    ['Fri, 21 Nov 1997 09:55:06 -0600', '1997-11-21T09:55:06-06:00'],
    ['21 Nov 97 09:55:06 GMT', '1997-11-21T09:55:06Z'],
    ['Tue, 1 Jul 2003 10:52 +0200 (CEST)', '2003-07-01T10:52:00+02:00'],
    ['Mon, 07 Sep 2026 09:12:33 MEST', '2026-09-07T09:12:33+02:00'],
    ['Mon, 07 Sep 2026 09:12:33', '2026-09-07T09:12:33Z'],
    ['Mon, 07 Sep 2026 09:12:33 +9999', '2026-09-07T09:12:33Z'],
    ['Thu, 31 Dec 2026 23:59:60 +0000', '2026-12-31T23:59:59Z'],
  ])('%s is %s', (header, expected) => {
    expect(parseMailDate(header)).toBe(expected);
  });

  it.each(['', 'hier', '31 Feb 2026 10:00:00 +0000', '7 Sep 2026 25:00:00 +0000', '7 Sep 2026 10:70:00 +0000', '7 Sep 1969 10:00:00 +0000', '7 Sep 3609 10:00:00 +0000'])('%s is no date', (header) => {
    expect(parseMailDate(header)).toBeUndefined();
  });
});
