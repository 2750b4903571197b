import type { ReadFact } from '#domain';
import { insertRows, type Sql } from '../database/sql.js';
import { textOrNull } from '../write/interaction-rows.js';
import { storableJson, storableText } from '../write/storable.js';

/** What is kept of a fact already: enough to decide. */
export interface KeptFact {
  readonly revision: number;
  readonly contentHash: string;
  readonly customerKey: string;
  readonly at: number;
}

const FACT = {
  organisation_id: 'text',
  fact_id: 'uuid',
  source: 'text',
  external_id: 'text',
  revision: 'bigint',
  content_hash: 'text',
  customer_key: 'text',
  case_ref: 'text',
  act: 'text',
  object: 'text',
  happened_at: 'timestamptz',
  topics: 'jsonb',
  amount: 'jsonb',
} as const;

export const factKey = ({ organisationId, factId }: Pick<ReadFact, 'organisationId' | 'factId'>): string => `${organisationId}/${factId}`;

/** Locks the facts that are kept, in key order; by `factKey`. */
export async function lockFacts(sql: Sql, facts: readonly Pick<ReadFact, 'organisationId' | 'factId'>[]): Promise<Map<string, KeptFact>> {
  const rows = await sql<{ key: string; revision: string; content_hash: string; customer_key: string; happened_at: Date }>(
    `SELECT organisation_id || '/' || fact_id AS key, revision, content_hash, customer_key, happened_at FROM reported_fact
     WHERE (organisation_id, fact_id) IN (SELECT * FROM unnest($1::text[], $2::uuid[])) ORDER BY organisation_id, fact_id FOR UPDATE`,
    [facts.map(({ organisationId }) => organisationId), facts.map(({ factId }) => factId)],
  );
  return new Map(rows.map((row) => [row.key, { revision: Number(row.revision), contentHash: row.content_hash, customerKey: row.customer_key, at: row.happened_at.getTime() }]));
}

export async function upsertFacts(sql: Sql, facts: readonly ReadFact[]): Promise<void> {
  const rows = facts.map(({ organisationId, factId, fact, contentHash, topics }) => ({
    organisation_id: organisationId,
    fact_id: factId,
    source: storableText(fact.source),
    external_id: storableText(fact.externalId),
    revision: fact.revision,
    content_hash: contentHash,
    customer_key: storableText(fact.customerRef),
    case_ref: textOrNull(fact.caseRef),
    act: fact.act,
    object: textOrNull(fact.object),
    happened_at: fact.at,
    topics: storableJson(topics),
    amount: fact.amount === undefined ? null : storableJson(fact.amount),
  }));
  const replaced = Object.keys(FACT).filter((name) => name !== 'organisation_id' && name !== 'fact_id');
  await insertRows(sql, 'reported_fact', FACT, rows, {
    orderBy: ['organisation_id', 'fact_id'],
    tail: `ON CONFLICT ON CONSTRAINT reported_fact_pk DO UPDATE SET recorded_at = now(), ${replaced.map((name) => `${name} = excluded.${name}`).join(', ')}`,
  });
}
