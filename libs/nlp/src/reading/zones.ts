import type { Channel, TurnZone } from '#domain';
import { detectZones } from '../read/zones/detect-zones.js';

/** Parts of a mail that are not its writer's words. */
const FOREIGN = new Set<TurnZone['kind']>(['quoted', 'signature', 'disclaimer', 'forwarded']);

export const isForeign = (zone: TurnZone): boolean => FOREIGN.has(zone.kind);

/** The zones of a turn, with its position; only mails have some. */
export function zonesOf(text: string, turn: number, channel: Channel, subject?: string): readonly TurnZone[] {
  return detectZones(text, { channel, ...(subject === undefined ? {} : { subject }) }).map((zone) => ({ turn, ...zone }));
}
