import type { Day } from './civil-date.js';
import { addMonths, dayOf, weekdayOf } from './civil-date.js';
import { easterSunday } from './public-holidays.js';

/** All words are folded. */
const numbered = (words: string): ReadonlyMap<string, number> => new Map(words.split(' ').flatMap((group, i) => group.split('/').map((word) => [word, i + 1] as const)));

export const WEEKDAYS = numbered('lundi mardi mercredi jeudi vendredi samedi dimanche');
export const MONTHS = numbered('janvier/janv/janv. fevrier/fev/fev. mars avril/avr mai juin juillet/juil/juil. aout septembre/sept/sept. octobre/oct/oct. novembre/nov/nov. decembre/dec/dec.');

const sundayFrom = (day: Day): Day => day + 7 - weekdayOf(day);

/** The last Sunday of May, or the first of June where that is Whit Sunday (article D215-1 of the French code of social action and families). */
function mothersDay(year: number): Day {
  const last = sundayFrom(dayOf(year, 5, 25));
  return last === easterSunday(year) + 49 ? last + 7 : last;
}

/** What a day of the year is called, without its article → that day in a year. */
export const FEASTS: readonly (readonly [phrase: string, day: (year: number) => Day])[] = [
  ['lundi de paques', (year) => easterSunday(year) + 1],
  ['paques', easterSunday],
  ['ascension', (year) => easterSunday(year) + 39],
  ['lundi de pentecote', (year) => easterSunday(year) + 50],
  ['pentecote', (year) => easterSunday(year) + 49],
  ['noel', (year) => dayOf(year, 12, 25)],
  ['jour de l\' an', (year) => dayOf(year, 1, 1)],
  ['nouvel an', (year) => dayOf(year, 1, 1)],
  ['assomption', (year) => dayOf(year, 8, 15)],
  ['toussaint', (year) => dayOf(year, 11, 1)],
  ['armistice', (year) => dayOf(year, 11, 11)],
  ['saint-valentin', (year) => dayOf(year, 2, 14)],
  ['saint valentin', (year) => dayOf(year, 2, 14)],
  ['fete du travail', (year) => dayOf(year, 5, 1)],
  ['fete nationale', (year) => dayOf(year, 7, 14)],
  ['saint-sylvestre', (year) => dayOf(year, 12, 31)],
  ['reveillon', (year) => dayOf(year, 12, 24)],
  ['fete des meres', mothersDay],
  ['fete des peres', (year) => sundayFrom(dayOf(year, 6, 15))],
];

/** Units of a delay, in minutes, days or months. */
export const UNITS: ReadonlyMap<string, { readonly in: 'minutes' | 'days' | 'months'; readonly of: number }> = new Map(
  (
    [
      ['minute minutes min mn', 'minutes', 1],
      ['heure heures h', 'minutes', 60],
      ['jour jours j jrs', 'days', 1],
      ['semaine semaines sem', 'days', 7],
      ['mois', 'months', 1],
      ['an ans annee annees', 'months', 12],
    ] as const
  ).flatMap(([words, unit, of]) => words.split(' ').map((word) => [word, { in: unit, of }] as const)),
);

/** Round numbers said as a noun: « sous quinzaine », « une dizaine de jours ». Always days. */
export const ROUND_DAYS = new Map([['huitaine', 8], ['dizaine', 10], ['quinzaine', 15], ['vingtaine', 20], ['trentaine', 30]]);

/** Parts of a day and their last minute; null: until the end of the day. */
export const DAY_PARTS: ReadonlyMap<string, number | null> = new Map<string, number | null>([
  ['matin', 720], ['matinee', 720], ['fin de matinee', 720], ['debut de matinee', 600], ['milieu de matinee', 660], ['midi', 720],
  ['premiere heure', 720], ['1ere heure', 720], ['1re heure', 720],
  ['debut d\' apres-midi', 900], ['debut d\' apres midi', 900], ['debut de l\' apres-midi', 900], ['apres-midi', 1080], ['apres midi', 1080], ['aprem', 1080], ['fin d\' apres-midi', 1080], ['fin d\' apres midi', 1080],
  ['milieu d\' apres-midi', 990], ['milieu de l\' apres-midi', 990], ['fin de la matinee', 720], ['fin de l\' apres-midi', 1080], ['fin de l\' apres midi', 1080], ['fin d\' aprem', 1080], ['debut d\' aprem', 900],
  ['mi-journee', 720], ['milieu de journee', 840], ['milieu de la journee', 840], ['fin de la journee', null], ['debut de soiree', null], ['fin de soiree', null], ['fin de la soiree', null], ['soir', null], ['soiree', null], ['fin de journee', null], ['journee', null], ['minuit', null],
]);

/** The last day of a stretch of a month. */
export const MONTH_STRETCHES: ReadonlyMap<string, (first: Day) => Day> = new Map([
  ['debut', (first: Day) => first + 9],
  ['mi', (first: Day) => first + 14],
  ['milieu', (first: Day) => first + 14],
  ['courant', (first: Day) => addMonths(first, 1) - 1],
  ['fin', (first: Day) => addMonths(first, 1) - 1],
]);

/** The last day of a stretch of a week, Monday as 0. */
export const WEEK_STRETCHES = new Map([['debut', 1], ['milieu', 2], ['courant', 4], ['fin', 4]]);

/** Words of which every day, part of a day or length of time has one, unless it has a number. */
const TIMES = new Set([
  ...WEEKDAYS.keys(), ...MONTHS.keys(), ...ROUND_DAYS.keys(),
  ...[...FEASTS.map(([phrase]) => phrase), ...DAY_PARTS.keys()].map((phrase) => phrase.split(' ').at(-1)!),
  ..."aujourd'hui jour demain apres-demain lendemain veille semaine week-end weekend week mois annee heure demi-heure nuit surlendemain fermeture".split(' '),
]);

/** May a time be told with this word (folded) and no number? « mi-mars » may. */
export const isTimeWord = (text: string): boolean => TIMES.has(text) || text.startsWith('mi-');
