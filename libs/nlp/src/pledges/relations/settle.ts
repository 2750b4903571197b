import type { Fulfilment, Pledge, Settlement } from '#domain';
import { doneAt } from './done-at.js';
import { isOf } from './last-word.js';
import type { Placed, PlacedFact } from './order.js';
import { keeps, reachOf, sameMatter, withinReach } from './same-matter.js';

/**
 * What became of a pledge by an instant. It is kept by the first evidence after it: a fact of the company's systems, or an agent who says that
 * it is done. Only a pledge without a condition whose date is over breaks,
 * and only once there was contact again without a word of its being done: where nothing is heard, nobody knows, and silence is no proof against
 * an agent. One without a date, or that waits for its condition, stays open.
 * @param said everything said to the customer, in the order of time; `index` is the pledge's place in it
 * @param facts in the order of time
 * @param now milliseconds since the epoch: nothing after it is known
 */
export function settle(said: readonly Placed[], index: number, pledge: Pledge, facts: readonly PlacedFact[], now: number): Settlement {
  const placed = { statement: pledge, at: said[index]!.at };
  const due = pledge.deadline?.by ? Date.parse(pledge.deadline.by.instant) : null;
  const settled = (status: Settlement['status'], by: string | null, at: number | null): Settlement => ({
    pledgeId: pledge.id,
    status,
    factId: by,
    at: at === null ? null : new Date(at).toISOString(),
  });
  const first = [...factsKeeping(facts, placed, now), ...wordsKeeping(said, index, placed, now)].sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1))[0];
  const release = releaseOf(said, index, placed, Math.min(now, due ?? Infinity, placed.at + reachOf(placed)));
  if (release !== undefined && (first === undefined || release.at < first.at)) return settled('released', release.statement.id, release.at);
  if (first !== undefined) return settled(due !== null && first.at > due && first.dated ? 'kept-late' : 'kept', first.id, first.at);
  if (due !== null && due <= now && pledge.condition === null) return settled(heardAfter(said, placed, due, now) ? 'broken' : 'unheard', null, due);
  return settled('open', null, null);
}

/** Whether an agent spoke to the customer again after the date, about what may be the same matter. */
const heardAfter = (said: readonly Placed[], pledge: Placed<Pledge>, due: number, now: number): boolean =>
  said.some((one) => one.at > due && one.at <= now && one.statement.interactionId !== pledge.statement.interactionId && withinReach(pledge, one));

interface DoneEvidence {
  readonly id: string;
  readonly at: number;
  /** Whether `at` is known to be the time of the deed, and not only of its telling. */
  readonly dated: boolean;
}

const factsKeeping = (facts: readonly PlacedFact[], pledge: Placed<Pledge>, now: number): DoneEvidence[] =>
  facts
    // The interaction in which it was given is no evidence that it was kept.
    .filter((told) => told.at >= pledge.at && told.at <= now && told.fact.id !== pledge.statement.interactionId && keeps(told, pledge))
    .map(({ fact, at }) => ({ id: fact.id, at, dated: true }));

function wordsKeeping(said: readonly Placed[], index: number, pledge: Placed<Pledge>, now: number): DoneEvidence[] {
  const evidence: DoneEvidence[] = [];
  const until = Math.min(now, pledge.at + reachOf(pledge));
  for (let after = index + 1; after < said.length; after += 1) {
    const one = said[after]!;
    if (one.at > until) break;
    if (!isOf(one, 'fulfilment') || !happened(one.statement) || !sameMatter(one, pledge) || (pledge.statement.act === 'call-back' && one.statement.act === 'reply')) continue;
    const done = doneAt(one);
    evidence.push({ id: one.statement.id, at: Math.max(pledge.at, done ?? one.at), dated: done !== null });
  }
  return evidence;
}

/** The first time that the customer asked for something else, and the agent said so. */
function releaseOf(said: readonly Placed[], index: number, pledge: Placed<Pledge>, until: number): Placed<Pledge> | undefined {
  for (let after = index + 1; after < said.length && said[after]!.at <= until; after += 1) {
    const one = said[after]!;
    if (isOf(one, 'pledge') && one.statement.because === 'customer-asked' && sameMatter(one, pledge)) return one;
  }
  return undefined;
}

/** « je vous rappelle comme promis » is the call itself; a refund « en cours » is no refund yet. */
const happened = ({ done, act }: Fulfilment): boolean => done || act === 'call-back' || act === 'reply';
