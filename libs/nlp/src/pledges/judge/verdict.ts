import type { FoundAct } from '../act-of.js';
import type { Clause } from '../clauses/clause.js';
import type { FoundDeadline } from '../deadlines/find-deadlines.js';
import type { FoundAmount } from '../words/amounts.js';
import type { TurnWords } from '../words/turn-words.js';

/** Why a clause that may look like an undertaking is none. */
export type NotPledge =
  | 'hedged' | 'hypothetical' | 'negated' | 'quoted' | 'past' | 'question' | 'customer-duty' | 'statement' | 'offer' | 'politeness' | 'handling' | 'condition' | 'no-act';

export type Verdict = { readonly kind: 'pledge' | 'refusal' | 'done' | 'doing' } | { readonly kind: 'none'; readonly why: NotPledge };

export const PLEDGE: Verdict = { kind: 'pledge' };
export const REFUSAL: Verdict = { kind: 'refusal' };
export const DONE: Verdict = { kind: 'done' };
export const none = (why: NotPledge): Verdict => ({ kind: 'none', why });

/** A clause with what was found in it. */
export interface ReadClause {
  readonly words: TurnWords;
  readonly clause: Clause;
  readonly act: FoundAct;
  readonly amount: FoundAmount | null;
  /** Said in the clause, or right before or after it. */
  readonly deadline: FoundDeadline | null;
}

const PERSONAL = new Set(['vous', '-vous', 'votre', 'vos', 'votres', 'te', "t'", 'ton', 'ta', 'tes', 'toi', 'tu']);

/** Does it speak of this customer: « vous », « votre »? */
export function isPersonal({ words, clause }: ReadClause): boolean {
  for (let i = clause.start; i < clause.end; i++) if (PERSONAL.has(words.at(i))) return true;
  return false;
}

/** A date that is not counted from now: said of one case, never of all. */
export const isDated = ({ deadline }: ReadClause): boolean => deadline !== null && !deadline.isDelay && !deadline.isFromEvent;
