import type { PledgeAct } from '#domain';
import { WordFlag } from '../read/index.js';
import type { Clause } from './clauses/clause.js';
import { antecedentAct, previousStart, standsFor } from './antecedent-act.js';
import { Phrases } from './clauses/phrases.js';
import { ACT_IDIOMS, type ActIdiom, APOLOGETIC, AS_A_GIFT, INSTEAD } from './lexicon/act-idioms.js';
import { GOODS } from './lexicon/act-frames.js';
import { ACTIONS } from './lexicon/act-nouns.js';
import { ACT_VERBS, BRINGING, CARRIER_VERBS, MOVING } from './lexicon/act-verbs.js';
import { AGREED, IMPOSSIBLE, UNABLE } from './lexicon/reserve-phrases.js';
import { frameAct, isNewOne } from './frame-act.js';
import { nounAct, nounsOf } from './noun-act.js';
import { specialAct } from './special-act.js';
import { isVerb, lemmasOf, type VerbGroup } from './verbs/verb-group.js';
import { tellsWait, waitedFor } from './verbs/waiting.js';
import { type FoundAmount, readAmount } from './words/amounts.js';
import type { TurnWords } from './words/turn-words.js';

export interface FoundAct {
  readonly act: PledgeAct;
  /** `verb` or `noun`: the word that names the act; null: nothing does. */
  readonly by: 'verb' | 'noun' | null;
}

/** « je vous fais 15 % ». */
const GIVING = new Set(['faire', 'accorder', 'mettre', 'donner', 'avoir', 'ajouter', 'appliquer', 'bénéficier', 'consentir', 'octroyer', 'passer', 'rendre', 'percevoir', 'recevoir']);
/** « votre forfait repasse à 9,99 € ». */
const PRICING = new Set(['passer', 'repasser', 'revenir', 'descendre', 'redescendre', 'ramener', 'remettre', 'rebasculer']);
/** « vous toucherez cent dix euros ». */
const PAYING = new Set(['verser', 'toucher', 'percevoir', 'virer']);
/** « on touche vingt euros de frais » */
const TAKING = new Set(['toucher', 'percevoir']);
const COMPANY = new Set<VerbGroup['subject']>(['je', 'nous', 'on']);
const TAKING_OFF = new Set(['retirer', 'enlever', 'ôter']);
const INDEMNITY = new Phrases("indemnite|indemnites|indemnisation|d' indemnisation|prime|primes");
const OTHER: FoundAct = { act: 'other', by: null };
const byVerb = (act: PledgeAct): FoundAct => ({ act, by: 'verb' });
const byNoun = (act: PledgeAct): FoundAct => ({ act, by: 'noun' });

/** « passe à 9,99 € », « je fais passer | votre abonnement | à 19,99 € ». */
function isPriced(words: TurnWords, { end }: Clause, group: VerbGroup): boolean {
  const last = group.verbs.length > 1 && group.verbs.at(-2)!.includes('faire') ? end : group.end + 1;
  for (let i = group.end; i < last; i++) if (words.at(i) === 'a' && readAmount(words, i + 1) !== undefined) return true;
  return false;
}

