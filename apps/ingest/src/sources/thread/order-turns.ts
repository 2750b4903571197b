import type { Turn } from '#domain';
import { boundedId } from '../bounded-id.js';
import { storable } from '../decode-text.js';

/** What a turn is made of. */
export interface TimedMessage {
  readonly id?: string;
  readonly participantId: string;
  readonly text: string;
  /** Milliseconds since the epoch. */
  readonly at?: number;
  readonly durationMs?: number;
  readonly private?: boolean;
}

/**
 * Messages as turns, in order of time whatever their order; those without a time stay behind the one before them.
 * @param start milliseconds since the epoch, from which offsets count; a clock a little behind it gives 0
 */
export function orderTurns(messages: readonly TimedMessage[], start: number): Turn[] {
  const ids = new Set<string>();
  let time = start;
  const timed = messages.map((message, position) => ({ message, position, time: (time = message.at ?? time) }));
  timed.sort((a, b) => a.time - b.time || a.position - b.position);
  return timed.map(({ message, position }) => ({
    id: uniqueId(message.id, position, ids),
    participantId: message.participantId,
    text: storable(message.text),
    ...(message.at !== undefined && { offsetMs: Math.max(0, message.at - start) }),
    ...(message.durationMs !== undefined && { durationMs: message.durationMs }),
    ...(message.private === true && { private: true }),
  }));
}

/** The source's own id where no other turn bears it, else the position. */
function uniqueId(wanted: string | undefined, position: number, taken: Set<string>): string {
  let id = wanted === undefined || wanted === '' ? `#${position}` : boundedId(storable(wanted), 190);
  if (taken.has(id)) id = `#${position}`;
  while (taken.has(id)) id += "'";
  taken.add(id);
  return id;
}
