import type { Quantity } from '#domain';
import { foldWord, WordFlag } from '../read/index.js';
import type { Clause } from './clauses/clause.js';
import { DETERMINERS } from './clauses/noun-phrase.js';
import { MONTHS, UNITS } from './deadlines/time-words.js';
import { readNumber } from './words/number-words.js';
import { FINITE, type TurnWords } from './words/turn-words.js';

type Range = { readonly start: number; readonly end: number };

const NO_TOPIC = new Set("euro jour heure semaine mois an annee demain lundi mardi mercredi jeudi vendredi samedi dimanche matin soir midi madame monsieur fois part cas lieu bien bon moi plus cours suite point_de nouveau nouvel exceptionnel exceptionnelle identique integralite totalite hauteur moitie tiers quart mesure eligible droit maximum minimum titre nature supplementaire definitif definitive impossible possible disponible dispo valable achat gratuit gratuite offert offerte payant mal juste desole desolee navre navree sain standard certain seul seule entier probleme souci fin debut milieu issue reste coup tort courant courante commun commune deuxieme second seconde pret prete ils lui elles quelqu'un noter cale atelier celle celui celle-la celui-la celle-ci celui-ci celles ceux domicile desagrement gene derangement".split(' '));
const LONGEST_OBJECT = 8;

/** A noun after these tells where, how, when or from what: « sur votre compte », « à l'issue de l'instruction ». */
const ASIDE = new Set(['au', 'aux', 'en', 'dans', 'sur', 'chez', 'avec', 'sous', 'vers', 'depuis', 'avant', 'apres', 'sans', 'selon', 'malgre', 'devant', 'entre', 'lors', 'hors', "jusqu'", 'suite', 'des']);
const INNER = new Set(['de', "d'", 'du']);

/** Folded lemmas of the nouns that a clause is about, its dates and amounts left out; sorted. Those said aside only where there is no other. */
export function topicsOf(words: TurnWords, clause: Range, left: readonly Range[]): string[] {
  const { found, aside } = nounsIn(words, clause, left);
  return [...(found.size > 0 ? found : aside)].sort();
}

/** The same without those said aside, or with all of them. */
export const coreTopicsOf = (words: TurnWords, clause: Range, left: readonly Range[]): string[] => [...nounsIn(words, clause, left).found].sort();
export function allTopicsOf(words: TurnWords, clause: Range, left: readonly Range[]): string[] {
  const { found, aside } = nounsIn(words, clause, left);
  return [...new Set([...found, ...aside])].sort();
}

function nounsIn(words: TurnWords, clause: Range, left: readonly Range[]): { readonly found: ReadonlySet<string>; readonly aside: ReadonlySet<string> } {
  const found = new Set<string>();
  const aside = new Set<string>();
  let isAside = false;
  let last = -1;
  for (let i = clause.start; i < clause.end; i++) {
    if (isLeft(i, left) || ASIDE.has(words.at(i)) || INNER.has(words.at(i)) || DETERMINERS.has(words.at(i)) || !words.has(i, WordFlag.nominal | WordFlag.invariable) && words.flags(i) !== 0) continue;
    const noun = nounAt(words, i);
    if (noun === undefined && !words.has(i, WordFlag.nominal)) continue;
    const before = beforeNoun(words, i, clause.start);
    // « à l'issue | de l'instruction », « sur votre compte | courant »: as aside as what it belongs to.
    const belongs = last >= 0 && before >= last && (INNER.has(words.at(before)) || before === last);
    if (!belongs) isAside = ASIDE.has(words.at(before)) || isTo(words, before);
    last = i;
    if (noun !== undefined) (isAside ? aside : found).add(noun);
  }
  return { found, aside };
}

/** « à »; « a » is a verb unless it is written so in a chat. */
const isTo = (words: TurnWords, i: number): boolean => words.at(i) === 'a' && words.form(i).toLowerCase() === 'à';

/** The word before the noun phrase of the noun at `i`. */
function beforeNoun(words: TurnWords, i: number, from: number): number {
  let at = i - 1;
  while (at >= from && (DETERMINERS.has(words.at(at)) ? !PREPOSED.has(words.at(at)) : BEFORE_NOUN.test(words.at(at)) || words.kind(at) === 'number')) at--;
  return at;
}

/** Determiners that hold a preposition. */
const PREPOSED = new Set(['du', 'des', 'de', "d'", 'au', 'aux']);

/** Its lemma as a noun, folded; the word itself where it is one of them: « remise » is not « remis ». */
function singularOf(words: TurnWords, i: number): string {
  const lemmas = words.nouns(i).map(foldWord);
  return lemmas.includes(words.at(i)) || lemmas.length === 0 ? words.at(i) : lemmas[0]!;
}

/** « 500 points », « mille points ». */
const isCounted = (words: TurnWords, i: number): boolean => words.kind(i - 1) === 'number' || readNumber(words, i - 1, i)?.end === i;

/** « le dîner », « votre déjeuner »: an infinitive that goes as a noun. */
const isNamed = (words: TurnWords, i: number): boolean => words.has(i, WordFlag.nominal) && /^(?:le|un|votre|ton|du|ce|notre|au)$/.test(words.at(i - 1));

