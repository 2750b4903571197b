import type { Page, PageRequest, PersonCard, PersonFilter, PersonIdentity, PersonKind, Sight, TeamCard } from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sqlOn, type Sql } from '../database/sql.js';
import { Conditions } from '../read/conditions.js';
import { isUnnamed } from '../retention/unnamed.js';
import { agentSeen, type SeenRefs, seenRefs } from '../sight/sight.js';
import { decodeRef, encodeRef } from './ref-cursor.js';
import { agentBehind, behind, customerBehind, personRef, refsOfPerson, refsOfTeam } from './resolve.js';
import { folded } from './search.js';

interface PersonRow {
  ref: string;
  name: string | null;
  team_ref: string | null;
  team_name: string | null;
  attached: boolean;
  identities: PersonIdentity[];
}

/** Agents, teams and customers: those that the directory lists and those that were seen in interactions. */
@Injectable()
export class DirectoryReader {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * One page of persons, each once with all its refs, in byte order of the person's own ref.
   * @throws InvalidCursorError for a cursor that is not of this list.
   */
  async listPeople(organisationId: string, kind: PersonKind, filter: PersonFilter, page: PageRequest, sight: Sight = 'all'): Promise<Page<PersonCard>> {
    const refs = await seenRefs(sqlOn(this.dataSource, organisationId), organisationId, sight);
    const where = new Conditions();
    const organisation = where.bind(organisationId);
    seenPeople(where, kind, refs)
      .when(page.cursor === undefined ? undefined : decodeRef(page.cursor), (ref) => `person.ref > ${ref}`)
      .when(filter.attached, (attached) => `person.attached = ${attached}`)
      .when(kind === 'agent' ? filter.team : undefined, (team) => `person.ref IN (${refsOfTeam(organisation, team)})`)
      .when(filter.search, (text) => `EXISTS (${mentions(kind, organisation, text)})`);
    const rows = await sqlOn(this.dataSource, organisationId)<{ ref: string }>(
      `SELECT person.ref FROM (
         SELECT listed.ref, true AS attached FROM identity AS listed
         WHERE listed.organisation_id = ${organisation} AND listed.kind = '${kind}' AND listed.attached_to IS NULL
         UNION ALL
         SELECT seen.ref, false FROM ${kind} AS seen WHERE seen.organisation_id = ${organisation} AND NOT ${isUnnamed('seen.ref')}
           AND NOT EXISTS (SELECT 1 FROM identity AS i WHERE i.organisation_id = ${organisation} AND i.kind = '${kind}' AND i.ref = seen.ref)
       ) AS person WHERE ${where.clause() || 'true'} ORDER BY person.ref LIMIT ${where.bind(page.limit + 1)}`,
      where.values,
    );
    const found = rows.slice(0, page.limit).map(({ ref }) => ref);
    const items = await readCards(sqlOn(this.dataSource, organisationId), organisationId, kind, found);
    return { items, next: rows.length > page.limit ? encodeRef(found.at(-1)!) : null };
  }

  /** The person behind any of its refs; null when neither the directory nor any interaction names it, or it is not seen. Customers are of no team. */
  async readPerson(organisationId: string, kind: PersonKind, ref: string, sight: Sight = 'all'): Promise<PersonCard | null> {
    const refs = await seenRefs(sqlOn(this.dataSource, organisationId), organisationId, sight);
    const person = await readPersonIn(sqlOn(this.dataSource, organisationId), organisationId, kind, ref);
    return person !== null && (refs === null || (kind === 'agent' && refs.includes(person.ref))) ? person : null;
  }

  /**
   * One page of teams with the number of persons in each, in byte order of ref.
   * @throws InvalidCursorError for a cursor that is not of this list.
   */
  async listTeams(organisationId: string, search: string | undefined, page: PageRequest, sight: Sight = 'all'): Promise<Page<TeamCard>> {
    const where = new Conditions();
    const organisation = where.bind(organisationId);
    agentSeen(where, 't.ref', sight === 'all' ? null : sight.teams)
      .when(page.cursor === undefined ? undefined : decodeRef(page.cursor), (ref) => `t.ref > ${ref}`)
      .when(search, (text) => `position(${folded(`${text}::text`)} IN ${folded(`concat_ws(' ', t.ref, t.name)`)}) > 0`);
    const who = behind('who', 'agent', organisation, 'member.ref');
    const rows = await sqlOn(this.dataSource, organisationId)<TeamCard>(
      `SELECT t.ref, t.name, (SELECT count(DISTINCT ${who.person}) FILTER (WHERE NOT ${isUnnamed('member.ref')})::int FROM (${refsOfTeam(organisation, 't.ref')}) AS member ${who.join}) AS agents
       FROM (
         SELECT ref, coalesce(listed.name, seen.name) AS name
         FROM (SELECT * FROM directory_team WHERE organisation_id = ${organisation}) AS listed
         FULL JOIN (SELECT * FROM team WHERE organisation_id = ${organisation}) AS seen USING (ref)
       ) AS t WHERE ${where.clause() || 'true'} ORDER BY t.ref LIMIT ${where.bind(page.limit + 1)}`,
      where.values,
    );
    const items = rows.slice(0, page.limit);
    return { items, next: rows.length > page.limit ? encodeRef(items.at(-1)!.ref) : null };
  }
}

