import { WordFlag } from '../../read/index.js';
import { FINITE, type TurnWords } from '../words/turn-words.js';
import { nounPhraseStart } from '../clauses/noun-phrase.js';
import { ACT_VERBS, CARRIER_VERBS } from '../lexicon/act-verbs.js';
import { readComplex } from './read-complex.js';
import { readSubject } from './read-subject.js';
import { tenseOf } from './tense.js';
import type { Subject, VerbGroup } from './verb-group.js';

/** Forms of être and avoir that the lexicon also knows as nouns. */
const ALWAYS = new Set('suis es est sommes etes sont ai avons avez ont vais va vas vont aura auront aurai aurons aurez sera'.split(' '));
/** Spelt like verbs, and in customer service hardly ever one without a pronoun before it. */
const NEVER = new Set("compta mais point plus pas tous tout suite cours merci fin car or puis lors pendant durant excepte bien bonne bonnes demandes mettons soit vite entre contre outre ensemble maintenant parfait entendu la sur sous hors des pres peu dont vers voila selon trop tres jusque lors plein bref rien personne tant assez autre autres quelque quelques son ton mon leur leurs notre votre nos vos ecoutez tenez".split(' '));
/** Pronouns that are spelt like verbs. */
const PRONOUNS = new Set('cela ceci celle celles celui ceux quelques tout rien personne son mon ton'.split(' '));
const OTHER_READINGS = WordFlag.nominal | WordFlag.invariable | WordFlag.pastParticiple | WordFlag.infinitive;
const BEFORE_NOUN = new Set("le la les l' un une des du de d' ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs au aux en par pour sans sous avec sur dans a quel quelle chaque toute tout aucun aucune".split(' '));
const BEFORE_ITS_NOUN = /^(?:nouveau|nouvel|nouvelle|prochaine?|autre|ancienne?|premiere?|derniere?|deuxieme|seconde?)$/;
const AUXILIARIES = new Set(['avoir', 'être']);
/** A noun that may also be a verb is one after its subject only when the verb is of this kind: « la pièce part lundi ». */
const AFTER_NOUN = new Set(['partir', 'passer', 'livrer', 'porter', 'reprendre', 'arriver', 'commander', 'monter', 'offrir', 'changer', 'relancer', 'envoyer', 'finir', 'arrêter', 'débuter', 'poser', 'déposer', 'charger', 'rester', 'coûter', 'valoir', 'traiter', 'contacter', 'transférer', 'adresser', 'régler', 'regler', 'résilier', 'annuler', 'couvrir', 'comprendre', 'prendre', 'faire', 'retourner', 'répondre']);

/** The finite verbs of a range of words, each with what belongs to it, in order. */
export function findVerbGroups(words: TurnWords, start: number, end: number): VerbGroup[] {
  const groups: VerbGroup[] = [];
  let from = start;
  for (let i = start; i < end; i++) {
    const group = verbGroupAt(words, i, from, end, groups.at(-1));
    if (group === undefined) continue;
    groups.push(group);
    from = group.end;
    i = group.end - 1;
  }
  return groups;
}

