const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Zones by name, in minutes: RFC 5322 §4.3, and the two that European servers still write. */
const ZONES: Readonly<Record<string, number>> = {
  ut: 0, utc: 0, gmt: 0, z: 0, wet: 0, cet: 60, met: 60, cest: 120, mest: 120,
  est: -300, edt: -240, cst: -360, cdt: -300, mst: -420, mdt: -360, pst: -480, pdt: -420,
};

/** A date outside these years is a fault of the sender's clock, or a lie to stay on top of a list. */
const FIRST_YEAR = 1970;
const LAST_YEAR = 2199;

const DATE = /(\d{1,2})[ \t-]+([a-z]{3})[a-z]*[ \t-]+(\d{2,4})[ \t]+(\d{1,2}):(\d{2})(?::(\d{2}))?[ \t]*(?:([+-])(\d{2}):?(\d{2})|([a-z]+))?/i;

/** No place on earth is further from UTC; a larger offset is a fault of the sender's. */
const MAX_OFFSET = 14 * 60;

/**
 * RFC 5322 date, obsolete forms included → RFC 3339 that keeps the sender's offset. A missing or unknown zone counts
 * as UTC (RFC 5322 §4.3), never as this machine's zone.
 * @returns undefined when it is no date
 */
export function parseMailDate(header: string): string | undefined {
  const match = DATE.exec(header);
  if (match === null) return undefined;
  const [, day = '', monthName = '', yearText = '', hour = '', minute = '', second = '0', sign, zoneHour = '0', zoneMinute = '0', zoneName = ''] = match;
  const month = MONTHS.indexOf(monthName.toLowerCase());
  const year = fullYear(Number(yearText), yearText.length);
  const offset = sign === undefined ? (ZONES[zoneName.toLowerCase()] ?? 0) : (sign === '-' ? -1 : 1) * (Number(zoneHour) * 60 + Number(zoneMinute));
  // A leap second is legal in a mail and unknown to JavaScript.
  const wall = new Date(Date.UTC(year, month, Number(day), Number(hour), Number(minute), Math.min(59, Number(second))));
  const exists = year >= FIRST_YEAR && year <= LAST_YEAR && month >= 0 && wall.getUTCDate() === Number(day) && wall.getUTCHours() === Number(hour) && Number(minute) < 60;
  if (!exists) return undefined;
  return `${wall.toISOString().slice(0, 19)}${zone(Math.abs(offset) > MAX_OFFSET ? 0 : offset)}`;
}

/** RFC 5322 §4.3: two digits from 50 on, and three digits, count from 1900. */
function fullYear(year: number, digits: number): number {
  if (digits === 4) return year;
  return digits === 2 && year < 50 ? 2000 + year : 1900 + year;
}

function zone(offset: number): string {
  if (offset === 0) return 'Z';
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
}

const two = (n: number): string => String(n).padStart(2, '0');
