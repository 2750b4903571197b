import type { PreparedItem } from './prepare.js';
import { insertRows, type Sql } from '../database/sql.js';
import { textOrNull } from './interaction-rows.js';
import { storableText } from './storable.js';

interface Person {
  readonly organisation_id: string;
  readonly ref: string;
  name: string | null;
  team_ref: string | null;
  known_since: string;
}

type People = Map<string, Person>;

/**
 * Keeps the names and teams that interactions bring along. The latest interaction wins, whatever the order of
 * arrival; a missing name never erases a known one.
 */
export async function rememberPeople(sql: Sql, items: readonly PreparedItem[]): Promise<void> {
  const teams: People = new Map();
  const agents: People = new Map();
  const customers: People = new Map();
  for (const item of [...items].sort((a, b) => a.startedAt.getTime() - b.startedAt.getTime())) {
    for (const { role, ref, name, team } of item.source.interaction.participants) {
      if (role === 'agent') {
        if (team?.ref) note(teams, item, team.ref, team.name);
        if (ref) note(agents, item, ref, name, team?.ref);
      }
      if (role === 'customer' && ref) note(customers, item, ref, name);
    }
  }
  await upsert(sql, 'team', teams);
  await upsert(sql, 'agent', agents);
  await upsert(sql, 'customer', customers);
}

function note(people: People, item: PreparedItem, ref: string, name?: string, team?: string): void {
  const organisationId = item.source.organisationId;
  const key = JSON.stringify([organisationId, ref]);
  const before = people.get(key);
  people.set(key, {
    organisation_id: organisationId,
    ref: storableText(ref),
    name: textOrNull(name || undefined) ?? before?.name ?? null,
    team_ref: textOrNull(team || undefined) ?? before?.team_ref ?? null,
    known_since: item.startedAt.toISOString(),
  });
}

/**
 * Rows that would not change are left out before they are locked: the same agents are in every batch, and locking
 * them would make all writers queue. That an agent is still known is noted once a day.
 */
async function upsert(sql: Sql, table: 'team' | 'agent' | 'customer', people: People): Promise<void> {
  const known = await sql<Person>(
    `SELECT organisation_id, ref, name, ${table === 'agent' ? 'team_ref' : 'NULL AS team_ref'},
       to_char(known_since AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS known_since
     FROM ${table} WHERE (organisation_id, ref) IN (SELECT * FROM unnest($1::text[], $2::text[]))`,
    [[...people.values()].map((person) => person.organisation_id), [...people.values()].map((person) => person.ref)],
  );
  const before = new Map(known.map((person) => [JSON.stringify([person.organisation_id, person.ref]), person]));
  const changed = [...people].filter(([key, person]) => changes(before.get(key), person)).map(([, person]) => ({ ...person }));

  const names = table === 'agent' ? (['name', 'team_ref'] as const) : (['name'] as const);
  const types = { organisation_id: 'text', ref: 'text', name: 'text', known_since: 'timestamptz' };
  await insertRows(sql, `${table} AS old`, table === 'agent' ? { ...types, team_ref: 'text' } : types, changed, {
    orderBy: ['organisation_id', 'ref'],
    tail: `ON CONFLICT ON CONSTRAINT ${table}_pk DO UPDATE SET ${names.map(newest).join(', ')},
      known_since = greatest(old.known_since, excluded.known_since)`,
  });
}

const newest = (column: string): string =>
  `${column} = CASE WHEN excluded.known_since >= old.known_since
     THEN coalesce(excluded.${column}, old.${column}) ELSE coalesce(old.${column}, excluded.${column}) END`;

const DAY_MS = 86_400_000;

function changes(before: Person | undefined, now: Person): boolean {
  if (before === undefined) return true;
  if ((before.name === null && now.name !== null) || (before.team_ref === null && now.team_ref !== null)) return true;
  const later = Date.parse(now.known_since) - Date.parse(before.known_since);
  if (later < 0) return false;
  const renamed = now.name !== null && now.name !== before.name;
  const moved = now.team_ref !== null && now.team_ref !== before.team_ref;
  return renamed || moved || later > DAY_MS;
}
