import type { PersonKind } from '#domain';
import { insertRows, type Sql } from '../database/sql.js';
import { askAgain } from '../history/ask-again.js';
import { letNobodyJudge } from '../history/lock-customers.js';
import { Identities, type Identity } from './identities.js';

interface Row {
  ref: string;
  person_ref: string;
  attached_to: string | null;
  listed: boolean;
  name: string | null;
  team_ref: string | null;
}

/** Edits of an organisation's directory take turns: they are rare, and a merge looks at several persons at once. */
export const lockDirectory = (sql: Sql, organisationId: string): Promise<unknown> =>
  sql('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`diapason directory ${organisationId}`]);

/** The persons behind some refs, whole. */
export async function loadIdentities(sql: Sql, organisationId: string, kind: PersonKind, refs: readonly string[]): Promise<Identities> {
  const rows = await sql<Row>(
    `SELECT ref, person_ref, attached_to, listed, name, team_ref FROM identity WHERE organisation_id = $1 AND kind = $2 AND person_ref IN
       (SELECT person_ref FROM identity WHERE organisation_id = $1 AND kind = $2 AND ref = ANY($3::text[]))`,
    [organisationId, kind, refs],
  );
  return new Identities(
    rows.map((row) => ({ ref: row.ref, personRef: row.person_ref, attachedTo: row.attached_to, listed: row.listed, name: row.name, teamRef: row.team_ref })),
  );
}

const TYPES = { organisation_id: 'text', kind: 'text', ref: 'text', person_ref: 'text', attached_to: 'text', listed: 'boolean', name: 'text', team_ref: 'text' };

/** Writes who is behind which ref now; the histories of customers who are one now, or no longer, are to be judged again. */
export async function saveIdentities(sql: Sql, organisationId: string, kind: PersonKind, identities: Identities): Promise<void> {
  const { written, removed } = identities.changes();
  const moved = kind === 'customer' ? identities.moved() : [];
  if (moved.length > 0) await letNobodyJudge(sql, organisationId);
  const rows = written.map((row: Identity) => ({
    organisation_id: organisationId,
    kind,
    ref: row.ref,
    person_ref: row.personRef,
    attached_to: row.attachedTo,
    listed: row.listed,
    name: row.name,
    team_ref: row.teamRef,
  }));
  await insertRows(sql, 'identity', TYPES, rows, {
    orderBy: ['organisation_id', 'kind', 'ref'],
    tail: `ON CONFLICT ON CONSTRAINT identity_pk DO UPDATE SET person_ref = excluded.person_ref, attached_to = excluded.attached_to,
      listed = excluded.listed, name = excluded.name, team_ref = excluded.team_ref`,
  });
  if (removed.length > 0) await sql('DELETE FROM identity WHERE organisation_id = $1 AND kind = $2 AND ref = ANY($3::text[])', [organisationId, kind, removed]);
  if (moved.length > 0) await askAgain(sql, organisationId, moved);
}
