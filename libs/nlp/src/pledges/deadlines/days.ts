import { WordFlag } from '../../read/index.js';
import { readNumber } from '../words/number-words.js';
import type { TurnWords } from '../words/turn-words.js';
import type { Day } from './civil-date.js';
import { dayOf, mondayOf, partsOf, weekdayOf } from './civil-date.js';
import type { Clock } from './clock.js';
import { readStretch } from './stretches.js';
import { FEASTS, MONTHS, UNITS, WEEKDAYS } from './time-words.js';

export interface NamedDay {
  /** Position of the word after it. */
  readonly end: number;
  /** The last day that the words take in. */
  readonly day: Day;
  /** The first day that they take in, where that is another: « mai ». */
  readonly first: Day;
  /** What « avant » them leaves: the day before them, or themselves (« avant la fin du mois »). */
  readonly before: Day;
  /** Told by something else whose day is not said: « la veille », « le jour de la livraison ». */
  readonly isFromEvent?: boolean;
}

/** What comes before a day tells how it may be said. */
export interface Context {
  /** The day named last in the turn: « le lendemain ». */
  readonly named: Day | null;
  /** A bare number is a date: « au 12 ». */
  readonly isDate: boolean;
  /** No preposition: a month alone is no date (« la facture février »). */
  readonly isBare: boolean;
}

/**
 * A day or a stretch of days, with its article but without a preposition, at word `i`: « demain », « ce mardi », « lundi 26 mai », « le 12 », « 12/04 », « jeudi
 * prochain », « mardi en huit », « la fin du mois », « Noël ». Days without a year are the next ones, unless they have just gone by.
 */
export function readDay(words: TurnWords, i: number, end: number, clock: Clock, { named, isDate, isBare }: Context): NamedDay | undefined {
  if (i >= end) return undefined;
  // « pour la nuit du 4 avril »
  if (words.says(i, 'la nuit du')) return readWeekday(words, i + 3, end, clock) ?? readDate(words, i + 3, end, clock, true);
  const relative = readRelative(words, i, clock, named);
  return (relative === undefined ? undefined : withItsName(words, relative, end, clock)) ?? readWeekday(words, i, end, clock) ?? readStretch(words, i, end, clock, isBare) ?? readDate(words, i, end, clock, isDate) ?? readFeast(words, i, clock);
}

/** « demain mardi », « demain, mardi 20 octobre »: the same day by its name. */
function withItsName(words: TurnWords, day: NamedDay, end: number, clock: Clock): NamedDay {
  const named = readWeekday(words, words.at(day.end) === ',' ? day.end + 1 : day.end, end, clock);
  return named?.day === day.day ? { ...day, end: named.end } : day;
}

const oneDay = (day: Day, end: number): NamedDay => ({ end, day, first: day, before: day - 1 });

/** Later phrases begin with words of earlier ones: the first that fits is the longest. */
const RELATIVE: readonly (readonly [phrase: string, days: number])[] = [
  ['aujourd\'hui meme', 0], ['aujourd\'hui', 0], ['ce jour meme', 0], ['ce jour', 0], ['apres-demain', 2], ['apres demain', 2], ['demain', 1],
];

function readRelative(words: TurnWords, i: number, clock: Clock, named: Day | null): NamedDay | undefined {
  const found = RELATIVE.find(([phrase]) => words.says(i, phrase));
  if (found !== undefined) {
    const after = i + found[0].split(' ').length;
    const weeks = found[1] > 0 ? weeksLater(words, after) : 0;
    return oneDay(clock.today + found[1] + weeks, weeks > 0 ? after + 2 : after);
  }
  if (words.says(i, 'le lendemain')) return oneDay((named ?? clock.today) + 1, i + 2);
  if (words.says(i, 'le surlendemain')) return oneDay((named ?? clock.today) + 2, i + 2);
  if (words.says(i, 'la veille')) return named !== null && named > clock.today ? oneDay(named - 1, i + 2) : ofEvent(clock, words.says(i + 2, 'au soir') ? i + 4 : i + 2);
  if (!words.says(i, 'le jour')) return undefined;
  if (words.at(i + 2) === 'meme') return named === null ? ofEvent(clock, i + 3) : oneDay(named, i + 3);
  if (words.at(i + 2) === 'j') return ofEvent(clock, i + 3);
  // « le jour de la livraison », « le jour du passage »
  const at = words.at(i + 2) === 'du' ? i + 3 : /^(?:de|d')$/.test(words.at(i + 2)) && /^(?:la|l'|votre|vos|ton|ta|notre)$/.test(words.at(i + 3)) ? i + 4 : 0;
  return at > 0 && words.has(at, WordFlag.nominal | WordFlag.invariable) ? ofEvent(clock, at + 1) : undefined;
}

const ofEvent = (clock: Clock, end: number): NamedDay => ({ ...oneDay(clock.today, end), isFromEvent: true });

/** « en huit », « en quinze » after a day: days. */
function weeksLater(words: TurnWords, i: number): number {
  if (words.at(i) !== 'en') return 0;
  return /^(?:huit|8)$/.test(words.at(i + 1)) ? 7 : /^(?:quinze|15)$/.test(words.at(i + 1)) ? 14 : 0;
}

const NOT_A_DATE = new Set(['€', 'euro', 'euros', '%', 'pour', 'points', 'rue', 'avenue', 'boulevard', 'place', 'bis', 'ter', 'h', 'heure', 'heures', 'eme', 'e', 'fois', 'personnes', ...UNITS.keys()]);