/** « la commande », « en commande », « votre nouveau badge »: what could be a verb is a noun there. */
const isIntroduced = (words: TurnWords, i: number): boolean =>
  DETERMINERS.has(words.at(i - 1)) || /^(?:de|d'|en)$/.test(words.at(i - 1)) || (BEFORE_NOUN.test(words.at(i - 1)) && DETERMINERS.has(words.at(i - 2)));
const BEFORE_NOUN = /^(?:nouveau|nouvel|nouvelles?|nouveaux|ancien|ancienne|prochain|prochaine|premier|premiere|dernier|derniere|deuxieme|second|seconde|petit|petite|grand|grande|autre|vieux|vieille)$/;

/** The folded lemma of the noun at word `i`; « par mail », « par l'atelier » tell how and by whom. */
export function nounAt(words: TurnWords, i: number): string | undefined {
  const known = words.nounsFound[i];
  if (known !== undefined) return known ?? undefined;
  const noun = findNoun(words, i);
  if (i >= 0) words.nounsFound[i] = noun ?? null;
  return noun;
}

function findNoun(words: TurnWords, i: number): string | undefined {
  const word = words.at(i);
  if (words.kind(i) !== 'word' || word.length < 3 || word.startsWith('-') || word.endsWith("'") || DETERMINERS.has(word) || (words.has(i, WordFlag.infinitive) && !isNamed(words, i))) return undefined;
  // « je vous la | donne »
  if (words.has(i, FINITE) && /^(?:le|la|les|l')$/.test(words.at(i - 1)) && /^(?:je|j'|tu|il|elle|on|nous|vous|te|me|ils|elles|ne)$/.test(words.at(i - 2))) return undefined;
  if (words.has(i, FINITE) && words.at(i - 1) === 'en' && /^(?:je|j'|tu|il|elle|on|nous|vous|n')$/.test(words.at(i - 2))) return undefined;
  const isNoun = words.has(i, WordFlag.nominal) || words.flags(i) === 0 || words.flags(i) === WordFlag.invariable;
  if (!isNoun || (words.has(i, WordFlag.pastParticiple | FINITE) && !isIntroduced(words, i) && !isCounted(words, i))) return undefined;
  if (readNumber(words, i, i + 1) !== undefined || (BEFORE_NOUN.test(word) && words.has(i + 1, WordFlag.nominal))) return undefined;
  if (word === 'prise' && words.says(i + 1, 'en charge')) return undefined;
  if (word === 'charge' && words.at(i - 1) === 'en') return undefined;
  if (words.at(i - 1) === 'par' || (words.at(i - 2) === 'par' && DETERMINERS.has(words.at(i - 1)))) return undefined;
  const lemma = singularOf(words, i);
  if (word === 'cours' && /^(?:le|les|un|votre|vos|ce|ces|ton)$/.test(words.at(i - 1))) return word;
  return NO_TOPIC.has(lemma) || FUNCTION.has(lemma) || MONTHS.has(lemma) || (lemma.endsWith('ment') && !words.has(i, WordFlag.nominal)) ? undefined : lemma;
}

/** Words that name no thing. Folded. */
export const FUNCTION: ReadonlySet<string> = new Set("que qui dont vous nous moi lui leur pour par avec sans sous dans sur chez apres avant depuis vers entre tout tous toute toutes tres aussi donc alors mais non oui pas jamais rien encore deja ici pendant car comme bien voila merci autre meme personnellement ainsi ensuite puis afin lors elle elles eux jusqu' jusque toujours plutot desormais hier moins aujourd'hui normalement dessous dessus quand voir peu enfin maintenant bientot vite ailleurs surtout presque parfois souvent environ concernant bonjour bonsoir voici chere cher allo svp stp prochain prochaine temps quoi quel quelle ceci cela cette".split(' '));

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

/** Told apart by their number: « trois mensualités », « une mensualité ». */
const COUNTED = new Set(['mensualite', 'nuit', 'nuitee', 'seance', 'paire', 'pair', 'place', 'billet', 'echeance', 'invitation', 'cours', 'repas', 'entree']);

/** Something counted that is neither money nor a date: « 500 points », « six mois » of a guarantee. */
export function quantityOf(words: TurnWords, clause: Range, left: readonly Range[]): Quantity | null {
  for (let i = clause.start; i < clause.end; i++) {
    if (isLeft(i, left)) continue;
    const number = readNumber(words, i, clause.end);
    if (number === undefined) continue;
    const isOne = number.value === 1 && words.kind(i) === 'word';
    const isUnit = UNITS.has(words.at(number.end));
    if (isUnit && isClockTime(words, i, number.end)) continue;
    // « les deux premiers mois »
    const at = BEFORE_NOUN.test(words.at(number.end).replace(/s$/, '')) ? number.end + 1 : number.end;
    const noun = UNITS.has(words.at(at)) ? singularOf(words, at) : nounAt(words, at);
    if (noun !== undefined && (!isOne || isUnit || COUNTED.has(noun)) && !MONTHS.has(noun) && !isLeft(number.end, left)) return { value: number.value, noun };
    i = number.end - 1;
  }
  return null;
}
