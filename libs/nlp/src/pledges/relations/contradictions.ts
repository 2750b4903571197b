import { type Contradiction, type ContradictionKind, type Fulfilment, type Pledge, type Statement, contradictionIdOf } from '#domain';
import { foldWord } from '../../read/index.js';
import { amountsDiffer, laterBy, quantitiesDiffer, sameUnit } from './compare-terms.js';
import * as tell from './detail.js';
import { isOf, lastWordBefore } from './last-word.js';
import type { Placed, PlacedFact } from './order.js';
import { keeps, sameMatter, sameQuestion, withinReach } from './same-matter.js';
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
  if (isOf(later, 'refusal')) {
    const last = lastWordBefore(said, index, (one): one is Placed<Pledge | Fulfilment> => isOf(one, 'pledge', 'refusal', 'fulfilment') && sameMatter(one, later));
    // A refusal said again is no news, and what is done already was granted indeed.
    return last !== null && isOf(last, 'pledge') ? clashOf('yes-to-no', last, later, tell.refused) : [];
  }
  if (isOf(later, 'claim')) {
    const before = lastWordBefore(said, index, (one): one is typeof later => isOf(one, 'claim') && sameQuestion(one, later));
    if (before === null || before.statement.answer === later.statement.answer) return [];
    return clashOf(before.statement.channel === later.statement.channel ? 'yes-to-no' : 'two-versions', before, later, tell.quotes);
  }
  if (isOf(later, 'address')) {
    const before = lastWordBefore(said, index, (one): one is typeof later => isOf(one, 'address') && withinReach(one, later));
    return before !== null && before.statement.register !== later.statement.register ? clashOf('register-shift', before, later, tell.registers) : [];
  }
  return [];
}

function clashesOfPledge(said: readonly Placed[], index: number, placed: Placed<Pledge>, facts: readonly PlacedFact[]): Contradiction[] {
  const later = placed.statement;
  // Who asked for the change knows of it, and what comes on top takes nothing back.
  if (later.because === 'customer-asked' || later.because === 'added') return [];
  const last = (onPoint: (pledge: Pledge) => boolean): Pledge | null => {
    const found = lastWordBefore(said, index, (one): one is Placed<Pledge | Fulfilment> => isOpenWord(one, placed) && (isOf(one, 'fulfilment') || onPoint(one.statement)));
    // What was done in between closes the matter: this one is a new pledge.
    if (found === null || !isOf(found, 'pledge')) return null;
    return facts.some((told) => told.at > found.at && told.at <= placed.at && keeps(told, found)) ? null : found.statement;
  };
  const { deadline, amount, quantity } = later;
  const dated = deadline?.by && later.because === null ? last((one) => one.deadline?.by != null) : null;
  const priced = amount === null ? null : last((one) => one.amount !== null && sameUnit(one.amount, amount));
  const counted = quantity === null ? null : last((one) => one.quantity?.noun === quantity.noun);
  const any = later.condition === null && later.because === null ? last(() => true) : null;
  const clash = (kind: ContradictionKind, earlier: Pledge | null, differs: boolean, detail: (earlier: Pledge, later: Pledge) => string): Contradiction[] =>
    earlier === null || !differs ? [] : [told(kind, earlier, later, detail(earlier, later))];
  return [
    ...clash('deadline-moved', dated, dated !== null && laterBy(dated, later), tell.deadlines),
    ...clash('amount-changed', priced, priced !== null && amountsDiffer(priced, later), tell.amounts),
    ...clash('amount-changed', counted, counted !== null && quantitiesDiffer(counted, later), tell.quantities),
    ...clash('conditional-turned-firm', any, any?.condition != null && !conditionMet(said, placed, any), tell.conditions),
  ];
}

/** Something that the condition names was said to be done since: « dès réception du RIB », then « votre RIB nous est parvenu ». */
function conditionMet(said: readonly Placed[], later: Placed<Pledge>, earlier: Pledge): boolean {
  const named = new Set(foldWord(earlier.condition!.quote).split(/[^\p{L}\p{N}]+/u).map(classOf));
  return said.some(
    (one) =>
      isOf(one, 'fulfilment') &&
      one.at >= Date.parse(earlier.at) &&
      (one.at <= later.at || one.statement.interactionId === later.statement.interactionId) &&
      one.statement.interactionId !== earlier.interactionId &&
      one.statement.topics.some((topic) => named.has(classOf(topic))),
  );
}

const isOpenWord = (one: Placed, later: Placed<Pledge>): one is Placed<Pledge> | Placed<Fulfilment> =>
  isOf(one, 'pledge', 'fulfilment') && (one.statement.kind === 'pledge' || one.statement.done) && sameMatter(one, later);

const clashOf = (kind: ContradictionKind, earlier: Placed, later: Placed, detail: (earlier: Statement, later: Statement) => string): Contradiction[] => [
  told(kind, earlier.statement, later.statement, detail(earlier.statement, later.statement)),
];

const told = (kind: ContradictionKind, earlier: Statement, later: Statement, detail: string): Contradiction => ({ id: contradictionIdOf(kind, earlier, later), kind, earlier, later, detail });
