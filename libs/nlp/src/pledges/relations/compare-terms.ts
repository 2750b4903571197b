import type { Amount, Pledge } from '#domain';

/** The later pledge falls due after the earlier one; both have a date. « Mardi » is no later than « mardi matin »: it says less. */
export function laterBy(earlier: Pledge, later: Pledge): boolean {
  const [before, after] = [earlier.deadline!.by!, later.deadline!.by!];
  const wholeDay = !after.local.includes('T') && !/soir|journée/iu.test(later.deadline!.words.quote);
  if (before.local.slice(0, 10) === after.local.slice(0, 10) && wholeDay) return false;
  return Date.parse(after.instant) > Date.parse(before.instant);
}

/** Euros with euros, per cent with per cent: 10 % and 9 € may be the same. */
export const sameUnit = (one: Amount, other: Amount): boolean => 'currency' in one === 'currency' in other;

/** Half a cent: amounts are decimal fractions. */
const SAME_AMOUNT = 0.005;

export const amountsDiffer = (one: Pledge, other: Pledge): boolean => Math.abs(one.amount!.value - other.amount!.value) > SAME_AMOUNT;

export const quantitiesDiffer = (one: Pledge, other: Pledge): boolean => one.quantity!.value !== other.quantity!.value;
