import type { Words } from '#domain';
import type { VerbGroup } from '../verbs/verb-group.js';

/** What ties a clause to another one. `complement`: « je vous confirme que | … » · `relative`: « … que | vous m'avez donnée ». */
export type Link = 'none' | 'complement' | 'relative' | 'si' | 'when' | 'because' | 'purpose' | 'cleft';

/** A part of a sentence around one finite verb, or one without any. Ranges of words. */
export interface Clause {
  readonly start: number;
  readonly end: number;
  /** Up to here there is no other clause: deadlines and amounts said after the clause. */
  readonly tail: number;
  /** From here on: what was said before it, after the last clause. */
  readonly front: number;
  readonly group: VerbGroup | null;
  readonly link: Link;
  /** Position of the word that ties it (« si », « que »); its start when there is none. */
  readonly linkAt: number;
  /** The clause that it completes. */
  readonly matrix: Clause | null;
  readonly sentence: { readonly start: number; readonly end: number };
}

export type ConditionWords = Words;
