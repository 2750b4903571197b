import { type Claim, type Contradiction, type ContradictionKind, type Fulfilment, type Moment, type Pledge, type Quantity, type Statement, contradictionIdOf } from '#domain';
import { foldWord } from '../../read/index.js';
import { amountsDiffer, answersDiffer, inOneUnit, isOtherSum, laterBy, movedOn, quantitiesDiffer, sameUnit, sentThenReceived, shareOf } from './compare-terms.js';
import * as tell from './detail.js';
import { isOf, lastWordBefore } from './last-word.js';
import type { Placed, PlacedFact } from './order.js';
import { closes, deniedBy, isAbout, isExamining, sharesNoun, sameMatter, sameQuestion, takesBack, withinReach } from './same-matter.js';
import { classOf } from './topic-classes.js';

/**
 * How a statement clashes with what the same customer was told before. Each point (date, amount, condition, yes or no, a fact of the case, tu
 * and vous) is held against the last word on that point alone: three dates in a row make two contradictions, not three.
 * @param said everything said to the customer, in the order of time
 * @param index the place of the later statement
 * @param facts in the order of time
 */
export function contradictionsOf(said: readonly Placed[], index: number, facts: readonly PlacedFact[]): Contradiction[] {
  const later = said[index]!;
  if (isOf(later, 'pledge')) return clashesOfPledge(said, index, later, facts);
  if (isOf(later, 'fulfilment')) return clashesOfDeed(said, index, later);
  if (isOf(later, 'refusal')) {
    const last = lastWordBefore(said, index, (one): one is Placed<Pledge | Fulfilment> => isOf(one, 'pledge', 'refusal', 'fulfilment') && !isExamining(one.statement) && sameMatter(one, later));
    const free = last === null || isOf(last, 'fulfilment') ? lastWordBefore(said, index, (one): one is Placed<Claim> => isOf(one, 'claim') && deniedBy(one, later)) : null;
    if (free !== null) return clashOf('yes-to-no', free, later, tell.refused);
    // A refusal said again is no news, and what is done already was granted indeed.
    return last !== null && isOf(last, 'pledge') ? clashOf('yes-to-no', last, later, tell.refused) : [];
  }
  if (isOf(later, 'claim')) {
    if (later.statement.because === 'customer-asked' || later.statement.question === 'told') return [];
    if (later.statement.when !== undefined) return postponed(said, index, later, later.statement.when);
    const granted = lastWordBefore(said, index, (one): one is Placed<Pledge> => isOf(one, 'pledge') && takesBack(later, one));
    if (granted !== null) return clashOf('yes-to-no', granted, later, tell.refused);
    const priced = /^(?:cost|figure:[€%])$/.test(later.statement.question) && later.statement.amount !== null ? lastWordBefore(said, index, (one): one is Placed<Pledge> => isOf(one, 'pledge') && isPriceOf(later.statement, one.statement) && sharesNoun(later, one)) : null;
    if (priced !== null && isOtherSum(priced.statement, later.statement)) return clashOf('amount-changed', priced, later, tell.quotes);
    const before = lastWordBefore(said, index, (one): one is typeof later => isOf(one, 'claim') && sameQuestion(one, later));
    if (before === null || !answersDiffer(before.statement, later.statement) || movedOn(before.statement, later.statement)) return [];
    return clashOf(before.statement.channel === later.statement.channel ? 'yes-to-no' : 'two-versions', before, later, tell.quotes);
  }
  if (isOf(later, 'address')) {
    const before = lastWordBefore(said, index, (one): one is typeof later => isOf(one, 'address') && withinReach(one, later));
    return before !== null && before.statement.register !== later.statement.register ? clashOf('register-shift', before, later, tell.registers) : [];
  }
  return [];
}

/** « vous l'avez mardi », then « pas avant le 24 ». */
function postponed(said: readonly Placed[], index: number, later: Placed<Claim>, when: Moment): Contradiction[] {
  const dated = lastWordBefore(said, index, (one): one is Placed<Pledge> => isOf(one, 'pledge') && one.statement.deadline?.by != null && isAbout(later, one));
  if (dated === null || Date.parse(dated.statement.deadline!.by!.instant) > Date.parse(when.instant)) return [];
  return clashOf('deadline-moved', dated, later, tell.quotes);
}

