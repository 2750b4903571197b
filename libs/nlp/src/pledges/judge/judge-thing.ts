import { EFFORT, HARMFUL, INCUMBENT, RUNNING, STATIVE } from '../lexicon/verb-classes.js';
import { AGREED, COSTS, HANDLED } from '../lexicon/reserve-phrases.js';
import { Phrases } from '../clauses/phrases.js';
import { hasVerb, isLedBy, isVerb, lemmasOf, type VerbGroup } from '../verbs/verb-group.js';
import { DONE, isDated, isPersonal, none, PLEDGE, type ReadClause, REFUSAL, type Verdict } from './verdict.js';

/** Passive verbs that charge or bind the customer. */
const CHARGING = new Set(['facturer', 'prélever', 'débiter', 'pénaliser', 'refacturer', 'exiger', 'réclamer', 'demander', 'imputer', 'majorer', 'retenir', 'interdire', 'obliger', 'limiter', 'fermer', 'conseiller', 'recommander', 'inviter', 'prier']);
const AMOUNTING = new Set(['élever', 'monter', 'fixer', 'atteindre']);
/** A date for these is a date for the customer. */
const SCHEDULING = new Set(['prévoir', 'fixer', 'programmer', 'confirmer', 'planifier', 'caler', 'valider', 'maintenir', 'bloquer', 'enregistrer', 'reporter', 'avancer', 'décaler', 'repousser', 'annoncer', 'noter']);
const GIVEN = new Set(['prolonger', 'offrir', 'accorder', 'rembourser', 'restituer', 'octroyer', 'acquérir', 'attribuer', 'réserver']);
/** « deux solutions s'offrent à vous », « la commission se réunit jeudi »: what takes place, whoever it concerns. */
const EVENTS = new Set(['offrir', 'réunir', 'dérouler', 'tenir', 'rassembler', 'produire']);
/** « ce genre de réparation prend une petite heure »: how long, not by when. */
const LASTING = new Set(['prendre', 'durer', 'demander', 'nécessiter', 'requérir', 'exiger']);
const isLasting = (read: ReadClause, group: VerbGroup): boolean =>
  !group.isPassive && group.tense === 'present' && group.verbs.length === 1 && isVerb(group, LASTING) && !isPersonal(read) && (read.deadline === null || (read.deadline.isDelay && read.deadline.start <= group.end + 1));

/** How somebody is, not what is done to them. */
const STATES = new Set(['surcharger', 'déborder', 'saturer', 'fermer', 'occuper', 'submerger', 'épuiser', 'immobiliser', 'indisposer', 'absenter', 'perturber', 'encombrer', 'ralentir']);
/** What may be « prête », « chez vous », « en ligne » by a date. */
const INSTITUTIONS = /^(?:service|sav|equipe|equipes|agence|magasin|boutique|guichet|guichets|techniciens|conseillers|bureaux|standard|entrepot|depot|ateliers|livreurs|transporteur)$/;

/** « votre colis », « un technicien », « il », « ce », « tout »: what is done to it or what it does. */
export function judgeThing(read: ReadClause, group: VerbGroup): Verdict {
  if (group.isNegated) return judgeDenied(read, group);
  if (hasVerb(group, EFFORT)) return none('hedged');
  if (group.subject === 'il' && isLedBy(group, INCUMBENT) && (group.clitics.has('vous') || (group.verbs.length > 1 && !isLedBy(group, { has: (lemma) => lemma === 'revenir' })))) return none('customer-duty');
  if (isOnlyThen(read, group)) return PLEDGE;
  if (isLedBy(group, { has: (lemma) => lemma === 'pouvoir' || lemma === 'devoir' || lemma === 'falloir' })) return none(group.tense === 'future' && isLedBy(group, { has: (lemma) => lemma === 'pouvoir' }) ? 'offer' : 'customer-duty');
  if (isVerb(group, { has: (lemma) => CHARGING.has(lemma) })) return none('statement');
  if (!group.isPassive && isVerb(group, { has: (lemma) => lemma === 'ouvrir' || lemma === 'fermer' })) return none('statement');
  if (isVerb(group, EVENTS) && (group.clitics.has('se') || group.clitics.has("s'"))) return none('statement');
  if (isLasting(read, group)) return none('statement');
  if (HANDLED.endAt(read.words, group.end, read.clause.end) > 0) return none('statement');
  if (isGeneral(read)) return none('statement');
  return group.tense === 'future' ? judgeFuture(read, group) : judgePresent(read, group);
}

