import type { Evidence, Finding } from './finding.js';
import type { Channel } from './interaction.js';
import type { CustomerHistory, Relations } from './pledge-relation.js';

/** The other extract of a finding that holds two interactions against each other. */
export interface CounterEvidence {
  readonly interactionId: string;
  readonly channel: Channel;
  /** RFC 3339: when it was said. */
  readonly at: string;
  /** Absent when the source named no agent. */
  readonly agentRef?: string;
  readonly evidence: readonly Evidence[];
}

/** A finding that no interaction makes alone: on the interaction of the later statement, or of the pledge that was not kept. */
export interface HistoryFinding {
  readonly interactionId: string;
  /** Id of the contradiction or pledge that makes it. */
  readonly relationId: string;
  /** RFC 3339: when the later statement, or the pledge, was said. */
  readonly at: string;
  readonly finding: Finding;
}

export interface HistoryVerdict extends Relations {
  readonly findings: readonly HistoryFinding[];
}

/**
 * What changed in a history, as instants in milliseconds. Told about are the contradictions of what was said at `from` or later, and what
 * became of the pledges given at `to` or before: no others can be touched by the change.
 */
export interface Change {
  readonly from: number;
  readonly to: number;
}

/** Holds against each other what one customer was told over time. Pure: the same history, in any order, gives the same verdict. */
export interface HistoryJudge {
  /** Of all that decides or tells a verdict: another hash, other verdicts. */
  readonly hash: string;
  /** Rule id → hash of what decides whether and how gravely it finds something; its words apart. */
  readonly rules: ReadonlyMap<string, string>;
  /** How far apart, in milliseconds, two things may be and still concern each other. */
  readonly reachMs: number;
  /**
   * @param history at least everything from `from - reachMs` to `to + reachMs`
   * @param asOf RFC 3339: nothing after it is known; a pledge whose date is over by then is broken
   */
  judge(history: CustomerHistory, change: Change, asOf: string): HistoryVerdict;
}
