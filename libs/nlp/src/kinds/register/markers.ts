import type { ReadTurn, Reading } from '../../reading/reading.js';

export interface RegisterMarker {
  readonly value: 'vous' | 'tu';
  readonly start: number;
  readonly end: number;
}

const TU = /(?<![\p{L}'’])(?:tu|toi|ton|ta|tes|t['’](?:as|es|inquiète|en))(?![\p{L}])/giu;
const VOUS = /(?<![\p{L}])(?:vous|votre|vos)(?![\p{L}])/giu;

/** The words of a turn that say « tu » or « vous », in order. */
export function markersOf(turn: ReadTurn, _reading: Reading): readonly RegisterMarker[] {
  const found: RegisterMarker[] = [];
  for (const [value, pattern] of [['tu', TU], ['vous', VOUS]] as const) {
    for (const match of turn.text.matchAll(pattern)) found.push({ value, start: match.index, end: match.index + match[0].length });
  }
  return found.sort((a, b) => a.start - b.start);
}
