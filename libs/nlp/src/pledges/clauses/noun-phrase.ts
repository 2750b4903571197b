import { WordFlag } from '../../read/index.js';
import type { TurnWords } from '../words/turn-words.js';

export const DETERMINERS = new Set("le la les l' un une des du ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs au aux aucun aucune chaque tout toute toutes tous".split(' '));
const LINKS = new Set(["de", "d'", 'du', 'des', 'au', 'aux', 'a', 'en', 'sans', 'par', 'sur', 'pour']);
/** What follows them belongs to the verb before. */
const GOVERNED = new Set(['a', 'de', "d'", 'en', 'sur', 'par', 'sans', 'dans', 'avec', 'chez', 'vers']);
const MOST = 14;

/**
 * The start of the noun phrase that ends right before word `end`, back to `from`: « votre box de remplacement | sera », « l'expert mandaté par nos soins | prendra ».
 * `end` itself when no noun phrase ends there.
 */
export function nounPhraseStart(words: TurnWords, from: number, end: number): number {
  let start = end;
  for (let i = end - 1; i >= from && end - i <= MOST; i--) {
    const word = words.at(i);
    if (DETERMINERS.has(word) && !/^là$/i.test(words.form(i))) {
      start = i;
      const before = words.at(i - 1);
      // « la vis et | la notice partent »
      if (before === 'et' && /(?:nt|ont)$/.test(words.at(end)) && i - 1 > from && words.has(i - 2, WordFlag.nominal)) {
        i--;
        continue;
      }
      if (i - 1 < from || !(LINKS.has(before) || LINKS.has(word))) break;
      if (LINKS.has(before) && !DETERMINERS.has(before)) i--;
      continue;
    }
    if (LINKS.has(word) && i < end - 1) continue;
    const isNounLike = words.kind(i) === 'number' || words.at(i) === '€' || words.has(i, WordFlag.nominal | WordFlag.pastParticiple) || (words.kind(i) === 'word' && (words.flags(i) === 0 || words.flags(i) === WordFlag.invariable));
    if (!isNounLike) break;
  }
  if (start < end && /^(?:au|aux|du|des)$/.test(words.at(start)) && start > from) return end;
  return start < end && start > from && GOVERNED.has(words.at(start - 1)) ? end : start;
}
