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
  /** Counted from something that is to come first: « dans les trois jours qui suivent », « sous 48 h après votre accord ». */
  readonly isFromEvent: boolean;
}

interface Length {
  /** In the same unit. */
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
  return { ...startOf(words, after, end), from, by: time(length.high) };
}

const TODAY = /^(?:aujourd'hui|demain|maintenant)$/;

/** « à compter de ce jour » changes nothing; « qui suivent », « après l'accord », « à compter de la réception » count from something else. */
function startOf(words: TurnWords, i: number, end: number): { readonly end: number; readonly isFromEvent: boolean } {
  if (words.says(i, 'qui suivent') || words.says(i, 'qui suit') || /^(?:suivant|suivants)$/.test(words.at(i))) return { end: words.at(i) === 'qui' ? i + 2 : i + 1, isFromEvent: true };
  if (words.at(i) === 'apres' && i + 1 < end) return { end: i + 1, isFromEvent: true };
  const from = words.says(i, 'a compter de') || words.says(i, 'a partir de') ? i + 3 : words.says(i, 'a compter du') || words.says(i, 'a partir du') ? i + 2 : 0;
  if (from === 0) return { end: i, isFromEvent: false };
  if (words.says(from, 'ce jour')) return { end: from + 2, isFromEvent: false };
  if (TODAY.test(words.at(from))) return { end: from + 1, isFromEvent: false };
  return { end: i + 3, isFromEvent: words.kind(from) !== 'number' && !/^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)$/.test(words.at(from)) };
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
  if (words.at(at) === 'les' || words.at(at) === 'ces') at++;
  while (words.isAny(at, NEXT)) at++;
  return at;
}

function readLength(words: TurnWords, i: number, end: number): Length | undefined {
  return readAfterDay(words, i, end) ?? readRound(words, i) ?? readPartOfHour(words, i) ?? readCounted(words, i, end);
}

/** « J+2 », « J + 3 ». */
function readAfterDay(words: TurnWords, i: number, end: number): Length | undefined {
  if (words.at(i) !== 'j' || words.at(i + 1) !== '+') return undefined;
  const days = readNumber(words, i + 2, end);
  return days === undefined || !Number.isInteger(days.value) ? undefined : { low: null, high: days.value, unit: { in: 'days', of: 1 }, end: days.end };
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
  const quarters = at === i && /^(?:trois|3)$/.test(words.at(i)) ? (words.at(i + 1) === 'petits' ? i + 2 : i + 1) : 0;
  if (quarters > 0 && words.says(quarters, "quarts d' heure")) return minute(45, quarters + 3);
  if (words.says(i, "3/4 d' heure")) return minute(45, i + 3);
  if (words.says(i, '3/4 h')) return minute(45, i + 2);
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
  const more = partAfter(words, at, end);
  if (more !== undefined) return { low: range.low, high: range.high + more.of, unit, end: more.end };
  const other = range.low === null ? orElse(words, at + 1, end, unit) : undefined;
  return other === undefined ? { low: range.low, high: range.high, unit, end: at + 1 } : { low: (range.high * unit.of) / other.unit.of, ...other };
}

/** « une heure | et demie », « et quart », « trente »; « un mois | et demi »: the part of the unit at word `i`. */
function partAfter(words: TurnWords, i: number, end: number): { readonly of: number; readonly end: number } | undefined {
  if (words.says(i + 1, 'et demie') || words.says(i + 1, 'et demi')) return { of: 0.5, end: i + 3 };
  if (!/^(?:h|heures?)$/.test(words.at(i))) return undefined;
  if (words.says(i + 1, 'et quart')) return { of: 0.25, end: i + 3 };
  const minutes = readNumber(words, i + 1, end);
  const fits = minutes !== undefined && Number.isInteger(minutes.value) && minutes.value >= 5 && minutes.value < 60 && minutes.value % 5 === 0;
  if (!fits || /^(?:€|euros?|%|jours?|h|heures?|points?)$/.test(words.at(minutes.end))) return undefined;
  return { of: minutes.value / 60, end: /^(?:minutes?|min|mn)$/.test(words.at(minutes.end)) ? minutes.end + 1 : minutes.end };
}

/** « une heure | ou deux », « une semaine | à dix jours »: the longer end of the range, at word `i`. */
function orElse(words: TurnWords, i: number, end: number, unit: Length['unit']): Pick<Length, 'high' | 'unit' | 'end'> | undefined {
  if (!/^(?:a|ou|voire)$/.test(words.at(i))) return undefined;
  const high = readNumber(words, i + 1, end);
  if (high === undefined) return undefined;
  const own = UNITS.get(words.at(high.end));
  if (own === undefined) return words.at(i) === 'a' || high.value > 9 ? undefined : { high: high.value, unit, end: high.end };
  return own.in === unit.in ? { high: high.value, unit: own, end: high.end + 1 } : undefined;
}

/** « 5 à 7 », « deux ou trois », « 24/48 », « 48 h à 72 » is read by its numbers alone. */
function readRange(words: TurnWords, i: number, end: number): { low: number | null; high: number; end: number } | undefined {
  const joined = words.kind(i) === 'number' ? /^(\d{1,4})[/-](\d{1,4})$/.exec(words.at(i)) : null;
  if (joined) return { low: Number(joined[1]), high: Number(joined[2]), end: i + 1 };
  const low = readNumber(words, i, end);
  if (low === undefined) return undefined;
  const at = low.end;
  // « deux trois jours »
  const next = low.value < 10 ? readNumber(words, at, end) : undefined;
  if (next !== undefined && next.value > low.value && next.value < 10) return { low: low.value, high: next.value, end: next.end };
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
  if (words.says(at, 'qui viennent') || words.says(at, 'qui vient')) return { kind: null, end: at + 2 };
  return { kind: null, end: i };
}

const afterWeekend = (words: TurnWords, i: number): number => (/^ends?$/.test(words.at(i + 1)) ? i + 2 : i + 1);

/** Days. */
const HALF_MONTH = 15;

/** Hours in whole days (24, 48, 72 h) are days: that is what a customer expects of them. */
function timeAfter(clock: Clock, count: number, unit: 'minutes' | 'days' | 'months', kind: WorkingDays | null): LocalTime {
  if (unit === 'months') return { day: addMonths(clock.today, Math.floor(count)) + (Number.isInteger(count) ? 0 : HALF_MONTH), minutes: null };
  const days = unit === 'days' ? Math.ceil(count) : count / 1440;
  if (kind !== null) return { day: addWorkingDays(clock.today, Math.max(1, Math.ceil(days)), kind), minutes: null };
  if (Number.isInteger(days) && days > 0) return { day: clock.today + days, minutes: null };
  return clock.after(count);
}
