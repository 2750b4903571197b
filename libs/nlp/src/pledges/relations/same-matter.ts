import type { Amount, Claim, Fulfilment, Pledge, PledgeAct, Refusal } from '#domain';
import type { Placed, PlacedFact } from './order.js';
import { concernsAct, tellOtherDeeds } from './deeds.js';
import { nameOtherThings } from './other-thing.js';
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
  ['send-technician', 'repair', 'deliver'],
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

const caseOf = (one: Placed | PlacedFact): string | undefined => ('fact' in one ? one.fact.caseRef : one.statement.caseRef);

/** Whether two statements are about the same thing to be done: the same act and no other object, or neighbouring acts and a common object. */
export function sameMatter(placed: Placed<Deed>, other: Placed<Deed>): boolean {
  const [one, two] = [placed.statement, other.statement];
  if (one.act !== two.act && !areNeighbours(one.act, two.act)) return false;
  if (!withinReach(placed, other) || namesOtherMonth(one.object, two.object)) return false;
  if (areApart(one, two)) return false;
  if (one.act === two.act) return overlap(beside(one.act, one.topics), beside(one.act, two.topics)) !== 'none';
  return overlap(one.topics, two.topics) === 'some';
}

const MONTH = /\b(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b/giu;

/** « la facture de janvier » is not that of December. */
function namesOtherMonth(one: string | null, other: string | null): boolean {
  const [before, after] = [one, other].map((object) => (object?.match(MONTH) ?? []).map((month) => month.toLowerCase()));
  return before!.length > 0 && after!.length > 0 && !before!.some((month) => after!.includes(month));
}

type About = Pick<Deed | Claim, 'topics' | 'evidence'>;

/** Two things of one kind, told apart by the words around the noun. */
function areApart(one: About, two: About): boolean {
  const classes = new Set(one.topics.map(classOf));
  return nameOtherThings(one.evidence.quote, two.evidence.quote, new Set(two.topics.map(classOf).filter((topic) => classes.has(topic))));
}

/** Whether two facts of a case are told about the same thing. */
export const sameQuestion = (one: Placed<Claim>, other: Placed<Claim>): boolean =>
  one.statement.question === other.statement.question && withinReach(one, other) && overlap(one.statement.topics, other.statement.topics) !== 'none' && !(one.statement.question === 'possible' && tellOtherDeeds(one.statement.topics, other.statement.topics)) && !areApart(one.statement, other.statement);

/** What is told of the case takes a pledge on the same thing back: « les frais de port ne sont pas remboursables », « la réparation est à votre charge ». */
export function takesBack(told: Placed<Claim>, placed: Placed<Pledge>): boolean {
  const [claim, pledge] = [told.statement, placed.statement];
  const denies = claim.question === 'possible' ? claim.answer === 'no' : claim.question === 'cost' && claim.answer === 'charged' && (pledge.act === 'gesture' || pledge.act === 'cancel' || PAID_FOR.test(pledge.evidence.quote)) && claim.amount === null;
  if (!denies || !concernsAct(claim.topics, pledge.act) || areApart(claim, pledge)) return false;
  return withinReach(told, placed) && overlap(beside(pledge.act, pledge.topics), claim.topics) === 'some';
}

/** What was said to be free, open or possible is refused. */
export const deniedBy = (told: Placed<Claim>, placed: Placed<Refusal>): boolean =>
  /^(?:free|open|yes)$/.test(told.statement.answer) && withinReach(told, placed) && !areApart(told.statement, placed.statement) && overlap(beside(placed.statement.act, placed.statement.topics), told.statement.topics) === 'some';

/** The company pays, or asks for nothing. */
const PAID_FOR = /(?<!\p{L})(?:en charge|rembours\p{L}+|offr\p{L}+|offert\p{L}*|gratuit\p{L}*|(?:pas|rien|aucune?)\p{L}* (?:factur|prélev|débit|compt|pay|demand)\p{L}+|factur\p{L}+ (?:pas|rien|aucune?))(?!\p{L})/iu;

/** Whether what a company's system tells settles this pledge. */
export function keeps(told: PlacedFact, placed: Placed<Pledge>): boolean {
  if (!withinReach(told, placed)) return false;
  const [fact, pledge] = [told.fact, placed.statement];
  const act = fact.act === pledge.act || (pledge.act === 'reply' && fact.act === 'call-back');
  return act && overlap(beside(fact.act, fact.topics), beside(pledge.act, pledge.topics)) !== 'none' && coversAmount(fact.amount, pledge.amount);
}

function coversAmount(done: Amount | null, promised: Amount | null): boolean {
  if (done === null || promised === null || !('currency' in done) || !('currency' in promised)) return true;
  return done.value >= promised.value;
}

/** `other` is what has no act of its own, and may be any of them told in other words. */
const areNeighbours = (one: PledgeAct, other: PledgeAct): boolean => one === 'other' || other === 'other' || NEIGHBOURS.some((acts) => acts.includes(one) && acts.includes(other));

/** Nouns that say no more than the act itself: a « remboursement » is whatever is refunded, a « colis » whatever is delivered. */
const SAY_THE_ACT: Partial<Record<PledgeAct, readonly string[]>> = {
  refund: ['remboursement', 'compte', 'carte', 'iban', 'rib'],
  gesture: ['geste'],
  'call-back': ['appel'],
  reply: ['reponse', 'mail', 'sms', 'message'],
  deliver: ['colis'],
};

const beside = (act: PledgeAct, topics: readonly string[]): readonly string[] => topics.filter((topic) => !(SAY_THE_ACT[act] ?? []).includes(classOf(topic)));

/** `open`: at least one of them names no object, so nothing speaks against it. */
function overlap(one: readonly string[], other: readonly string[]): 'some' | 'none' | 'open' {
  const classes = new Set(one.map(classOf));
  if (classes.size === 0 || other.length === 0) return 'open';
  return other.some((topic) => classes.has(classOf(topic))) ? 'some' : 'none';
}
