import { isDiscourse, isPunctuation } from './clauses/boundaries.js';
import type { Clause } from './clauses/clause.js';
import { DETERMINERS } from './clauses/noun-phrase.js';
import type { ReadStatement } from './read-statements.js';
import { allTopicsOf, coreTopicsOf, topicsOf } from './topics.js';
import { WordFlag } from '../read/index.js';
import { tellsWait, waitedFor } from './verbs/waiting.js';
import { FINITE, type TurnWords } from './words/turn-words.js';

interface Range {
  readonly start: number;
  readonly end: number;
}

/** « Pour la jupe, le remboursement… »; « la réunion, c'est réservé » needs no such word. */
export const namesFirst = (words: TurnWords, front: number): boolean => DETERMINERS.has(words.at(/^(?:et|alors|mais|donc)$/.test(words.at(front)) ? front + 1 : front));
const TOPICALISING = new Set(['pour', 'concernant', 'quant', 'cote', "s'agissant"]);
/** « au sujet de votre four, … », « sur l'ancien canapé moi je vois … » */
const TOPICALISING_PHRASES = ["s' agissant de", "s' agissant du", 'sur les', 'sur vos', 'au sujet de', 'au sujet du', 'a propos de', 'a propos du', 'en ce qui concerne', "sur l'", 'sur la', 'sur le', 'sur votre'];
const OPENERS = new Set([...TOPICALISING, ...TOPICALISING_PHRASES.map((phrase) => phrase.split(' ')[0]!)]);
const LONGEST_FRONTED = 10;
const SUBJECTS = new Set(['qui', 'que', "qu'", "je", "j'", 'on', 'nous', 'vous', 'tu', 'il', 'elle', 'ils', 'elles', "c'", 'ce', 'ca', 'y', 'moi', 'faut', 'madame', 'monsieur', 'alors']);

/** The words said before a clause to tell what it is about, in front of it or where its sentence begins; null: there are none. */
export function frontedRange(words: TurnWords, { front, start, group, sentence }: Clause): Range | null {
  return frontedAt(words, front, group?.start ?? start) ?? frontedAt(words, sentence.start, front);
}

function frontedAt(words: TurnWords, from: number, to: number): Range | null {
  let start = from;
  while (start < to && isDiscourse(words, start)) start++;
  if (!OPENERS.has(words.at(start))) return null;
  if (!TOPICALISING.has(words.at(start)) && !TOPICALISING_PHRASES.some((phrase) => words.says(start, phrase))) return null;
  let end = start + 1;
  while (end < to && end - start < LONGEST_FRONTED && !isPunctuation(words, end) && (end === start + 1 || !SUBJECTS.has(words.at(end)) || words.says(start, 'pour ce'))) end++;
  return end - start > 1 ? { start, end } : null;
}

/** The words that tell what a clause is about. */
function aboutRange(one: ReadStatement, words: TurnWords): Range {
  const { group, front, link, matrix, end } = one.clause;
  if (group !== null && tellsWait(group)) return waitedFor(one.clause);
  if (link === 'cleft' && matrix !== null) return { start: one.start, end };
  return group?.subject === 'ce' || (group === null && namesFirst(words, front)) ? { start: front, end } : one.clause;
}

export interface ToldOf {
  readonly topics: readonly string[];
  /** Words before the clause that say of what it is. */
  readonly about: Range | null;
}

/**
 * « Pour la jupe, | le remboursement », « le modèle en noir | on en a plus », « La robe, | vous la recevez »: the nouns of a clause, and those that it was opened with or that its pronoun stands for.
 * @param nounsOf which nouns of a range count
 * @param before what the clause before it was about: « Votre pass est en cours d'édition, | il sera chez vous »
 */
