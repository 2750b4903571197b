import type { PledgeAct } from '#domain';
import type { Clause } from './clauses/clause.js';
import { ACT_NOUNS } from './lexicon/act-nouns.js';
import { ACT_VERBS, CARRIER_VERBS } from './lexicon/act-verbs.js';
import { lemmasOf, type VerbGroup } from './verbs/verb-group.js';
import { foldWord } from '../read/index.js';
import type { TurnWords } from './words/turn-words.js';

export interface FoundAct {
  readonly act: PledgeAct;
  /** `verb` or `noun`: the word that names the act; null: nothing does. */
  readonly by: 'verb' | 'noun' | null;
}

const TOWARDS = ['vous', 'te', "t'", '-vous', 'me', 'nous'];
const BY_PHONE = new Set(['appeler', 'rappeler', 'contacter', 'recontacter', 'joindre', 'téléphoner']);
const RECORDS = new Set(['adresse', 'coordonnees', 'nom', 'rib', 'mail', 'telephone', 'numero', 'date', 'orthographe', 'titulaire', 'mode', 'forfait', 'mensualite']);
const BINDING = new Set(['contrat', 'abonnement', 'commande', 'frais', 'option', 'reservation', 'penalite', 'carte', 'prelevement', 'assurance', 'forfait', 'ligne', 'service', 'euro', '€', 'facture', 'echeance', 'majoration', 'relance', 'cheque', 'carte', 'abo', 'mandat']);
const MONEY = new Set(['euro', '€', 'caution', 'depot', 'somme', 'difference', 'trop-percu', 'argent', 'acompte', 'arrhes', 'ecart', 'montant', 'balle']);

/** What is undertaken in a clause: told by its verb, or by its nouns where the verb only carries them. */
export function actOf(words: TurnWords, clause: Clause): FoundAct {
  const { group } = clause;
  const noun = nounAct(words, clause.start, clause.end);
  if (group === null) return noun === null ? { act: 'other', by: null } : { act: noun, by: 'noun' };
  const nouns = nounsOf(words, clause.start, clause.end);
  for (const lemma of lemmasOf(group)) {
    const special = specialAct(lemma, group, nouns, noun);
    if (special !== undefined) return { act: special, by: 'verb' };
    const act = ACT_VERBS.get(lemma);
    if (act !== undefined) return { act, by: 'verb' };
  }
  for (const lemma of lemmasOf(group)) {
    const fallback = CARRIER_VERBS.get(lemma);
    if (fallback === undefined) continue;
    if (noun !== null) return { act: noun, by: 'noun' };
    return { act: fallback, by: fallback === 'other' ? null : 'verb' };
  }
  return { act: 'other', by: null };
}

/** Verbs whose act depends on whom or what they are about. */
function specialAct(lemma: string, group: VerbGroup, nouns: ReadonlySet<string>, noun: PledgeAct | null): PledgeAct | undefined {
  const has = (set: ReadonlySet<string>): boolean => [...nouns].some((one) => set.has(one));
  const towards = TOWARDS.some((clitic) => group.clitics.has(clitic)) || group.subject === 'vous' || group.isPassive;
  if (BY_PHONE.has(lemma) && !towards && (group.subject === 'je' || group.subject === 'nous' || group.subject === 'on')) return 'check';
  if (lemma === 'changer' || lemma === 'modifier') return has(RECORDS) ? 'correct' : lemma === 'changer' ? 'exchange' : undefined;
  if (lemma === 'supprimer' || lemma === 'effacer' || lemma === 'retirer' || lemma === 'enlever' || lemma === 'lever') return has(BINDING) ? 'cancel' : 'other';
  if (lemma === 'rendre' && (has(MONEY) || noun === 'refund')) return 'refund';
  if (lemma === 'remplacer' && noun === 'send-document') return undefined;
  if (lemma === 'prolonger') return nouns.has('garantie') || nouns.has('abonnement') ? 'gesture' : 'other';
  return undefined;
}

/** The act of the first noun of a range that names one. */
export function nounAct(words: TurnWords, start: number, end: number): PledgeAct | null {
  for (let i = start; i < end; i++) {
    const phrases = candidates(words, i).flatMap((word) => ACT_NOUNS.get(word) ?? []);
    const found = phrases.find((phrase) => phrase.words.every((word, k) => k === 0 || words.at(i + k) === word));
    if (found !== undefined) return found.act;
  }
  return null;
}

/** The word and its lemmas, folded. */
const candidates = (words: TurnWords, i: number): string[] => (words.at(i).startsWith('-') || words.at(i).length < 2 && words.at(i) !== '€' ? [] : [...new Set([words.at(i), ...words.lemmas(i).map(foldWord)])]);

export function nounsOf(words: TurnWords, start: number, end: number): ReadonlySet<string> {
  const found = new Set<string>();
  for (let i = start; i < end; i++) for (const word of candidates(words, i)) found.add(word);
  return found;
}
