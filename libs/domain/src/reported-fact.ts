import { stableId } from './ids.js';
import type { Amount, PledgeAct } from './pledge.js';

/** Something that a company's system did or saw for a customer, as it tells it (`diapason.facts.v1`, `POST /v1/facts`). */
export interface ReportedFact {
  /** The system that tells it, e.g. `erp` or `transporteur`; with `externalId` it identifies the fact for ever. */
  readonly source: string;
  readonly externalId: string;
  /** ≥ 1; a higher revision replaces a lower one whole. */
  readonly revision: number;
  readonly customerRef: string;
  readonly caseRef?: string;
  /** What was done. */
  readonly act: PledgeAct;
  /** RFC 3339 with offset: when it was done. */
  readonly at: string;
  /** What it was done to, in a few words: « lampe », « commande 4512 ». Absent: whatever the case is about. */
  readonly object?: string;
  readonly amount?: Amount;
}

/** The id a fact keeps over all its revisions. */
export const factIdOf = (organisationId: string, source: string, externalId: string): string => stableId('fact', organisationId, source, externalId);
