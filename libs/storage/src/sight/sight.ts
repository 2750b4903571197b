import type { CounterExtract, Sight } from '#domain';
import type { Sql } from '../database/sql.js';
import { refsOfPerson, refsOfTeam } from '../directory/resolve.js';
import type { Conditions } from '../read/conditions.js';

/** The agents' refs that a reader sees; null: everybody's, named or not. */
export type SeenRefs = readonly string[] | null;

/** What a reader sees, resolved by the directory as it is now. */
export async function seenRefs(sql: Sql, organisationId: string, sight: Sight): Promise<SeenRefs> {
  if (sight === 'all') return null;
  const rows = await sql<{ ref: string }>(
    `${refsOfTeam('$1', 'ANY ($2::text[])')} UNION SELECT own.ref FROM (${refsOfPerson('agent', '$1', '$3')}) AS own WHERE own.ref IS NOT NULL`,
    [organisationId, sight.teams, sight.agent],
  );
  return [...new Set(rows.map(({ ref }) => ref))].sort();
}

/** Adds that an agent is seen. */
export const agentSeen = (where: Conditions, column: string, refs: SeenRefs | undefined): Conditions => where.when(refs ?? undefined, (all) => `${column} = ANY (${all}::text[])`);

/** Adds that an interaction is seen: one in which somebody seen spoke. Whoever else spoke in it is heard too. */
export const interactionSeen = (where: Conditions, organisation: string, interaction: string, refs: SeenRefs): Conditions =>
  where.when(refs ?? undefined, (all) => spokeIn(organisation, interaction, all));

/** Adds that a finding `f` is seen: its agent's, or nobody's in an interaction that is seen. */
export const findingSeen = (where: Conditions, organisation: string, refs: SeenRefs): Conditions =>
  where.when(refs ?? undefined, (all) => `(f.agent_ref = ANY (${all}::text[]) OR (f.agent_ref IS NULL AND ${spokeIn(organisation, 'f.interaction_id', all)}))`);

/** Whether one of `refs` spoke in an interaction, as an SQL expression. */
export const spokeIn = (organisation: string, interaction: string, refs: string): string =>
  `EXISTS (SELECT FROM interaction_agent AS seen_by WHERE seen_by.organisation_id = ${organisation} AND seen_by.interaction_id = ${interaction}
     AND seen_by.agent_ref = ANY (${refs}::text[]))`;

/** Whether an agent is seen. */
export const isSeen = (refs: SeenRefs, agentRef: string | null | undefined): boolean => refs === null || (agentRef !== null && agentRef !== undefined && refs.includes(agentRef));

/** Ref and name of who said something, where that is somebody seen. */
export function namedWhereSeen({ agentRef, agent, ...said }: CounterExtract, refs: SeenRefs): CounterExtract {
  return agentRef !== undefined && isSeen(refs, agentRef) ? { ...said, agentRef, agent } : { ...said, agent: null };
}

/** Whether an interaction is seen. */
export async function isInteractionSeen(sql: Sql, organisationId: string, interactionId: string, sight: Sight): Promise<boolean> {
  const refs = await seenRefs(sql, organisationId, sight);
  if (refs === null) return true;
  return (await sql(`SELECT WHERE ${spokeIn('$1', '$2::uuid', '$3')}`, [organisationId, interactionId, refs])).length > 0;
}
