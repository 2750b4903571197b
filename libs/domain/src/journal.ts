import type { Channel } from './interaction.js';
import type { Polarity, RulebookIdentity, Severity } from './rulebook.js';
import type { FindingStatus } from './finding.js';
import type { CalibrationFrame } from './calibration.js';
import type { CoachingMember, CoachingState } from './coaching/coaching-session.js';
import type { DisputeState } from './dispute.js';
import type { Review, Verdict } from './review.js';
import type { Fraction } from './scorecards/fraction.js';
import type { SampleFrame, StratumPlan } from './review-sample.js';
import type { RetentionCounts } from './retention.js';
import type { OrganisationSettings } from './settings.js';
import type { PersonKind } from './directory.js';
import type { LinkPurpose, Rights } from './access/account.js';
import type { Role, Scope } from './access/roles.js';
import type { ErasureCounts } from './erasure.js';
import type { FindingEventType } from './finding-event.js';
import type { WebhookState, WebhookStop } from './webhook.js';

/** A finding as far as figures need it: the journal holds no words of anybody. */
export interface FindingFact {
  readonly id: string;
  readonly ruleId: string;
  readonly polarity: Polarity;
  readonly severity: Severity;
  readonly agentRef: string | null;
  readonly status: FindingStatus;
  /** Its rule is under observation: it counts for no one. */
  readonly observed?: true;
}

/** What one analysed revision contributes to every figure: enough to add it, and to take it back. */
export interface InteractionFacts {
  readonly interactionId: string;
  readonly revision: number;
  readonly channel: Channel;
  /** YYYY-MM-DD in the organisation's time zone. */
  readonly day: string;
  readonly rulebook: RulebookIdentity;
  /** Whether an agent spoke to the customer at all, named or not: figures cover these interactions only. */
  readonly agentSpoke: boolean;
  /** Agents who spoke in it; empty when the source named none. */
  readonly agentRefs: readonly string[];
  readonly findings: readonly FindingFact[];
  /** Ids of rules that could not run on it. */
  readonly notChecked: readonly string[];
}

/** A finding that comes or goes by a person's hand; `before` and `after`: what the interaction contributes. */
export interface ChangedFinding {
  readonly findingId: string;
  readonly ruleId: string;
  readonly by: string;
  readonly before: InteractionFacts;
  readonly after: InteractionFacts;
}

/** Which evaluation, of whom, by what. */
export interface EvaluationFact {
  readonly evaluationId: string;
  readonly scorecardId: string;
  readonly version: number;
  readonly interactionId: string;
  readonly agentRef: string;
  readonly by: string;
}

/** What the directory says of an agent. */
export interface DescribedAgent {
  readonly name: string | null;
  readonly teamRef: string | null;
}

