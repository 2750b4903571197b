import type { Amount, Claim, Fulfilment, Pledge, PledgeAct, Refusal } from '#domain';
import { foldWord } from '../../read/index.js';
import type { Placed, PlacedFact } from './order.js';
import { concernsAct, isDeedNoun, tellOtherDeeds } from './deeds.js';
import { headOf, nameOtherThings, SAY_LITTLE } from './other-thing.js';
import { classOf } from './topic-classes.js';

/** What is done or to be done for the customer. */
export type Deed = Pledge | Refusal | Fulfilment;

const DAY_MS = 86_400_000;
/** Farther apart, two statements are never held against each other. */
export const FARTHEST_MS = 180 * DAY_MS;
/** The same where no case ties them together: « je vous rappelle demain » in March and in May are two matters. */
const FARTHEST_WITHOUT_CASE_MS = 45 * DAY_MS;

/** Acts that people name in each other's place: a wrong size is sent back « renvoyée » or exchanged. Across them, a common noun is asked for. */
const NEIGHBOURS: readonly (readonly PledgeAct[])[] = [
  ['refund', 'gesture'],
  ['deliver', 'exchange', 'send-document'],
  ['send-technician', 'repair'],
  ['repair', 'deliver'],
  ['call-back', 'reply', 'check'],
  ['cancel', 'correct'],
  ['refund', 'correct'],
  ['refund', 'cancel'],
];

/** Whether they may belong to one matter by case and time alone. */
export function withinReach(one: Placed | PlacedFact, other: Placed | PlacedFact): boolean {
  const [case1, case2] = [caseOf(one), caseOf(other)];
  if (case1 !== undefined && case2 !== undefined && case1 !== case2) return false;
  const tied = case1 !== undefined && case1 === case2;
  return Math.abs(one.at - other.at) <= (tied ? FARTHEST_MS : FARTHEST_WITHOUT_CASE_MS);
}

/** How far from it, in milliseconds, anything that concerns it may be: whoever looks farther finds nothing. */
export const reachOf = (one: Placed): number => (one.statement.caseRef === undefined ? FARTHEST_WITHOUT_CASE_MS : FARTHEST_MS);

const caseOf = (one: Placed | PlacedFact): string | undefined => ('fact' in one ? one.fact.caseRef : one.statement.caseRef);

/** Whether two statements are about the same thing to be done: the same act and no other object, or neighbouring acts and a common object. */
export function sameMatter(placed: Placed<Deed>, other: Placed<Deed>): boolean {
  const [one, two] = [placed.statement, other.statement];
  if (one.act !== two.act && !areNeighbours(one.act, two.act)) return false;
  if (!withinReach(placed, other) || namesOtherMonth(one.object, two.object)) return false;
  if (areApart(one, two)) return false;
  // « je reviens vers vous » is no answer yet.
  if (one.act === 'reply' && two.act === 'reply' && (one.kind === 'fulfilment' || two.kind === 'fulfilment') && isAnyContact(one) !== isAnyContact(two)) return false;
  if (one.act === two.act) return overlap(beside(one.act, one.topics), beside(one.act, two.topics)) !== 'none' || isNamedIn(one, two) || isNamedIn(two, one);
  if (isAnyContact(one) && isAnyContact(two)) return overlap(beside(one.act, one.topics), beside(two.act, two.topics)) !== 'none';
  return overlap(withAct(one), withAct(two)) === 'some';
}

/** What one is about is said aside in the other: « 30 % sur l'adhésion », « une réduction de 20 % sur l'adhésion ». */
function isNamedIn(one: Deed, other: Deed): boolean {
  const words = new Set(foldWord(other.evidence.quote).split(/[^\p{L}-]+/u));
  return beside(one.act, one.topics).some((topic) => topic.length > 4 && !SAY_LITTLE.has(classOf(topic)) && (words.has(topic) || words.has(`${topic}s`)));
}

