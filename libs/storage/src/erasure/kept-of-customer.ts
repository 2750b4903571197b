import type { Sql } from '../database/sql.js';
import { refsOf } from '../directory/resolve.js';

export interface KeptInteraction {
  readonly interactionId: string;
  readonly source: string;
  readonly externalId: string;
  /** The customer whose history it belongs to: another one where the person only takes part. */
  readonly customerRef: string | null;
  /** Another customer takes part in it. */
  readonly shared: boolean;
}

export interface KeptOfCustomer {
  readonly refs: readonly string[];
  /** What the person is called, as far as anybody said. */
  readonly names: readonly string[];
  readonly known: boolean;
  readonly interactions: readonly KeptInteraction[];
  readonly factIds: readonly string[];
}

/** All that is kept of a person: under every ref of hers, and where she takes part in what is somebody else's. */
export async function keptOfCustomer(sql: Sql, organisationId: string, ref: string): Promise<KeptOfCustomer> {
  const refs = await refsOf(sql, organisationId, 'customer', ref);
  const interactions = await sql<{ interaction_id: string; source: string; external_id: string; customer_ref: string | null; shared: boolean }>(
    `SELECT interaction_id, source, external_id, customer_ref, EXISTS (${SPEAKERS} AND p->>'ref' <> ALL($2)) AS shared FROM interaction AS i
     WHERE organisation_id = $1 AND (customer_ref = ANY($2) OR EXISTS (${SPEAKERS} AND p->>'ref' = ANY($2)))
     ORDER BY interaction_id`,
    [organisationId, refs],
  );
  const facts = await sql<{ fact_id: string }>('SELECT fact_id FROM reported_fact WHERE organisation_id = $1 AND customer_key = ANY($2) ORDER BY fact_id', [organisationId, refs]);
  const named = await sql<{ name: string | null }>(
    `SELECT name FROM customer WHERE organisation_id = $1 AND ref = ANY($2)
     UNION ALL SELECT NULL FROM customer_history WHERE organisation_id = $1 AND customer_key = ANY($2)
     UNION ALL SELECT name FROM identity WHERE organisation_id = $1 AND kind = 'customer' AND ref = ANY($2)`,
    [organisationId, refs],
  );
  return {
    refs,
    names: [...new Set(named.flatMap(({ name }) => name ?? []))],
    known: named.length > 0 || interactions.length > 0 || facts.length > 0,
    interactions: interactions.map((row) => ({ interactionId: row.interaction_id, source: row.source, externalId: row.external_id, customerRef: row.customer_ref, shared: row.shared })),
    factIds: facts.map(({ fact_id }) => fact_id),
  };
}

const SPEAKERS = `SELECT 1 FROM jsonb_array_elements(i.participants) AS p WHERE p->>'role' = 'customer'`;
