import { describe, expect, it } from 'vitest';
import { loadLexicon } from '#nlp';
import { localText } from '../../src/pledges/deadlines/civil-date.js';
import { Clock } from '../../src/pledges/deadlines/clock.js';
import { findDeadlines } from '../../src/pledges/deadlines/find-deadlines.js';
import { TurnWords } from '../../src/pledges/words/turn-words.js';

/** Tuesday 3 March 2026, 10:00 in Paris. */
const TUESDAY = '2026-03-03T10:00:00+01:00';

/** `from..by` of every deadline in a text, local. */
export function deadlinesIn(text: string, at = TUESDAY, zone = 'Europe/Paris'): string[] {
  const words = new TurnWords(text, 'phone', loadLexicon());
  const clock = new Clock(Date.parse(at), zone);
  return words.sentences.flatMap(({ start, end }) => findDeadlines(words, start, end, clock)).map(({ from, by }) => `${from === null ? '' : localText(from)}..${localText(by)}`);
}

const day = (date: string): string[] => [`..${date}`];

describe('a deadline said on Tuesday 3 March 2026 at 10:00', () => {
  it.each([
    // A number of days and weeks
    ['sous 5 jours', '2026-03-08'], ['dans trois jours', '2026-03-06'], ["d'ici 10 jours", '2026-03-13'], ['dans les huit jours', '2026-03-11'], ['sous huit jours', '2026-03-11'], ['sous quinze jours', '2026-03-18'],
    ['sous huitaine', '2026-03-11'], ["d'ici une dizaine de jours", '2026-03-13'], ['sous quinzaine', '2026-03-18'], ["d'ici une quinzaine", '2026-03-18'], ['dans deux semaines', '2026-03-17'], ['dans un délai de 14 jours', '2026-03-17'],
    ['sous un délai maximum de dix jours', '2026-03-13'], ['dans les dix prochains jours', '2026-03-13'],
    // Whole days said in hours
    ['sous 24 h', '2026-03-04'], ['sous 48h', '2026-03-05'], ['sous quarante-huit heures', '2026-03-05'], ['sous quarante huit heures', '2026-03-05'], ['dans les 72 heures', '2026-03-06'], ['en 48 h', '2026-03-05'],
    // Working days
    ['sous 5 jours ouvrés', '2026-03-10'], ['sous 48 h ouvrées', '2026-03-05'], ['sous soixante-douze heures ouvrées', '2026-03-06'], ['sous 5 jours (hors week-end)', '2026-03-10'], ['sous 4 jours ouvrés', '2026-03-09'],
    ['sous 5 jours ouvrables', '2026-03-09'],
    // A month
    ['sous un mois', '2026-04-03'], ['dans deux mois', '2026-05-03'],
    // Today
    ["aujourd'hui", '2026-03-03'], ["aujourd'hui même", '2026-03-03'], ['ce jour', '2026-03-03'], ['dans la journée', '2026-03-03'], ['ce soir', '2026-03-03'], ['dans la soirée', '2026-03-03'], ["tout à l'heure", '2026-03-03'], ['en fin de journée', '2026-03-03'],
    ["d'ici ce soir", '2026-03-03'], ['avant ce soir', '2026-03-03'],
    // Other days
    ['demain', '2026-03-04'], ['dès demain', '2026-03-04'], ['après-demain', '2026-03-05'], ['demain soir', '2026-03-04'], ['demain dans la journée', '2026-03-04'], ['jeudi', '2026-03-05'], ['mardi', '2026-03-10'], ['ce mardi', '2026-03-10'],
    ["d'ici lundi", '2026-03-09'], ['pour vendredi', '2026-03-06'], ['au plus tard mercredi', '2026-03-04'], ['jeudi soir', '2026-03-05'], ['mardi prochain', '2026-03-10'], ['vendredi prochain', '2026-03-13'], ['jeudi en huit', '2026-03-12'],
    ['jeudi en quinze', '2026-03-19'], ['demain mercredi', '2026-03-04'], ['demain, mercredi 4 mars', '2026-03-04'], ['à partir de lundi', '2026-03-09'],
    // Weeks
    ['en fin de semaine', '2026-03-06'], ['cette semaine', '2026-03-06'], ["d'ici la fin de la semaine", '2026-03-06'], ['avant la fin de la semaine', '2026-03-06'], ['la semaine prochaine', '2026-03-13'], ['en fin de semaine prochaine', '2026-03-13'],
    ['en début de semaine prochaine', '2026-03-10'], ['en milieu de semaine prochaine', '2026-03-11'], ['ce week-end', '2026-03-08'], ['dans le courant de la semaine prochaine', '2026-03-13'],
    // Dates
    ['le 12', '2026-03-12'], ['le 3 mars', '2026-03-03'], ['le 2', '2026-04-02'], ['au plus tard le 12/04', '2026-04-12'], ["d'ici le vingt", '2026-03-20'], ["d'ici le vingt-cinq", '2026-03-25'], ['le vingt et un', '2026-03-21'], ['le 1er avril', '2026-04-01'],
    ['mercredi neuf septembre', '2026-09-09'], ['lundi 9', '2026-03-09'], ['le 12/11', '2026-11-12'], ['le 12/04/2027', '2027-04-12'], ['le 5 janvier 2028', '2028-01-05'], ['à compter du 15', '2026-03-15'], ['à partir de mai', '2026-05-01'],
    ['fixé au 12 mars', '2026-03-12'],
    // The day before
    ['avant le 15', '2026-03-14'], ['avant vendredi', '2026-03-05'], ['avant le 14 juillet', '2026-07-13'], ['avant Noël', '2026-12-24'], ['avant Pâques', '2026-04-04'], ['avant vendredi soir', '2026-03-06'], ['avant la fin du mois', '2026-03-31'],
    ["d'ici Noël", '2026-12-25'],
    // Months
    ['fin du mois', '2026-03-31'], ["d'ici la fin du mois", '2026-03-31'], ['fin août', '2026-08-31'], ['courant octobre', '2026-10-31'], ['début juin', '2026-06-10'], ['mi-mars', '2026-03-15'], ['fin janvier', '2027-01-31'], ['en avril', '2026-04-30'],
    ["d'ici la fin de l'année", '2026-12-31'],
    // The later of two
    ['mardi ou mercredi', '2026-03-10'], ['jeudi ou vendredi', '2026-03-06'], ['jeudi, au plus tard vendredi', '2026-03-06'],
  ])('%s → %s', (words, by) => {
    expect(deadlinesIn(`nous le faisons ${words}`)).toEqual(day(by));
  });

  it.each([
    // Minutes and hours from now on
    ['dans dix minutes', '2026-03-03T10:10'], ["d'ici une heure", '2026-03-03T11:00'], ["dans l'heure", '2026-03-03T11:00'], ['dans une demi-heure', '2026-03-03T10:30'], ["dans le quart d'heure", '2026-03-03T10:15'], ["d'ici 2h", '2026-03-03T12:00'],
    // Parts of a day
    ['demain matin', '2026-03-04T12:00'], ['dans la matinée', '2026-03-03T12:00'], ['demain en fin de matinée', '2026-03-04T12:00'], ['demain midi', '2026-03-04T12:00'], ['avant midi', '2026-03-03T12:00'], ['demain à la première heure', '2026-03-04T12:00'],
    ["demain en début d'après-midi", '2026-03-04T15:00'], ["dans l'après-midi", '2026-03-03T18:00'], ['jeudi après-midi', '2026-03-05T18:00'], ['cette nuit', '2026-03-04T08:00'],
    // Times
    ['à 11 h', '2026-03-03T11:00'], ['avant 17 h', '2026-03-03T17:00'], ['mardi à 10 h 30', '2026-03-10T10:30'], ['demain 14h', '2026-03-04T14:00'], ['demain matin avant 9 h', '2026-03-04T09:00'], ['demain à quatorze heures', '2026-03-04T14:00'],
    ['à dix-huit heures trente', '2026-03-03T18:30'], ["d'ici 18 h", '2026-03-03T18:00'], ['à 9 h', '2026-03-04T09:00'], ['avant midi demain', '2026-03-04T12:00'], ['jeudi à midi et demi', '2026-03-05T12:30'],
  ])('%s → %s', (words, by) => {
    expect(deadlinesIn(`nous le faisons ${words}`)).toEqual(day(by));
  });

  it.each([
    ['sous 24 à 48 h', '2026-03-04..2026-03-05'], ['sous 5 à 7 jours', '2026-03-08..2026-03-10'], ['sous cinq à sept jours ouvrés', '2026-03-10..2026-03-12'], ['sous 24/48h', '2026-03-04..2026-03-05'], ['dans deux ou trois jours', '2026-03-05..2026-03-06'],
    ['demain entre 14 h et 16 h', '2026-03-04T14:00..2026-03-04T16:00'], ['entre 14h et 16h', '2026-03-03T14:00..2026-03-03T16:00'], ['lundi 9 mars, entre 10 h et midi', '2026-03-09T10:00..2026-03-09T12:00'], ['entre 9h et 11h demain', '2026-03-04T09:00..2026-03-04T11:00'],
    ['jeudi de 8h à 10h', '2026-03-05T08:00..2026-03-05T10:00'], ['vendredi entre 14 et 16h', '2026-03-06T14:00..2026-03-06T16:00'],
  ])('%s → %s', (words, range) => {
    expect(deadlinesIn(`nous le faisons ${words}`)).toEqual([range]);
  });

  it.each([
    'rapidement', 'dans les meilleurs délais', 'dans les prochains jours', 'dans la foulée', 'tout de suite', "jusqu'à samedi", "jusqu'au 15 mars", 'toute la nuit', 'tous les soirs', 'hier', 'depuis lundi', 'il y a trois jours', 'lundi dernier', 'chaque mardi', 'pendant 48 h',
    'suite à votre courrier du 15', 'sur la facture de février', 'au 12 rue des Ormes', 'pour 20 €', 'dès que possible',
    // Days that have just gone by are told of, not promised for next year.
    'le 28/02', 'le 24 février', 'depuis le 15 décembre 2025',
  ])('%s is none', (words) => {
    expect(deadlinesIn(`nous le faisons ${words}`)).toEqual([]);
  });
});

