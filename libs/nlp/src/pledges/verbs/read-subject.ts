import { WordFlag } from '../../read/index.js';
import type { TurnWords } from '../words/turn-words.js';
import type { Subject } from './verb-group.js';

export interface ReadSubject {
  readonly kind: Subject;
  /** The first of the pronouns before the verb, or the verb. */
  readonly start: number;
  readonly clitics: ReadonlySet<string>;
  /** A pronoun shows that this is a verb. */
  readonly isSure: boolean;
  readonly isNegated: boolean;
}

/** Before a verb, and nowhere else. */
const SURE = new Set(["ne", "n'", 'me', "m'", 'te', "t'", 'se', "s'"]);
/** Before a verb, or before a noun or a name. */
const UNSURE = new Set(['le', 'la', 'les', "l'", 'lui', 'leur', 'y', 'en', 'nous', 'vous']);
const SUBJECTS: ReadonlyMap<string, Subject> = new Map<string, Subject>([
  ['je', 'je'], ["j'", 'je'], ['tu', 'tu'], ['il', 'il'], ['elle', 'il'], ['on', 'on'], ["l'on", 'on'], ['ils', 'ils'], ['elles', 'ils'],
  ['ce', 'ce'], ["c'", 'ce'], ['ca', 'ce'], ['cela', 'ce'], ['ceci', 'ce'], ['qui', 'qui'], ['tout', 'noun'], ['personne', 'noun'], ['rien', 'noun'],
]);
const MOST = 5;
const NOT_FINITE = WordFlag.nominal | WordFlag.invariable | WordFlag.pastParticiple | WordFlag.infinitive;
const NO_CLITICS: ReadonlySet<string> = new Set();
/** There are a few hundred of them: all are made of the words above. */
const chains = new Map<string, ReadonlySet<string>>();

function cliticsOf(chain: readonly string[]): ReadonlySet<string> {
  if (chain.length === 0) return NO_CLITICS;
  const key = chain.join(' ');
  let found = chains.get(key);
  if (found === undefined) chains.set(key, (found = new Set(chain)));
  return found;
}

/** The pronouns before the verb at `i`, back to `from`. */
export function readSubject(words: TurnWords, i: number, from: number): ReadSubject {
  let at = i;
  while (at > from && i - at < MOST && (SURE.has(words.at(at - 1)) || UNSURE.has(words.at(at - 1)))) at--;
  // « le solde de tout compte »
  const isObject = words.at(at - 1) === 'tout' && /^(?:de|d'|a|en|pour)$/.test(words.at(at - 2));
  const pronoun = at > from && !isObject ? SUBJECTS.get(words.at(at - 1)) : undefined;
  const chain: string[] = [];
  for (let k = at; k < i; k++) chain.push(words.at(k));
  const isNegated = chain.some((word) => word === 'ne' || word === "n'") && !/^(?:que|qu')$/.test(words.at(i + 1));
  if (pronoun !== undefined && agrees(words, i, at - 1, pronoun)) return { kind: pronoun, start: at - 1, clitics: cliticsOf(chain), isSure: true, isNegated };
  const own = ownSubject(words, i, chain);
  if (own !== undefined) return { kind: own.kind, start: at + own.at, clitics: cliticsOf(chain.slice(own.at + 1)), isSure: true, isNegated };
  return fromChain(words, i, at, chain, isNegated);
}

/** « nous vous livrons », « vous vous engagez »: the subject looks like an object. */
function ownSubject(words: TurnWords, i: number, chain: readonly string[]): { kind: Subject; at: number } | undefined {
  const nous = chain.indexOf('nous');
  if (nous >= 0 && words.has(i, WordFlag.nous) && !words.has(i, WordFlag.third)) return { kind: 'nous', at: nous };
  const vous = chain.indexOf('vous');
  return vous >= 0 && words.has(i, WordFlag.vous) && !words.has(i, WordFlag.third) ? { kind: 'vous', at: vous } : undefined;
}

/** No subject pronoun: which of the words before the verb are its object pronouns? An article before a noun is none. */
function fromChain(words: TurnWords, i: number, at: number, chain: readonly string[], isNegated: boolean): ReadSubject {
  const sure = chain.findIndex((word) => SURE.has(word) || (word === 'y' && /^(?:a|aura|aurait|avait)$/.test(words.at(i))) || ((word === 'vous' || word === 'nous' || word === 'lui') && words.has(i, WordFlag.third | WordFlag.tu | WordFlag.nous | WordFlag.first)));
  // « notre mécanicien le règlera », « et la transmets »: nothing but a verb.
  const last = chain.at(-1);
  if (sure < 0 && last !== undefined && /^(?:le|la|les|l')$/.test(last) && (words.at(at - 1) === 'et' || words.has(at - 1, WordFlag.nominal)) && !words.has(i, NOT_FINITE)) return { kind: 'noun', start: i - 1, clitics: cliticsOf([last]), isSure: true, isNegated };
  if (sure < 0) return { kind: 'none', start: i, clitics: NO_CLITICS, isSure: false, isNegated };
  return { kind: 'noun', start: at + sure, clitics: cliticsOf(chain.slice(sure)), isSure: true, isNegated };
}

function agrees(words: TurnWords, i: number, at: number, subject: Subject): boolean {
  if (subject === 'je') return words.has(i, WordFlag.first) || !words.has(i, WordFlag.third | WordFlag.vous | WordFlag.nous);
  // « ce modèle » is a noun phrase.
  if (subject === 'ce' && words.at(at) === 'ce') return words.verbs(i).some((lemma) => lemma === 'être' || lemma === 'pouvoir' || lemma === 'devoir') || words.at(i) === 'est';
  // « c'est nous | qui venons »
  if (subject === 'qui' && /^(?:moi|toi|nous|vous)$/.test(words.at(at - 1))) return true;
  if (subject === 'noun' || subject === 'qui') return words.has(i, WordFlag.third | WordFlag.tu) || words.at(i) === 'a' || words.at(i) === 'est';
  return true;
}
