import { readNumber } from '../words/number-words.js';
import type { TurnWords } from '../words/turn-words.js';
import { DAY_PARTS } from './time-words.js';

/** Minutes since midnight; `by` null: until the end of the day. */
export interface TimeOfDay {
  readonly end: number;
  readonly from: number | null;
  readonly by: number | null;
}

/** A clock time at word `i`: « 10 h », « 14h30 », « dix-huit heures trente », « 14:30 », « midi et demi », « 8 heures et quart ». */
export function readClockTime(words: TurnWords, i: number, end: number): { minutes: number; end: number } | undefined {
  if (i >= end) return undefined;
  if (words.at(i) === 'midi') return words.says(i + 1, 'et demi') ? { minutes: 750, end: i + 3 } : { minutes: 720, end: i + 1 };
  const colon = words.kind(i) === 'number' ? /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(words.at(i)) : null;
  if (colon) return { minutes: Number(colon[1]) * 60 + Number(colon[2]), end: i + 1 };
  const hour = readNumber(words, i, end);
  if (hour === undefined || !Number.isInteger(hour.value) || hour.value > 24 || !/^(?:h|heures?)$/.test(words.at(hour.end)) || hour.end >= end) return undefined;
  const at = hour.end + 1;
  const minutes = minutesAt(words, at, end);
  return { minutes: hour.value * 60 + minutes.value, end: minutes.end };
}

function minutesAt(words: TurnWords, i: number, end: number): { value: number; end: number } {
  if (words.says(i, 'et demie') || words.says(i, 'et demi')) return { value: 30, end: i + 2 };
  if (words.says(i, 'et quart')) return { value: 15, end: i + 2 };
  if (words.says(i, 'moins le quart')) return { value: -15, end: i + 3 };
  const number = readNumber(words, i, end);
  const fits = number !== undefined && number.value > 0 && number.value < 60 && !/^(?:€|euros?|%|jours?|points?|h|heures?)$/.test(words.at(number.end));
  if (!fits) return { value: 0, end: i };
  return { value: number.value, end: /^(?:minutes?|min|mn)$/.test(words.at(number.end)) ? number.end + 1 : number.end };
}

/** « l'ouverture », « la fermeture du magasin »: a time that the customer knows, on the day that is said; not « la fermeture de votre compte ». Its noun stands at word `i`. */
export function readOpening(words: TurnWords, i: number): number | undefined {
  if (words.at(i) !== 'fermeture' && words.at(i) !== 'ouverture') return undefined;
  if (!/^(?:de|du|d'|des)$/.test(words.at(i + 1))) return i + 1;
  const at = /^(?:la|l'|nos|notre)$/.test(words.at(i + 2)) ? i + 3 : i + 2;
  return PLACES.has(words.at(at)) ? at + 1 : undefined;
}

const PLACES = new Set('magasin boutique agence bureau bureaux guichet guichets club atelier salon centre depot mairie standard accueil cabinet garage'.split(' '));

/** From the longest phrase to the shortest. */
const PARTS = [...DAY_PARTS].map(([phrase, by]) => ({ phrase, length: phrase.split(' ').length, by })).sort((a, b) => b.length - a.length);

/** A part of the day by its name alone: « matin », « fin de matinée », « après-midi », « première heure ». */
export function readDayPart(words: TurnWords, i: number, end: number): TimeOfDay | undefined {
  const found = PARTS.find(({ phrase, length }) => i + length <= end && words.says(i, phrase));
  return found === undefined ? undefined : { end: i + found.length, from: null, by: found.by };
}

/** « entre 14 h et 16 h », « de 9h à 11h », « 8 h - 10 h », « entre 10 h et midi », « entre 14 et 16 h ». */
export function readTimeRange(words: TurnWords, i: number, end: number, isAfterDay = false): TimeOfDay | undefined {
  const joined = glued(words, i, end);
  if (joined !== undefined) return joined;
  const opening = words.at(i) === 'entre' || words.at(i) === 'de';
  const at = opening ? i + 1 : i;
  if (opening && words.says(at, 'midi et deux')) return { end: at + 3, from: 720, by: 840 };
  const first = readClockTime(words, at, end) ?? bareHour(words, at, end);
  if (first === undefined || !/^(?:et|a|-|–|\/)$/.test(words.at(first.end)) || (words.at(first.end) === 'et' && words.at(i) !== 'entre')) return undefined;
  const last = readClockTime(words, first.end + 1, end) ?? (isAfterDay && opening ? bareHour(words, first.end + 1, end) : undefined);
  return last === undefined || last.minutes <= first.minutes ? undefined : { end: last.end, from: first.minutes, by: last.minutes };
}

/** « 8h-12h », « 14h-16h30 », of which the hyphen makes one word. */
function glued(words: TurnWords, i: number, end: number): TimeOfDay | undefined {
  const last = i + 1 < end ? /^h-(\d{1,2})h?$/.exec(words.at(i + 1)) : null;
  const first = last === null ? undefined : bareHour(words, i, end);
  if (first === undefined || Number(last![1]) * 60 <= first.minutes) return undefined;
  const minutes = i + 2 < end && words.at(i + 1).endsWith('h') ? minutesAt(words, i + 2, end) : { value: 0, end: i + 2 };
  return { end: minutes.end, from: first.minutes, by: Number(last![1]) * 60 + minutes.value };
}

/** « entre 14 et 16 h »: the first hour without its unit. */
function bareHour(words: TurnWords, i: number, end: number): { minutes: number; end: number } | undefined {
  const hour = readNumber(words, i, end);
  return hour !== undefined && Number.isInteger(hour.value) && hour.value < 24 ? { minutes: hour.value * 60, end: hour.end } : undefined;
}
