import type { Amount } from '#domain';
import { readNumber } from './number-words.js';
import type { TurnWords } from './turn-words.js';

export interface FoundAmount {
  readonly start: number;
  readonly end: number;
  readonly amount: Amount;
}

const EUROS = new Set(['€', 'euro', 'euros', 'eur', 'balles']);

/** Money or a percentage that starts at word `i`: « 14,50 € », « neuf euros quatre-vingt-dix », « 5€90 », « quinze pour cent ». */
export function readAmount(words: TurnWords, i: number): FoundAmount | undefined {
  const number = readNumber(words, i, words.length);
  if (number === undefined) return undefined;
  if (words.at(number.end) === '%') return { start: i, end: number.end + 1, amount: { value: number.value, unit: '%' } };
  if (words.says(number.end, 'pour cent')) return { start: i, end: number.end + 2, amount: { value: number.value, unit: '%' } };
  // « 24,99 par mois »
  if (!Number.isInteger(number.value) && words.at(number.end) === 'par' && /^(?:mois|an|semaine|jour)$/.test(words.at(number.end + 1))) return { start: i, end: number.end, amount: { value: number.value, currency: 'EUR' } };
  if (!words.isAny(number.end, EUROS)) return undefined;
  const cents = readCents(words, number.end + 1, Number.isInteger(number.value));
  return { start: i, end: cents.end, amount: { value: number.value + cents.value / 100, currency: 'EUR' } };
}

function readCents(words: TurnWords, i: number, isWhole: boolean): { value: number; end: number } {
  const at = words.at(i) === 'et' ? i + 1 : i;
  const number = isWhole ? readNumber(words, at, words.length) : undefined;
  if (number === undefined || !Number.isInteger(number.value) || number.value <= 0 || number.value > 99) return { value: 0, end: i };
  if (/^(?:centimes?|cts?|cents?)$/.test(words.at(number.end))) return { value: number.value, end: number.end + 1 };
  // Cents without a name have two digits, and nothing that they count comes after: « neuf euros | quatre-vingt-dix », not « neuf euros | trois fois ».
  const counts = at !== i || number.value < 5 || /^(?:h|heures?|jours?|€|euros?|%|fois|mois|semaines?|points?)$/.test(words.at(number.end));
  return counts ? { value: 0, end: i } : { value: number.value, end: number.end };
}

/** What an amount stands before or after when it is not what the clause is about: « y compris les 4,50 € », « sur les quatre-vingts euros », « dont 10 € ». */
const ASIDE = new Set(['compris', 'dont', 'sur', 'hors', 'plus', 'lieu']);

const PRICED = new Set(['tarif', 'prix', 'forfait', 'abonnement', 'offre', 'formule', 'mensualite', 'loyer', 'option', 'facture']);

/** « le tarif à | quarante-neuf quatre-vingt-dix »: a price in speech, without its unit. */
function readSpokenPrice(words: TurnWords, i: number, start: number): FoundAmount | undefined {
  const euros = words.kind(i) === 'word' ? readNumber(words, i, words.length) : undefined;
  const cents = euros === undefined || !Number.isInteger(euros.value) ? undefined : readNumber(words, euros.end, words.length);
  if (euros === undefined || cents === undefined || words.kind(euros.end) !== 'word' || cents.value < 10 || cents.value > 99 || /^(?:h|heures?|jours?|fois|mois|euros?|pour|%|minutes?)$/.test(words.at(cents.end))) return undefined;
  for (let back = i - 1; back >= start; back--) if (words.isAny(back, PRICED)) return { start: i, end: cents.end, amount: { value: (euros.value * 100 + cents.value) / 100, currency: 'EUR' } };
  return undefined;
}

/** The first amount of a range of words that the clause is about. */
export function findAmount(words: TurnWords, start: number, end: number): FoundAmount | undefined {
  for (let i = start; i < end; i++) {
    const found = words.kind(i) === 'number' || words.kind(i) === 'word' ? readAmount(words, i) : undefined;
    if (found === undefined) {
      const price = words.at(i - 1) === 'a' && i > start ? readSpokenPrice(words, i, start) : undefined;
      if (price !== undefined && price.end <= end) return price;
      continue;
    }
    if (found.end > end) continue;
    if (![1, 2, 3].some((back) => i - back >= start && words.isAny(i - back, ASIDE) && !words.isAny(i - back, EUROS) && onlyArticles(words, i - back + 1, i))) return found;
    i = found.end - 1;
  }
  return undefined;
}

function onlyArticles(words: TurnWords, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!/^(?:le|la|les|l'|de|des|d'|ces|ce|un|une|vos|votre|panier|achat)$/.test(words.at(i))) return false;
  return true;
}