/** What is undertaken in a clause: told by its verb, or by its nouns where the verb only carries them. */
export function actOf(words: TurnWords, clause: Clause, amount: FoundAmount | null): FoundAct {
  const { group } = clause;
  if (group === null) {
    const refused = impossibleFrom(words, clause);
    if (refused > 0) return infinitiveAct(words, clause, refused);
    const noun = nounAct(words, clause.start, clause.end);
    // « nouvelle box expédiée aujourd'hui », « carte envoyée en remplacement »
    if (noun === 'deliver' && (isNewOne(words, clause.start, clause.end) || INSTEAD.isIn(words, clause.start, clause.tail))) return byNoun('exchange');
    return noun === null ? participleAct(words, clause) : byNoun(noun);
  }
  if (tellsWait(group)) return waitedAct(words, clause);
  const unable = (group.isNegated ? UNABLE.endAt(words, group.end, words.length) : 0) || impossibleFrom(words, clause);
  if (unable > 0) return infinitiveAct(words, clause, unable);
  const percent = amount !== null && 'unit' in amount.amount && lemmasOf(group).some((lemma) => GIVING.has(lemma));
  if (percent) return byNoun('gesture');
  if (lemmasOf(group).some((lemma) => PRICING.has(lemma)) && isPriced(words, clause, group)) return byVerb('correct');
  const isPaid = amount !== null && 'currency' in amount.amount && !(isVerb(group, TAKING) && COMPANY.has(group.subject)) && lemmasOf(group).some((lemma) => PAYING.has(lemma));
  if (isPaid && INDEMNITY.isIn(words, previousStart(words, clause), clause.end)) return byVerb('other');
  // « je vous retire 12 € sur la prochaine facture »
  if (amount !== null && amount.start === group.end && lemmasOf(group).some((lemma) => TAKING_OFF.has(lemma)) && !group.isPassive) return byVerb('gesture');
  if (isPaid && nounAct(words, clause.start, clause.end, false) === null) return byVerb(nounAct(words, clause.sentence.start, clause.start, false) ?? 'refund');
  const own = agreedAct(words, clause, group) ?? idiomAct(words, clause, group) ?? framedAct(words, clause, group) ?? verbAct(words, clause, group) ?? carriedAct(words, clause, group);
  // « sera gravée et expédiée »
  const stood = standsFor(words, clause, group, own.act) ?? own.act;
  if (stood !== own.act) return byNoun(stood);
  const act = own.by === null && group.isPassive && words.at(group.end) === 'et' ? participleAct(words, { ...clause, start: group.end }) : own;
  if ((act.act === 'deliver' || act.act === 'other') && lemmasOf(group).some((lemma) => BRINGING.has(lemma)) && !(own.act === 'other' && own.by === 'verb') && INSTEAD.isIn(words, clause.start, clause.end)) return byVerb('exchange');
  if (act.by === 'verb' || act.act === 'gesture') return act;
  const isGift = AS_A_GIFT.isIn(words, group.end, clause.end) || APOLOGETIC.isIn(words, group.end, clause.tail);
  return isGift && lemmasOf(group).some((lemma) => CARRIER_VERBS.has(lemma)) && !lemmasOf(group).includes('être') ? byNoun('gesture') : act;
}

/** « c'est bon pour | votre remboursement » */
function agreedAct(words: TurnWords, { end }: Clause, group: VerbGroup): FoundAct | undefined {
  if (group.subject !== 'ce' || !AGREED.has(words.at(group.end)) || words.at(group.end + 1) !== 'pour') return undefined;
  const noun = nounAct(words, group.end + 2, end);
  return noun === null ? OTHER : byNoun(noun);
}

function waitedAct(words: TurnWords, clause: Clause): FoundAct {
  const { start, end } = waitedFor(clause);
  const noun = nounAct(words, start, end) ?? nounAct(words, clause.sentence.start, clause.start);
  return noun === null ? OTHER : byNoun(noun);
}

function framedAct(words: TurnWords, clause: Clause, group: VerbGroup): FoundAct | undefined {
  const act = frameAct(words, clause, group);
  return act === undefined ? undefined : byVerb(act);
}

/** « impossible de | renvoyer un colis », « il n'est pas possible de | vous rembourser »: the word after; 0: nothing of the kind is said. */
export function impossibleFrom(words: TurnWords, { start, end, tail }: Clause): number {
  const at = IMPOSSIBLE.find(words, start, Math.min(tail, end + 2));
  return at < 0 ? 0 : IMPOSSIBLE.endAt(words, at, tail);
}

/** « pas en mesure de | reporter votre échéance » */
function infinitiveAct(words: TurnWords, { tail }: Clause, from: number): FoundAct {
  for (let i = from; i < Math.min(from + 4, words.length); i++) {
    const act = words.has(i, WordFlag.infinitive) ? words.verbs(i).map((lemma) => ACT_VERBS.get(lemma)).find((one) => one !== undefined) : undefined;
    if (act !== undefined) return byVerb(act);
  }
  const noun = nounAct(words, from, tail);
  return noun === null ? OTHER : byNoun(noun);
}

