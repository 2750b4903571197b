import type { DeadLetter, HistoryPass, OutboxMessage, StreamPosition } from './analysis-store.port.js';
import type { HistoryJudge } from './history-judge.port.js';
import type { StreamRecord } from './interaction-stream.port.js';
import type { Outcome } from './outcome.js';
import type { ReportedFact } from './reported-fact.js';

/** A fact that was read, ready to be kept. */
export interface ReadFact {
  readonly organisationId: string;
  readonly factId: string;
  readonly fact: ReportedFact;
  /** contentHash(fact): tells a duplicate from a conflict. */
  readonly contentHash: string;
  /** Nouns of `fact.object`, as `Fact.topics`. */
  readonly topics: readonly string[];
}

export interface FactBatch {
  readonly topic: string;
  readonly partition: number;
  readonly position: StreamPosition | null;
  /** In record order. */
  readonly facts: readonly (ReadFact & { readonly record: StreamRecord })[];
  readonly deadLetters: readonly DeadLetter[];
  /** Null when the rulebook looks at no history: facts are then kept for the day it does. */
  readonly history: HistoryPass | null;
  readonly bury: (letter: DeadLetter) => OutboxMessage;
}

/** What came of putting a rulebook's rules over time in force. */
export interface AdoptedRules {
  /** How many histories are to be judged again. */
  readonly asked: number;
  /** As `HistoryPass.young`. */
  readonly young: ReadonlySet<string>;
}

/** What is known of customers beside their interactions, and what time makes of it. */
export interface HistoryStore {
  /** Keeps facts, judges the histories they touch and moves the stream position, in ONE transaction; outcomes as AnalysisStore.record. */
  recordFacts(batch: FactBatch): Promise<readonly Outcome<string>[]>;
  /**
   * Judges the histories of up to `limit` customers to whom a pledge has fallen due by `pass.asOf`.
   * @returns how many customers; call again while it is `limit`
   */
  passTime(organisationId: string, pass: HistoryPass, limit: number): Promise<number>;
  /**
   * Puts the rules over time of a rulebook version in force: when they are others than before, every history is to be judged again.
   * @param judge null: the rulebook looks at no history
   */
  adoptRules(organisationId: string, rulebookHash: string, judge: HistoryJudge | null): Promise<AdoptedRules>;
  /**
   * Judges up to `limit` histories that are due as a whole: refs were merged or split, or the rules are others. What a process was doing when
   * it was killed stays due.
   * @returns how many were; call again while it is not 0
   */
  judgeDue(organisationId: string, pass: HistoryPass, limit: number): Promise<number>;
  /** How many histories are due. */
  countDue(organisationId: string): Promise<number>;
  /** Takes interactions away as if they had never come, figures and verdicts included; unknown ones are passed over. Returns how many were there. */
  withdraw(organisationId: string, interactionIds: readonly string[], pass: HistoryPass): Promise<number>;
}

export const HISTORY_STORE = Symbol('HistoryStore');
