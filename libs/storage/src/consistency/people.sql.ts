import type { Named } from '#domain';
import type { Sql } from '../database/sql.js';
import { agentBehind } from '../directory/resolve.js';

/** An agent and the team, as they are known today. */
export interface Person {
  readonly agent: Named;
  readonly team: Named | null;
}

/** Persons by their own ref. */
export async function readPeople(sql: Sql, organisationId: string, refs: readonly string[]): Promise<ReadonlyMap<string, Person>> {
  const rows = await sql<{ ref: string; name: string | null; team_ref: string | null; team_name: string | null }>(
    `SELECT p.ref, a.name, a.team_ref, a.team_name FROM unnest($2::text[]) AS p (ref) ${agentBehind('a', '$1', 'p.ref')}`,
    [organisationId, refs],
  );
  return new Map(
    rows.map(({ ref, name, team_ref, team_name }) => [
      ref,
      { agent: { ref, name }, team: team_ref === null ? null : { ref: team_ref, name: team_name } },
    ]),
  );
}
