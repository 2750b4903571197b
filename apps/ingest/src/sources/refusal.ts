/**
 * Why something that came in was not read. A closed list: it is shown to people, counted, and documented in
 * README.md of this folder.
 */
export const REFUSAL_REASONS = [
  'unknown_format',
  'ambiguous_format',
  'unreadable_file',
  'too_large',
  'bad_encoding',
  'not_json',
  'too_deep',
  'invalid_file',
  'invalid_metadata',
  'invalid_directory',
  'invalid_mapping',
  'invalid_interaction',
  'no_text',
  'encrypted',
  'not_sent',
  'too_many_turns',
  'missing_start',
  'ambiguous_dates',
  'id_conflict',
  'erased',
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** What was refused, said so that its reader can put it right (French: it is shown as it is). */
export interface Refused {
  readonly kind: 'refused';
  readonly reason: RefusalReason;
  /** What is wrong, where, and what to do about it. */
  readonly detail: string;
  /** Where: a JSON pointer, `ligne 12`, or nothing for the whole file. */
  readonly place?: string;
  /** Name of the format it was read as; absent when that is not known. */
  readonly format?: string;
  /** Offset after it, in files that can be read on from there. */
  readonly end?: number;
}

/** A value, or why there is none. */
export type Read<T> = { readonly kind: 'ok'; readonly value: T } | Refused;

export const ok = <T>(value: T): Read<T> => ({ kind: 'ok', value });

export const refuse = (reason: RefusalReason, detail: string, place?: string): Refused =>
  place === undefined ? { kind: 'refused', reason, detail } : { kind: 'refused', reason, detail, place };
