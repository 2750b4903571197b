import type { Quantity } from '#domain';
import { foldWord, WordFlag } from '../read/index.js';
import type { Clause } from './clauses/clause.js';
import { DETERMINERS } from './clauses/noun-phrase.js';
import { MONTHS, UNITS } from './deadlines/time-words.js';
import { readNumber } from './words/number-words.js';
import { FINITE, type TurnWords } from './words/turn-words.js';

type Range = { readonly start: number; readonly end: number };

const NO_TOPIC = new Set("euro jour heure semaine mois an annee demain lundi mardi mercredi jeudi vendredi samedi dimanche matin soir midi madame monsieur fois part cas lieu bien bon moi plus cours suite point_de".split(' '));
const LONGEST_OBJECT = 8;

/** Folded lemmas of the nouns of a clause, its dates and amounts left out; sorted. */
export function topicsOf(words: TurnWords, clause: Range, left: readonly Range[]): string[] {
  const found = new Set<string>();
  for (let i = clause.start; i < clause.end; i++) {
    if (left.some(({ start, end }) => start <= i && i < end)) continue;
    const noun = nounAt(words, i);
    if (noun !== undefined) found.add(noun);
  }
  return [...found].sort();
}

/** Its lemma as a noun, folded; the word itself where it is one of them: « remise » is not « remis ». */
function singularOf(words: TurnWords, i: number): string {
  const lemmas = words.nouns(i).map(foldWord);
  return lemmas.includes(words.at(i)) || lemmas.length === 0 ? words.at(i) : lemmas[0]!;
}

/** « 500 points », « mille points ». */
const isCounted = (words: TurnWords, i: number): boolean => words.kind(i - 1) === 'number' || readNumber(words, i - 1, i)?.end === i;

/** The folded lemma of the noun at word `i`. */
export function nounAt(words: TurnWords, i: number): string | undefined {
  const word = words.at(i);
  if (words.kind(i) !== 'word' || word.length < 3 || word.startsWith('-') || DETERMINERS.has(word) || words.has(i, WordFlag.infinitive)) return undefined;
  const isNoun = words.has(i, WordFlag.nominal) || words.flags(i) === 0 || words.flags(i) === WordFlag.invariable;
  if (!isNoun || (words.has(i, WordFlag.pastParticiple | FINITE) && !DETERMINERS.has(words.at(i - 1)) && !/^(?:de|d'|en)$/.test(words.at(i - 1)) && !isCounted(words, i))) return undefined;
  if (readNumber(words, i, i + 1) !== undefined) return undefined;
  const lemma = singularOf(words, i);
  return NO_TOPIC.has(lemma) || FUNCTION.has(lemma) || MONTHS.has(lemma) || (lemma.endsWith('ment') && !words.has(i, WordFlag.nominal)) ? undefined : lemma;
}

const FUNCTION = new Set("que qui dont vous nous moi lui leur pour par avec sans sous dans sur chez apres avant depuis vers entre tout tous toute toutes tres aussi donc alors mais non oui pas jamais rien encore deja ici car comme bien voila merci autre meme personnellement ainsi ensuite puis afin lors elle elles eux jusqu' jusque toujours plutot desormais hier moins aujourd'hui normalement dessous dessus quand voir peu prochain prochaine temps quoi quel quelle ceci cela cette".split(' '));

/** The noun phrase that a clause is about: after its verb, or before a passive one. */
export function objectOf(words: TurnWords, clause: Clause, left: readonly Range[]): string | null {
  const { group } = clause;
  const before = group !== null && (group.subject === 'noun') ? phrase(words, clause.start, group.start, left) : null;
  const after = phrase(words, group?.end ?? clause.start, clause.end, left);
  return group?.isPassive ? before ?? after : after ?? before;
}

function phrase(words: TurnWords, from: number, to: number, left: readonly Range[]): string | null {
  let start = from;
  while (start < to && (nounAt(words, start) === undefined || isLeft(start, left)) && !(DETERMINERS.has(words.at(start)) && nounAt(words, start + 1) !== undefined && !isLeft(start + 1, left))) start++;
  let end = start;
  while (end < to && end - start < LONGEST_OBJECT && !isLeft(end, left) && words.kind(end) !== 'punctuation') end++;
  while (end > start && (DETERMINERS.has(words.at(end - 1)) || /^(?:de|d'|a|en|pour|sur|par|dans|et)$/.test(words.at(end - 1)))) end--;
  if (end <= start) return null;
  const span = words.span(start, end);
  return words.original.slice(span.start, span.end);
}

const isLeft = (i: number, left: readonly Range[]): boolean => left.some(({ start, end }) => start <= i && i < end);

/** « avant 17 h », « entre 8 h et 12 h », « 9 h 30 »: no length. */
const isClockTime = (words: TurnWords, i: number, unit: number): boolean => /^(?:h|heures?)$/.test(words.at(unit)) && (/^(?:a|avant|vers|des|entre|et|apres|jusqu'|midi|-)$/.test(words.at(i - 1)) || words.kind(unit + 1) === 'number');

/** Something counted that is neither money nor a date: « 500 points », « six mois » of a guarantee. */
export function quantityOf(words: TurnWords, clause: Range, left: readonly Range[]): Quantity | null {
  for (let i = clause.start; i < clause.end; i++) {
    if (isLeft(i, left)) continue;
    const number = readNumber(words, i, clause.end);
    if (number === undefined) continue;
    const isOne = number.value === 1 && words.kind(i) === 'word';
    const isUnit = UNITS.has(words.at(number.end));
    if (isUnit && isClockTime(words, i, number.end)) continue;
    const noun = isUnit ? singularOf(words, number.end) : nounAt(words, number.end);
    if (noun !== undefined && (!isOne || isUnit) && !MONTHS.has(noun) && !isLeft(number.end, left)) return { value: number.value, noun };
    i = number.end - 1;
  }
  return null;
}
