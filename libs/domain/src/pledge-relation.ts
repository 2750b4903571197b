import { stableId } from './ids.js';
import type { Amount, PledgeAct, Statement } from './pledge.js';

/** How two statements of one customer and case cannot both hold. */
export const CONTRADICTION_KINDS = [
  'deadline-moved', 'amount-changed', 'yes-to-no', 'conditional-turned-firm', 'two-versions', 'register-shift',
] as const;
export type ContradictionKind = (typeof CONTRADICTION_KINDS)[number];

/** What else may be wrong with a pledge, told by the pledge alone, by the brand's policy or by the calendar. */
export const PLEDGE_TROUBLES = ['undated', 'outside-policy', 'not-kept'] as const;
export type PledgeTrouble = (typeof PLEDGE_TROUBLES)[number];

/** Two statements that cannot both hold; both extracts, always. */
export interface Contradiction {
  /** `contradictionIdOf`: the same whichever of the two arrived first. */
  readonly id: string;
  readonly kind: ContradictionKind;
  /** Said first. */
  readonly earlier: Statement;
  readonly later: Statement;
  /** In French, what differs: « 60 € puis 45 € ». */
  readonly detail: string;
}

export const contradictionIdOf = (kind: ContradictionKind, earlier: Statement, later: Statement): string =>
  stableId('contradiction', kind, earlier.id, later.id);

/** Something that happened, as a company's system tells it (`diapason.facts.v1`) or as an agent said it (`Fulfilment`). */
export interface Fact {
  readonly id: string;
  readonly act: PledgeAct;
  /** RFC 3339: when it happened. */
  readonly at: string;
  readonly caseRef?: string;
  /** Folded noun lemmas, as `Pledge.topics`; empty: about the whole case. */
  readonly topics: readonly string[];
  readonly amount: Amount | null;
}

/**
 * `open`: not due yet, undated, or waiting for its condition · `unheard`: its date is over, and nothing was heard of the customer since · `broken`: its date is over,
 * there was contact since, and nothing shows that it was done · `released`: the customer asked for something else in time, and the agent said so.
 */
export const SETTLEMENT_STATUSES = ['open', 'kept', 'kept-late', 'unheard', 'broken', 'released'] as const;
export type SettlementStatus = (typeof SETTLEMENT_STATUSES)[number];

export interface Settlement {
  readonly pledgeId: string;
  readonly status: SettlementStatus;
  /** Id of the fact or statement that settled it; null while open, unheard or broken. */
  readonly factId: string | null;
  /** RFC 3339: when it was kept or released, or when its date was over. Null while open. */
  readonly at: string | null;
}

/** What is known of one customer over a stretch of time, whoever spoke and on whichever channel. */
export interface CustomerHistory {
  readonly statements: readonly Statement[];
  readonly facts: readonly Fact[];
}

export interface Relations {
  readonly contradictions: readonly Contradiction[];
  /** One for each pledge. */
  readonly settlements: readonly Settlement[];
}
