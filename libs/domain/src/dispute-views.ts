import type { Surroundings } from './surroundings.js';
import type { AgentReportRow, FindingView, Named, Report } from './read-models.js';
import type { Page } from './page.js';

/** A finding as its own agent sees it. */
export interface OwnFinding {
  readonly finding: FindingView;
  /** What stands around each extract, in the order of the finding's evidence. */
  readonly surroundings: readonly Surroundings[];
  /** Until when it may be disputed, RFC 3339; null where it cannot be, or no longer. */
  readonly disputableUntil: string | null;
}

/** An agent's own findings, and the figures that they make. */
export interface OwnFindings extends Page<OwnFinding> {
  readonly agent: Named;
  readonly disputeDays: number;
  /** How many open disputes the agent has. */
  readonly openDisputes: number;
  /** The line of the report per agent, null before the agent's first interaction. */
  readonly report: Report<AgentReportRow>;
}

/** A dispute as whoever may resolve it sees it. */
export interface DisputeView {
  readonly finding: FindingView;
  /** Whether the reader may: not the person concerned, and not the one whose judgement is disputed. */
  readonly resolvable: boolean;
}
