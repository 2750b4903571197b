import type { Utterance, Voice } from './transcript.js';

/** A word of a transcript that is a row of words. */
export interface TimedWord {
  readonly voice: Voice;
  readonly text: string;
  readonly startMs?: number;
  readonly endMs?: number;
  readonly confidence?: number | null;
  /** Written without a space before it, as the source says (`.`). */
  readonly attached?: boolean;
}

/** A silence this long after a full stop ends a turn, a longer one does anywhere: an hour of monologue is no single turn. */
const PAUSE_MS = 1500;
const LONG_PAUSE_MS = 4000;
const SENTENCE_END = /[.?!…]["»”]?$/;

/**
 * Words → turns: a new one when the voice changes, or after a pause that follows a full stop. Words of one audio channel at
 * a time: two channels interleave word by word where people talk over each other.
 */
export function utterancesOfWords(words: readonly TimedWord[]): Utterance[] {
  const rows: TimedWord[][] = [];
  let end: number | undefined;
  for (const word of words) {
    const row = rows.at(-1);
    if (row !== undefined && goesOn(row.at(-1)!, end, word)) row.push(word);
    else rows.push([word]);
    end = word.endMs ?? end;
  }
  return rows.map(utteranceOf);
}

function goesOn(before: TimedWord, end: number | undefined, word: TimedWord): boolean {
  if (word.attached === true) return true;
  if (before.voice.id !== word.voice.id) return false;
  const pause = end === undefined || word.startMs === undefined ? 0 : word.startMs - end;
  return pause < PAUSE_MS || (pause < LONG_PAUSE_MS && !SENTENCE_END.test(before.text));
}

function utteranceOf(row: readonly TimedWord[]): Utterance {
  const text = row.map(({ text: word, attached }, i) => (i === 0 || attached === true ? word.trim() : ` ${word.trim()}`)).join('');
  const starts = row.flatMap(({ startMs }) => startMs ?? []);
  const ends = row.flatMap(({ endMs }) => endMs ?? []);
  return {
    voice: row[0]!.voice,
    text,
    ...(starts.length > 0 && { startMs: starts[0] }),
    ...(ends.length > 0 && { endMs: ends.at(-1) }),
    words: row.map(({ text: word, confidence }) => ({ text: word, confidence })),
  };
}
