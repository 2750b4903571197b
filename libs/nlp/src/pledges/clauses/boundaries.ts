import { WordFlag } from '../../read/index.js';
import type { TurnWords } from '../words/turn-words.js';

/** A clause begins after these. */
const CONNECTIVES = new Set("et mais ou donc car alors puis ensuite sinon que qu' si s' quand lorsque lorsqu' parce puisque puisqu' comme dont tandis enfin or voila ok oui non sachez promis evidemment cependant toutefois neanmoins pourtant aussi d'accord entendu parfait super bonjour bonsoir merci".split(' '));
/** Said to open or close an utterance: no part of a clause. */
const DISCOURSE = new Set('et mais ou donc car alors puis ensuite sinon enfin or voila ok oui non bon bien promis super parfait bonjour bonsoir merci madame monsieur mademoiselle messieurs mesdames attendez ecoutez entendu effectivement absolument exactement tranquille cependant toutefois neanmoins pourtant evidemment naturellement aussi ailleurs accord coup desole desolee dsl allo la-dessus rassurez-vous'.split(' '));
/** The same, said after it. */
const CLOSING = new Set('et mais ou donc car alors puis voila ok oui non merci madame monsieur accord promis evidemment naturellement desole desolee dsl la-dessus'.split(' '));
/** They end the clause that they stand after. */
const ENDS = new Set("mais car parce puisque puisqu' comme si quand lorsque lorsqu' voila sinon afin que qu' qui dont ok merci madame monsieur desole desolee tandis meme evidemment naturellement sauf".split(' '));
const NO_STOPS = new Set(['%', '€', '/', '-', '–', '&', '+', "'", '°', '#', '@']);

export const isPunctuation = (words: TurnWords, i: number): boolean => (words.kind(i) === 'punctuation' || words.kind(i) === 'symbol' || words.kind(i) === 'emoji') && !NO_STOPS.has(words.at(i));

/** Does what comes after this word begin anew? */
export const isBoundary = (words: TurnWords, i: number): boolean => isPunctuation(words, i) || (CONNECTIVES.has(words.at(i)) && !(words.at(i) === "s'" && !/^ils?$/.test(words.at(i + 1))));

export const isDiscourse = (words: TurnWords, i: number): boolean => (DISCOURSE.has(words.at(i)) && !(words.at(i) === 'bon' && /^d(?:e|')$/.test(words.at(i + 1)))) || isPunctuation(words, i) || (words.kind(i) !== 'word' && /^[-–*•]$/.test(words.at(i)));

export const isClosing = (words: TurnWords, i: number): boolean => CLOSING.has(words.at(i)) || isPunctuation(words, i);

/** Does the clause that ran so far end before word `i`? « pour | remplacer le disjoncteur », « sans | que », « en | attendant ». */
export function endsClause(words: TurnWords, i: number): boolean {
  const word = words.at(i);
  if (word === 's\'') return /^ils?$/.test(words.at(i + 1));
  if (word === 'pour' || word === 'sans') return words.at(i + 1) === 'que' || words.at(i + 1) === "qu'" || infinitiveFollows(words, i + 1);
  if (word === 'en') return words.has(i + 1, WordFlag.presentParticiple) && words.at(i + 1).endsWith('ant');
  if (word === 'des' || word === 'une') return words.at(i + 1) === 'que' || words.at(i + 1) === "qu'" || words.says(i, 'des reception') || words.says(i, 'une fois');
  if (word === 'pas') return words.at(i + 1) === 'de' && /^(?:souci|probleme|pb)s?$/.test(words.at(i + 2));
  if (word === 'au') return words.says(i, 'au lieu de') || words.says(i, 'au lieu du');
  if (word === 'et') return words.at(i + 1) === 'non';
  if (word === 'vu') return words.at(i + 1) === 'que' || words.at(i + 1) === "qu'";
  if (word === 'tant') return words.at(i + 1) === 'que' || words.at(i + 1) === "qu'";
  return ENDS.has(word) || isPunctuation(words, i);
}

/** An infinitive, past its object pronouns and negation. */
function infinitiveFollows(words: TurnWords, i: number): boolean {
  for (let at = i; at < i + 4; at++) {
    if (words.has(at, WordFlag.infinitive) && !words.has(at, WordFlag.nominal)) return true;
    if (!/^(?:vous|te|t'|le|la|les|l'|lui|leur|y|en|ne|pas|nous|se|s')$/.test(words.at(at))) return false;
  }
  return false;
}
