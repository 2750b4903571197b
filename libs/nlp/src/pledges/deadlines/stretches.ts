import { readNumber } from '../words/number-words.js';
import type { TurnWords } from '../words/turn-words.js';
import type { Day } from './civil-date.js';
import { addMonths, dayOf, lastOfMonth, mondayOf, partsOf, weekdayOf } from './civil-date.js';
import type { Clock } from './clock.js';
import type { NamedDay } from './days.js';
import { MONTH_STRETCHES, MONTHS, WEEK_STRETCHES, WEEKDAYS } from './time-words.js';

const FRIDAY = 5;

/**
 * A stretch of days by its name, at word `i`: « la fin de la semaine », « fin de semaine prochaine », « cette semaine », « le week-end », « fin août », « la fin du mois »,
 * « mi-mars », « courant octobre », « le mois prochain », « fin d'année », « septembre ».
 */
export function readStretch(words: TurnWords, i: number, end: number, clock: Clock, isBare: boolean): NamedDay | undefined {
  const at = /^(?:la|le|l')$/.test(words.at(i)) ? i + 1 : i;
  const ordinal = readOrdinal(words, at, end, clock);
  if (ordinal !== undefined) return ordinal;
  const part = partAt(words, at);
  const rest = part?.end ?? i;
  const found = readWeek(words, rest, clock, part?.name) ?? readMonth(words, rest, end, clock, part?.name, isBare) ?? readYear(words, rest, clock, part?.name);
  // The end of a stretch is a time that « avant » leaves where it is.
  return found === undefined || part === undefined ? found : { ...found, before: found.day };
}

/** « la première quinzaine d'avril », « la deuxième semaine de mai ». */
function readOrdinal(words: TurnWords, i: number, end: number, clock: Clock): NamedDay | undefined {
  const last = ORDINAL_ENDS.get(`${words.at(i)} ${words.at(i + 1)}`);
  if (last === undefined || !/^(?:de|d'|du)$/.test(words.at(i + 2))) return undefined;
  const month = monthAt(words, i + 3, end, clock, words.at(i + 3), 'fin');
  if (month === undefined) return undefined;
  const day = last > 0 ? month.day + last - 1 : addMonths(month.day, 1) - 1;
  return day < clock.today ? undefined : { end: month.end, day, first: day, before: day };
}

/** The day of the month that they end on; 0: its last. */
const ORDINAL_ENDS: ReadonlyMap<string, number> = new Map(
  ([['premiere quinzaine', 15], ['1ere quinzaine', 15], ['deuxieme quinzaine', 0], ['seconde quinzaine', 0], ['2eme quinzaine', 0], ['premiere semaine', 7], ['1ere semaine', 7], ['deuxieme semaine', 14], ['2eme semaine', 14], ['troisieme semaine', 21], ['derniere semaine', 0], ['premiers jours', 7], ['derniers jours', 0]] as const),
);

/** « fin », « début de », « courant », « mi- » (as one word with its month). */
function partAt(words: TurnWords, i: number): { name: string; end: number } | undefined {
  const word = words.at(i);
  if (!MONTH_STRETCHES.has(word)) return undefined;
  const joined = /^(?:de|d'|du|-)$/.test(words.at(i + 1));
  return { name: word, end: joined ? i + 2 : i + 1 };
}

function readWeek(words: TurnWords, i: number, clock: Clock, part: string | undefined): NamedDay | undefined {
  const at = /^(?:la|cette|le|ce)$/.test(words.at(i)) ? i + 1 : i;
  const word = words.at(at);
  const monday = mondayOf(clock.today);
  if (word === 'week-end' || word === 'weekend') return weekend(words, at, clock, 1);
  if (word === 'week' && /^ends?$/.test(words.at(at + 1))) return weekend(words, at, clock, 2);
  if (word !== 'semaine') return undefined;
  const weekday = part === undefined ? FRIDAY : WEEK_STRETCHES.get(part)! + 1;
  if (words.at(at + 1) === 'prochaine' || words.says(at + 1, 'qui vient') || words.at(at + 1) === 'suivante') {
    return { end: at + (words.at(at + 1) === 'qui' ? 3 : 2), day: monday + 6 + weekday, first: monday + 6 + weekday, before: monday + 6 };
  }
  const ofDate = words.at(at + 1) === 'du' ? weekOf(words, at + 2, clock) : undefined;
  if (ofDate !== undefined) return { end: ofDate.end, day: ofDate.monday + weekday - 1, first: ofDate.monday, before: ofDate.monday - 1 };
  const named = words.at(at - 1) === 'cette' || words.says(at - 2, 'dans la') || part !== undefined;
  if (!named) return undefined;
  // Said on a Saturday, or after that part of the week: the next one.
  const over = weekdayOf(clock.today) > weekday;
  const day = monday + (over ? 7 : 0) + weekday - 1;
  return { end: at + 1, day, first: day, before: monday - 1 };
}

/** « la semaine du 28 septembre », « du lundi 28 ». */
function weekOf(words: TurnWords, i: number, clock: Clock): { readonly monday: Day; readonly end: number } | undefined {
  const at = WEEKDAYS.has(words.at(i)) ? i + 1 : i;
  const number = readNumber(words, at, words.length);
  const date = number?.value ?? 0;
  if (number === undefined || !Number.isInteger(date) || date < 1 || date > 31) return undefined;
  const { year, month } = partsOf(clock.today);
  const named = MONTHS.get(words.at(number.end));
  const day = dayOf(year, named ?? month, date);
  const isOver = day < mondayOf(clock.today);
  const next = isOver ? (named === undefined ? dayOf(year, month + 1, date) : dayOf(year + 1, named, date)) : day;
  return { monday: mondayOf(next), end: number.end + (named === undefined ? 0 : 1) };
}

function weekend(words: TurnWords, i: number, clock: Clock, length: number): NamedDay {
  const sunday = mondayOf(clock.today) + 6;
  const next = words.at(i + length) === 'prochain';
  const day = sunday + (next && weekdayOf(clock.today) >= 6 ? 7 : 0);
  return { end: i + length + (next ? 1 : 0), day, first: day, before: day - 2 };
}

function readMonth(words: TurnWords, i: number, end: number, clock: Clock, part: string | undefined, isBare: boolean): NamedDay | undefined {
  const glued = /^mi-([a-z]+)$/.exec(words.at(i));
  const at = glued === null && /^(?:le|ce)$/.test(words.at(i)) ? i + 1 : i;
  const stretch = glued === null ? part : 'mi';
  const first = monthAt(words, at, end, clock, glued?.[1] ?? words.at(at), stretch);
  if (first === undefined || (isBare && stretch === undefined && words.at(at) !== 'mois')) return undefined;
  const day = MONTH_STRETCHES.get(stretch ?? 'fin')!(first.day);
  return { end: first.end, day, first: stretch === undefined ? Math.max(first.day, clock.today) : day, before: stretch === undefined ? first.day - 1 : day };
}

/** The first day of the month that is meant, and the word after it. */
function monthAt(words: TurnWords, i: number, end: number, clock: Clock, word: string, part: string | undefined): { day: Day; end: number } | undefined {
  const { year, month } = partsOf(clock.today);
  if (word === 'mois') {
    if (words.at(i + 1) === 'prochain') return { day: dayOf(year, month + 1, 1), end: i + 2 };
    return part === undefined ? undefined : { day: dayOf(year, month + stretchIsOver(clock, year, month, part), 1), end: i + 1 };
  }
  const named = MONTHS.get(word);
  if (named === undefined || i >= end) return undefined;
  // « à sept heures », « sept jours »: a number.
  if (word === 'sept' && (part === undefined || /^(?:heures?|h|jours?|minutes?|euros?|€)$/.test(words.at(i + 1))) && words.at(i - 1) !== 'en') return undefined;
  const said = /^20\d\d$/.test(words.at(i + 1)) ? Number(words.at(i + 1)) : undefined;
  const isOver = lastOfMonth(year, named) < clock.today || (named === month && (part === undefined || stretchIsOver(clock, year, named, part) === 1));
  return { day: dayOf(said ?? (isOver ? year + 1 : year), named, 1), end: i + (said === undefined ? 1 : 2) };
}

const stretchIsOver = (clock: Clock, year: number, month: number, part: string): 0 | 1 => (MONTH_STRETCHES.get(part)!(dayOf(year, month, 1)) < clock.today ? 1 : 0);

/** « fin d'année », « la fin de l'année ». */
function readYear(words: TurnWords, i: number, clock: Clock, part: string | undefined): NamedDay | undefined {
  if (part !== 'fin') return undefined;
  const at = words.at(i) === "l'" || words.at(i) === 'la' ? i + 1 : i;
  if (words.at(at) !== 'annee') return undefined;
  const day = dayOf(partsOf(clock.today).year, 12, 31);
  return { end: at + 1, day, first: day, before: day };
}
