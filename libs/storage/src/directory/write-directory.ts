import type { AgentEntry, Directory, DirectoryChanges, DirectoryEntry, EntryChanges, PersonKind, TeamEntry } from '#domain';
import { insertRows, type Sql } from '../database/sql.js';
import { appendToJournal, type NewEntry } from '../write/journal.js';
import { loadIdentities, saveIdentities } from './identity.rows.js';

/** An identity that is somebody else's already. */
export interface IdentityConflict {
  /** Where it stands in what was asked, e.g. `['agents', 3, 'identities', 0]`. */
  readonly path: readonly (string | number)[];
  readonly ref: string;
  readonly personRef: string;
}

interface Written {
  readonly conflicts: readonly IdentityConflict[];
  readonly changes: EntryChanges;
  readonly entries: readonly NewEntry[];
  readonly save: () => Promise<void>;
}

/** Writes a directory and journals each change; nothing at all when an identity belongs to somebody else, or on a dry run. */
export async function writeDirectory(
  sql: Sql,
  organisationId: string,
  { agents = [], teams = [], customers = [] }: Directory,
  by: string,
  dryRun: boolean,
): Promise<{ readonly conflicts: readonly IdentityConflict[]; readonly changes: DirectoryChanges }> {
  const named = [...teams, ...agents.flatMap(({ team }) => team ?? [])];
  const written = {
    teams: await planTeams(sql, organisationId, named, by),
    agents: await planPeople(sql, organisationId, 'agent', agents, by),
    customers: await planPeople(sql, organisationId, 'customer', customers, by),
  };
  const plans = Object.values(written);
  const conflicts = plans.flatMap((plan) => plan.conflicts);
  if (conflicts.length === 0 && !dryRun) {
    for (const { save, entries } of plans) {
      await save();
      await appendToJournal(sql, entries);
    }
  }
  return { conflicts, changes: { agents: written.agents.changes, teams: written.teams.changes, customers: written.customers.changes } };
}

async function planPeople(sql: Sql, organisationId: string, kind: PersonKind, people: readonly (AgentEntry | DirectoryEntry)[], by: string): Promise<Written> {
  const identities = await loadIdentities(sql, organisationId, kind, people.flatMap(({ ref, identities: others = [] }) => [ref, ...others]));
  const changes = { added: 0, changed: 0, unchanged: 0, attached: 0 };
  const entries: NewEntry[] = [];
  const conflicts: IdentityConflict[] = [];
  for (const [i, person] of people.entries()) {
    const { ref, name } = person;
    const before = identities.get(ref);
    const described = identities.describe(ref, { name, teamRef: 'team' in person ? person.team?.ref : undefined });
    if (described) {
      const { name: nameNow, teamRef } = identities.get(ref)!;
      const from = before?.listed === true ? { name: before.name, teamRef: before.teamRef } : null;
      entries.push(
        kind === 'agent'
          ? { organisationId, type: 'agent.described', payload: { ref, from, to: { name: nameNow, teamRef }, by } }
          : { organisationId, type: 'customer.described', payload: { ref, by } },
      );
    }
    let attached = 0;
    for (const [at, other] of (person.identities ?? []).entries()) {
      const result = identities.attach(other, ref);
      if (result.kind === 'other') conflicts.push({ path: [`${kind}s`, i, 'identities', at], ref: other, personRef: result.personRef });
      if (result.kind !== 'attached') continue;
      attached++;
      entries.push({ organisationId, type: 'identity.attached', payload: { kind, ref: other, to: ref, by } });
    }
    changes.attached += attached;
    if (before?.listed !== true) changes.added++;
    else if (described || attached > 0) changes.changed++;
    else changes.unchanged++;
  }
  return { conflicts, changes, entries, save: () => saveIdentities(sql, organisationId, kind, identities) };
}

async function planTeams(sql: Sql, organisationId: string, teams: readonly TeamEntry[], by: string): Promise<Written> {
  const rows = await sql<{ ref: string; name: string | null }>('SELECT ref, name FROM directory_team WHERE organisation_id = $1 AND ref = ANY($2::text[])', [
    organisationId,
    teams.map(({ ref }) => ref),
  ]);
  const stored = new Map(rows.map(({ ref, name }) => [ref, { name }]));
  const now = new Map<string, { readonly name: string | null }>();
  for (const { ref, name } of teams) now.set(ref, { name: name ?? now.get(ref)?.name ?? stored.get(ref)?.name ?? null });
  const changes = { added: 0, changed: 0, unchanged: 0, attached: 0 };
  const entries: NewEntry[] = [];
  for (const [ref, to] of now) {
    const from = stored.get(ref) ?? null;
    if (from !== null && from.name === to.name) {
      changes.unchanged++;
      continue;
    }
    if (from === null) changes.added++;
    else changes.changed++;
    entries.push({ organisationId, type: 'team.described', payload: { ref, from, to, by } });
  }
  const save = async (): Promise<void> => {
    const written = [...now].map(([ref, { name }]) => ({ organisation_id: organisationId, ref, name }));
    await insertRows(sql, 'directory_team', { organisation_id: 'text', ref: 'text', name: 'text' }, written, {
      orderBy: ['organisation_id', 'ref'],
      tail: 'ON CONFLICT ON CONSTRAINT directory_team_pk DO UPDATE SET name = excluded.name',
    });
  };
  return { conflicts: [], changes, entries, save };
}
