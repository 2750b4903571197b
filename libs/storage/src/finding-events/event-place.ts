/** The place of an event: its journal entry, in commit order, and its number among the events of the entry. */
export interface EventPlace {
  readonly xid: string;
  readonly position: string;
  /** From 0; -1: before the first. */
  readonly part: number;
}

/** The part of a place behind all events of its entry. */
export const WHOLE = Number.MAX_SAFE_INTEGER;

export const placeText = ({ xid, position, part }: EventPlace): string => `${xid}-${position}-${part}`;

/** What `placeText` writes: numbers as PostgreSQL reads them, which takes a leading zero for octal. */
export const EVENT_PLACE = /^(0|[1-9][0-9]{0,18})-(0|[1-9][0-9]{0,17})-(0|[1-9][0-9]{0,5})$/;

/** xid8 and bigint are 64 bits: 20 and 19 digits. Null for anything that `placeText` did not make. */
export function readPlace(text: string): EventPlace | null {
  const [, xid, position, part] = EVENT_PLACE.exec(text) ?? [];
  return xid === undefined || position === undefined || part === undefined ? null : { xid, position, part: Number(part) };
}