function readWeekday(words: TurnWords, i: number, end: number, clock: Clock): NamedDay | undefined {
  const at = words.at(i) === 'ce' || words.at(i) === 'le' || words.at(i) === 'du' ? i + 1 : i;
  const weekday = WEEKDAYS.get(words.at(at));
  if (weekday === undefined || at >= end) return undefined;
  const date = readDate(words, at + 1, end, clock, true);
  if (date !== undefined) return date;
  const next = clock.today + (((weekday - weekdayOf(clock.today) + 6) % 7) + 1);
  if (/^prochaine?$/.test(words.at(at + 1))) return oneDay(mondayOf(clock.today) + 6 + weekday, at + 2);
  if ((/^derniere?$/.test(words.at(at + 1)) && words.at(at + 2) !== 'delai') || words.at(at + 1) === 'passe') return undefined;
  if (words.says(at + 1, 'qui vient')) return oneDay(next, at + 3);
  const later = weeksLater(words, at + 1);
  if (later > 0) return oneDay(next + later, at + 3);
  if (words.says(at + 1, 'de la semaine prochaine') || words.says(at + 1, 'de la semaine suivante')) return oneDay(mondayOf(clock.today) + 6 + weekday, at + 5);
  if (words.says(at + 1, 'de cette semaine')) return oneDay(mondayOf(clock.today) - 1 + weekday, at + 4);
  return oneDay(next, at + 1);
}

/** « le 12 », « 3 mars 2026 », « 12/04 »; a bare number only after its article or its weekday (`bare`). */
function readDate(words: TurnWords, i: number, end: number, clock: Clock, bare = false): NamedDay | undefined {
  const article = words.at(i) === 'le' || words.at(i) === 'du';
  const at = article ? i + 1 : i;
  const short = words.kind(at) === 'number' ? /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{2}|\d{4}))?$/.exec(words.at(at)) : null;
  if (short) return dated(clock, Number(short[1]), Number(short[2]), short[3], at + 1);
  const number = readNumber(words, at, end);
  if (number === undefined || !Number.isInteger(number.value) || number.value < 1 || number.value > 31) return undefined;
  const month = MONTHS.get(words.at(number.end));
  if (month !== undefined && number.end < end) {
    const year = /^20\d\d$/.test(words.at(number.end + 1)) ? words.at(number.end + 1) : undefined;
    return dated(clock, number.value, month, year, number.end + (year === undefined ? 1 : 2));
  }
  if ((!article && !bare) || NOT_A_DATE.has(words.at(number.end)) || words.at(number.end).startsWith('h-')) return undefined;
  if (words.says(number.end, 'du mois prochain')) return dayOfNextMonth(clock, number.value, number.end + 3);
  if (words.says(number.end, 'du mois') || words.says(number.end, 'de ce mois')) return nextDate(clock, number.value, number.end + (words.at(number.end) === 'du' ? 2 : 3));
  // « le un », « le premier » are the first of a month only with their month; « le 3 premiers » counts.
  return number.value > 1 && !/^premiere?s?$/.test(words.at(number.end)) ? nextDate(clock, number.value, number.end) : undefined;
}

/** Days: « ouverte le 21 septembre », said in October, tells of a day that was, and of none in eleven months. */
const JUST_GONE_BY = 92;

/** With its month: that of this year, or of the next when it is long over. */
function dated(clock: Clock, date: number, month: number, year: string | undefined, end: number): NamedDay | undefined {
  if (date < 1 || month < 1 || month > 12) return undefined;
  const thisYear = partsOf(clock.today).year;
  const years = year === undefined ? [thisYear, thisYear + 1, thisYear + 2, thisYear + 3, thisYear + 4] : [Number(year.length === 2 ? `20${year}` : year)];
  for (const one of years) {
    const day = dayOf(one, month, date);
    const exists = partsOf(day).date === date;
    if (exists && year === undefined && day < clock.today && clock.today - day <= JUST_GONE_BY) return undefined;
    if (exists && (day >= clock.today || year !== undefined)) return oneDay(day, end);
  }
  return undefined;
}

/** « le 5 du mois prochain » */
function dayOfNextMonth(clock: Clock, date: number, end: number): NamedDay | undefined {
  const { year, month } = partsOf(clock.today);
  const day = dayOf(year, month + 1, date);
  return partsOf(day).date === date ? oneDay(day, end) : undefined;
}

/** Without its month: the next day with that date, today included. */
function nextDate(clock: Clock, date: number, end: number): NamedDay | undefined {
  const { year, month } = partsOf(clock.today);
  for (let ahead = 0; ahead < 3; ahead++) {
    const day = dayOf(year, month + ahead, date);
    if (partsOf(day).date === date && day >= clock.today) return oneDay(day, end);
  }
  return undefined;
}

function readFeast(words: TurnWords, i: number, clock: Clock): NamedDay | undefined {
  const at = /^(?:la|le|l')$/.test(words.at(i)) ? i + 1 : i;
  const feast = FEASTS.find(([phrase]) => words.says(at, phrase));
  if (feast === undefined) return undefined;
  const { year } = partsOf(clock.today);
  const day = feast[1](year) >= clock.today ? feast[1](year) : feast[1](year + 1);
  return oneDay(day, at + feast[0].split(' ').length);
}
