import type { Sql } from '../database/sql.js';
import { refsOf, refsOfPerson } from '../directory/resolve.js';

// Nobody decides about his or her own words. Who somebody is, is asked of the account itself, never of what a request says: a key decides as whoever made it.

/** The account behind an id that stands in decisions, of an account or of a key, made by whichever other keys; an SQL expression, as `by` is. */
const accountBehind = (organisation: string, by: string): string =>
  `(WITH RECURSIVE maker (id, steps) AS (
      SELECT ${by}, 0
      UNION ALL SELECT k.created_by, maker.steps + 1 FROM maker JOIN access_key AS k ON k.organisation_id = ${organisation} AND 'key:' || k.key_id = maker.id
    ) SELECT maker.id FROM maker ORDER BY maker.steps DESC LIMIT 1)`;

/** The agent that it is; whoever has no account, as on an open port, is none. */
const agentOf = (organisation: string, by: string): string =>
  `(SELECT who.agent_ref FROM (SELECT ${accountBehind(organisation, by)} AS id) AS decider
    JOIN account AS who ON who.organisation_id = ${organisation} AND who.account_id = CASE WHEN decider.id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN decider.id::uuid END)`;

/** Whether whoever decides is this account, itself or by a key of its making. */
export const isAccountOf = async (sql: Sql, organisationId: string, accountId: string, by: string): Promise<boolean> =>
  (await sql<{ id: string }>(`SELECT ${accountBehind('$1', '$2::text')} AS id`, [organisationId, by]))[0]!.id === accountId;

/** Whether two ids that stand in decisions are of one person, by whichever keys of own making; an SQL condition, as both are SQL expressions. */
export const isSameIn = (organisation: string, one: string, other: string): string => `${accountBehind(organisation, one)} = ${accountBehind(organisation, other)}`;

/** Every ref under which whoever decides is an agent, by the directory as it is now; none for whoever is no agent. */
export async function ownRefs(sql: Sql, organisationId: string, by: string): Promise<readonly string[]> {
  const [row] = await sql<{ ref: string | null }>(`SELECT ${agentOf('$1', '$2::text')} AS ref`, [organisationId, by]);
  return row?.ref ? refsOf(sql, organisationId, 'agent', row.ref) : [];
}

/** Whether words of this agent are those of whoever decides. */
export const isOwn = async (sql: Sql, organisationId: string, agentRef: string | null, by: string): Promise<boolean> =>
  agentRef !== null && (await ownRefs(sql, organisationId, by)).includes(agentRef);

/** Whether whoever decides is one of the agents who spoke in an interaction. */
export async function spokeIn(sql: Sql, organisationId: string, interactionId: string, by: string): Promise<boolean> {
  const refs = await ownRefs(sql, organisationId, by);
  return refs.length > 0 && (await sql('SELECT FROM interaction_agent WHERE organisation_id = $1 AND interaction_id = $2 AND agent_ref = ANY ($3::text[]) LIMIT 1', [organisationId, interactionId, refs])).length > 0;
}

/** The same as an SQL condition, for many rows: whether `agentRef` is an agent that `by` is. All are SQL expressions. */
export const isOwnIn = (organisation: string, agentRef: string, by: string): string => `${agentRef} IN (${refsOfPerson('agent', organisation, agentOf(organisation, by))})`;
