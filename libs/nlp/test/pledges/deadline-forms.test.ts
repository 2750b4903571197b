import { describe, expect, it } from 'vitest';
import { loadLexicon } from '#nlp';
import { localText } from '../../src/pledges/deadlines/civil-date.js';
import { Clock } from '../../src/pledges/deadlines/clock.js';
import { findDeadlines } from '../../src/pledges/deadlines/find-deadlines.js';
import { TurnWords } from '../../src/pledges/words/turn-words.js';

/** `from..by` of every deadline in a text said on Tuesday 3 March 2026 at 10:00 in Paris; `event` for one that is told by something whose day is not said. */
function deadlinesIn(text: string): string[] {
  const words = new TurnWords(text, 'phone', loadLexicon());
  const clock = new Clock(Date.parse('2026-03-03T10:00:00+01:00'), 'Europe/Paris');
  return words.sentences.flatMap(({ start, end }) => findDeadlines(words, start, end, clock)).map(({ from, by, isFromEvent }) => (isFromEvent ? 'event' : `${from === null ? '' : localText(from)}..${localText(by)}`));
}

describe('the ways in which a deadline is said', () => {
  it.each([
    ["demain à l'ouverture", '2026-03-04'], ["lundi dès l'ouverture", '2026-03-09'], ['demain avant la fermeture', '2026-03-04'], ['avant la fermeture', '2026-03-03'], ["d'ici la fermeture", '2026-03-03'],
    ['avant la fermeture du magasin', '2026-03-03'], ['jeudi à la fermeture', '2026-03-05'], ['mardi à sept heures et quart', '2026-03-10T07:15'], ['à sept heures et quart', '2026-03-04T07:15'], ['demain à sept heures', '2026-03-04T07:00'],
    ['le sept', '2026-03-07'], ['dans les cinq jours qui viennent', '2026-03-08'], ['sous 10 jours à compter de ce jour', '2026-03-13'], ['avant la fin de la journée', '2026-03-03'], ["d'ici la fin de la journée", '2026-03-03'],
    ["d'ici la fin de matinée", '2026-03-03T12:00'], ["d'ici la fin de la matinée", '2026-03-03T12:00'], ['en fin de matinée', '2026-03-03T12:00'], ["avant la fin de l'après-midi", '2026-03-03T18:00'], ["d'ici la fin d'après-midi", '2026-03-03T18:00'],
    ["en fin d'après-midi", '2026-03-03T18:00'], ["en début d'après-midi", '2026-03-03T15:00'], ['en début de soirée', '2026-03-03'], ["d'ici la fin de la soirée", '2026-03-03'], ['demain première heure', '2026-03-04T12:00'],
    ['jeudi en journée', '2026-03-05'], ['jeudi en soirée', '2026-03-05'], ['dans la matinée de jeudi', '2026-03-05T12:00'], ['jeudi dans la matinée', '2026-03-05T12:00'], ["dans l'après-midi de jeudi", '2026-03-05T18:00'],
    ['vendredi dernier délai', '2026-03-06'], ['vendredi grand maximum', '2026-03-06'], ['lundi au plus tard', '2026-03-09'], ["dans trois quarts d'heure", '2026-03-03T10:45'], ["d'ici trois quarts d'heure", '2026-03-03T10:45'],
    ["dans trois petits quarts d'heure", '2026-03-03T10:45'], ['dans une heure et quart', '2026-03-03T11:15'], ['dans une heure et demie', '2026-03-03T11:30'], ['dans une heure trente', '2026-03-03T11:30'], ['dans 1h30', '2026-03-03T11:30'],
    ['dans une petite heure', '2026-03-03T11:00'], ['dans une bonne heure', '2026-03-03T11:00'], ['sous dizaine', '2026-03-13'], ['sous une dizaine', '2026-03-13'], ['sous une petite semaine', '2026-03-10'],
    ['dans la quinzaine', '2026-03-18'], ['sous 3 semaines maximum', '2026-03-24'], ['dans les 24 heures', '2026-03-04'], ['dans les 24 prochaines heures', '2026-03-04'], ['dans les prochaines 48 heures', '2026-03-05'],
    ['dans la demi-heure', '2026-03-03T10:30'], ['dans la demi-heure qui vient', '2026-03-03T10:30'], ["dans l'heure qui vient", '2026-03-03T11:00'], ["d'ici dix minutes", '2026-03-03T10:10'], ["d'ici demain soir", '2026-03-04'],
    ["d'ici à demain", '2026-03-04'], ["d'ici demain midi", '2026-03-04T12:00'], ['au plus tard mardi en huit', '2026-03-17'], ['mardi en huit', '2026-03-17'], ['lundi en huit au plus tard', '2026-03-16'],
    ['demain en huit', '2026-03-11'], ['demain en quinze', '2026-03-18'], ['le premier du mois prochain', '2026-04-01'], ['le 1er du mois prochain', '2026-04-01'], ['le 5 du mois prochain', '2026-04-05'],
    ['avant le 5 du mois prochain', '2026-04-04'], ['au premier du mois', '2026-04-01'], ['le premier avril', '2026-04-01'], ['au 1er avril', '2026-04-01'], ['le 15 courant', '2026-03-15'],
    ['le 15 de ce mois', '2026-03-15'], ['le dix du mois', '2026-03-10'], ['début de mois prochain', '2026-04-10'], ['au début du mois prochain', '2026-04-10'], ['à la fin du mois prochain', '2026-04-30'],
    ['fin de mois', '2026-03-31'], ['dans le courant du mois', '2026-03-31'], ['courant du mois prochain', '2026-04-30'], ['courant avril', '2026-04-30'], ['fin avril début mai', '2026-05-10'],
    ['à la mi-avril', '2026-04-15'], ["dans la première quinzaine d'avril", '2026-04-15'], ["la deuxième quinzaine d'avril", '2026-04-30'], ["la première semaine d'avril", '2026-04-07'], ['la semaine du 16 mars', '2026-03-20'],
    ['à la date du 31 mars', '2026-03-31'], ['en date du 31 mars', '2026-03-31'], ['à compter du 1er avril', '2026-04-01'], ['à partir du 10', '2026-03-10'], ['dès le 10 mars', '2026-03-10'],
    ['dès lundi matin', '2026-03-09T12:00'], ['demain 14h30', '2026-03-04T14:30'], ['demain quatorze heures', '2026-03-04T14:00'], ['demain onze heures trente', '2026-03-04T11:30'], ['demain vers onze heures', '2026-03-04T11:00'],
    ['à midi pile', '2026-03-03T12:00'], ['à 14 heures précises', '2026-03-03T14:00'], ['à quinze heures tapantes', '2026-03-03T15:00'], ['ce soir 20 h', '2026-03-03T20:00'], ['ce soir avant 20 heures', '2026-03-03T20:00'],
    ['avant 20 heures ce soir', '2026-03-03T20:00'], ['avant minuit', '2026-03-03'], ['dans la nuit', '2026-03-04T08:00'], ['dans la nuit de jeudi à vendredi', '2026-03-06T08:00'], ['la nuit prochaine', '2026-03-04T08:00'],
    ['en milieu de matinée', '2026-03-03T11:00'], ["en milieu d'après-midi", '2026-03-03T16:30'], ['à la mi-journée', '2026-03-03T12:00'], ['en milieu de journée', '2026-03-03T14:00'], ['le surlendemain', '2026-03-05'],
    ['le lundi 9', '2026-03-09'], ['mercredi de la semaine prochaine', '2026-03-11'], ['mercredi de cette semaine', '2026-03-04'], ['vendredi de la semaine suivante', '2026-03-13'], ['en milieu de semaine', '2026-03-04'],
    ["d'ici la fin de semaine", '2026-03-06'], ["d'ici fin de semaine", '2026-03-06'], ['avant la fin de semaine', '2026-03-06'], ['fin de semaine', '2026-03-06'], ["d'ici la fin de la semaine prochaine", '2026-03-13'],
    ['dans la semaine', '2026-03-06'], ['courant semaine prochaine', '2026-03-13'], ['dans la semaine qui vient', '2026-03-13'], ['au cours de la semaine prochaine', '2026-03-13'], ['avant le week-end', '2026-03-06'],
    ["d'ici le week-end", '2026-03-08'], ['ce samedi', '2026-03-07'], ['le week-end prochain', '2026-03-08'], ["d'ici vendredi au plus tard", '2026-03-06'], ['au plus tard vendredi 18 h', '2026-03-06T18:00'],
    ['avant vendredi 18 h', '2026-03-06T18:00'], ['avant demain 18 h', '2026-03-04T18:00'], ['vendredi avant midi', '2026-03-06T12:00'], ['à J+2', '2026-03-05'], ['sous J+3', '2026-03-06'],
    ['sous deux jours ouvrés maximum', '2026-03-05'], ['dans un délai de 72 h', '2026-03-06'], ["dans un délai d'un mois", '2026-04-03'], ['dans un délai de trois semaines maximum', '2026-03-24'], ['sous un délai de 5 jours ouvrés', '2026-03-10'],
    ['sous dix jours ouvrables', '2026-03-14'], ["d'ici huit jours", '2026-03-11'], ["d'ici à huit jours", '2026-03-11'], ['en huit jours', '2026-03-11'], ['sous un mois et demi', '2026-04-18'],
    ["d'ici un an", '2027-03-03'], ['dans six mois', '2026-09-03'], ['à la Saint-Valentin', '2027-02-14'], ['avant la fête des mères', '2026-05-30'], ["d'ici la fête nationale", '2026-07-14'],
    ["fin d'année", '2026-12-31'], ["en fin d'année", '2026-12-31'], ['le 12 à 9 h', '2026-03-12T09:00'], ['le douze à neuf heures', '2026-03-12T09:00'], ['jeudi 12 mars à 9h', '2026-03-12T09:00'],
    ['le 12/03 à 9h30', '2026-03-12T09:30'], ['le 12.03', '2026-03-12'], ['le 12-03-2026', '2026-03-12'], ['mercredi 4 au matin', '2026-03-04T12:00'], ['mercredi au matin', '2026-03-04T12:00'],
    ['demain en matinée', '2026-03-04T12:00'], ['demain aprem', '2026-03-04T18:00'], ['jeudi midi dernier délai', '2026-03-05T12:00'], ['après-demain matin', '2026-03-05T12:00'], ["aujourd'hui avant 17h", '2026-03-03T17:00'],
    ["aujourd'hui dans l'après-midi", '2026-03-03T18:00'], ['cet après-midi', '2026-03-03T18:00'], ['cet aprem', '2026-03-03T18:00'], ['ce midi', '2026-03-03T12:00'], ["dans le courant de l'après-midi", '2026-03-03T18:00'],
    ['dans le courant de la journée', '2026-03-03'], ['courant de journée', '2026-03-03'], ['dans la journée de demain', '2026-03-04'], ['dans la journée de lundi', '2026-03-09'], ['en cours de journée', '2026-03-03'],
    ['sous les 24 h', '2026-03-04'], ["d'ici deux heures", '2026-03-03T12:00'], ['sous deux heures', '2026-03-03T12:00'], ["d'ici 11 h", '2026-03-03T11:00'], ['au plus tard à 17 heures', '2026-03-03T17:00'],
    ["une aujourd'hui", '2026-03-03'], ['un demain', '2026-03-04'], ["nous l'avons fait le 15", '2026-03-15'], ['il en reste trois avant Noël', '2026-12-24'], ['sous sept jours', '2026-03-10'],
    ['en septembre', '2026-09-30'], ['en sept.', '2026-09-30'], ['dans deux heures 30 minutes', '2026-03-03T12:30'],
  ])('%s → %s', (words, by) => {
    expect(deadlinesIn(`nous le faisons ${words}`)).toEqual([`..${by}`]);
  });

  it.each([
    ['dans une heure ou deux', '2026-03-03T11:00..2026-03-03T12:00'], ["d'ici une heure ou deux", '2026-03-03T11:00..2026-03-03T12:00'], ['dans un mois ou deux', '2026-04-03..2026-05-03'], ['dans une semaine ou deux', '2026-03-10..2026-03-17'],
    ["d'ici un jour ou deux", '2026-03-04..2026-03-05'], ['dans deux trois jours', '2026-03-05..2026-03-06'], ['sous deux à trois semaines', '2026-03-17..2026-03-24'], ["d'ici une à deux semaines", '2026-03-10..2026-03-17'],
    ['sous une semaine à dix jours', '2026-03-10..2026-03-13'], ['sous huit à dix jours', '2026-03-11..2026-03-13'], ['sous 2-3 jours', '2026-03-05..2026-03-06'], ['sous 2/3 jours', '2026-03-05..2026-03-06'],
    ['entre le 10 et le 15', '2026-03-10..2026-03-15'], ['entre lundi et mercredi', '2026-03-09..2026-03-11'], ['entre le 10 et le 15 avril', '2026-04-10..2026-04-15'], ['entre mercredi et vendredi', '2026-03-04..2026-03-06'],
    ['entre midi et deux', '2026-03-03T12:00..2026-03-03T14:00'], ['demain entre midi et deux', '2026-03-04T12:00..2026-03-04T14:00'], ['demain entre 8 et 10', '2026-03-04T08:00..2026-03-04T10:00'], ['demain entre 8 h et 10', '2026-03-04T08:00..2026-03-04T10:00'],
    ['demain entre neuf et onze heures', '2026-03-04T09:00..2026-03-04T11:00'], ['jeudi de 8 h à 12 h', '2026-03-05T08:00..2026-03-05T12:00'], ['jeudi de 8 à 12 h', '2026-03-05T08:00..2026-03-05T12:00'], ['jeudi 8h-12h', '2026-03-05T08:00..2026-03-05T12:00'],
    ['jeudi 8h/12h', '2026-03-05T08:00..2026-03-05T12:00'], ['jeudi entre 13h30 et 15h', '2026-03-05T13:30..2026-03-05T15:00'], ['jeudi entre midi et 14 h', '2026-03-05T12:00..2026-03-05T14:00'], ["d'ici 24 à 48 h", '2026-03-04..2026-03-05'],
  ])('%s → %s', (words, range) => {
    expect(deadlinesIn(`nous le faisons ${words}`)).toEqual([range]);
  });

  it.each([
    'dans les trois jours qui suivent', 'sous 48 h après votre accord', 'dans les dix jours suivant votre retour', 'dans les cinq jours qui suivent la réception', 'la veille au soir', 'une heure avant',
    '30 min avant', 'deux jours avant le passage', 'le jour de la livraison', 'le jour du rendez-vous', 'le jour J', 'sous huit jours à compter de la réception',
    '48 h après réception',
  ])('%s has no date of its own', (words) => {
    expect(deadlinesIn(`nous le faisons ${words}`)).toEqual(['event']);
  });

  it.each([
    'de lundi en huit', 'du 3 au 5 avril', "jusqu'à demain 18 h", "jusqu'à samedi", 'au printemps', 'dans quelques jours', 'sous peu', 'dans les jours à venir',
    'au plus vite', 'dans la foulée', "d'un jour à l'autre", 'tous les lundis',
    "avant l'ouverture de votre compte", 'avant la fermeture de votre dossier', 'il en reste sept', 'trois quarts de la somme', 'une semaine sur deux', 'la nuit du tarif', 'le jour où vous voulez',
  ])('%s is none', (words) => {
    expect(deadlinesIn(`nous le faisons ${words}`)).toEqual([]);
  });
});
