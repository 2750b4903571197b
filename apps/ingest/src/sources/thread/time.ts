/** How a source counts time: since 1970, or (`offset-`) since the conversation's start. */
export const TIME_UNITS = ['iso', 'epoch-s', 'epoch-ms', 'epoch-us', 'offset-s', 'offset-ms'] as const;
export type TimeUnit = (typeof TIME_UNITS)[number];

const INSTANT = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?) ?(Z|UTC|[+-]\d\d(?::?\d\d)?)$/i;

/**
 * An instant with its zone → milliseconds since the epoch: RFC 3339, and as Ruby prints it (`2020-03-03 13:05:57 UTC`).
 * Without a zone it is undefined, since a zone would be a guess.
 */
export function instantMs(text: string): number | undefined {
  const [, date, clock, zone = ''] = INSTANT.exec(text.trim()) ?? [];
  if (date === undefined) return undefined;
  const offset = /^(?:Z|UTC)$/i.test(zone) ? 'Z' : zone.length === 3 ? `${zone}:00` : zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
  return inRange(Date.parse(`${date}T${clock}${offset}`));
}

const PER_UNIT = { 'epoch-s': 1000, 'epoch-ms': 1, 'epoch-us': 0.001 } as const;

/** A number since the epoch → milliseconds since the epoch; undefined outside 1970 to 2100, where the unit is another. */
export const epochMs = (value: number, unit: keyof typeof PER_UNIT): number | undefined => inRange(Math.round(value * PER_UNIT[unit]));

const LAST = Date.UTC(2100, 0, 1);

const inRange = (time: number): number | undefined => (time >= 0 && time < LAST ? time : undefined);
