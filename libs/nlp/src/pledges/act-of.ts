import type { PledgeAct } from '#domain';
import { foldWord } from '../read/index.js';
import type { Clause } from './clauses/clause.js';
import { ACT_IDIOMS } from './lexicon/act-idioms.js';
import { ACT_NOUNS } from './lexicon/act-nouns.js';
import { ACT_VERBS, CARRIER_VERBS } from './lexicon/act-verbs.js';
import { lemmasOf, type VerbGroup } from './verbs/verb-group.js';
import type { FoundAmount } from './words/amounts.js';
import type { TurnWords } from './words/turn-words.js';

export interface FoundAct {
  readonly act: PledgeAct;
  /** `verb` or `noun`: the word that names the act; null: nothing does. */
  readonly by: 'verb' | 'noun' | null;
}

const OTHER: FoundAct = { act: 'other', by: null };
const byVerb = (act: PledgeAct): FoundAct => ({ act, by: 'verb' });

/** What is undertaken in a clause: told by its verb, or by its nouns where the verb only carries them. */
export function actOf(words: TurnWords, clause: Clause, amount: FoundAmount | null): FoundAct {
  const { group } = clause;
  const noun = nounAct(words, clause.start, clause.end);
  if (group === null) return noun === null ? OTHER : { act: noun, by: 'noun' };
  const lemmas = lemmasOf(group);
  const idiom = ACT_IDIOMS.find(({ verbs, words: phrases }) => lemmas.some((lemma) => verbs.has(lemma)) && phrases.isIn(words, group.end, clause.end));
  if (idiom !== undefined && !(lemmas.includes('être') && subjectAct(words, clause) !== null)) return byVerb(idiom.act);
  // « une équipe viendra déneiger »
  if (group.verbs.length > 1 && group.verbs.at(-2)!.some((lemma) => lemma === 'venir' || lemma === 'passer')) return byVerb('send-technician');
  const named = verbAct(words, clause, group, noun);
  if (named !== undefined) return named;
  const carried = carriedAct(lemmas, group, noun ?? null, subjectAct(words, clause));
  if (carried.act === 'other' && amount !== null && 'unit' in amount.amount && lemmas.some((lemma) => GIVING.has(lemma))) return { act: 'gesture', by: 'noun' };
  return carried;
}

const GIVING = new Set(['faire', 'accorder', 'mettre', 'donner', 'avoir', 'ajouter', 'appliquer', 'bénéficier', 'consentir']);

function subjectAct(words: TurnWords, { start, group }: Clause): PledgeAct | null {
  return group !== null && group.subject === 'noun' ? nounAct(words, start, group.start) : null;
}

/** The act that the verb names by itself; not where « faire » makes a carrier of it: « faire tenir ». */
function verbAct(words: TurnWords, clause: Clause, group: VerbGroup, noun: PledgeAct | null): FoundAct | undefined {
  const isCaused = group.verbs.length > 1 && group.verbs.at(-2)!.includes('faire');
  const nouns = nounsOf(words, clause.start, clause.end);
  for (const lemma of lemmasOf(group)) {
    const special = specialAct(lemma, group, nouns, noun);
    if (special !== undefined) return byVerb(special);
    const act = isCaused && lemma === 'tenir' ? undefined : ACT_VERBS.get(lemma);
    if (act !== undefined) return byVerb(act);
    if (isCaused && lemma === 'tenir') return noun === null ? byVerb('deliver') : { act: noun, by: 'noun' };
  }
  return undefined;
}

function carriedAct(lemmas: readonly string[], group: VerbGroup, noun: PledgeAct | null, subject: PledgeAct | null): FoundAct {
  for (const lemma of lemmas) {
    const fallback = CARRIER_VERBS.get(lemma);
    if (fallback === undefined) continue;
    if (noun !== null) return { act: noun, by: 'noun' };
    return { act: fallback, by: fallback === 'other' ? null : 'verb' };
  }
  return subject !== null && (group.isPassive || group.subject === 'noun') ? { act: subject, by: 'noun' } : OTHER;
}

const TOWARDS = ['vous', 'te', "t'", '-vous', 'me', 'nous'];
const BY_PHONE = new Set(['appeler', 'rappeler', 'contacter', 'recontacter', 'joindre', 'téléphoner']);
const RECORDS = new Set(['adresse', 'coordonnees', 'nom', 'rib', 'mail', 'telephone', 'numero', 'date', 'orthographe', 'titulaire', 'mode', 'forfait', 'mensualite']);
const REMOVING = new Set(['supprimer', 'effacer', 'retirer', 'enlever', 'lever']);
const BINDING = new Set(
  'contrat abonnement commande frais option reservation penalite carte prelevement assurance forfait ligne service euro € facture echeance majoration relance cheque abo mandat'.split(' '),
);
const MONEY = new Set(['euro', '€', 'caution', 'depot', 'somme', 'difference', 'trop-percu', 'argent', 'acompte', 'arrhes', 'ecart', 'montant', 'balle']);

/** Verbs whose act depends on whom or what they are about. */
function specialAct(lemma: string, group: VerbGroup, nouns: ReadonlySet<string>, noun: PledgeAct | null): PledgeAct | undefined {
  const has = (set: ReadonlySet<string>): boolean => [...nouns].some((one) => set.has(one));
  const towards = TOWARDS.some((clitic) => group.clitics.has(clitic)) || group.subject === 'vous' || group.isPassive;
  if (BY_PHONE.has(lemma) && !towards && (group.subject === 'je' || group.subject === 'nous' || group.subject === 'on')) return 'check';
  if (lemma === 'changer' || lemma === 'modifier') return has(RECORDS) ? 'correct' : lemma === 'changer' ? 'exchange' : undefined;
  if (REMOVING.has(lemma)) return has(BINDING) ? 'cancel' : 'other';
  if (lemma === 'rendre' && (has(MONEY) || noun === 'refund')) return 'refund';
  if (lemma === 'prolonger') return nouns.has('garantie') || nouns.has('abonnement') ? 'gesture' : 'other';
  return undefined;
}

/** The act of the first noun of a range that names one; « de remplacement » before all. */
export function nounAct(words: TurnWords, start: number, end: number): PledgeAct | null {
  let first: PledgeAct | null = null;
  for (let i = start; i < end; i++) {
    if (words.at(i) === 'remplacement' && words.at(i - 1) === 'de') return 'exchange';
    if (first !== null) continue;
    const phrases = candidates(words, i).flatMap((word) => ACT_NOUNS.get(word) ?? []);
    first = phrases.find((phrase) => i + phrase.words.length <= end && phrase.words.every((word, k) => k === 0 || words.at(i + k) === word))?.act ?? null;
  }
  return first;
}

/** The word and its lemmas as a noun, folded; « avoir » only with an article. */
function candidates(words: TurnWords, i: number): string[] {
  const word = words.at(i);
  if (word.startsWith('-') || (word.length < 2 && word !== '€')) return [];
  if (word === 'avoir' && !/^(?:un|l'|cet|votre|en|d'|par|vos|des|les)$/.test(words.at(i - 1))) return [];
  return [...new Set([word, ...words.nouns(i).map(foldWord)])];
}

export function nounsOf(words: TurnWords, start: number, end: number): ReadonlySet<string> {
  const found = new Set<string>();
  for (let i = start; i < end; i++) for (const word of candidates(words, i)) found.add(word);
  return found;
}
