import type { Channel, SpeakerRole } from './interaction.js';
import type { PledgeAct } from './pledge.js';

export const SEVERITIES = ['info', 'minor', 'major', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const POLARITIES = ['violation', 'merit'] as const;
export type Polarity = (typeof POLARITIES)[number];

/** Which rulebook judged: name and version for people, hash for replaying a verdict years later. */
export interface RulebookIdentity {
  readonly name: string;
  readonly version: string;
  /** SHA-256 (hex) of the rulebook's content. */
  readonly hash: string;
}

/** What a person may read of a rule; how it is checked is libs/nlp's business. */
export interface RuleDescription {
  readonly id: string;
  readonly kind: string;
  readonly polarity: Polarity;
  readonly severity: Severity;
  /** Id of the commitment it serves. */
  readonly serves: string;
  /** « En quoi cela augmente-t-il la satisfaction du client ? » */
  readonly why: string;
  /** What to say instead. */
  readonly instead?: string;
  readonly speaker: SpeakerRole;
  readonly channels: readonly Channel[];
}

/** One published version of the brand's promise. */
export interface RulebookDescription extends RulebookIdentity {
  readonly language: string;
  readonly promise: string;
  /** Commitment id → what the brand promises. */
  readonly commitments: Readonly<Record<string, string>>;
  readonly rules: readonly RuleDescription[];
  /** What the house lets its agents promise; absent in versions published before it was described. */
  readonly policy?: readonly PolicyDescription[];
}

/** One fact of the house's policy; how pledges are held against it is libs/nlp's business. */
export interface PolicyDescription {
  readonly id: string;
  readonly act: PledgeAct;
  /** The policy in words. */
  readonly says: string;
}