function verbGroupAt(words: TurnWords, i: number, from: number, end: number, before: VerbGroup | undefined): VerbGroup | undefined {
  const text = words.at(i);
  const isA = text === 'a';
  const isAlways = ALWAYS.has(text);
  if (!isAlways && !isA && !words.has(i, FINITE)) return undefined;
  if (words.kind(i) !== 'word' || text.startsWith('-') || PRONOUNS.has(text)) return undefined;
  if (isA && words.form(i).toLowerCase() === 'à') return undefined;
  if (text.endsWith('ant') && words.has(i, WordFlag.presentParticiple)) return undefined;
  const subject = readSubject(words, i, from);
  if (isA ? !isAvoir(words, i, subject.isSure && words.at(subject.start) !== 'tout') : !isAlways && !isFinite(words, i, from, subject.isSure, before)) return undefined;
  const lemmas = finiteLemmas(words, i);
  const complex = readComplex(words, i, lemmas, end);
  const { tense } = complex;
  const isInverted = subject.kind === 'none' && isPronoun(words, i + 1);
  const isOrder = subject.kind === 'none' && !isInverted && words.has(i, WordFlag.imperative) && words.has(i, WordFlag.vous);
  return {
    start: subject.start, end: complex.end, finite: i, subject: isInverted ? 'vous' : isOrder ? 'none' : subject.kind === 'none' || (subject.kind === 'noun' && subject.start === i - subject.clitics.size) ? sharedSubject(words, i, subject.start, before) : subject.kind, clitics: subject.clitics,
    tense: isOrder ? 'imperative' : tenseWithHelper(words, i, tense ?? tenseOf(words.at(i), lemmas[0]!), complex.verbs), verbs: complex.verbs, main: complex.main, isPassive: complex.isPassive,
    isNegated: (subject.isNegated && !/^(?:que|qu')$/.test(words.at(complex.end))) || complex.isNegated, isInverted,
  };
}

/** « je vais vous rappeler » is to come, « je viens de vous rappeler » is past. */
function tenseWithHelper(words: TurnWords, i: number, tense: VerbGroup['tense'], verbs: VerbGroup['verbs']): VerbGroup['tense'] {
  if (tense !== 'present' || verbs.length < 2) return tense;
  if (verbs[0]!.includes('aller')) return 'future';
  return verbs[0]!.includes('venir') && /^d(?:e|')$/.test(words.at(i + 1)) ? 'past' : tense;
}

/** « nous vous présentons nos excuses et | vous adressons », « je vérifie et | reviens vers vous »: the subject is said once. */
function sharedSubject(words: TurnWords, i: number, start: number, before: VerbGroup | undefined): Subject {
  if (words.has(i, WordFlag.nous) && !words.has(i, WordFlag.third)) return 'nous';
  if (before === undefined || !/^(?:et|puis|ou|,|donc)$/.test(words.at(start - 1))) return 'noun';
  if (before.subject === 'je') return words.has(i, WordFlag.first) ? 'je' : 'noun';
  return (before.subject === 'on' || before.subject === 'vous' || before.subject === 'il') && words.has(i, before.subject === 'vous' ? WordFlag.vous : WordFlag.third) ? before.subject : 'noun';
}

const isPronoun = (words: TurnWords, i: number): boolean => /^-(?:t-)?(?:je|tu|ils?|elles?|on|nous|vous|ce)$/.test(words.at(i)) || (words.at(i) === 'vous' && /ez$|^etes$/.test(words.at(i - 1)));

/** In a chat « a » may stand for « à ». */
function isAvoir(words: TurnWords, i: number, isSure: boolean): boolean {
  if (isSure) return true;
  let at = i + 1;
  while (/^(?:pas|bien|deja|aussi|plus|jamais|bel|et|ete|toujours)$/.test(words.at(at))) at++;
  if (words.at(at - 1) === 'ete') return true;
  return words.form(i) === 'a' && words.has(at, WordFlag.pastParticiple) && !/^(?:cote)$/.test(words.at(at));
}

function isFinite(words: TurnWords, i: number, from: number, isSure: boolean, before: VerbGroup | undefined): boolean {
  const word = words.at(i);
  if (NEVER.has(word)) return isSure && word !== 'mais' && word !== 'pas' && word !== 'plus';
  const isParticiple = words.has(i, WordFlag.pastParticiple);
  if (isParticiple && before !== undefined && i - before.end < 3 && before.verbs.at(-1)!.some((lemma) => AUXILIARIES.has(lemma))) return false;
  if (isSure) return true;
  if (words.isAny(i - 1, BEFORE_NOUN)) return false;
  if (!words.has(i, OTHER_READINGS)) return true;
  if (words.has(i, WordFlag.vous) && words.has(i, WordFlag.imperative) && word.endsWith('ez')) return true;
  if (words.has(i, WordFlag.third) && !isParticiple && /^(?:pas|jamais)$/.test(words.at(i + 1)) && words.at(i + 2) !== 'de') return true;
  // « votre nouvelle | adresse »
  if (BEFORE_ITS_NOUN.test(words.at(i - 1)) && words.isAny(i - 2, BEFORE_NOUN)) return false;
  // « la chambre double | est à 110 € », « la deuxième commande | n'est pas partie »: the verb comes next.
  if (/^(?:est|sont|a|ont|sera|seront|ne|n'|s'|se)$/.test(words.at(i + 1))) return false;
  return words.has(i, WordFlag.third) && !isParticiple && (words.has(i - 1, WordFlag.nominal | WordFlag.invariable) || words.at(i - 1) === '€') && words.verbs(i).some((lemma) => AFTER_NOUN.has(lemma) || ((ACT_VERBS.has(lemma) || CARRIER_VERBS.has(lemma)) && nounPhraseStart(words, from, i) < i));
}

function finiteLemmas(words: TurnWords, i: number): readonly string[] {
  if (words.at(i) === 'a') return ['avoir'];
  if (words.at(i) === 'est') return ['être'];
  if (words.at(i) === 'suis') return ['être'];
  const lemmas = words.verbs(i);
  return lemmas.length > 0 ? lemmas : ['être'];
}