function clashesOfPledge(said: readonly Placed[], index: number, placed: Placed<Pledge>, facts: readonly PlacedFact[]): Contradiction[] {
  const later = placed.statement;
  // Who asked for the change knows of it, and what comes on top takes nothing back.
  if (later.because === 'customer-asked' || later.because === 'added') return [];
  const last = (onPoint: (pledge: Pledge) => boolean): Pledge | null => {
    const found = lastWordBefore(said, index, (one): one is Placed<Pledge | Fulfilment> => !isHalfDone(one, placed) && isOpenWord(one, placed) && !isSaidBeside(said, one) && (isOf(one, 'fulfilment') || onPoint(one.statement)));
    // What was done in between closes the matter: this one is a new pledge.
    if (found === null || !isOf(found, 'pledge')) return null;
    return facts.some((told) => told.at > found.at && told.at <= placed.at && closes(told, found)) ? null : found.statement;
  };
  const { deadline, amount, quantity } = later;
  // A condition that is met only explains a date that was waiting for it.
  const dated = deadline?.by ? last((one) => one.deadline?.by != null && (later.because === null || one.condition === null)) : null;
  const priced = amount === null ? null : last((one) => one.amount !== null && sameUnit(one.amount, amount) && one.because !== 'added');
  const counted = quantity === null ? null : last((one) => one.quantity !== null && sameNoun(one.quantity, quantity) && one.because !== 'added');
  const shared = shareOf(later) === null ? null : last((one) => shareOf(one) !== null && one.because !== 'added');
  const any = later.condition === null && later.because === null ? last(() => true) : null;
  const clash = (kind: ContradictionKind, earlier: Pledge | null, differs: boolean, detail: (earlier: Pledge, later: Pledge) => string): Contradiction[] =>
    earlier === null || !differs ? [] : [told(kind, earlier, later, detail(earlier, later))];
  return [
    ...clash('deadline-moved', dated, dated !== null && laterBy(dated, later) && !sentThenReceived(dated, later), tell.deadlines),
    ...clash('amount-changed', priced, priced !== null && amountsDiffer(priced, later) && !isSum(said, index, placed, priced, ({ amount: one }) => (one !== null && sameUnit(one, amount!) ? one.value : null)), tell.amounts),
    ...clash('amount-changed', counted, counted !== null && quantitiesDiffer(counted, later) && !isSum(said, index, placed, counted, ({ quantity: one }) => (one !== null && sameNoun(one, quantity!) ? inOneUnit(one).value : null)), tell.quantities),
    ...clash('amount-changed', shared, shared !== null && priced === null && shareOf(shared) !== shareOf(later) && isMoney(shared) && isMoney(later), tell.quotes),
    ...clash('conditional-turned-firm', any, any?.condition != null && !conditionMet(said, placed, any), tell.conditions),
  ];
}

/** « je passe votre abonnement à 19,99 € »: a price that was undertaken; « j'ai bien la remise de 25 € »: a benefit that is named. */
const isPriceOf = (told: Claim, { act, amount, topics, ...rest }: Pledge): boolean =>
  (amount !== null ? sameUnit(amount, told.amount!) : 'unit' in told.amount! && shareOf({ act, amount, topics, ...rest }) !== null) && (act === 'correct' || (isGiven(act) && told.topics.some((topic) => BENEFITS.has(classOf(topic)))));
const isGiven = (act: Pledge['act']): boolean => act === 'refund' || act === 'gesture' || act === 'other';
const BENEFITS: ReadonlySet<string> = new Set(['geste', 'remboursement', 'prime', 'caution', 'indemnite', 'acompte', 'trop-percu']);
const isMoney = ({ act }: Pledge): boolean => act === 'refund' || act === 'gesture';
const sameNoun = (one: Quantity, other: Quantity): boolean => inOneUnit(one).noun === inOneUnit(other).noun;

/** « 150 points », « j'y ajoute 50 points », « vos 200 points »: what came on top since is counted in. */
function isSum(said: readonly Placed[], index: number, placed: Placed<Pledge>, earlier: Pledge, valueOf: (pledge: Pledge) => number | null): boolean {
  const added = said.slice(0, index).filter((one): one is Placed<Pledge> => isOf(one, 'pledge') && isOnTop(one) && sameMatter(one, placed) && one.at >= Date.parse(earlier.at)).map(({ statement }) => valueOf(statement) ?? 0);
  const sum = added.reduce((all, value) => all + value, valueOf(earlier)!);
  return added.length > 0 && Math.abs(sum - valueOf(placed.statement)!) < 0.005;
}

