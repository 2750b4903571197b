import { DETERMINERS } from '../clauses/noun-phrase.js';
import { VALUES } from '../lexicon/kinds-of-values.js';
import { WEEKDAYS } from '../deadlines/time-words.js';
import type { ReadStatement } from '../read-statements.js';
import { readNumber } from '../words/number-words.js';
import type { TurnWords } from '../words/turn-words.js';
import { oppositeOf, singular } from './word-marks.js';

const PLACED = new Set(['a', 'au', 'aux', 'devant', 'chez', 'dans', 'en', 'sur', 'derriere', 'depuis', 'place']);
const BY = new Set(['par', 'en', 'sur', 'via', 'au', 'a']);

/** Adds what the word at `i` tells by itself: one of two opposites, a place, a means, a paper, a day. */
export function valueAt(words: TurnWords, { clause }: ReadStatement, i: number, tells: Set<string>): void {
  const word = words.at(i);
  const one = singular(word);
  let before = i - 1;
  while (before >= clause.front && DETERMINERS.has(words.at(before)) && !/^(?:au|aux|du|des)$/.test(words.at(before))) before--;
  const hasArticle = before < i - 1;
  const preposition = words.at(before);
  const opposite = hasArticle ? undefined : oppositeOf(word);
  if (opposite !== undefined) {
    const isYes = opposite.isYes !== (isDenied(words, i, clause.front) || (clause.group?.isNegated === true && i >= clause.group.end - 1));
    tells.add(`${isYes ? '+' : '-'}${opposite.point}`);
  }
  if (preposition === 'en' && (word === 'option' || word === 'supplement' || word === 'sus')) tells.add('-free');
  if (one.startsWith('reserve') && /^(?:a|au|aux)$/.test(words.at(i + 1))) tells.add('-open');
  // « en trois fois », « en un seul versement »
  if (PARTS.has(one)) partsAt(words, i, tells);
  const every = word === 'ans' || word === 'mois' || word === 'jours' || word === 'semaines' ? EVERY.get(word) : undefined;
  if (every !== undefined && words.at(i - 1) === 'les' && /^tou(?:s|tes)$/.test(words.at(i - 2))) tells.add(`every:${every}`);
  if (word === 'garantie' && (preposition === 'hors' || preposition === 'sous')) tells.add(preposition === 'hors' || clause.group?.isNegated === true ? '-covered' : '+covered');
  // « dans l'une de nos boutiques », « au point relais »
  if (/^(?:de|d')$/.test(preposition) && /^(?:une?|lequel|chacune?)$/.test(words.at(before - 1))) before = words.at(before - 2) === "l'" ? before - 3 : before - 2;
  if (preposition === 'point' && word === 'relais') before -= DETERMINERS.has(words.at(before - 1)) && !/^(?:au|aux)$/.test(words.at(before - 1)) ? 2 : 1;
  const place = VALUES.place.get(one) ?? VALUES.place.get(word);
  if (place !== undefined && word !== 'cours' && PLACED.has(words.at(before)) && (place !== 'internet' || one !== 'ligne' || preposition === 'en')) tells.add(`place:${place}`);
  const means = VALUES.means.get(one);
  if (means !== undefined && (preposition === 'par' || preposition === 'en' || preposition === 'sur')) tells.add(`means:${means}`);
  const channel = VALUES.channel.get(one);
  if (channel !== undefined && BY.has(preposition) && (one !== 'ligne' || preposition === 'en')) tells.add(`channel:${channel}`);
  if (WEEKDAYS.has(one) && (words.at(i - 1) === 'le' || words.at(i - 1) === 'les')) tells.add(`day:${one}`);
  if (preposition === 'sans' && VALUES.paper.has(one)) tells.add('-needed');
}

const PARTS = new Set(['fois', 'versement', 'cheque', 'mensualite', 'echeance', 'prelevement', 'totalite', 'comptant']);

function partsAt(words: TurnWords, i: number, tells: Set<string>): void {
  if (words.at(i) === 'comptant' || (words.at(i) === 'totalite' && words.at(i - 1) === 'en')) return void tells.add('parts:1');
  const at = /^(?:seule?)$/.test(words.at(i - 1)) ? i - 2 : i - 1;
  if (words.at(at - 1) !== 'en') return;
  const number = readNumber(words, at, i);
  if (number !== undefined) tells.add(`parts:${number.value}`);
}

const EVERY: ReadonlyMap<string, number> = new Map([['ans', 360], ['mois', 30], ['semaines', 7], ['jours', 1]]);

/** « pas gratuit », « non remboursable ». */
function isDenied(words: TurnWords, i: number, from: number): boolean {
  for (let at = i - 1; at >= from; at--) if (at >= i - 3 ? /^(?:pas|non|plus|jamais|aucunement|aucune?)$/.test(words.at(at)) : /^aucune?$/.test(words.at(at))) return true;
  return false;
}
