import type { SpeakerRole } from '#domain';
import type { ReadTurn, Reading } from '../../reading/reading.js';
import type { Place } from '../kind.js';

export interface Delay {
  readonly place: Place;
  readonly ms: number;
}

/**
 * Delays over `atMost` milliseconds. `first-answer`: from the customer's first turn to the speaker's first after it; `answer`: from each run of
 * customer turns to the next turn of the speaker; `silence`: between any two turns of the interaction, whoever speaks.
 */
export function tooLong(measure: 'first-answer' | 'answer' | 'silence', reading: Reading, speaker: SpeakerRole, atMost: number): Delay[] {
  const pairs = measure === 'silence' ? neighbours(reading) : answers(reading, speaker);
  return (measure === 'first-answer' ? pairs.slice(0, 1) : pairs)
    .map(([before, after]) => ({ place: placeOf(after, reading), ms: after.startMs! - (before.endMs ?? before.startMs!) }))
    .filter((delay) => delay.ms > atMost);
}

type Pair = readonly [ReadTurn, ReadTurn];

const heard = (reading: Reading): readonly ReadTurn[] => reading.turns.filter((turn) => turn.spoken && turn.endToken > turn.firstToken);

function neighbours(reading: Reading): Pair[] {
  const turns = heard(reading);
  return turns.slice(1).map((turn, index): Pair => [turns[index]!, turn]);
}

/** The first customer turn of each run waits for the speaker's next turn. */
function answers(reading: Reading, speaker: SpeakerRole): Pair[] {
  const pairs: Pair[] = [];
  let waiting: ReadTurn | null = null;
  for (const turn of heard(reading)) {
    if (turn.role === 'customer') waiting ??= turn;
    else if (turn.role === speaker && waiting !== null) {
      pairs.push([waiting, turn]);
      waiting = null;
    }
  }
  return pairs;
}

const placeOf = (turn: ReadTurn, reading: Reading): Place => reading.sentenceAt(turn.firstToken);