/** « nous y ajoutons 15 € »: a sum of its own, which no other amount changes. */
const isOnTop = (one: Placed<Pledge | Fulfilment>): boolean => isOf(one, 'pledge') && one.statement.because === 'added';

/** « remboursement de 30 € effectué », where 45 € were promised. */
function clashesOfDeed(said: readonly Placed[], index: number, { statement: deed, at }: Placed<Fulfilment>): Contradiction[] {
  if (!deed.done || (deed.amount === null && deed.quantity === null)) return [];
  const last = lastWordBefore(said, index, (one): one is Placed<Pledge | Fulfilment> => isOf(one, 'pledge', 'fulfilment') && !isOnTop(one) && sameMatter(one, { statement: deed, at }));
  if (last === null || !isOf(last, 'pledge')) return [];
  const { statement: pledge } = last;
  const clash = (detail: typeof tell.amounts): Contradiction[] => [told('amount-changed', pledge, deed, detail(pledge, deed))];
  if (pledge.amount !== null && deed.amount !== null) return sameUnit(pledge.amount, deed.amount) && amountsDiffer(pledge, deed) ? clash(tell.amounts) : [];
  return pledge.quantity !== null && pledge.quantity.noun === deed.quantity?.noun && quantitiesDiffer(pledge, deed) ? clash(tell.quantities) : [];
}

const MET: ReadonlySet<string> = new Set(['yes', 'received', 'complete', 'passed', 'sent', 'in-stock', 'compatible', 'covered']);
/** Something that the condition names was said to be done since: « dès réception du RIB », then « votre RIB nous est parvenu ». */
function conditionMet(said: readonly Placed[], later: Placed<Pledge>, earlier: Pledge): boolean {
  const named = new Set(foldWord(earlier.condition!.quote).split(/[^\p{L}\p{N}]+/u).map(classOf));
  return said.some(
    (one) =>
      (isOf(one, 'fulfilment') || (isOf(one, 'claim') && MET.has(one.statement.answer))) &&
      one.at >= Date.parse(earlier.at) &&
      (one.at <= later.at || one.statement.interactionId === later.statement.interactionId) &&
      one.statement.interactionId !== earlier.interactionId &&
      one.statement.topics.some((topic) => named.has(classOf(topic))),
  );
}

/** « j'ai un créneau jeudi, c'est réservé »: what is said to be done with the pledge does not keep it. */
const isSaidBeside = (said: readonly Placed[], one: Placed<Pledge | Fulfilment>): boolean =>
  isOf(one, 'fulfilment') && one.statement.act === 'other' && said.some((beside) => isOf(beside, 'pledge') && beside.statement.interactionId === one.statement.interactionId && beside.statement.deadline !== null && sameMatter(beside, one));

/** « la carte a été refaite, vous l'aurez mercredi »: what was done so far does not close what is still to come. */
const isHalfDone = (one: Placed, later: Placed<Pledge>): boolean =>
  isOf(one, 'fulfilment') && one.statement.interactionId === later.statement.interactionId && STILL_TO_COME.has(later.statement.act) && later.statement.deadline !== null && !/(?<!\p{L})(?:reçue?s?|livrée?s?|arrivée?s? chez)(?!\p{L})/iu.test(one.statement.evidence.quote);
const STILL_TO_COME: ReadonlySet<string> = new Set(['deliver', 'send-technician', 'repair', 'exchange', 'other']);

const isOpenWord = (one: Placed, later: Placed<Pledge>): one is Placed<Pledge> | Placed<Fulfilment> =>
  isOf(one, 'pledge', 'fulfilment') && (one.statement.kind === 'pledge' || one.statement.done) && sameMatter(one, later);

const clashOf = (kind: ContradictionKind, earlier: Placed, later: Placed, detail: (earlier: Statement, later: Statement) => string): Contradiction[] => [
  told(kind, earlier.statement, later.statement, detail(earlier.statement, later.statement)),
];

const told = (kind: ContradictionKind, earlier: Statement, later: Statement, detail: string): Contradiction => ({ id: contradictionIdOf(kind, earlier, later), kind, earlier, later, detail });
