import type { Channel, TurnZone } from '#domain';

/** The zones of a turn, with its position; only mails have some. */
export function zonesOf(_text: string, _turn: number, _channel: Channel): readonly TurnZone[] {
  return [];
}
