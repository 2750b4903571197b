import type { PersonKind } from '#domain';
import type { Sql } from '../database/sql.js';

// The one place that knows who stands behind a ref. `organisation` and `ref` are SQL expressions: placeholders or columns.

/** The person's own ref behind a ref, as an SQL expression: one look-up per row. For aggregates over many rows: `behind`. */
export const personRef = (kind: PersonKind, organisation: string, ref: string): string =>
  `coalesce((SELECT who.person_ref FROM identity AS who
     WHERE who.organisation_id = ${organisation} AND who.kind = '${kind}' AND who.ref = ${ref}), ${ref})`;

/** The same for many rows: a join, and the expression to group by. */
export const behind = (as: string, kind: PersonKind, organisation: string, ref: string): { readonly join: string; readonly person: string } => ({
  join: `LEFT JOIN identity AS ${as} ON ${as}.organisation_id = ${organisation} AND ${as}.kind = '${kind}' AND ${as}.ref = ${ref}`,
  person: `coalesce(${as}.person_ref, ${ref})`,
});

/** A subquery of every ref of the person behind a ref, that ref included even when nobody knows it. */
export const refsOfPerson = (kind: PersonKind, organisation: string, ref: string): string =>
  `SELECT ${ref}::text AS ref UNION SELECT alias.ref FROM identity AS alias
   WHERE alias.organisation_id = ${organisation} AND alias.kind = '${kind}' AND alias.person_ref = ${personRef(kind, organisation, `${ref}::text`)}`;

/**
 * Joins the agent behind a ref as `${as}.ref, name, team_ref, team_name`: what the directory says, else what the latest
 * interactions say of any of the person's refs. For pages, not for aggregates: some look-ups per row.
 */
export const agentBehind = (as: string, organisation: string, ref: string): string =>
  `LEFT JOIN LATERAL (
     SELECT found.*, coalesce(listed_team.name, seen_team.name) AS team_name
     FROM (
       SELECT person.ref, coalesce(listed.name, ${latest('agent', 'name', organisation)}) AS name,
         coalesce(listed.team_ref, ${latest('agent', 'team_ref', organisation)}) AS team_ref
       ${personRow('agent', organisation, ref)} ${ONCE}
     ) AS found
     LEFT JOIN team AS seen_team ON seen_team.organisation_id = ${organisation} AND seen_team.ref = found.team_ref
     LEFT JOIN directory_team AS listed_team ON listed_team.organisation_id = ${organisation} AND listed_team.ref = found.team_ref
   ) AS ${as} ON ${ref} IS NOT NULL`;

/** Joins the customer behind a ref as `${as}.ref, name`; see `agentBehind`. */
export const customerBehind = (as: string, organisation: string, ref: string): string =>
  `LEFT JOIN LATERAL (
     SELECT person.ref, coalesce(listed.name, ${latest('customer', 'name', organisation)}) AS name ${personRow('customer', organisation, ref)}
   ) AS ${as} ON ${ref} IS NOT NULL`;

/** Else PostgreSQL writes a subquery out wherever its column is used: eleven times the same look-up to plan and to make. */
const ONCE = 'OFFSET 0';

const personRow = (kind: PersonKind, organisation: string, ref: string): string =>
  `FROM (SELECT ${personRef(kind, organisation, ref)} AS ref ${ONCE}) AS person
   LEFT JOIN identity AS listed ON listed.organisation_id = ${organisation} AND listed.kind = '${kind}' AND listed.ref = person.ref`;

/**
 * What the latest interaction that says it says of `person`, of a name rather the one that comes with the person's own ref: the
 * same whatever the order in which interactions and merges came.
 */
const latest = (kind: PersonKind, column: 'name' | 'team_ref', organisation: string): string =>
  `(SELECT seen.${column} FROM ${kind} AS seen
    WHERE seen.organisation_id = ${organisation} AND seen.ref IN (${refsBehind(kind, organisation)}) AND seen.${column} IS NOT NULL
    ORDER BY ${column === 'name' ? 'seen.ref <> person.ref, ' : ''}seen.known_since DESC, seen.ref LIMIT 1)`;

const refsBehind = (kind: PersonKind, organisation: string): string =>
  `SELECT person.ref UNION ALL SELECT alias.ref FROM identity AS alias
   WHERE alias.organisation_id = ${organisation} AND alias.kind = '${kind}' AND alias.person_ref = person.ref`;

/** A subquery of every ref of the agents whose present team is the named one. */
export const refsOfTeam = (organisation: string, team: string): string =>
  `SELECT alias.ref FROM identity AS alias
   JOIN identity AS person ON person.organisation_id = alias.organisation_id AND person.kind = alias.kind AND person.ref = alias.person_ref
   WHERE alias.organisation_id = ${organisation} AND alias.kind = 'agent'
     AND coalesce(person.team_ref, ${latest('agent', 'team_ref', organisation)}) = ${team}
   UNION ALL
   SELECT seen.ref FROM agent AS seen WHERE seen.organisation_id = ${organisation} AND seen.team_ref = ${team}
     AND NOT EXISTS (SELECT 1 FROM identity AS alias WHERE alias.organisation_id = seen.organisation_id AND alias.kind = 'agent' AND alias.ref = seen.ref)`;

/** Every ref of the person behind a ref, in byte order, the ref itself included. */
export async function refsOf(sql: Sql, organisationId: string, kind: PersonKind, ref: string): Promise<string[]> {
  const rows = await sql<{ ref: string }>(refsOfPerson(kind, '$1', '$2'), [organisationId, ref]);
  return rows.map((row) => row.ref).sort();
}