/** « je reviens vers vous », « on vous recontacte »: by telephone or in writing, the same is promised. */
const isAnyContact = ({ act, evidence }: Deed): boolean => act === 'call-back' || (act === 'reply' && ANY_CONTACT.test(evidence.quote));
const ANY_CONTACT = /(?<!\p{L})(?:revien\p{L}*|reviendr\p{L}*|revenir) vers|recontact/iu;

/** What a verb names is a topic too: « on vous le répare » is about a repair. */
const withAct = ({ act, topics }: Deed): readonly string[] => [...topics, ...(NOUN_OF[act] ?? [])];
const NOUN_OF: Partial<Record<PledgeAct, readonly string[]>> = { refund: ['remboursement'], exchange: ['echange'], repair: ['reparation'], deliver: ['livraison'], 'send-technician': ['technicien'], correct: ['correction'] };

const MONTH = /\b(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b/giu;

/** « la facture de janvier » is not that of December. */
function namesOtherMonth(one: string | null, other: string | null): boolean {
  const [before, after] = [one, other].map((object) => (object?.match(MONTH) ?? []).map((month) => month.toLowerCase()));
  return before!.length > 0 && after!.length > 0 && !before!.some((month) => after!.includes(month));
}

type About = Pick<Deed | Claim, 'topics' | 'evidence' | 'about'>;

/** With what it was said to be about beforehand. */
const wordsOf = ({ about, evidence: { quote } }: About): string => (about === undefined || quote.includes(about) ? quote : `${about} ${quote}`);

/** Two things of one kind, told apart by the words around the noun. */
export function areApart(one: About, two: About): boolean {
  const classes = new Set(one.topics.map(classOf));
  return nameOtherThings(wordsOf(one), wordsOf(two), new Set(two.topics.map(classOf).filter((topic) => classes.has(topic))));
}

/** Whether two facts of a case are told about the same thing. */
export const sameQuestion = (one: Placed<Claim>, other: Placed<Claim>): boolean =>
  (familyOf(one.statement.question) === familyOf(other.statement.question) || (isSum(one.statement) && isSum(other.statement) && headOf(wordsOf(one.statement), one.statement.topics) === headOf(wordsOf(other.statement), other.statement.topics))) && withinReach(one, other) && overlap(one.statement.topics, other.statement.topics) !== 'none' && !(one.statement.question === 'possible' && tellOtherDeeds(one.statement.topics, other.statement.topics)) && !areApart(one.statement, other.statement) && headsMeet(one.statement, other.statement) && !areElsewhere(one.statement, other.statement);

/** « vous pouvez le renvoyer », « le retour est refusé », « vous n'y avez pas droit »: yes or no to one demand. */
const familyOf = (question: string): string => (question === 'accepted' || question === 'entitled' ? 'possible' : question === 'time-limit' ? 'figure:jour' : question);

/** « c'est 150 € », « une franchise de 300 € s'applique ». */
const isSum = ({ question, answer, amount }: Claim): boolean => (amount !== null && (question === 'cost' || question === 'figure:€')) || (question === 'cost' && answer === 'free');

/** What is free in a shop may be charged by post. */
function areElsewhere(one: Claim, other: Claim): boolean {
  return one.question === 'cost' && isElsewhere(one, other);
}

/** The one in a shop, the other at home or by post. */
export function isElsewhere(one: Pick<Claim, 'evidence'>, other: Pick<Claim, 'evidence'>): boolean {
  const [here, there] = [whereOf(one), whereOf(other)];
  return here !== null && there !== null && here !== there;
}

const whereOf = ({ evidence: { quote } }: Pick<Claim, 'evidence'>): 'shop' | 'away' | null => (IN_SHOP.test(quote) === AWAY.test(quote) ? null : IN_SHOP.test(quote) ? 'shop' : 'away');
const IN_SHOP = /(?<!\p{L})(?:magasins?|boutiques?|agences?|guichets?)(?!\p{L})/iu;
const AWAY = /(?<!\p{L})(?:poste|domicile|relais|en ligne|internet|courrier)(?!\p{L})/iu;

/** « … pour le SAV » */
const isPurpose = (quote: string, topic: string): boolean => [...foldWord(quote).matchAll(PURPOSE)].some(([, noun]) => noun === topic || noun === `${topic}s`);
const PURPOSE = /\bpour (?:le |la |les |l['’]|votre |vos |un |une |tout |toute )?([\p{L}-]+)/gu;

/** « pas besoin de la facture pour le SAV », « il faut une pièce d'identité pour le SAV »: the SAV is what they share, not what is needed. */
function headsMeet(one: Claim, other: Claim): boolean {
  const isFigure = one.question.startsWith('figure:') || one.question !== other.question && other.question.startsWith('figure:');
  const [head, otherHead] = [headOf(wordsOf(one), one.topics), headOf(wordsOf(other), other.topics)];
  if (head === null || otherHead === null) return !isFigure;
  if (isFigure) return head === otherHead;
  // « le contrôle est compris dans la révision », « la vidange n'est pas comprise dans la révision »
  if (one.question !== 'need') return other.topics.some((topic) => classOf(topic) === head) || one.topics.some((topic) => classOf(topic) === otherHead);
  return [one, other].every(({ topics, evidence: { quote } }, index) => topics.some((topic) => [other, one][index]!.topics.some((shared) => classOf(shared) === classOf(topic)) && !isPurpose(quote, topic)));
}

/** What is told of the case takes a pledge on the same thing back: « les frais de port ne sont pas remboursables », « la réparation est à votre charge ». */
export function takesBack(told: Placed<Claim>, placed: Placed<Pledge>): boolean {
  const [claim, pledge] = [told.statement, placed.statement];
  const denies = DENIALS.has(`${claim.question} ${claim.answer}`) || (claim.question === 'cost' && claim.answer === 'charged' && (pledge.act === 'gesture' || pledge.act === 'cancel' || PAID_FOR.test(pledge.evidence.quote)) && claim.amount === null);
  return denies && !isExamining(pledge) && isAbout(told, placed);
}

/** A fact of the case is told about what a pledge is about. */
export const isAbout = (told: Placed<Claim>, placed: Placed<Pledge>): boolean =>
  concernsAct(told.statement.topics, placed.statement.act) && !areApart(told.statement, placed.statement) && withinReach(told, placed) && meets(placed.statement, told.statement);

/** A common noun that is more than the act itself, where both name one: « échanger le coffret », « les testeurs, on les échange pas ». */
function meets(deed: Deed, claim: Claim): boolean {
  const own = beside(deed.act, deed.topics).filter((topic) => !SAY_LITTLE.has(classOf(topic)));
  const told = claim.topics.filter((topic) => !isDeedNoun(topic) && !SAY_LITTLE.has(classOf(topic)));
  return own.length > 0 && told.length > 0 ? overlap(own, told) === 'some' : overlap(withAct(deed), claim.topics) === 'some';
}

/** The same, by any noun: the two name one benefit. */
export const sharesNoun = (told: Placed<Claim>, placed: Placed<Pledge>): boolean =>
  !areApart(told.statement, placed.statement) && withinReach(told, placed) && overlap(withAct(placed.statement), told.statement.topics) === 'some';

/** Answers by which something promised will not be. */
const DENIALS: ReadonlySet<string> = new Set(['possible no', 'accepted no', 'entitled no', 'standing kept', 'payment failed']);

/** « nous étudions votre demande »: to look at it is no grant. */
export const isExamining = ({ act, evidence }: Deed): boolean => (act === 'other' || act === 'check' || act === 'transfer' || act === 'reply') && EXAMINING.test(evidence.quote);
const EXAMINING = /(?<!\p{L})(?:étudi\p{L}+|examin\p{L}+|trait(?:er|ons|e|erons|era|erai|ée?s?)|vérifi\p{L}+|regard\p{L}+|analys\p{L}+|transmet\p{L}*|transf[eé]r\p{L}+|soumet\p{L}*|remont\p{L}+|demand(?:e|er|ons) (?:à|au|aux))(?!\p{L})/iu;

/** What was said to be free, open or possible is refused. */
export const deniedBy = (told: Placed<Claim>, placed: Placed<Refusal>): boolean =>
  /^(?:free|open|yes)$/.test(told.statement.answer) && withinReach(told, placed) && !areApart(told.statement, placed.statement) && meets(placed.statement, told.statement);

/** The company pays, or asks for nothing. */
const PAID_FOR = /(?<!\p{L})(?:en charge|rembours\p{L}+|offr\p{L}+|offert\p{L}*|gratuit\p{L}*|(?:pas|rien|aucune?)\p{L}* (?:factur|prélev|débit|compt|pay|demand)\p{L}+|factur\p{L}+ (?:pas|rien|aucune?))(?!\p{L})/iu;

/** Whether what a company's system tells settles this pledge. */
export function keeps(told: PlacedFact, placed: Placed<Pledge>): boolean {
  if (!withinReach(told, placed)) return false;
  const [fact, pledge] = [told.fact, placed.statement];
  const act = fact.act === pledge.act || (pledge.act === 'reply' && fact.act === 'call-back');
  return act && overlap(beside(fact.act, fact.topics), beside(pledge.act, pledge.topics)) !== 'none' && coversAmount(fact.amount, pledge.amount);
}

/** … or leaves it behind: whoever was to be called and was written to instead is told when to expect the next call. */
export const closes = (told: PlacedFact, placed: Placed<Pledge>): boolean =>
  keeps(told, placed) || (placed.statement.act === 'call-back' && told.fact.act === 'reply' && told.fact.topics.length === 0 && withinReach(told, placed));

function coversAmount(done: Amount | null, promised: Amount | null): boolean {
  if (done === null || promised === null || !('currency' in done) || !('currency' in promised)) return true;
  return done.value >= promised.value;
}

/** `other` is what has no act of its own, and may be any of them told in other words. */
export const areNeighbours = (one: PledgeAct, other: PledgeAct): boolean => one === 'other' || other === 'other' || NEIGHBOURS.some((acts) => acts.includes(one) && acts.includes(other));

/** Nouns that say no more than the act itself: a « remboursement » is whatever is refunded, a « colis » whatever is delivered. */
const SAY_THE_ACT: Partial<Record<PledgeAct, readonly string[]>> = {
  refund: ['remboursement', 'compte', 'carte', 'iban', 'rib'],
  gesture: ['geste'],
  'call-back': ['appel'],
  reply: ['reponse', 'mail', 'sms', 'message'],
  deliver: ['colis'],
  exchange: ['echange'],
  repair: ['reparation'],
  'send-technician': ['technicien'],
  cancel: ['annulation'],
  correct: ['correction'],
};

const beside = (act: PledgeAct, topics: readonly string[]): readonly string[] => topics.filter((topic) => !(SAY_THE_ACT[act] ?? []).includes(classOf(topic)));

/** « ostéopathe », « ostéopathie »: long words of one stem. */
const LONG = 9;

/** `open`: at least one of them names no object, so nothing speaks against it. */
function overlap(one: readonly string[], other: readonly string[]): 'some' | 'none' | 'open' {
  const classes = new Set(one.map(classOf));
  if (classes.size === 0 || other.length === 0) return 'open';
  return other.some((topic) => classes.has(classOf(topic)) || (topic.length >= LONG && [...classes].some((name) => name.length >= LONG && name.slice(0, LONG - 1) === topic.slice(0, LONG - 1)))) ? 'some' : 'none';
}
