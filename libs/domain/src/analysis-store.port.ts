import type { Analysis, Finding, NotChecked } from './finding.js';
import type { HistoryJudge } from './history-judge.port.js';
import type { Channel, Interaction } from './interaction.js';
import type { OutgoingMessage, StreamName, StreamRecord } from './interaction-stream.port.js';
import type { Outcome, ParkReason } from './outcome.js';
import type { RulebookIdentity } from './rulebook.js';

/** One interaction with what the rulebook made of it, ready to be kept. */
export interface AnalysedInteraction {
  readonly organisationId: string;
  readonly interactionId: string;
  readonly interaction: Interaction;
  /** contentHash(interaction): tells a duplicate from a conflict. */
  readonly contentHash: string;
  readonly analysis: Analysis;
}

/** A record that could not be taken in, kept byte-identical. */
export interface DeadLetter {
  readonly record: StreamRecord;
  readonly reason: ParkReason;
  readonly detail: string;
  /** Whose it is, as far as that can be told; nobody's when absent or not known to the store. */
  readonly organisationId?: string;
  /** `Interaction.source`, as far as the record could be read. */
  readonly source?: string;
}

export interface OutboxMessage extends OutgoingMessage {
  readonly stream: StreamName;
}

/** Where a consumer group stands; null in process, where there is nothing to resume. */
export interface StreamPosition {
  readonly group: string;
  readonly topic: string;
  readonly partition: number;
  /** The offset after the last record of the batch. */
  readonly nextOffset: bigint;
}

/** All that is found in an interaction as it stands, by itself and by the history of its customer: what is told later replaces it whole. */
export interface ToldAnalysis {
  readonly organisationId: string;
  readonly interactionId: string;
  readonly source: string;
  readonly externalId: string;
  readonly revision: number;
  readonly channel: Channel;
  /** RFC 3339. */
  readonly startedAt: string;
  readonly rulebook: RulebookIdentity;
  readonly language: string;
  readonly findings: readonly Finding[];
  readonly notChecked: readonly NotChecked[];
  /** Null the first time that a revision is told; afterwards names what changed its findings: no two times are alike. */
  readonly again: string | null;
}

/** Builds the messages that tell what is found in an interaction. */
export type Announce = (told: ToldAnalysis) => readonly OutboxMessage[];

/** How the histories of customers are judged anew when something is added to them, changed or taken away. */
export interface HistoryPass {
  readonly judge: HistoryJudge;
  /** RFC 3339: the present. */
  readonly asOf: string;
  /** Ids of rules that are not in every version of the rulebook by which interactions were judged; none when absent. */
  readonly young?: ReadonlySet<string>;
  /** For interactions whose findings the history changed. */
  readonly announce: Announce;
}

export interface RecordedBatch {
  readonly topic: string;
  readonly partition: number;
  readonly position: StreamPosition | null;
  /** In record order, with the offset each came from. */
  readonly analysed: readonly (AnalysedInteraction & { readonly record: StreamRecord })[];
  readonly deadLetters: readonly DeadLetter[];
  /** Absent: what is said over time is neither kept nor judged. */
  readonly history?: HistoryPass;
  /** For each interaction that was indeed kept, with what the history of its customer found. */
  readonly announce: Announce;
  /** Builds the message to publish for a dead letter. */
  readonly bury: (letter: DeadLetter) => OutboxMessage;
}

/** What the analyzer writes. One contract suite runs on every adapter (test/contracts). */
export interface AnalysisStore {
  /**
   * Writes interactions, turns, findings, journal, outbox, dead letters and the stream position in ONE
   * transaction. Records below the kept position are skipped. Per interaction, in order: `done` (kept),
   * `drop` (same revision again, or lower than the kept one), `park` (`id_conflict`: same revision, other content;
   * buried as a dead letter in the same transaction; `unknown_organisation` likewise).
   */
  record(batch: RecordedBatch): Promise<readonly Outcome<string>[]>;
  /** The offset to go on from, or null when the group never committed one. */
  position(group: string, topic: string, partition: number): Promise<bigint | null>;
}

export const ANALYSIS_STORE = Symbol('AnalysisStore');

/** Messages written with their cause, waiting to travel. */
export interface Outbox {
  /**
   * Takes up to `limit` waiting messages in writing order, hands them to `publish`, and marks them sent once
   * it resolves. Concurrent callers never get the same message. Returns how many were sent.
   */
  drain(limit: number, publish: (messages: readonly OutboxMessage[]) => Promise<void>): Promise<number>;
}

export const OUTBOX = Symbol('Outbox');
