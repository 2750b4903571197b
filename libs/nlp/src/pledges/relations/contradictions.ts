import { type Claim, type Contradiction, type ContradictionKind, type Fulfilment, type Pledge, type Refusal, type Statement, contradictionIdOf } from '#domain';
import { amountsDiffer, laterBy, quantitiesDiffer, sameUnit } from './compare-terms.js';
import * as tell from './detail.js';
import { lastWordBefore } from './last-word.js';
import { sameMatter, sameQuestion, withinReach } from './same-matter.js';

/**
 * How a statement clashes with what the same customer was told before. Each point (date, amount, condition, yes or no, a fact of the case, tu
 * and vous) is held against the last word on that point alone: three dates in a row make two contradictions, not three.
 * @param said everything said to the customer, in the order of time
 * @param index the place of the later statement
 */
export function contradictionsOf(said: readonly Statement[], index: number): Contradiction[] {
  const later = said[index]!;
  switch (later.kind) {
    case 'pledge':
      return clashesOfPledge(said, index, later);
    case 'refusal':
      return clashOf('yes-to-no', grantedBefore(said, index, later), later, tell.refused);
    case 'claim':
      return clashOfClaim(said, index, later);
    case 'address':
      return clashOf('register-shift', addressedBefore(said, index), later, tell.registers);
    default:
      return [];
  }
}

function clashesOfPledge(said: readonly Statement[], index: number, later: Pledge): Contradiction[] {
  // Who asked for the change knows of it, and what comes on top takes nothing back.
  if (later.because === 'customer-asked' || later.because === 'added') return [];
  const on = (point: (pledge: Pledge) => boolean): Pledge | null => {
    const found = lastWordBefore(said, index, (one): one is Pledge | Fulfilment => isOpenWord(one, later) && (one.kind === 'fulfilment' || point(one)));
    // What was done in between closes the matter: this one is a new pledge.
    return found?.kind === 'pledge' ? found : null;
  };
  const { deadline, amount, quantity } = later;
  const dated = deadline?.by ? on((one) => one.deadline?.by != null) : null;
  const priced = amount === null ? null : on((one) => one.amount !== null && sameUnit(one.amount, amount));
  const counted = quantity === null ? null : on((one) => one.quantity !== null && one.quantity.noun === quantity.noun);
  const any = later.condition === null && later.because === null ? on(() => true) : null;
  return [
    ...(dated !== null && later.because === null && laterBy(dated, later) ? clashOf('deadline-moved', dated, later, tell.deadlines) : []),
    ...(priced !== null && amountsDiffer(priced, later) ? clashOf('amount-changed', priced, later, tell.amounts) : []),
    ...(counted !== null && quantitiesDiffer(counted, later) ? clashOf('amount-changed', counted, later, tell.quantities) : []),
    ...(any !== null && any.condition !== null ? clashOf('conditional-turned-firm', any, later, tell.conditions) : []),
  ];
}

const isOpenWord = (one: Statement, later: Pledge): one is Pledge | Fulfilment =>
  (one.kind === 'pledge' || (one.kind === 'fulfilment' && one.done)) && sameMatter(one, later);

/** The pledge that a refusal takes back; none when the last word was a refusal already, or that it was done. */
function grantedBefore(said: readonly Statement[], index: number, later: Refusal): Pledge | null {
  const last = lastWordBefore(said, index, (one): one is Pledge | Refusal | Fulfilment => one.kind !== 'claim' && one.kind !== 'address' && sameMatter(one, later));
  return last?.kind === 'pledge' ? last : null;
}

function clashOfClaim(said: readonly Statement[], index: number, later: Claim): Contradiction[] {
  const before = lastWordBefore(said, index, (one): one is Claim => one.kind === 'claim' && sameQuestion(one, later));
  if (before === null || before.answer === later.answer) return [];
  return clashOf(before.channel === later.channel ? 'yes-to-no' : 'two-versions', before, later, tell.quotes);
}

function addressedBefore(said: readonly Statement[], index: number): Statement | null {
  const later = said[index]!;
  const before = lastWordBefore(said, index, (one): one is Statement => one.kind === 'address' && withinReach(one, later));
  if (before?.kind !== 'address' || later.kind !== 'address') return null;
  return before.register === later.register ? null : before;
}

function clashOf<Before extends Statement, Later extends Statement>(
  kind: ContradictionKind,
  earlier: Before | null,
  later: Later,
  detail: (earlier: Before, later: Later) => string,
): Contradiction[] {
  return earlier === null ? [] : [{ id: contradictionIdOf(kind, earlier, later), kind, earlier, later, detail: detail(earlier, later) }];
}
