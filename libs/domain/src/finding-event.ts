import type { Channel } from './interaction.js';
import type { FindingFact } from './journal.js';

/** `withdrawn`: a higher revision replaced the interaction; what it still says of the finding comes as `detected`. */
export const FINDING_EVENTS = ['finding.detected', 'finding.withdrawn', 'finding.reviewed', 'finding.disputed'] as const;
export type FindingEventType = (typeof FINDING_EVENTS)[number];

/** Something that happened to a finding, for dashboards that listen. No words: whoever may read them asks for the finding. */
export interface FindingEvent {
  /** Grows with each event; whoever names it gets what came after. */
  readonly id: string;
  readonly type: FindingEventType;
  /** RFC 3339: when it was journalled. */
  readonly at: string;
  readonly interactionId: string;
  readonly channel: Channel;
  /** YYYY-MM-DD in the organisation's time zone. */
  readonly day: string;
  readonly rulebookHash: string;
  /** `agentRef` is null where the fairness settings keep a detected finding from being anybody's. */
  readonly finding: FindingFact;
}
