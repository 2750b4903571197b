import type { JournalPayloads } from '#domain';
import type { Sql } from '../database/sql.js';
import { refsOf } from '../directory/resolve.js';

const OF_INTERACTIONS = ['interaction.analysed', 'interaction.superseded', 'finding.reviewed', 'finding.disputed', 'finding.added', 'finding.removed', 'interaction.recounted'] as const;
/** What can change an evaluation of any interaction. */
const OF_ALL = ['scorecard.published', 'scorecard.retired', 'organisation.settings-changed', 'rule.observed'] as const;
const OF_PEOPLE = ['identity.attached', 'identity.detached'] as const;
const TYPES = [...OF_INTERACTIONS, ...OF_ALL, ...OF_PEOPLE] as const;

type Entry = { [T in (typeof TYPES)[number]]: { readonly type: T; readonly payload: JournalPayloads[T] } }[(typeof TYPES)[number]];
type EntryRow = Entry & { readonly xid: string; readonly position: string };

/** Entries that one transaction reads. */
const AT_ONCE = 1_000;

/**
 * Within a transaction: reads on in the journal, in commit order so that nothing is skipped, and notes which interactions have to be evaluated again. True
 * when there may be more. False too when another process is at it.
 */
export async function noteChanges(sql: Sql, organisationId: string): Promise<boolean> {
  await sql(`INSERT INTO evaluation_place (organisation_id, xid, position) VALUES ($1, '0', 0) ON CONFLICT ON CONSTRAINT evaluation_place_pk DO NOTHING`, [organisationId]);
  const [place] = await sql<{ xid: string; position: string; now: string }>(
    `SELECT xid::text AS xid, position, pg_snapshot_xmin(pg_current_snapshot())::text AS now FROM evaluation_place WHERE organisation_id = $1 FOR UPDATE SKIP LOCKED`,
    [organisationId],
  );
  if (place === undefined) return false;
  const first = await firstDay(sql, organisationId);
  // Before anything is published nothing is evaluated: whatever is published notes all that it is about.
  const rows = await sql<EntryRow>(
    `SELECT j.xid::text AS xid, j.position, j.type, j.payload FROM journal AS j
     WHERE (j.xid, j.position) > ($2::xid8, $3::bigint) AND j.xid < $4::xid8 AND j.organisation_id = $1 AND j.type = ANY ($5::text[]) ORDER BY j.xid, j.position LIMIT $6`,
    [organisationId, place.xid, place.position, place.now, first === null ? ['scorecard.published'] : TYPES, AT_ONCE],
  );
  if (first !== null) {
    if (rows.some(isOfAll)) await noteAll(sql, organisationId, first);
    else await note(sql, organisationId, [...rows.flatMap(interactionOf), ...(await sharedBy(sql, organisationId, rows.flatMap(refOf)))]);
  }
  const last = rows.length === AT_ONCE ? rows.at(-1)! : await lastBefore(sql, organisationId, place.now);
  // Where nothing happens nothing is written.
  await sql('UPDATE evaluation_place SET xid = $2::xid8, position = $3 WHERE organisation_id = $1 AND (xid, position) < ($2::xid8, $3::bigint)', [organisationId, last.xid, last.position]);
  return rows.length === AT_ONCE;
}

/** The place of the last entry, whatever its type: what lies before it is not read again. */
async function lastBefore(sql: Sql, organisationId: string, now: string): Promise<{ readonly xid: string; readonly position: string }> {
  const [row] = await sql<{ xid: string; position: string }>(
    'SELECT j.xid::text AS xid, j.position FROM journal AS j WHERE j.organisation_id = $1 AND j.xid < $2::xid8 ORDER BY j.xid DESC, j.position DESC LIMIT 1',
    [organisationId, now],
  );
  return row ?? { xid: '0', position: '0' };
}

/** The earliest effective date there is; null while nothing is published. */
async function firstDay(sql: Sql, organisationId: string): Promise<string | null> {
  const [row] = await sql<{ day: string | null }>('SELECT min(effective_on)::text AS day FROM scorecard_version WHERE organisation_id = $1', [organisationId]);
  return row?.day ?? null;
}

const isOfAll = ({ type }: Entry): boolean => OF_ALL.some((one) => one === type);

function interactionOf(entry: Entry): string[] {
  if (entry.type === 'interaction.analysed' || entry.type === 'interaction.superseded') return [entry.payload.interactionId];
  return 'after' in entry.payload ? [entry.payload.after.interactionId] : [];
}

const refOf = (entry: Entry): string[] => ((entry.type === 'identity.attached' || entry.type === 'identity.detached') && entry.payload.kind === 'agent' ? [entry.payload.ref] : []);

const noteAll = (sql: Sql, organisationId: string, first: string): Promise<unknown> =>
  sql(
    `INSERT INTO evaluation_due (organisation_id, interaction_id) SELECT organisation_id, interaction_id FROM interaction
     WHERE organisation_id = $1 AND day >= $2::date AND started_at >= ($2::date - 2)::timestamptz ORDER BY interaction_id ON CONFLICT ON CONSTRAINT evaluation_due_pk DO NOTHING`,
    [organisationId, first],
  );

const note = (sql: Sql, organisationId: string, ids: readonly string[]): Promise<unknown> =>
  sql(
    `INSERT INTO evaluation_due (organisation_id, interaction_id) SELECT DISTINCT $1, id FROM unnest($2::uuid[]) AS n (id) ORDER BY id
     ON CONFLICT ON CONSTRAINT evaluation_due_pk DO NOTHING`,
    [organisationId, ids],
  );

/** Interactions in which a ref and another one spoke: there one person may have become two, or two one. */
async function sharedBy(sql: Sql, organisationId: string, refs: readonly string[]): Promise<string[]> {
  if (refs.length === 0) return [];
  const all = new Set<string>();
  for (const ref of refs) for (const one of await refsOf(sql, organisationId, 'agent', ref)) all.add(one);
  const rows = await sql<{ id: string }>(
    `SELECT DISTINCT a.interaction_id AS id FROM interaction_agent AS a JOIN interaction_agent AS b ON b.organisation_id = a.organisation_id AND b.interaction_id = a.interaction_id AND b.agent_ref <> a.agent_ref
     WHERE a.organisation_id = $1 AND a.agent_ref = ANY ($2::text[])`,
    [organisationId, [...all]],
  );
  return rows.map(({ id }) => id);
}
