import type { Evidence } from './finding.js';
import type { Channel } from './interaction.js';
import type { Amount, PledgeAct, Quantity } from './pledge.js';
import type { ContradictionKind, SettlementStatus } from './pledge-relation.js';
import type { CounterExtract, FindingView, InteractionSummary, Named, PeriodFilter } from './read-models.js';
import type { Page } from './page.js';

/** What an agent undertook towards a customer, and what became of it. */
export interface PledgeView {
  readonly id: string;
  readonly interactionId: string;
  readonly channel: Channel;
  readonly at: string;
  readonly agent: Named | null;
  readonly customer: Named | null;
  readonly caseRef: string | null;
  readonly act: PledgeAct;
  readonly object: string | null;
  readonly amount: Amount | null;
  readonly quantity: Quantity | null;
  readonly evidence: Evidence;
  /** `by`: in the customer's time, a date or a date with its time. */
  readonly deadline: { readonly quote: string; readonly by: string | null; readonly dueAt: string | null } | null;
  readonly condition: string | null;
  readonly status: SettlementStatus;
  readonly settledAt: string | null;
  /** What settled it; null while open or broken. */
  readonly settledBy: SettledBy | null;
  /** Whether something said before or after cannot hold beside it. */
  readonly contradicted: boolean;
}

/** `fact`: a company's system · `words`: an agent who said so · `contact`: the call or message itself. */
export interface SettledBy {
  readonly kind: 'fact' | 'words' | 'contact';
  /** Null for a fact. */
  readonly interactionId: string | null;
  /** The words; for a fact, the system that told it. */
  readonly quote: string | null;
}

/** Two things said to one customer that cannot both hold; both extracts, always. */
export interface ContradictionView {
  readonly id: string;
  readonly kind: ContradictionKind;
  readonly detail: string;
  readonly customer: Named | null;
  readonly earlier: CounterExtract;
  readonly later: CounterExtract;
}

export interface HistoryFilter extends PeriodFilter {
  readonly agent?: string;
  readonly channel?: Channel;
  readonly customer?: string;
}
export interface PledgeFilter extends HistoryFilter {
  readonly status?: SettlementStatus;
  readonly act?: PledgeAct;
}
export interface ContradictionFilter extends HistoryFilter {
  readonly kind?: ContradictionKind;
}

/** What the customer said, in the customer's own words. */
export interface CustomerSaying extends Evidence {
  readonly kind: 'need' | 'preference' | 'displeased' | 'thanks';
}

/** Sentences of the customer with a marker, before the agent's first words and after them; nothing is inferred beside the words. */
export interface WordingMove {
  readonly displeasedBefore: number;
  readonly displeasedAfter: number;
  readonly thanksBefore: number;
  readonly thanksAfter: number;
  /** Sentences that the customer said before and after: what the counts are out of. */
  readonly sentencesBefore: number;
  readonly sentencesAfter: number;
}

/** One interaction in the history of a customer. */
export interface TimelineEntry {
  readonly interaction: InteractionSummary;
  readonly findings: readonly FindingView[];
  readonly pledges: readonly PledgeView[];
  /** Those whose later side was said in it. */
  readonly contradictions: readonly ContradictionView[];
  readonly customer: readonly CustomerSaying[];
  readonly wording: WordingMove;
}

/** A customer's interactions in the order of time, over all channels and agents. */
export interface CustomerTimeline extends Page<TimelineEntry> {
  readonly customer: Named;
  /** Over the whole history, not this page alone. */
  readonly pledges: Readonly<Record<SettlementStatus, number>>;
  readonly contradictions: number;
}
