import { ALL_CAPITALS } from '../../engine/token-stream.js';
import type { ReadTurn, Reading } from '../../reading/reading.js';
import { isForeign } from '../../reading/zones.js';
import type { Place } from '../kind.js';

/** Shorter runs of capitals are mostly acronyms: SMS, RIB, TVA. */
const SHORTEST_SHOUT = 4;

export const MEASURE_NAMES = ['capitals', 'exclamations', 'questions', 'emoji'] as const;

/** Ready-made things to count in a turn; each gives the places where it was seen. */
export const MEASURES = {
  capitals: (turn: ReadTurn, reading: Reading): Place[] => {
    const places: Place[] = [];
    for (let token = turn.firstToken; token < turn.endToken; token += 1) {
      const span = reading.tokenSpan(token);
      if ((reading.tokenFlags(token) & ALL_CAPITALS) !== 0 && span.end - span.start >= SHORTEST_SHOUT) places.push(span);
    }
    return places;
  },
  exclamations: (turn: ReadTurn): Place[] => spans(turn, /!(?:\s?!)+/g),
  questions: (turn: ReadTurn): Place[] => spans(turn, /\?(?:\s?\?)+/g),
  emoji: (turn: ReadTurn): Place[] => spans(turn, /\p{Extended_Pictographic}(?:\u200d\p{Extended_Pictographic}|\ufe0f|\p{Emoji_Modifier})*/gu),
} as const satisfies Record<(typeof MEASURE_NAMES)[number], unknown>;

function spans(turn: ReadTurn, pattern: RegExp): Place[] {
  const foreign = turn.zones.filter(isForeign);
  return [...turn.text.matchAll(pattern)]
    .map((match) => ({ turn: turn.index, start: match.index, end: match.index + match[0].length }))
    .filter((place) => !foreign.some((zone) => place.start < zone.end && place.end > zone.start));
}
