import type { Sql } from '../database/sql.js';
import { refsOf } from '../directory/resolve.js';

/**
 * Whether somebody is the agent behind a ref: by the account's own agent, or by that of whoever made the key. Nobody evaluates herself, with an own
 * key either.
 * @param by id of the actor @param agentRef the agent that the actor is, if any
 */
export async function isConcerned(sql: Sql, organisationId: string, by: string, agentRef: string | null, ref: string): Promise<boolean> {
  const rows = await sql<{ agent_ref: string }>(
    `SELECT agent_ref FROM account WHERE organisation_id = $1 AND agent_ref IS NOT NULL AND (account_id::text = $2
       OR account_id::text = (SELECT created_by FROM access_key WHERE organisation_id = $1 AND 'key:' || key_id = $2))`,
    [organisationId, by],
  );
  const own = [...rows.map((row) => row.agent_ref), ...(agentRef === null ? [] : [agentRef])];
  if (own.length === 0) return false;
  const refs = await refsOf(sql, organisationId, 'agent', ref);
  return own.some((one) => refs.includes(one));
}
