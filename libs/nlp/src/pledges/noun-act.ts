import type { PledgeAct } from '#domain';
import { foldWord } from '../read/index.js';
import { ACT_NOUNS } from './lexicon/act-nouns.js';
import type { TurnWords } from './words/turn-words.js';

/** A noun after these says how or where, not what: « par mail », « sur votre carte », « en magasin ». */
const ASIDE = new Set(['par', 'sur', 'dans', 'pour', 'via', 'chez', 'avec', 'sous', 'depuis', 'en', 'pendant', 'sans', 'vers', 'selon']);
const ARTICLES = /^(?:le|la|les|l'|un|une|des|votre|vos|notre|nos|ton|ta|tes|ce|cet|cette|ces|mon|ma|mes|simple|prochaine?|nouvelle|nouveau)$/;

/** The act of the first noun of a range that names one; of one that only says how or where, when there is no other and `withAside` lets it. « de remplacement » before all. */
export function nounAct(words: TurnWords, start: number, end: number, withAside = true, isTaken: (word: string) => boolean = () => true): PledgeAct | null {
  let first: PledgeAct | null = null;
  let aside: PledgeAct | null = null;
  for (let i = start; i < end; i++) {
    if (words.at(i) === 'remplacement' && words.at(i - 1) === 'de') return 'exchange';
    if (first !== null) continue;
    const act = actAt(words, i, end);
    if (act === undefined || !nounWords(words, i).some(isTaken)) continue;
    if (isAside(words, i, start)) aside ??= act;
    else first = act;
  }
  return first ?? (withAside ? aside : null);
}

function actAt(words: TurnWords, i: number, end: number): PledgeAct | undefined {
  if (!words.word(i).beginsActNoun) return undefined;
  for (const word of nounWords(words, i)) {
    const found = ACT_NOUNS.get(word)?.find((phrase) => i + phrase.words.length <= end && phrase.words.every((part, k) => k === 0 || part === words.at(i + k) || part === foldWord(words.nouns(i + k)[0] ?? '')));
    if (found !== undefined) return found.act;
  }
  return undefined;
}

function isAside(words: TurnWords, i: number, start: number): boolean {
  let at = i - 1;
  while (at > start && i - at < 4 && ARTICLES.test(words.at(at))) at--;
  return at >= start - 1 && ASIDE.has(words.at(at));
}

/** The word and its lemmas as a noun, folded; « avoir » only with an article. */
function nounWords(words: TurnWords, i: number): readonly string[] {
  const word = words.at(i);
  if (word.startsWith('-') || (word.length < 2 && word !== '€')) return [];
  if (word === 'avoir' && !/^d(?:e|')$/.test(words.at(i + 1)) && !/^(?:un|l'|cet|votre|en|d'|par|vos|des|les)$/.test(words.at(i - 1))) return [];
  return words.kind(i) === 'word' ? words.word(i).nounForms : [word];
}

/** Every noun of a range, with its spelling. */
export function nounsOf(words: TurnWords, start: number, end: number): ReadonlySet<string> {
  const found = new Set<string>();
  for (let i = start; i < end; i++) for (const word of nounWords(words, i)) found.add(word);
  return found;
}