/** « il ne pourra venir que vendredi »: no sooner, but then. */
const isOnlyThen = ({ words, deadline, act }: ReadClause, group: VerbGroup): boolean =>
  deadline !== null && act.by !== null && group.verbs.length > 1 && isLedBy(group, { has: (lemma) => lemma === 'pouvoir' }) && group.tense !== 'conditional' && /^(?:que|qu')$/.test(words.at(group.end)) && deadline.start === group.end + 1;

function judgeDenied(read: ReadClause, group: VerbGroup): Verdict {
  // « n'est pas encore imprimée »: not yet is no refusal.
  if (isSaidBetween(read, group, 'encore')) return none('negated');
  if (lemmasOf(group).includes('être') && !group.isPassive) return none('negated');
  // « il n'y aura pas de frais »
  if (group.tense === 'future' && group.clitics.has('y') && COSTS.isIn(read.words, group.end, read.clause.end)) return PLEDGE;
  if ((!group.isPassive || group.tense === 'future') && isVerb(group, RUNNING) && !isLedBy(group, { has: (lemma) => lemma === 'pouvoir' }) && COSTS.isIn(read.words, read.clause.start, group.start) && isTimedOrFuture(read, group)) return PLEDGE;
  // « votre abonnement ne sera pas reconduit » ends it.
  if (group.tense === 'future' && group.isPassive && isVerb(group, { has: (lemma) => lemma === 'reconduire' }) && isPersonal(read)) return PLEDGE;
  const spares = isVerb(group, HARMFUL) && (group.isPassive || group.clitics.has('vous') || group.clitics.has("t'") || group.clitics.has('te'));
  if (spares && group.isPassive && group.tense === 'present' && read.deadline === null && !isPersonal(read)) return none('negated');
  if (spares && !isLedBy(group, { has: (lemma) => lemma === 'pouvoir' || lemma === 'devoir' })) return PLEDGE;
  // « ça change rien », « ça marche pas »
  if (group.subject === 'ce' && !group.isPassive && read.act.by === 'verb' && group.verbs.length === 1) return none('negated');
  return read.act.by === null ? none('negated') : REFUSAL;
}

const isTimedOrFuture = ({ deadline }: ReadClause, { tense }: VerbGroup): boolean => tense === 'future' || deadline !== null;

function judgeFuture(read: ReadClause, group: VerbGroup): Verdict {
  const isBeing = !group.isPassive && lemmasOf(group).includes('être');
  if (isBeing) return read.deadline !== null || isGift(read) || isSum(read) ? PLEDGE : none('statement');
  if (group.isPassive || isStayingFree(read, group)) return PLEDGE;
  const towards = group.clitics.has('vous') || group.clitics.has('te') || group.clitics.has("t'");
  if (group.subject === 'ce' && read.deadline === null) return none('statement');
  return read.deadline !== null || read.act.by !== null || towards ? PLEDGE : none('no-act');
}

function judgePresent(read: ReadClause, group: VerbGroup): Verdict {
  const { deadline, act } = read;
  const towards = group.clitics.has('vous') || group.clitics.has('te') || group.clitics.has("t'");
  if (group.isPassive) {
    // « le vingt-huit elle est déjà prise »
    if (isAlready(read, group) || isVerb(group, STATES)) return none('statement');
    // « c'est vu avec le magasin : | retrait mardi »
    const isOwn = deadline !== null && !(group.subject === 'ce' && deadline.start >= read.clause.end);
    if (isOwn) return PLEDGE;
    if (isVerb(group, { has: (lemma) => GIVEN.has(lemma) }) && (towards || isPersonal(read))) return PLEDGE;
    return isVerb(group, { has: (lemma) => SCHEDULING.has(lemma) }) ? none('statement') : DONE;
  }
  if (isVerb(group, AMOUNTING) && isGivenSum(read)) return PLEDGE;
  if (lemmasOf(group).includes('être')) return isGift(read) || isDue(read) || isGrant(read) ? PLEDGE : none('statement');
  if (isStayingFree(read, group)) return PLEDGE;
  // « une voiture vous attend demain »
  if (deadline !== null && towards && isVerb(group, { has: (lemma) => lemma === 'attendre' })) return PLEDGE;
  if (isVerb(group, STATIVE)) return none('statement');
  if (deadline !== null) return PLEDGE;
  if (isVerb(group, SCHEDULING)) return none('statement');
  if (isVerb(group, { has: (lemma) => lemma === 'arriver' || lemma === 'partir' })) return act.by === 'noun' ? PLEDGE : none('statement');
  return mentionsCustomer(read) && act.by !== null ? PLEDGE : none('statement');
}

/** « les chaînes resteront gratuites », « la livraison reste à notre charge ». */
const isStayingFree = ({ words, clause }: ReadClause, group: VerbGroup): boolean => isVerb(group, { has: (lemma) => lemma === 'rester' || lemma === 'demeurer' }) && FREE.endAt(words, group.end, clause.end) > 0 && group.subject !== 'ce';
const FREE = new Phrases('gratuit|gratuite|gratuits|gratuites|offert|offerte|offerts|offertes|a notre charge|a nos frais|pour nous|sans frais');

const isAlready = (read: ReadClause, group: VerbGroup): boolean => isSaidBetween(read, group, 'deja') && !isVerb(group, { has: (lemma) => GIVEN.has(lemma) });

function isSaidBetween({ words }: ReadClause, group: VerbGroup, adverb: string): boolean {
  for (let i = group.finite; i <= group.end; i++) if (words.at(i) === adverb) return true;
  return false;
}

/** « le déplacement est pour nous », « c'est offert », « c'est gratuit pour vous ». */
function isGift({ words, clause }: ReadClause): boolean {
  return words.says(clause.group!.end, 'pour nous') || words.says(clause.group!.end, 'a notre charge') || words.says(clause.group!.end, 'a nos frais') || (words.says(clause.group!.end, 'a vous') && !/^(?:de|d'|maintenant)$/.test(words.at(clause.group!.end + 2))) || words.at(clause.group!.end) === 'cadeau' || (clause.group!.tense === 'future' && /^gratuite?s?$/.test(words.at(clause.group!.end)));
}

/** « le dépanneur est chez vous dans une demi-heure », « la livraison c'est mercredi ». */
const isDue = ({ words, clause, act, deadline }: ReadClause): boolean =>
  deadline !== null && (act.by === 'verb' || (deadline.start === clause.group!.end && words.at(deadline.start) === 'pour' && clause.start < clause.group!.start) || (act.by === 'noun' && (deadline.start === clause.group!.end || HERE.endAt(words, clause.group!.end, clause.end) > 0)));
const HERE = new Phrases('chez vous|chez toi|a votre domicile|a votre porte|sur place|devant chez vous|la|dans la rue|en bas de chez vous|devant votre porte');

/** « l'avoir sera de cent dix euros ». */
const isSum = (read: ReadClause): boolean => isGivenSum(read) || isSumOf(read);
const isSumOf = ({ words, clause, act, amount }: ReadClause): boolean => amount !== null && act.by === 'noun' && amount.start === clause.group!.end + 1 && words.at(clause.group!.end) === 'de';

/** « le bon d'achat c'est 25 euros », « votre avoir est de 30 € », « l'indemnité s'élève à 300 € », « c'est bon pour l'échange ». */
const isGrant = (read: ReadClause): boolean => isAgreed(read) || isGivenSum(read);

/** A sum that the customer gets, named by its noun. */
function isGivenSum({ words, clause: { start, end, group, front }, act, amount }: ReadClause): boolean {
  if (amount === null || act.by !== 'noun' || TO_PAY.isIn(words, start, end)) return false;
  const at = amount.start;
  const isSaid = at === group!.end || (at === group!.end + 1 && /^(?:de|d'|a)$/.test(words.at(group!.end)));
  return isSaid && (act.act === 'gesture' || act.act === 'refund' || INDEMNITY.isIn(words, Math.min(front, start), group!.start));
}

const TO_PAY = new Phrases('a regler|a payer|de droits|de frais|a votre charge|a avancer|a verser');
const INDEMNITY = new Phrases('indemnite|indemnites|indemnisation|prime|dedommagement|prise en charge|participation');

/** « c'est ok pour le remboursement ». */
const isAgreed = ({ words, clause: { group }, act }: ReadClause): boolean =>
  group!.subject === 'ce' && act.by !== null && AGREED.has(words.at(group!.end)) && words.at(group!.end + 1) === 'pour' && !words.says(group!.end + 1, 'pour vous');

const CUSTOMER = new Set(['vous', '-vous', 'te', "t'", 'toi']);

/** « vous », not « votre ». */
function mentionsCustomer({ words, clause }: ReadClause): boolean {
  for (let i = clause.start; i < clause.end; i++) if (CUSTOMER.has(words.at(i))) return true;
  return false;
}

/** Said of all cases: « les remboursements sont effectués sous 14 jours », « nos techniciens passent sous 72 h », « toute réclamation reçoit ». */
function isGeneral(read: ReadClause): boolean {
  const { words, clause } = read;
  const first = words.at(clause.start);
  if (/^(?:toute?|tous|toutes|chaque|aucune?)$/.test(first) && words.at(clause.start + 1) !== 'est' && clause.group!.start > clause.start + 1) return true;
  if (/^(?:ce|cet|ces)$/.test(first) && /^(?:genre|type|sorte|genres|types)$/.test(words.at(clause.start + 1))) return true;
  if (isDated(read) || isPersonal(read)) return false;
  if (/^(?:les|nos|des)$/.test(first)) return true;
  if (clause.group!.tense === 'future') return false;
  for (let i = clause.start; i < clause.group!.start; i++) if (INSTITUTIONS.test(words.at(i))) return true;
  return false;
}
