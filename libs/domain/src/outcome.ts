/**
 * Why a message could not be taken in. A closed list: it is shown to operators, counted in metrics and
 * documented in docs/dead-letters.md.
 */
export const PARK_REASONS = [
  'empty_value',
  'too_large',
  'not_cloudevent',
  'unsupported_type',
  'not_json',
  'invalid_interaction',
  'invalid_fact',
  'unknown_organisation',
  'id_conflict',
  'analysis_failed',
  /** Its customer was erased: nothing of it is kept, not in the dead letters either. */
  'erased',
] as const;
export type ParkReason = (typeof PARK_REASONS)[number];

export const DROP_REASONS = ['duplicate', 'superseded'] as const;
export type DropReason = (typeof DROP_REASONS)[number];

/** What a step made of a message: exceptions are for the unexpected, this is for the expected. */
export type Outcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'drop'; readonly reason: DropReason }
  | { readonly kind: 'park'; readonly reason: ParkReason; readonly detail: string };

export const done = <T>(value: T): Outcome<T> => ({ kind: 'done', value });
export const drop = (reason: DropReason): Outcome<never> => ({ kind: 'drop', reason });
export const park = (reason: ParkReason, detail: string): Outcome<never> => ({ kind: 'park', reason, detail });
