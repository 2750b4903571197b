import type { ContactReason } from './contact-reason.js';
import type { CounterEvidence } from './history-judge.port.js';
import type { Statement } from './pledge.js';
import type { Polarity, RulebookIdentity, Severity } from './rulebook.js';

/** The exact words that made a finding. */
export interface Evidence {
  /** Position of the turn in `Interaction.turns`, from 0. */
  readonly turn: number;
  /** UTF-16 offset into the ORIGINAL turn text, inclusive. */
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** `text.slice(start, end)`. */
  readonly quote: string;
  /** `said`: these words are the finding · `missing`: something was due here and was not said. */
  readonly sense: 'said' | 'missing';
}

/** A rule's result on an interaction. */
export interface Finding {
  readonly id: string;
  readonly ruleId: string;
  readonly polarity: Polarity;
  readonly severity: Severity;
  /** Id of the commitment that the rule serves. */
  readonly commitment: string;
  /** `ref` of the agent concerned; absent when the source named none. */
  readonly agentRef?: string;
  /** Never empty; the first one is the place that identifies the finding. */
  readonly evidence: readonly Evidence[];
  /** What was said in another interaction with the same customer, where the finding is that both cannot hold. */
  readonly against?: CounterEvidence;
  /** Why it matters, in the rulebook's language. */
  readonly explanation: string;
  readonly instead?: string;
  /** 0 to 1; the lowest transcription confidence among the words of the evidence, 1 for written channels. */
  readonly confidence: number;
}

/**
 * Detected → seen → confirmed or dismissed → (disputed) → upheld or overturned. A finding that was upheld is confirmed, one that was overturned is
 * dismissed: whatever counts needs to know no more; that there was a dispute is told by the dispute.
 */
export const FINDING_STATUSES = ['detected', 'confirmed', 'dismissed', 'disputed'] as const;
export type FindingStatus = (typeof FINDING_STATUSES)[number];

/** A rule that could not run on an interaction: "not checked", never "clean". */
export interface NotChecked {
  readonly ruleId: string;
  readonly reason: string;
}

/** What the analysis of one revision of one interaction gives. */
export interface Analysis {
  readonly rulebook: RulebookIdentity;
  readonly findings: readonly Finding[];
  readonly notChecked: readonly NotChecked[];
  /** BCP 47 code of the language the interaction was read as, `und` when unsure. */
  readonly language: string;
  /** What the customer came for, as far as their words say it; absent when they do not. */
  readonly contactReason?: ContactReason;
  /** Per turn position: the parts that are not the speaker's own words (quoted history, signature …). */
  readonly zones: readonly TurnZone[];
  /** What agents said that matters over time; absent when the rulebook has no rule about it. */
  readonly statements?: readonly Statement[];
}

/** A part of a turn; offsets as in Evidence. */
export interface TurnZone {
  readonly turn: number;
  readonly kind: 'subject' | 'greeting' | 'body' | 'closing' | 'signature' | 'quoted' | 'disclaimer' | 'forwarded';
  readonly start: number;
  readonly end: number;
}
