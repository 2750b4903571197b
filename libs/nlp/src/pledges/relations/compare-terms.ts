import type { Amount, Pledge } from '#domain';

/** The later pledge falls due after the earlier one; both have a date. */
export const laterBy = (earlier: Pledge, later: Pledge): boolean => Date.parse(later.deadline!.by!.instant) > Date.parse(earlier.deadline!.by!.instant);

/** Euros with euros, per cent with per cent: 10 % and 9 € may be the same. */
export const sameUnit = (one: Amount, other: Amount): boolean => 'currency' in one === 'currency' in other;

/** Half a cent: amounts are decimal fractions. */
const SAME_AMOUNT = 0.005;

export const amountsDiffer = (one: Pledge, other: Pledge): boolean => Math.abs(one.amount!.value - other.amount!.value) > SAME_AMOUNT;

export const quantitiesDiffer = (one: Pledge, other: Pledge): boolean => one.quantity!.value !== other.quantity!.value;
