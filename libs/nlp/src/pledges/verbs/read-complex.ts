import { WordFlag } from '../../read/index.js';
import { HARMFUL } from '../lexicon/verb-classes.js';
import type { TurnWords } from '../words/turn-words.js';
import { tenseOf } from './tense.js';
import type { VerbGroup } from './verb-group.js';

export interface VerbComplex {
  readonly end: number;
  readonly main: number;
  readonly verbs: readonly (readonly string[])[];
  readonly isPassive: boolean;
  readonly isNegated: boolean;
  /** Undefined: that of the finite form. */
  readonly tense: VerbGroup['tense'] | undefined;
}

const DENYING = new Set(['pas', 'jamais', 'rien', 'aucun', 'aucune', 'personne', 'aucunement', 'nullement', 'guere']);
const BETWEEN = new Set("bien deja aussi donc toujours tout tous vous nous le la les l' lui leur y en me m' te t' se s' plus encore ensuite bel et vraiment sans doute peut-etre simplement la-dessus tres ainsi egalement juste meme enfin desormais bientot finalement".split(' '));
/** Verbs that take an infinitive, after « de » or « à » or none. */
const BEFORE_INFINITIVE = new Set(
  'aller filer courir revenir repasser pouvoir devoir vouloir falloir faire laisser venir penser compter espérer souhaiter désirer tenir procéder engager charger occuper manquer essayer tenter tâcher chercher prévoir permettre apprêter commencer continuer arriver promettre proposer savoir oser refuser éviter penser veiller inviter prier demander envisager hésiter efforcer préférer conseiller recommander croire aimer regretter accepter garantir assurer'.split(' '),
);
const BY_ETRE = new Set('aller arriver partir venir passer revenir repartir rentrer entrer sortir monter descendre devenir intervenir parvenir rester tomber retourner naître repasser'.split(' '));
const MOST = 5;

/** The infinitives and participles that go with the finite verb at `i`, and whether they are denied. */
export function readComplex(words: TurnWords, i: number, finite: readonly string[], end: number): VerbComplex {
  const verbs: (readonly string[])[] = [finite];
  let main = i;
  let isNegated = false;
  let isPassive = false;
  let isPast = false;
  for (;;) {
    const next = readNext(words, main, verbs.at(-1)!, end);
    isNegated ||= next.isNegated;
    if (next.at < 0) break;
    const lemmas = verbs.at(-1)!;
    const participle = next.isParticiple;
    if (participle && lemmas.includes('avoir')) isPast = true;
    const found = words.verbs(next.at);
    if (participle && lemmas.includes('être')) {
      if (found.some((lemma) => BY_ETRE.has(lemma)) || isReflexive(words, i)) isPast = true;
      else isPassive = true;
    }
    verbs.push(found.length > 0 ? found : ['être']);
    main = next.at;
  }
  return { end: main + 1, main, verbs, isPassive, isNegated, tense: isPast ? pastTense(words, i, finite) : undefined };
}

/** « s'est », « se sont ». */
const isReflexive = (words: TurnWords, i: number): boolean => words.at(i - 1) === "s'" || words.at(i - 1) === 'se';

/** « aura reçu » is to come, « aurait reçu » was not, « avait reçu » is told of an earlier time. */
function pastTense(words: TurnWords, i: number, finite: readonly string[]): VerbGroup['tense'] {
  const tense = tenseOf(words.at(i), finite[0]!);
  return tense === 'present' ? 'past' : tense;
}

/** The next verb of the complex, past adverbs, negations and pronouns; `at` -1 when there is none. */
function readNext(words: TurnWords, from: number, lemmas: readonly string[], end: number): { at: number; isParticiple: boolean; isNegated: boolean } {
  let isNegated = false;
  const takesParticiple = lemmas.includes('être') || lemmas.includes('avoir');
  const takesInfinitive = lemmas.some((lemma) => BEFORE_INFINITIVE.has(lemma));
  for (let i = from + 1; i < end && i <= from + 1 + MOST; i++) {
    const word = words.at(i);
    if (DENYING.has(word) && !isPartial(words, i, end)) isNegated = true;
    // « vous serez plus prélevé »
    if (word === 'plus' && lemmas.includes('être') && i === from + 1 && words.has(i + 1, WordFlag.pastParticiple) && words.verbs(i + 1).some((lemma) => HARMFUL.has(lemma))) isNegated = true;
    const isArticled = /^(?:un|une|l'|cet|votre|mon|son|d')$/.test(words.at(i - 1)) && words.has(i, WordFlag.nominal);
    const isRecent = lemmas.includes('venir') && words.at(i - 1) === "d'";
    const isNoun = isArticled || (/^(?:le|la|les|ce|ces|des)$/.test(words.at(i - 1)) && words.has(i, WordFlag.nominal));
    if (takesParticiple && words.has(i, WordFlag.pastParticiple) && !isNoun) return { at: i, isParticiple: true, isNegated };
    if (takesInfinitive && words.has(i, WordFlag.infinitive) && (!isArticled || isRecent)) return { at: i, isParticiple: false, isNegated };
    const passes = DENYING.has(word) || BETWEEN.has(word) || word.startsWith('-') || word.endsWith('ment') || (takesInfinitive && (word === 'de' || word === "d'" || word === 'a' || word === 'par'));
    if (!passes) break;
  }
  return { at: -1, isParticiple: false, isNegated };
}

/** « pas seulement », « rien que », « je vous rembourse pas en avoir mais en virement »: not the verb is denied. */
function isPartial(words: TurnWords, i: number, end: number): boolean {
  if (/^(?:seulement|que|qu'|uniquement)$/.test(words.at(i + 1))) return true;
  if (words.at(i) !== 'pas' || !/^(?:en|par|sous|un|une|le|la|a|au|avec|dans|sur)$/.test(words.at(i + 1))) return false;
  for (let k = i + 2; k < end && k <= i + 6; k++) if (words.at(k) === 'mais') return true;
  return false;
}
