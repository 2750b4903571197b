import { readClockTime } from '../deadlines/times-of-day.js';
import { MONTHS } from '../deadlines/time-words.js';
import { nounAt } from '../topics.js';
import { readAmount } from '../words/amounts.js';
import { readNumber } from '../words/number-words.js';
import type { TurnWords } from '../words/turn-words.js';
import { rootOfNoun } from './roots.js';

export interface FigureAt {
  /** `slot:value`; null: a number that tells nothing that is compared. */
  readonly tells: string | null;
  /** The root of what is counted. */
  readonly noun: string | null;
  readonly end: number;
}

/** In days. */
const LENGTHS: ReadonlyMap<string, number> = new Map([['jour', 1], ['jours', 1], ['j', 1], ['semaine', 7], ['semaines', 7], ['mois', 30], ['an', 360], ['ans', 360], ['annee', 360], ['annees', 360]]);
const UNITS: ReadonlyMap<string, string> = new Map([
  ['kg', 'kilo'], ['kilo', 'kilo'], ['kilos', 'kilo'], ['go', 'giga'], ['giga', 'giga'], ['gigas', 'giga'], ['km', 'km'], ['kilometres', 'km'], ['m', 'metre'], ['metre', 'metre'], ['metres', 'metre'], ['cm', 'cm'], ['minute', 'minute'], ['minutes', 'minute'], ['min', 'minute'], ['mn', 'minute'], ['fois', 'fois'],
  ['point', 'point'], ['points', 'point'], ['heure', 'heure'], ['heures', 'heure'], ['h', 'heure'], ['litres', 'litre'], ['m2', 'm2'], ['m3', 'm3'],
]);
/** A number after these names which one, or a part of a range. */
const NAMES = /^(?:n°|no|numero|commande|dossier|facture|reference|ref|contrat|lot|article|ligne|taille|pointure|du|chambre|appartement|train|vol|rue|zone|departement|annee|en|bus|tram)$/;
/** Numbered places. */
const WHICH = new Set(['terminal', 'quai', 'voie', 'porte', 'salle', 'etage', 'bureau', 'guichet', 'hall', 'batiment', 'comptoir', 'caisse']);
const COUNTED = new Set(['mensualite', 'nuit', 'nuitee', 'seance', 'paire', 'pair', 'place', 'billet', 'echeance', 'invitation', 'cours', 'repas', 'entree']);
const REFERENCED = /^(?:n°|no|numero|commande|dossier|facture|reference|ref|contrat|ticket|reservation)$/;
/** Money is what a bare number counts after these. Roots and forms. */
const PRICED = new Set(
  'prix tarif cout montant facture facturer facturee facture payer paie paye regler reprise reprend rembourse rembourser remboursement verse verser versement toucherez toucher indemnise indemniser indemnite frais caution franchise mensualite forfait loyer note devis remise solde acompte somme prime cotisation coute coutera couter vaut compte fait fais passe passer baisse supplement prend prends plafond total offre abonnement depot avoir redevance bourse salaire'.split(' '),
);
const AFTER = /^(?:a|c'est|est|de|d'|c'|fait|fera|coute|coutera|vaut|sera|paye|paie|prends|prend|compte|que|pour|payer|environ|total|autour|avance|ca)$/;

/** The number at word `i` with what it counts; null: none begins there. */
export function readFigureAt(words: TurnWords, i: number, from: number, to: number): FigureAt | null {
  const before = words.at(i - 1);
  const number = readNumber(words, i, to);
  if (/^(?:a|jusqu'a|jusqu'|des|avant|apres|entre|et|de|vers)$/.test(before) || words.at(i) === 'midi') {
    const clock = readClockTime(words, i, to + 1);
    if (clock !== undefined) return { tells: `clock:${clock.minutes}`, noun: null, end: clock.end };
  }
  if (number === undefined) return null;
  const amount = readAmount(words, i);
  if (amount !== undefined) {
    const { value } = amount.amount;
    return { tells: `${'currency' in amount.amount ? '€' : '%'}:${value}`, noun: null, end: amount.end };
  }
  if (REFERENCED.test(before) && words.kind(i) === 'number' && number.value > 99) return { tells: `ref:${number.value}`, noun: null, end: number.end };
  if (WHICH.has(before)) return { tells: `which.${before}:${number.value}`, noun: null, end: number.end };
  const after = words.at(number.end);
  if (before === 'en' && /^(?:fois|versements?|cheques?|mensualites?|echeances?|prelevements?)$/.test(after)) return { tells: `parts:${number.value}`, noun: number.value > 1 ? 'echelonner' : null, end: number.end + 1 };
  const isOne = number.value === 1 && words.kind(i) === 'word';
  const days = LENGTHS.get(after);
  if (number.end < to && days !== undefined) return { tells: `${before === 'les' && /^tou(?:s|tes)$/.test(words.at(i - 2)) ? 'every' : 'days'}:${number.value * days}`, noun: null, end: number.end + 1 };
  const unit = number.end < to ? UNITS.get(after) : undefined;
  if (unit === 'heure') return { tells: `n.minute:${number.value * 60}`, noun: null, end: number.end + 1 };
  if (unit !== undefined) return { tells: `n.${unit}:${number.value}`, noun: unit === 'point' || unit === 'giga' ? unit : null, end: number.end + 1 };
  if (number.end < to && !MONTHS.has(after)) {
    const at = /^(?:prochaine?s?|dernier(?:e)?s?|premier(?:e)?s?|autres?|nouveaux|nouvelles|petite?s?|grande?s?)$/.test(after) ? number.end + 1 : number.end;
    const noun = nounAt(words, at);
    if (noun !== undefined) {
      const root = rootOfNoun(noun);
      return isOne && !COUNTED.has(noun) ? (words.kind(i) === 'word' ? null : { tells: null, noun: root, end: at + 1 }) : { tells: NAMES.test(before) ? null : `n.${root}:${number.value}`, noun: root, end: at + 1 };
    }
  }
  // « dix-neuf quatre-vingt-dix »
  const cents = words.kind(i) === 'word' && number.value < 1000 ? readNumber(words, number.end, to) : undefined;
  if (cents !== undefined && cents.value > 9 && cents.value < 100 && isPriced(words, from, to)) return { tells: `€:${number.value + cents.value / 100}`, noun: null, end: cents.end };
  if (isOne || NAMES.test(before) || MONTHS.has(after) || number.value < 5 || !Number.isFinite(number.value)) return isOne ? null : { tells: null, noun: null, end: number.end };
  return { tells: (AFTER.test(before) || !Number.isInteger(number.value)) && isPriced(words, from, to) ? `€:${number.value}` : null, noun: null, end: number.end };
}

function isPriced(words: TurnWords, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (PRICED.has(words.at(k))) return true;
  return false;
}
