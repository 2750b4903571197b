import type { Participant, Turn } from '#domain';
import { boundedId } from '../bounded-id.js';
import { storable } from '../decode-text.js';
import type { ReadContext } from '../source-reader.js';
import { participantOf } from '../speaker.js';
import type { ThreadMessage } from './message.js';
import { orderTurns } from './order-turns.js';

export interface Thread {
  /** RFC 3339; absent when no message has a time and none was given. */
  readonly startedAt?: string;
  readonly participants: readonly Participant[];
  readonly turns: readonly Turn[];
}

/**
 * Messages of one conversation as turns and their speakers. A message told twice (pages of an export overlap) is one;
 * two of the same id that differ are both kept.
 * @param openedAt milliseconds since the epoch, when the source says when the conversation began; a message before it moves it
 */
export function threadOf(messages: readonly ThreadMessage[], context: ReadContext, openedAt?: number): Thread {
  const said = withoutRepeats(messages.filter(({ text }) => text.trim() !== ''));
  const times = [openedAt, ...said.map(({ at }) => at)].filter((time) => time !== undefined);
  const start = times.reduce((a, b) => Math.min(a, b), times[0] ?? 0);
  const participants = new Map<string, Participant>();
  const turns = said.map(({ from, ...message }) => {
    const id = boundedId(storable(from.id), 200);
    if (!participants.has(id)) participants.set(id, participantOf({ ...from, id, ...(from.name !== undefined && { name: storable(from.name.trim()) }) }, context));
    return { ...message, participantId: id };
  });
  return {
    ...(times.length > 0 && { startedAt: new Date(start).toISOString() }),
    participants: [...participants.values()],
    turns: orderTurns(turns, start),
  };
}

function withoutRepeats(messages: readonly ThreadMessage[]): ThreadMessage[] {
  const seen = new Set<string>();
  return messages.filter(({ id, at, from, text, private: note }) => {
    if (id === undefined) return true;
    const key = JSON.stringify([id, at, from.id, text, note === true]);
    return !seen.has(key) && seen.add(key);
  });
}