export function toldOf(words: TurnWords, one: ReadStatement, left: readonly Range[], nounsOf: typeof topicsOf, before: () => ToldOf | null = () => null): ToldOf {
  const own = nounsOf(words, aboutRange(one, words), left);
  const { group, front, start, end, tail, sentence } = one.clause;
  if (own.length === 0 && /^(?:pour|concernant)$/.test(words.at(end)) && end < tail) return { topics: topicsOf(words, { start: end, end: tail }, left), about: { start: end, end: tail } };
  const fronted = frontedRange(words, one.clause);
  if (fronted !== null && (own.length === 0 || fronted.end >= front - 1)) return { topics: joined(own, allTopicsOf(words, fronted, left)), about: fronted };
  if (group === null) return { topics: own, about: fronted };
  if (own.length === 0 && tellsWait(group)) return { topics: topicsOf(words, { start: sentence.start, end }, left), about: null };
  const isPronoun = group.subject === 'il' || group.subject === 'ils' || group.subject === 'ce' || PRONOUNS.some((clitic) => group.clitics.has(clitic)) || isInside(words, group.finite + 1, group.main);
  if (!isPronoun) {
    const opening = own.length === 0 && fronted === null && front === sentence.start ? openingOf(words, sentence.start, start) : null;
    return opening === null ? { topics: own, about: fronted } : { topics: coreTopicsOf(words, opening, left), about: opening };
  }
  const near = { start: dislocatedFrom(words, { start, front, sentence }), end: start };
  const named = coreTopicsOf(words, near, left);
  if (named.length > 0) return { topics: own.length > 0 ? own : joined(named, coreTopicsOf(words, { start, end: tail }, left)), about: near };
  const isAsideOnly = own.length > 0 && (group.subject === 'il' || group.subject === 'ils') && coreTopicsOf(words, { start, end }, left).length === 0;
  if (own.length > 0 && !isAsideOnly) return { topics: group.subject === 'il' || group.subject === 'ils' ? joined(own, before()?.topics ?? []) : own, about: null };
  const antecedent = before();
  if (antecedent !== null && antecedent.topics.length > 0) return antecedent;
  if (own.length > 0) return { topics: own, about: null };
  const opening = openingOf(words, sentence.start, start);
  if (opening !== null) return { topics: coreTopicsOf(words, opening, left), about: opening };
  return { topics: coreTopicsOf(words, { start, end: tail }, left), about: null };
}

/** « on peut pas vous la | garder » */
function isInside(words: TurnWords, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (PRONOUNS.includes(words.at(i)) && i + 1 === to) return true;
  return false;
}

const joined = (one: readonly string[], other: readonly string[]): string[] => [...new Set([...one, ...other])].sort();

/** « les droits de douane alors attendez | c'est cinquante-deux euros »: the noun that a sentence opens with and does not say anything of. */
function openingOf(words: TurnWords, from: number, to: number): Range | null {
  let start = from;
  while (start < to && (isDiscourse(words, start) || /^(?:ah|oh|eh|he|hop|bah|justement)$/.test(words.at(start)))) start++;
  if (!DETERMINERS.has(words.at(start)) || words.at(start) === 'des') return null;
  let end = start + 1;
  while (end < to && end - start < LONGEST_FRONTED && !isPunctuation(words, end) && !SUBJECTS.has(words.at(end)) && !isDiscourse(words, end)) {
    if (words.has(end, FINITE) && !words.has(end, WordFlag.nominal)) return null;
    end++;
  }
  return end < to && end - start < LONGEST_FRONTED ? { start, end } : null;
}

/** Words without a verb right before the clause, which the split has made a part of their own: « la robe, | vous la recevez ». */
function dislocatedFrom(words: TurnWords, { start, front, sentence }: Pick<Clause, 'start' | 'front' | 'sentence'>): number {
  let at = Math.min(front, start);
  let commas = 0;
  while (at > sentence.start && start - at < FARTHEST_DISLOCATED && !words.has(at - 1, FINITE)) {
    if (isPunctuation(words, at - 1) && (words.at(at - 1) !== ',' || ++commas > 1)) break;
    at--;
  }
  return at;
}

const FARTHEST_DISLOCATED = 8;
const PRONOUNS = ['le', 'la', 'les', "l'", 'en'];