/** Customers are of no team: only whoever sees all sees them. */
const seenPeople = (where: Conditions, kind: PersonKind, refs: SeenRefs): Conditions => (kind === 'customer' && refs !== null ? where.also('false') : agentSeen(where, 'person.ref', refs));

/** See DirectoryReader.readPerson; inside a transaction. */
export async function readPersonIn(sql: Sql, organisationId: string, kind: PersonKind, ref: string): Promise<PersonCard | null> {
  const [found] = await sql<{ ref: string; known: boolean }>(
    `SELECT person.ref, EXISTS (SELECT 1 FROM identity AS i WHERE i.organisation_id = $1 AND i.kind = '${kind}' AND i.ref = person.ref)
       OR EXISTS (SELECT 1 FROM ${kind} AS seen WHERE seen.organisation_id = $1 AND seen.ref = person.ref) AS known
     FROM (SELECT ${personRef(kind, '$1', '$2::text')} AS ref) AS person`,
    [organisationId, ref],
  );
  return found!.known ? (await readCards(sql, organisationId, kind, [found!.ref]))[0]! : null;
}

/** Cards of persons by their own refs, in the order given. */
async function readCards(sql: Sql, organisationId: string, kind: PersonKind, refs: readonly string[]): Promise<PersonCard[]> {
  if (refs.length === 0) return [];
  const team = kind === 'agent' ? 'who.team_ref, who.team_name' : 'NULL AS team_ref, NULL AS team_name';
  const rows = await sql<PersonRow>(
    `SELECT p.ref, who.name, ${team},
       EXISTS (SELECT 1 FROM identity AS i WHERE i.organisation_id = $1 AND i.kind = '${kind}' AND i.ref = p.ref) AS attached,
       (SELECT jsonb_agg(jsonb_build_object('ref', own.ref, 'name', seen.name, 'attachedTo', link.attached_to,
            'lastSeenAt', to_char(${lastSeen(kind)} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY link.attached_to IS NOT NULL, own.ref)
          FROM (${refsOfPerson(kind, '$1', 'p.ref')}) AS own (ref)
          LEFT JOIN identity AS link ON link.organisation_id = $1 AND link.kind = '${kind}' AND link.ref = own.ref
          LEFT JOIN ${kind} AS seen ON seen.organisation_id = $1 AND seen.ref = own.ref) AS identities
     FROM unnest($2::text[]) WITH ORDINALITY AS p (ref, n) ${(kind === 'agent' ? agentBehind : customerBehind)('who', '$1', 'p.ref')} ORDER BY p.n`,
    [organisationId, refs],
  );
  return rows.map(({ ref, name, team_ref, team_name, attached, identities }) => ({
    ref,
    name,
    team: team_ref === null ? null : { ref: team_ref, name: team_name },
    attached,
    identities,
  }));
}

const lastSeen = (kind: PersonKind): string =>
  kind === 'agent'
    ? '(SELECT max(x.started_at) FROM interaction_agent AS x WHERE x.organisation_id = $1 AND x.agent_ref = own.ref)'
    : '(SELECT max(x.started_at) FROM interaction AS x WHERE x.organisation_id = $1 AND x.customer_ref = own.ref)';

/** The refs and names of a person in which a text is found. */
const mentions = (kind: PersonKind, organisation: string, text: string): string =>
  `SELECT 1 FROM (${refsOfPerson(kind, organisation, 'person.ref')}) AS own (ref)
   LEFT JOIN identity AS listed ON listed.organisation_id = ${organisation} AND listed.kind = '${kind}' AND listed.ref = own.ref
   LEFT JOIN ${kind} AS seen ON seen.organisation_id = ${organisation} AND seen.ref = own.ref
   WHERE position(${folded(`${text}::text`)} IN ${folded(`concat_ws(' ', own.ref, listed.name, seen.name)`)}) > 0`;