/** Every fact of the journal, by type. Append-only; audit and the only source of projections. */
export interface JournalPayloads {
  'interaction.analysed': InteractionFacts;
  /** The same facts, taken back: a higher revision, or what was said to the same customer elsewhere, replaces them. */
  'interaction.superseded': InteractionFacts;
  /** A judgement was given, changed or taken back (`review` null); `before` and `after`: what the interaction contributes. */
  'finding.reviewed': {
    readonly findingId: string;
    readonly ruleId: string;
    readonly review: Review | null;
    readonly by: string;
    readonly before: InteractionFacts;
    readonly after: InteractionFacts;
  };
  /** A rule went under observation, or came back: by itself (`by` diapason), or by decision with a reason. */
  'rule.observed': {
    readonly ruleId: string;
    readonly observed: boolean;
    readonly confirmed: number;
    readonly judged: number;
    readonly low: number;
    readonly threshold: number;
    readonly reason: string | null;
    readonly by: string;
  };
  /** What an interaction contributes changed with its rule's standing. */
  'interaction.recounted': { readonly ruleId: string; readonly before: InteractionFacts; readonly after: InteractionFacts };
  /** A reviewer found what no rule did, or took that back. */
  'finding.added': ChangedFinding;
  'finding.removed': ChangedFinding;
  /**
   * The agent concerned disputed a judgement (`open`), took that back (`withdrawn`), or somebody else resolved it. No words of anybody: they are in the
   * dispute, as long as that is.
   */
  'finding.disputed': {
    readonly findingId: string;
    readonly ruleId: string;
    readonly state: DisputeState | 'withdrawn';
    readonly by: string;
    readonly before: InteractionFacts;
    readonly after: InteractionFacts;
  };
  /** The agent concerned wrote a comment, changed it, or (`written` false) took it away. */
  'finding.commented': { readonly findingId: string; readonly written: boolean; readonly by: string };
  /** Interactions were drawn to be reviewed whole: from what, by which seed, and how many of what. */
  'sample.drawn': {
    readonly sampleId: string;
    readonly frame: SampleFrame;
    readonly seed: string;
    readonly strata: readonly StratumPlan[];
    readonly by: string;
  };
  /** Everything that rules should have found in it is judged or added; `done` false: taken back. */
  'sample.reviewed': { readonly sampleId: string; readonly interactionId: string; readonly revision: number; readonly done: boolean; readonly by: string };
  /** Findings were drawn for several reviewers to judge blind. */
  'calibration.drawn': {
    readonly calibrationId: string;
    readonly frame: CalibrationFrame;
    readonly seed: string;
    readonly findings: number;
    readonly reviewers: readonly string[];
    readonly by: string;
  };
  'calibration.judged': { readonly calibrationId: string; readonly findingId: string; readonly verdict: Verdict; readonly by: string };
  /** From here on judgements are seen by all and changed by nobody. */
  'calibration.closed': { readonly calibrationId: string; readonly by: string };
  'calibration.resolved': { readonly calibrationId: string; readonly findingId: string; readonly verdict: Verdict; readonly by: string };
  /** The draft of a scorecard's next version was begun or written anew. */
  'scorecard.changed': { readonly scorecardId: string; readonly version: number; readonly by: string };
  /** The draft of a version was thrown away; nothing was evaluated by it. */
  'scorecard.discarded': { readonly scorecardId: string; readonly version: number; readonly by: string };
  /** From its effective date on; `hash`: of what was published, which never changes. */
  'scorecard.published': { readonly scorecardId: string; readonly version: number; readonly hash: string; readonly effectiveOn: string; readonly by: string };
  'scorecard.retired': { readonly scorecardId: string; readonly version: number; readonly from: string; readonly by: string };
  'evaluation.drafted': EvaluationFact;
  'evaluation.discarded': EvaluationFact;
  /** `replaces`: the evaluation that it corrects, which counts no more; `score` null where nothing applied. No words of anybody. */
  'evaluation.submitted': EvaluationFact & { readonly replaces: string | null; readonly score: Fraction | null; readonly failed: boolean };
  /** The agent evaluated took note of it. */
  'evaluation.acknowledged': { readonly evaluationId: string; readonly by: string };
  /** The agent evaluated wrote a comment, changed it, or (`written` false) took it away. */
  'evaluation.commented': { readonly evaluationId: string; readonly written: boolean; readonly by: string };
  /** Coaching: what was done, by whom; what was said stands in the session, as long as that does. */
  'coaching.created': { readonly sessionId: string; readonly agentRef: string; readonly rules: readonly string[]; readonly by: string };
  'coaching.changed': { readonly sessionId: string; readonly changed: readonly CoachingMember[]; readonly rules: readonly string[]; readonly by: string };
  /** `on`: the day that it is planned for, or was held or followed up; for `acknowledged`, by the agent, null. */
  'coaching.moved': { readonly sessionId: string; readonly from: CoachingState; readonly to: CoachingState; readonly on: string | null; readonly by: string };
  'coaching.noted': { readonly sessionId: string; readonly side: 'coach' | 'agent'; readonly written: boolean; readonly shared: boolean; readonly by: string };
  'coaching.removed': { readonly sessionId: string; readonly agentRef: string; readonly by: string };
  /** Given to somebody to review, or (`to` null) to nobody in particular. */
  'review.assigned': { readonly interactionId: string; readonly to: string | null; readonly dueOn: string | null; readonly by: string };
  /** A company's system told something; higher revisions replace lower ones. */
  'fact.reported': { readonly factId: string; readonly revision: number };
  /** A transcript was opened by a person. */
  'interaction.read': { readonly interactionId: string; readonly reader: string };
  /**
   * The time of an interaction is over: it went, and what it contributed to figures of groups stays without anybody's name. `before` is null once every
   * figure has followed; nothing else of it is left here then.
   */
  'interaction.passed': { readonly before: InteractionFacts | null; readonly after: InteractionFacts };
  /** What passed by the periods of retention. */
  'retention.passed': { readonly counts: Partial<RetentionCounts>; readonly by: string };
  'rulebook.published': RulebookIdentity;
  'organisation.settings-changed': {
    readonly from: OrganisationSettings | null;
    readonly to: OrganisationSettings;
    readonly reason: string;
  };
  'dead-letter.replayed': {
    readonly letterId: string;
    /** Null: a fact. */
    readonly interactionId: string | null;
    /** False: the very bytes that had come. */
    readonly corrected: boolean;
    /** SHA-256 of the value that was sent. */
    readonly hash: string;
    readonly by: string;
  };
  'dead-letter.discarded': { readonly letterId: string; readonly reason: string; readonly by: string };
  /** `ref` is another ref of the person behind `to` from now on, with all that was attached to it. */
  'identity.attached': { readonly kind: PersonKind; readonly ref: string; readonly to: string; readonly by: string };
  /** Taken back. */
  'identity.detached': { readonly kind: PersonKind; readonly ref: string; readonly from: string; readonly by: string };
  'agent.described': { readonly ref: string; readonly from: DescribedAgent | null; readonly to: DescribedAgent; readonly by: string };
  /** Everything of a person went; no ref. */
  'customer.erased': { readonly erasureId: string; readonly counts: ErasureCounts; readonly by: string };
  /** No name: a customer's must leave no trace here once it is erased. */
  'customer.described': { readonly ref: string; readonly by: string };
  'team.described': { readonly ref: string; readonly from: { readonly name: string | null } | null; readonly to: { readonly name: string | null }; readonly by: string };
  /** No login and no name: they can be erased, the journal stays. */
  'account.created': Rights & { readonly accountId: string; readonly by: string };
  'account.changed': {
    readonly accountId: string;
    readonly from: Rights & { readonly disabled: boolean };
    readonly to: Rights & { readonly disabled: boolean };
    readonly by: string;
  };
  'account.link-issued': { readonly accountId: string; readonly purpose: LinkPurpose; readonly by: string };
  'account.password-set': { readonly accountId: string };
  'account.signed-in': { readonly accountId: string; readonly by: 'password' | 'link' | 'oidc' | 'demonstration' };
  'key.created': {
    readonly keyId: string;
    readonly roles: readonly Role[];
    readonly scopes: readonly Scope[];
    readonly teams: 'all' | readonly string[];
    readonly expiresAt: string | null;
    readonly by: string;
  };
  'key.revoked': { readonly keyId: string; readonly by: string };
  /** An address may hold a secret: it is not written here. */
  'webhook.created': { readonly webhookId: string; readonly types: readonly FindingEventType[]; readonly by: string };
  'webhook.changed': { readonly webhookId: string; readonly changed: readonly ('name' | 'url' | 'types' | 'state')[]; readonly state: WebhookState; readonly by: string };
  'webhook.secret-rotated': { readonly webhookId: string; readonly by: string };
  'webhook.stopped': { readonly webhookId: string; readonly deliveryId: string; readonly reason: WebhookStop };
  'webhook.redelivered': { readonly webhookId: string; readonly deliveryId: string; readonly by: string };
  'webhook.tested': { readonly webhookId: string; readonly deliveryId: string; readonly by: string };
  /** A login of PostgreSQL for BI tools: the name of a program. */
  'bi-login.granted': { readonly login: string; readonly by: string };
  'bi-login.revoked': { readonly login: string; readonly by: string };
  'webhook.deleted': { readonly webhookId: string; readonly by: string };
}
export type JournalType = keyof JournalPayloads;

export type JournalEntry = {
  [T in JournalType]: {
    /** Order of writing; gaps are normal, commit order may differ. */
    readonly position: bigint;
    readonly organisationId: string;
    readonly type: T;
    readonly occurredAt: string;
    readonly payload: JournalPayloads[T];
  };
}[JournalType];
