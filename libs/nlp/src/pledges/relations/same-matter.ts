import type { Amount, Claim, Fact, Fulfilment, Pledge, PledgeAct, Refusal } from '#domain';
import { instantOf } from './order.js';
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
  ['refund', 'gesture', 'other'],
  ['deliver', 'exchange', 'send-document', 'other'],
  ['send-technician', 'repair', 'deliver', 'other'],
  ['call-back', 'reply', 'check'],
  ['cancel', 'other', 'correct'],
];

interface Timed {
  readonly at: string;
  readonly caseRef?: string;
}

/** Whether they may belong to one matter by case and time alone. */
export function withinReach(one: Timed, other: Timed): boolean {
  if (one.caseRef !== undefined && other.caseRef !== undefined && one.caseRef !== other.caseRef) return false;
  const tied = one.caseRef !== undefined && one.caseRef === other.caseRef;
  return Math.abs(instantOf(one.at) - instantOf(other.at)) <= (tied ? FARTHEST_MS : FARTHEST_WITHOUT_CASE_MS);
}

/** Whether two statements are about the same thing to be done: the same act and no other object, or neighbouring acts and a common object. */
export function sameMatter(one: Deed, other: Deed): boolean {
  if (!withinReach(one, other)) return false;
  if (one.act === other.act) return overlap(beside(one.act, one.topics), beside(one.act, other.topics)) !== 'none';
  return overlap(one.topics, other.topics) === 'some' && areNeighbours(one.act, other.act);
}

/** Whether two facts of a case are told about the same thing. */
export const sameQuestion = (one: Claim, other: Claim): boolean =>
  one.question === other.question && withinReach(one, other) && overlap(one.topics, other.topics) !== 'none';

/** Whether what a company's system tells settles this pledge. */
export function keeps(fact: Fact, pledge: Pledge): boolean {
  if (!withinReach(fact, pledge)) return false;
  const act = fact.act === pledge.act || (pledge.act === 'reply' && fact.act === 'call-back');
  return act && overlap(beside(fact.act, fact.topics), beside(pledge.act, pledge.topics)) !== 'none' && coversAmount(fact.amount, pledge.amount);
}

function coversAmount(done: Amount | null, promised: Amount | null): boolean {
  if (done === null || promised === null || !('currency' in done) || !('currency' in promised)) return true;
  return done.value >= promised.value;
}

const areNeighbours = (one: PledgeAct, other: PledgeAct): boolean => NEIGHBOURS.some((acts) => acts.includes(one) && acts.includes(other));

/** Nouns that say no more than the act itself: a « remboursement » is whatever is refunded, a « colis » whatever is delivered. */
const SAY_THE_ACT: Partial<Record<PledgeAct, readonly string[]>> = {
  refund: ['remboursement', 'compte', 'carte', 'iban', 'rib'],
  gesture: ['geste'],
  'call-back': ['appel'],
  reply: ['reponse', 'mail', 'sms', 'message'],
  deliver: ['colis'],
  'send-technician': ['technicien'],
};

const beside = (act: PledgeAct, topics: readonly string[]): readonly string[] => topics.filter((topic) => !(SAY_THE_ACT[act] ?? []).includes(classOf(topic)));

/** `open`: at least one of them names no object, so nothing speaks against it. */
function overlap(one: readonly string[], other: readonly string[]): 'some' | 'none' | 'open' {
  const classes = new Set(one.map(classOf));
  if (classes.size === 0 || other.length === 0) return 'open';
  return other.some((topic) => classes.has(classOf(topic))) ? 'some' : 'none';
}