describe('a day counted from the one named before', () => {
  it.each([
    ['il arrive lundi et nous passons le lendemain', ['..2026-03-09', '..2026-03-10']],
    ['il part le 12 mais on vous prévient la veille', ['..2026-03-12', '..2026-03-11']],
  ])('%s', (text, by) => {
    expect(deadlinesIn(text)).toEqual(by);
  });
});

describe('public holidays move ouvrés and ouvrables only', () => {
  it.each([
    ['sous 2 jours ouvrés', '2025-12-24T09:00:00+01:00', '2025-12-29'],
    ['sous 48 h ouvrées', '2025-12-30T17:47:00+01:00', '2026-01-02'],
    ['sous 24 h ouvrées', '2025-06-06T18:27:00+02:00', '2025-06-10'],
    ['sous 3 jours ouvrés', '2027-05-05T16:21:00+02:00', '2027-05-11'],
    ['sous deux jours ouvrables', '2027-05-07T17:08:00+02:00', '2027-05-11'],
    ['sous 24 h', '2025-12-24T09:00:00+01:00', '2025-12-25'],
    ['sous 1 jour ouvré', '2026-07-13T09:00:00+02:00', '2026-07-15'],
    ['sous 1 jour ouvrable', '2026-08-14T09:00:00+02:00', '2026-08-17'],
  ])('%s, said at %s', (words, at, by) => {
    expect(deadlinesIn(`réponse ${words}`, at)).toEqual(day(by));
  });
});

describe('a week said at its end', () => {
  it.each([
    ['en fin de semaine', '2026-03-07T11:00:00+01:00', '2026-03-13'],
    ['cette semaine', '2026-03-08T11:00:00+01:00', '2026-03-13'],
    ['en fin de semaine', '2026-03-06T11:00:00+01:00', '2026-03-06'],
    ['lundi', '2026-03-08T11:00:00+01:00', '2026-03-09'],
    ['lundi prochain', '2026-03-07T11:00:00+01:00', '2026-03-09'],
  ])('%s, said at %s', (words, at, by) => {
    expect(deadlinesIn(`nous le faisons ${words}`, at)).toEqual(day(by));
  });
});
