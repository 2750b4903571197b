/** What is kept of a customer, by what it is; what an erasure takes away. */
export interface ErasureCounts {
  /** Refs of the person: those that were merged, and the one that was named. */
  readonly refs: number;
  readonly interactions: number;
  /** Of the interactions, those in which another customer takes part too: they go as a whole. */
  readonly shared: number;
  readonly turns: number;
  readonly findings: number;
  readonly reviews: number;
  readonly statements: number;
  readonly pledges: number;
  readonly contradictions: number;
  readonly facts: number;
  /** Messages that have not left yet. */
  readonly messages: number;
  readonly deadLetters: number;
  /** Conversations of which messages were gathered. */
  readonly conversations: number;
}

/** That a customer was erased: no words, no refs. */
export interface Erasure {
  readonly id: string;
  /** RFC 3339. */
  readonly at: string;
  readonly by: string;
  readonly reason: string;
  readonly counts: ErasureCounts;
}
