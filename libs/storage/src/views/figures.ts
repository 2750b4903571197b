import { proportion, type Figures, type Proportion } from '#domain';

/** Sums as they come from SQL. */
export interface FigureSums {
  readonly interactions: number;
  readonly with_violation: number;
  readonly with_merit: number;
  readonly violations: number;
  readonly merits: number;
}

export const figuresOf = (sums: FigureSums): Figures => ({
  interactions: atLeast0(sums.interactions),
  withViolation: share(sums.with_violation, sums.interactions),
  withMerit: share(sums.with_merit, sums.interactions),
  violations: atLeast0(sums.violations),
  merits: atLeast0(sums.merits),
});

/**
 * A proportion of sums. For a moment a view may have taken a revision back before it has added it: the journal is
 * read by transaction, not by cause.
 */
export function share(numerator: number, denominator: number): Proportion {
  const n = atLeast0(denominator);
  return proportion(Math.min(atLeast0(numerator), n), n);
}

const atLeast0 = (count: number): number => Math.max(0, count);
