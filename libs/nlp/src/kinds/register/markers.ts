import { inQuotationMarks } from '../../conditions/quoting.js';
import { loadLexicon, tokenise } from '../../read/index.js';
import { type RegisterMarker, registerMarkers } from '../../read/register.js';
import type { ReadTurn } from '../../reading/reading.js';
import { isForeign } from '../../reading/zones.js';

export interface Marker {
  readonly value: 'vous' | 'tu';
  /** UTF-16 offsets into the turn's text. */
  readonly start: number;
  readonly end: number;
}

/** « donne-moi », « rappelle-les ». */
const CLITIC = /^\s?-\s?(?:moi|toi|le|la|les|lui|leur|nous|y|en|m['’]|t['’])(?![\p{L}\p{N}])/iu;
const SENTENCE_END = /[.!?…\n]/;

/**
 * The words of a turn that say « tu » or « vous », in order; those of quoted mails, signatures and the like, and those in quotation marks left out.
 * « Porte du four », « Annule et remplace la facture » look like imperatives: one counts only with an object pronoun after
 * it or beside another « tu » of the turn, and never in a sentence that says « vous ». To accuse wrongly is worse than to miss.
 */
export function markersOf(turn: ReadTurn): readonly Marker[] {
  const foreign = turn.zones.filter(isForeign);
  const own = registerMarkers(turn.text, tokenise(turn.text), loadLexicon()).markers.filter(
    (marker) => !foreign.some((zone) => marker.start < zone.end && marker.end > zone.start) && !inQuotationMarks(turn.text, marker.start, marker.end),
  );
  const sure = own.some((marker) => marker.register === 'informal' && marker.imperative === undefined);
  return own
    .filter((marker) => marker.imperative === undefined || isImperative(turn.text, marker, own, sure))
    .map(({ start, end, register }) => ({ start, end, value: register === 'formal' ? 'vous' : 'tu' }));
}

function isImperative(text: string, marker: RegisterMarker, own: readonly RegisterMarker[], sure: boolean): boolean {
  const formal = own.some((other) => other.register === 'formal' && !SENTENCE_END.test(between(text, marker, other)));
  return !formal && (sure || CLITIC.test(text.slice(marker.end, marker.end + 8)));
}

const between = (text: string, a: RegisterMarker, b: RegisterMarker): string => (a.start < b.start ? text.slice(a.end, b.start) : text.slice(b.end, a.start));