/** « compte débloqué » */
function participleAct(words: TurnWords, { start, end }: Clause): FoundAct {
  for (let i = start + 1; i < end; i++) {
    const act = words.has(i, WordFlag.pastParticiple) ? words.verbs(i).map((lemma) => ACT_VERBS.get(lemma)).find((one) => one !== undefined) : undefined;
    if (act !== undefined) return byVerb(act);
  }
  return OTHER;
}

const FETCHING = new Set(['reprendre', 'récupérer', 'chercher', 'rechercher', 'enlever', 'ramasser', 'collecter', 'débarrasser', 'prendre']);
const COMPLETING = new Set(['finir', 'terminer', 'achever', 'refaire', 'changer', 'remettre']);
const ASKING = new Set(['demander', 'dire', 'charger', 'redemander']);

/** « une équipe viendra déneiger », « le maçon revient finir le joint », « le livreur viendra le reprendre ». */
function comingAct(group: VerbGroup): PledgeAct | undefined {
  const helper = group.verbs.at(-2)!;
  const isBack = helper.includes('revenir') || helper.includes('repasser');
  if (!isBack && !helper.includes('venir') && !helper.includes('passer')) return undefined;
  if (isVerb(group, FETCHING)) return 'other';
  return isBack && lemmasOf(group).some((lemma) => COMPLETING.has(lemma) || ACT_VERBS.get(lemma) === 'repair') ? 'repair' : 'send-technician';
}

