import { isNumberWord } from '../words/number-words.js';
import type { TurnWords } from '../words/turn-words.js';
import { readClockTime, readDayPart, readOpening, readTimeRange, type TimeOfDay } from './times-of-day.js';

export interface ReadTime extends TimeOfDay {
  /** « ce soir », « tout à l'heure »: no other day can be meant. */
  readonly isToday: boolean;
  /** Days after the day it is said of: « cette nuit » ends the next morning. */
  readonly days: number;
}

const NIGHT_ENDS = 480;
const SKIPPED = new Set(['dans', 'en', 'au', 'la', 'le', "l'", 'a', 'des', 'vers', 'avant', 'pour', ',', 'milieu', 'de', 'sur', '(']);
const BEFORE_TIME = new Set(['a', 'avant', 'vers', 'des', 'pour', 'de', 'entre', 'sur']);

/**
 * A time of day at word `i`. `after a day`: with the prepositions in between (« demain | avant midi », « lundi | dans la matinée | avant 9 h »); `after a preposition`: « midi »,
 * « la soirée », « 17 h »; `alone`: only what is a time by itself (« ce soir », « tout à l'heure », « entre 14 h et 16 h », « fin de journée »).
 */
export function readTime(words: TurnWords, i: number, end: number, where: 'after a day' | 'after a preposition' | 'alone'): ReadTime | undefined {
  if (where !== 'after a day') return readToday(words, i, end) ?? (where === 'alone' ? readAlone(words, i, end) : readAfterArticle(words, i, end));
  const first = readNext(words, i, end);
  if (first === undefined) return undefined;
  // « demain matin avant 9 h »: the narrower one counts.
  const second = readNext(words, first.end, end);
  const narrow = second ?? first;
  return { ...narrow, isToday: false, days: 0 };
}

function readNext(words: TurnWords, i: number, end: number): TimeOfDay | undefined {
  let at = i;
  while (at < end && at < i + 3 && SKIPPED.has(words.at(at))) at++;
  const range = readTimeRange(words, words.at(at - 1) === 'de' && at > i ? at - 1 : at, end, true);
  if (range !== undefined) return range;
  const opening = readOpening(words, at);
  if (opening !== undefined && at > i) return { end: opening, from: null, by: null };
  const part = words.says(at, 'midi et demi') ? undefined : readDayPart(words, at, end);
  if (part !== undefined) return part;
  const time = readClockTime(words, at, end);
  if (time === undefined) return undefined;
  const opens = words.at(at - 1) === 'des' && at > i;
  return { end: time.end, from: opens ? time.minutes : null, by: time.minutes };
}

/** « ce soir », « cette nuit », « tout à l'heure », « cet après-midi », « ce midi ». */
function readToday(words: TurnWords, i: number, end: number): ReadTime | undefined {
  if (words.says(i, "tout a l' heure") && i + 4 <= end) return { end: i + 4, from: null, by: null, isToday: true, days: 0 };
  if (words.says(i, 'cette nuit')) return { end: i + 2, from: null, by: NIGHT_ENDS, isToday: true, days: 1 };
  if (words.says(i, 'la nuit prochaine')) return { end: i + 3, from: null, by: NIGHT_ENDS, isToday: true, days: 1 };
  // « dans la nuit », « dans la nuit de jeudi »
  if (words.says(i, 'la nuit') && words.at(i - 1) === 'dans') return { end: i + 2, from: null, by: NIGHT_ENDS, isToday: words.at(i + 2) !== 'de', days: 1 };
  if (!/^(?:ce|cet|cette)$/.test(words.at(i))) return undefined;
  const part = readDayPart(words, i + 1, end);
  if (part === undefined) return undefined;
  // « cet après-midi à 17 h 30 »
  const narrow = /^(?:a|vers|avant|entre|des)$/.test(words.at(part.end)) || words.kind(part.end) === 'number' || isNumberWord(words.at(part.end)) ? readNext(words, part.end, end) : undefined;
  return { ...(narrow ?? part), isToday: true, days: 0 };
}

/** « fin de journée », « entre 14 h et 16 h »: nothing before them is needed. */
function readAlone(words: TurnWords, i: number, end: number): ReadTime | undefined {
  const range = words.at(i) === 'entre' || words.at(i) === 'de' ? readTimeRange(words, i, end) : undefined;
  const found = range ?? (words.at(i) === 'fin' ? readDayPart(words, i, end) : undefined);
  return found === undefined ? undefined : { ...found, isToday: false, days: 0 };
}

function readAfterArticle(words: TurnWords, i: number, end: number): ReadTime | undefined {
  const at = /^(?:la|le|l')$/.test(words.at(i)) ? i + 1 : i;
  const opening = /^(?:avant|ici)$/.test(words.at(i - 1)) && words.at(at) === 'fermeture' ? readOpening(words, at) : undefined;
  if (opening !== undefined) return { end: opening, from: null, by: null, isToday: true, days: 0 };
  const found = readTimeRange(words, i, end) ?? readDayPart(words, at, end);
  if (found !== undefined) return { ...found, isToday: false, days: 0 };
  if (!BEFORE_TIME.has(words.at(i - 1)) && !/^(?:tard|ici|partir|compter)$/.test(words.at(i - 1))) return undefined;
  const time = readClockTime(words, i, end);
  return time === undefined ? undefined : { end: time.end, from: null, by: time.minutes, isToday: false, days: 0 };
}
