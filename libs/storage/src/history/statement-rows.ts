import { insertRows, type Sql } from '../database/sql.js';
import type { PreparedItem } from '../write/prepare.js';
import { storableJson } from '../write/storable.js';

const STATEMENT = { organisation_id: 'text', statement_id: 'uuid', interaction_id: 'uuid', customer_key: 'text', said_at: 'timestamptz', body: 'jsonb' } as const;

/** Writes what agents said in interactions of which nothing is kept yet. */
export async function insertStatements(sql: Sql, items: readonly PreparedItem[]): Promise<void> {
  const rows = items.flatMap(({ customerKey, source: { organisationId, interactionId, analysis } }) => {
    const statements = new Map((analysis.statements ?? []).map((statement) => [statement.id, statement]));
    return [...statements.values()].map((statement) => ({
      organisation_id: organisationId,
      statement_id: statement.id,
      interaction_id: interactionId,
      customer_key: customerKey,
      said_at: statement.at,
      body: storableJson(statement),
    }));
  });
  await insertRows(sql, 'statement', STATEMENT, rows, { orderBy: ['organisation_id', 'statement_id'] });
}
