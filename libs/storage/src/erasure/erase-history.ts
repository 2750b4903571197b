import type { Sql } from '../database/sql.js';
import { askAgain } from '../history/ask-again.js';
import { keyOfCustomer } from '../history/customer-key.js';
import { lockCustomers } from '../history/lock-customers.js';
import { appendToJournal, type NewEntry } from '../write/journal.js';
import { lockInteractions } from '../write/lock-interactions.js';
import { keyOf } from '../write/prepare.js';
import type { KeptOfCustomer } from './kept-of-customer.js';

/**
 * Takes the person's interactions away, with all that hangs on them, and their part in every figure. What is held against them in interactions
 * of somebody else goes at once, since it quotes them; those histories are then judged again.
 * @returns ids of interactions of others whose findings changed
 */
export async function eraseHistory(sql: Sql, organisationId: string, { refs, interactions }: KeptOfCustomer): Promise<string[]> {
  const keys = [...new Set(interactions.map(({ customerRef, interactionId }) => keyOfCustomer(customerRef, interactionId)))];
  const others = keys.filter((key) => !refs.includes(key));
  await lockCustomers(sql, [...refs, ...others].map((customerKey) => ({ organisationId, customerKey })));
  const ids = interactions.map(({ interactionId }) => interactionId);
  const quoting = await sql<{ interaction_id: string }>(
    `SELECT DISTINCT interaction_id FROM finding WHERE organisation_id = $1 AND relation_id IS NOT NULL AND against->>'interactionId' = ANY($2::text[]) AND interaction_id <> ALL($2::uuid[])
       AND customer_key = ANY($3)`,
    [organisationId, ids, keys],
  );
  const changed = quoting.map(({ interaction_id }) => interaction_id);
  const locked = [...ids, ...changed].map((interactionId) => ({ organisationId, interactionId }));
  const before = await lockInteractions(sql, locked);
  await sql(`DELETE FROM finding WHERE organisation_id = $1 AND interaction_id = ANY($2::uuid[]) AND against->>'interactionId' = ANY($3::text[])`, [organisationId, changed, ids]);
  await sql('DELETE FROM interaction WHERE organisation_id = $1 AND interaction_id = ANY($2::uuid[])', [organisationId, ids]);
  const after = await lockInteractions(sql, locked);
  await appendToJournal(
    sql,
    locked.flatMap((one): NewEntry[] => {
      const [was, is] = [before.get(keyOf(one)), after.get(keyOf(one))];
      const back: NewEntry[] = was === undefined ? [] : [{ organisationId, type: 'interaction.superseded', payload: was.facts }];
      return is === undefined ? back : [...back, { organisationId, type: 'interaction.analysed', payload: is.facts }];
    }),
  );
  await askAgain(sql, organisationId, others);
  return changed;
}
