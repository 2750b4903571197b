import type { DataSource } from 'typeorm';
import { inTransaction, type Sql } from '../database/sql.js';
import { appendToJournal, type NewEntry } from '../write/journal.js';
import { lockInteractions } from '../write/lock-interactions.js';

/** Interactions at a time: each step is a transaction of its own, and can be done again. */
const STEP = 200;

/** Brings every finding of a rule, and every figure, in line with whether the rule is under observation. Broken off, it is gone on with by the next call. */
export async function recountRule(dataSource: DataSource, organisationId: string, ruleId: string): Promise<void> {
  while ((await inTransaction(dataSource, organisationId, (sql) => step(sql, organisationId, ruleId))) === STEP);
}

async function step(sql: Sql, organisationId: string, ruleId: string): Promise<number> {
  const found = await sql<{ interaction_id: string }>(
    `SELECT DISTINCT f.interaction_id FROM finding AS f
     JOIN rule_observation AS o ON o.organisation_id = f.organisation_id AND o.rule_id = f.rule_id
     WHERE f.organisation_id = $1 AND f.rule_id = $2 AND NOT f.by_hand AND f.observed <> o.observed ORDER BY f.interaction_id LIMIT ${STEP}`,
    [organisationId, ruleId],
  );
  if (found.length === 0) return 0;
  const keys = found.map(({ interaction_id }) => ({ organisationId, interactionId: interaction_id }));
  const before = await lockInteractions(sql, keys);
  await sql(
    `UPDATE finding AS f SET observed = o.observed FROM rule_observation AS o
     WHERE o.organisation_id = f.organisation_id AND o.rule_id = f.rule_id
       AND f.organisation_id = $1 AND f.rule_id = $2 AND f.interaction_id = ANY($3::uuid[]) AND NOT f.by_hand AND f.observed <> o.observed`,
    [organisationId, ruleId, keys.map(({ interactionId }) => interactionId)],
  );
  const after = await lockInteractions(sql, keys);
  const entries = [...after].map(([key, { facts }]): NewEntry => ({ organisationId, type: 'interaction.recounted', payload: { ruleId, before: before.get(key)!.facts, after: facts } }));
  await appendToJournal(sql, entries);
  return found.length;
}
