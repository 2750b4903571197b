import { readNumber } from '../words/number-words.js';
import type { TurnWords } from '../words/turn-words.js';
import type { LocalTime } from './civil-date.js';
import { addMonths } from './civil-date.js';
import type { Clock } from './clock.js';
import { ROUND_DAYS, UNITS } from './time-words.js';
import { addWorkingDays, type WorkingDays } from './working-days.js';

export interface Delay {
  /** Position of the word after it. */
  readonly end: number;
  readonly from: LocalTime | null;
  readonly by: LocalTime;
}

interface Length {
  readonly low: number | null;
  readonly high: number;
  readonly unit: { readonly in: 'minutes' | 'days' | 'months'; readonly of: number };
  readonly end: number;
}

const NEXT = new Set(['prochain', 'prochaine', 'prochains', 'prochaines', 'petit', 'petite', 'petits', 'petites', 'bon', 'bonne']);
const LONGEST = { minutes: 1_000_000, days: 3660, months: 120 };

/**
 * A length of time from now on, without its preposition, at word `i`: « 48 h », « 5 à 7 jours ouvrés », « une dizaine de jours », « quinzaine », « l'heure »,
 * « les 3 jours ouvrables », « un délai de 10 jours », « un mois ».
 */
export function readDelay(words: TurnWords, i: number, end: number, clock: Clock): Delay | undefined {
  const length = readLength(words, afterIntroduction(words, i), end);
  if (length === undefined || length.high * length.unit.of > LONGEST[length.unit.in]) return undefined;
  const { kind, end: after } = workingDays(words, length.end, end);
  const time = (value: number): LocalTime => timeAfter(clock, value * length.unit.of, length.unit.in, kind);
  const from = length.low === null || length.low >= length.high ? null : time(length.low);
  return { end: after, from, by: time(length.high) };
}

/** « un délai de », « un délai maximum de », « les ». */
function afterIntroduction(words: TurnWords, i: number): number {
  let at = i;
  if (/^(?:un|le|des|ce|d')$/.test(words.at(at)) && words.at(at + 1) === 'delai') at++;
  if (words.at(at) === 'delai' || words.at(at) === 'delais') {
    at++;
    if (/^(?:maximum|maximal|max|moyen)$/.test(words.at(at))) at++;
    if (words.at(at) === 'de' || words.at(at) === "d'") at++;
  }
  if (words.at(at) === 'maximum' || words.at(at) === 'max') at++;
  return words.at(at) === 'les' || words.at(at) === 'ces' ? at + 1 : at;
}

function readLength(words: TurnWords, i: number, end: number): Length | undefined {
  return readRound(words, i) ?? readPartOfHour(words, i) ?? readCounted(words, i, end);
}

/** « huitaine », « une dizaine de jours ». */
function readRound(words: TurnWords, i: number): Length | undefined {
  const at = words.at(i) === 'une' || words.at(i) === 'la' ? i + 1 : i;
  const days = ROUND_DAYS.get(words.at(at));
  if (days === undefined) return undefined;
  const named = words.at(at + 1) === 'de' && /^jours?$/.test(words.at(at + 2));
  return { low: null, high: days, unit: { in: 'days', of: 1 }, end: named ? at + 3 : at + 1 };
}

const minute = (high: number, end: number): Length => ({ low: null, high, unit: { in: 'minutes', of: 1 }, end });

/** « l'heure », « une demi-heure », « le quart d'heure ». */
function readPartOfHour(words: TurnWords, i: number): Length | undefined {
  if (words.says(i, "l' heure")) return minute(60, i + 2);
  const at = /^(?:une|la|un|le)$/.test(words.at(i)) ? i + 1 : i;
  if (words.at(at) === 'demi-heure' || words.says(at, 'demi heure')) return minute(30, words.at(at) === 'demi' ? at + 2 : at + 1);
  if (words.says(at, "quart d' heure")) return minute(15, at + 3);
  return words.says(at, "petit quart d' heure") ? minute(15, at + 4) : undefined;
}

function readCounted(words: TurnWords, i: number, end: number): Length | undefined {
  const range = readRange(words, words.at(i) === 'entre' ? i + 1 : i, end);
  if (range === undefined) return undefined;
  let at = range.end;
  while (words.isAny(at, NEXT)) at++;
  const unit = UNITS.get(words.at(at));
  if (unit === undefined || at >= end) return undefined;
  const half = words.at(at) !== 'mois' && words.says(at + 1, 'et demie');
  return { low: range.low, high: range.high + (half ? 0.5 : 0), unit, end: half ? at + 3 : at + 1 };
}

/** « 5 à 7 », « deux ou trois », « 24/48 », « 48 h à 72 » is read by its numbers alone. */
function readRange(words: TurnWords, i: number, end: number): { low: number | null; high: number; end: number } | undefined {
  const joined = words.kind(i) === 'number' ? /^(\d{1,4})[/-](\d{1,4})$/.exec(words.at(i)) : null;
  if (joined) return { low: Number(joined[1]), high: Number(joined[2]), end: i + 1 };
  const low = readNumber(words, i, end);
  if (low === undefined) return undefined;
  // « 24 h à 48 h »
  let at = low.end;
  if (UNITS.has(words.at(at)) && /^(?:a|ou)$/.test(words.at(at + 1)) && readNumber(words, at + 2, end) !== undefined) at++;
  if (!/^(?:a|ou|et|-|–)$/.test(words.at(at))) return { low: null, high: low.value, end: low.end };
  const high = readNumber(words, at + 1, end);
  return high === undefined ? { low: null, high: low.value, end: low.end } : { low: low.value, high: high.value, end: high.end };
}

/** « ouvrés », « ouvrables », « (hors week-end) » after the unit. */
function workingDays(words: TurnWords, i: number, end: number): { kind: WorkingDays | null; end: number } {
  let at = i;
  while (words.isAny(at, NEXT)) at++;
  if (at < end && /^ouvree?s?$/.test(words.at(at))) return { kind: 'ouvrés', end: at + 1 };
  if (at < end && /^ouvrables?$/.test(words.at(at))) return { kind: 'ouvrables', end: at + 1 };
  if (/^(?:calendaires?|francs?|maximum|max|maxi)$/.test(words.at(at))) return { kind: null, end: at + 1 };
  const off = words.at(at) === '(' ? at + 1 : at;
  if (words.at(off) === 'hors' && words.at(off + 1).startsWith('week')) return { kind: 'ouvrés', end: afterWeekend(words, off + 1) };
  if (words.says(at, 'qui viennent') || words.says(at, 'qui suivent')) return { kind: null, end: at + 2 };
  return { kind: null, end: i };
}

const afterWeekend = (words: TurnWords, i: number): number => (/^ends?$/.test(words.at(i + 1)) ? i + 2 : i + 1);

/** Hours in whole days (24, 48, 72 h) are days: that is what a customer expects of them. */
function timeAfter(clock: Clock, count: number, unit: 'minutes' | 'days' | 'months', kind: WorkingDays | null): LocalTime {
  if (unit === 'months') return { day: addMonths(clock.today, Math.round(count)), minutes: null };
  const days = unit === 'days' ? Math.ceil(count) : count / 1440;
  if (kind !== null) return { day: addWorkingDays(clock.today, Math.max(1, Math.ceil(days)), kind), minutes: null };
  if (Number.isInteger(days) && days > 0) return { day: clock.today + days, minutes: null };
  return clock.after(count);
}