/** « je demande à la comptable de | corriger le nom »: what is asked of somebody else is what is done. */
function askedAct(words: TurnWords, clause: Clause, group: VerbGroup): FoundAct | undefined {
  if (!isVerb(group, ASKING) || group.clitics.has('vous') || group.subject === 'vous') return undefined;
  if (!/^(?:a|au|aux)$/.test(words.at(group.end)) && !group.clitics.has('lui') && !group.clitics.has('leur')) return undefined;
  for (let i = group.end; i < clause.tail - 1; i++) {
    if (!/^d(?:e|')$/.test(words.at(i)) || !(words.has(i + 1, WordFlag.infinitive) || words.has(i + 2, WordFlag.infinitive))) continue;
    const found = infinitiveAct(words, clause, i + 1);
    return found.by === 'verb' ? found : undefined;
  }
  return undefined;
}

function idiomAct(words: TurnWords, clause: Clause, group: VerbGroup): FoundAct | undefined {
  const lemmas = lemmasOf(group);
  const coming = group.verbs.length > 1 ? comingAct(group) : undefined;
  if (coming !== undefined) return byVerb(coming);
  const asked = askedAct(words, clause, group);
  if (asked !== undefined) return asked;
  let idiom: ActIdiom | undefined;
  for (const lemma of lemmas) idiom ??= ACT_IDIOMS.get(lemma)?.find(({ words: phrases, isNear }) => (isNear ? phrases.endAt(words, group.end, clause.end) > 0 : phrases.isIn(words, group.end, clause.end)));
  if (idiom === undefined) return undefined;
  const subject = lemmas.includes('être') && idiom.act !== 'gesture' ? subjectAct(words, clause, group) : null;
  return subject === null || subject === 'deliver' ? byVerb(idiom.act) : byNoun(subject);
}

/** « le bon d'achat | c'est 25 euros »: what « ce » stands for was said before it. */
const subjectAct = (words: TurnWords, { start, front }: Clause, group: VerbGroup): PledgeAct | null => (group.subject === 'ce' ? nounAct(words, front, group.start, false) : group.subject === 'noun' || group.subject === 'il' ? nounAct(words, start, group.start) : null);

/** The act that the verb names by itself; not where « faire » makes a carrier of it: « faire tenir ». */
function verbAct(words: TurnWords, clause: Clause, group: VerbGroup): FoundAct | undefined {
  const isCaused = group.verbs.length > 1 && group.verbs.at(-2)!.includes('faire');
  for (const lemma of lemmasOf(group)) {
    const special = specialAct(lemma, group, () => nounsOf(words, clause.start, clause.end), isCaused);
    if (special !== undefined) return byVerb(special);
    if (isCaused && lemma === 'tenir') return byNoun(objectAct(words, clause, group) ?? 'deliver');
    const act = ACT_VERBS.get(lemma);
    // « une remise sera déduite de votre facture »
    if (act === 'correct' && isGiftTaken(words, clause, group)) return byNoun('gesture');
    // « le courrier vous sera expédié »
    if (act === 'deliver' && SENDING.has(lemma) && (group.isPassive ? subjectAct(words, clause, group) : objectAct(words, clause, group)) === 'send-document') return byNoun('send-document');
    if (act !== undefined) return byVerb(act);
  }
  return undefined;
}

const SENDING = new Set(['expédier', 'réexpédier', 'acheminer']);

/** « une remise sera déduite », « un mois vous est offert. Il sera déduit de votre facture ». */
function isGiftTaken(words: TurnWords, clause: Clause, group: VerbGroup): boolean {
  if (group.subject !== 'il' && group.subject !== 'ils') return subjectAct(words, clause, group) === 'gesture';
  return antecedentAct(words, clause) === 'gesture' || AS_A_GIFT.isIn(words, previousStart(words, clause), clause.start);
}

const objectAct = (words: TurnWords, clause: Clause, group: VerbGroup): PledgeAct | null => nounAct(words, group.end, clause.end, false);

/** « votre facture | vous sera envoyée », « le chèque | arrive »: the subject tells it; « nous vous envoyons | la facture »: the object. */
function carriedAct(words: TurnWords, clause: Clause, group: VerbGroup): FoundAct {
  const subject = subjectAct(words, clause, group);
  const carrier = lemmasOf(group).find((lemma) => CARRIER_VERBS.has(lemma));
  if (carrier === undefined) {
    const action = subject === null ? null : nounAct(words, clause.start, group.start, false, (word) => ACTIONS.has(word));
    return action !== null ? byNoun(action) : OTHER;
  }
  const fallback = CARRIER_VERBS.get(carrier)!;
  const isSubjectFirst = group.isPassive || MOVING.has(carrier) || group.clitics.has('se') || group.clitics.has("s'");
  // « notre équipe vous envoie la facture »: who does it is not what is done.
  const own = isSubjectFirst || subject !== 'send-technician' ? subject : null;
  // What is said before the verb may be its object too: « la caution on vous la rend ».
  const before = own ?? (group.start > clause.start ? nounAct(words, clause.start, group.start) : null);
  const object = nounAct(words, group.end, clause.end, REPLYING.has(carrier));
  const found = isSubjectFirst ? before ?? object : object ?? before;
  if (found !== null) return byNoun(found);
  if (carrier === 'avoir' && (((group.subject === 'vous' || group.subject === 'tu') && bringsThing(words, group)) || isBrought(group))) return byVerb('deliver');
  if ((group.subject === 'il' || group.subject === 'ils') && MOVING.has(carrier)) {
    const antecedent = nounAct(words, clause.sentence.start, clause.start, false);
    if (antecedent !== null) return byNoun(antecedent);
  }
  if (carrier === 'arriver' && COMPANY.has(group.subject) && !bringsGoods(words, clause)) return byVerb('send-technician');
  return fallback === 'other' ? OTHER : byVerb(fallback);
}

/** « je mets tout ça par mail »: how it is told is what is done. */
const REPLYING = new Set(['mettre', 'faire', 'confirmer', 'reconfirmer', 'préciser', 'donner', 'annoncer']);

/** « on arrive avec votre table » */
function bringsGoods(words: TurnWords, { group, end }: Clause): boolean {
  for (const noun of nounsOf(words, group!.end, end)) if (GOODS.has(noun)) return true;
  return false;
}

/** « elle l'aura lundi ». */
const isBrought = (group: VerbGroup): boolean => (group.subject === 'il' || group.subject === 'ils') && group.tense === 'future' && ['le', 'la', 'les', "l'"].some((clitic) => group.clitics.has(clitic));

/** « vous l'aurez demain », « vous aurez votre guitare mardi ». */
const bringsThing = (words: TurnWords, group: VerbGroup): boolean => ["l'", 'le', 'la', 'les'].some((clitic) => group.clitics.has(clitic)) || /^(?:votre|vos|ton|ta|tes|le|la|les|l'|tout|ca|cela)$/.test(words.at(group.end));
