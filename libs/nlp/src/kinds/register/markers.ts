import { loadLexicon, tokenise } from '../../read/index.js';
import { registerMarkers } from '../../read/register.js';
import type { ReadTurn } from '../../reading/reading.js';
import { isForeign } from '../../reading/zones.js';

export interface Marker {
  readonly value: 'vous' | 'tu';
  /** UTF-16 offsets into the turn's text. */
  readonly start: number;
  readonly end: number;
}

/** The words of a turn that say « tu » or « vous », in order; those of quoted mails, signatures and the like left out. */
export function markersOf(turn: ReadTurn): readonly Marker[] {
  const foreign = turn.zones.filter(isForeign);
  return registerMarkers(turn.text, tokenise(turn.text), loadLexicon())
    .markers.filter((marker) => !foreign.some((zone) => marker.start < zone.end && marker.end > zone.start))
    .map(({ start, end, register }) => ({ start, end, value: register === 'formal' ? 'vous' : 'tu' }));
}
