import { writtenDelay } from '#nlp';
import { expect, it } from 'vitest';

it.each([
  ['sous 48 h', 2, 2, null],
  ['48h', 2, 2, null],
  ['sous dix jours', 10, 8, null],
  ['dans les 14 jours', 14, 10, null],
  ['sous 5 jours ouvrés', 7, 5, null],
  ['2 jours ouvrés', 2, 2, null],
  ['entre 5 et 7 jours', 7, 5, null],
  ['sous quinzaine', 15, 11, null],
  ['d’ici deux semaines', 14, 10, null],
  ['dans l’heure', 0, 0, 60],
  ['dans 36 heures', 1, 1, 2160],
])('« %s » is %i days, whatever day it is said on', (words, days, workingDays, minutes) => {
  expect(writtenDelay(words)).toEqual({ days, workingDays, minutes });
});

it.each(['mardi', 'demain', 'avant midi', 'dans la journée', 'dans les plus brefs délais', ''])('« %s » is no length of time', (words) => {
  expect(writtenDelay(words)).toBeNull();
});
