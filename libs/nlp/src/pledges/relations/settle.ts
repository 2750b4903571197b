import type { Fact, Fulfilment, Pledge, Settlement, Statement } from '#domain';
import { doneAt } from './done-at.js';
import { instantOf } from './order.js';
import { keeps, sameMatter } from './same-matter.js';

/**
 * What became of a pledge by an instant. It is kept by the first evidence after it: a fact of the company's systems, or an agent who says that
 * it is done. Only a pledge without a condition whose date is over breaks; one without a date, or that waits for its condition, stays open.
 * @param said everything said to the customer, in the order of time; `index` is the pledge's place in it
 * @param facts in the order of time
 * @param asOf RFC 3339: nothing after it is known
 */
export function settle(said: readonly Statement[], index: number, pledge: Pledge, facts: readonly Fact[], asOf: string): Settlement {
  const now = instantOf(asOf);
  const due = pledge.deadline?.by ? instantOf(pledge.deadline.by.instant) : null;
  const settled = (status: Settlement['status'], by: { readonly id: string } | null, at: number | null): Settlement => ({
    pledgeId: pledge.id,
    status,
    factId: by?.id ?? null,
    at: at === null ? null : new Date(at).toISOString(),
  });
  const after = said.slice(index + 1).filter((one) => instantOf(one.at) <= now);
  const known = evidenceIn(after, pledge, facts, now);
  const first = known.toSorted((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1))[0];
  const release = after.find((one): one is Pledge => one.kind === 'pledge' && one.because === 'customer-asked' && sameMatter(one, pledge));
  const released = release !== undefined && (due === null || instantOf(release.at) <= due) ? release : undefined;
  if (released !== undefined && (first === undefined || instantOf(released.at) < first.at)) return settled('released', released, instantOf(released.at));
  if (first !== undefined) return settled(due !== null && first.at > due && first.dated ? 'kept-late' : 'kept', first, first.at);
  if (due !== null && due <= now && pledge.condition === null) return settled('broken', null, due);
  return settled('open', null, null);
}

interface DoneEvidence {
  readonly id: string;
  readonly at: number;
  /** Whether `at` is known to be the time of the deed, and not only of its telling. */
  readonly dated: boolean;
}

function evidenceIn(after: readonly Statement[], pledge: Pledge, facts: readonly Fact[], now: number): DoneEvidence[] {
  const made = instantOf(pledge.at);
  const told = after.filter((one): one is Fulfilment => one.kind === 'fulfilment' && happened(one) && sameMatter(one, pledge));
  return [
    ...facts.filter((fact) => instantOf(fact.at) >= made && instantOf(fact.at) <= now && keeps(fact, pledge)).map(({ id, at }) => ({ id, at: instantOf(at), dated: true })),
    ...told.map((one) => {
      const at = doneAt(one);
      return { id: one.id, at: Math.max(made, at ?? instantOf(one.at)), dated: at !== null };
    }),
  ];
}

/** « je vous rappelle comme promis » is the call itself; a refund « en cours » is no refund yet. */
const happened = ({ done, act }: Fulfilment): boolean => done || act === 'call-back' || act === 'reply';
