import type { Sql } from '../database/sql.js';
import { type Person, readPeople } from '../consistency/people.sql.js';
import { personRef, refsOf } from '../directory/resolve.js';
import { ownRefs } from '../reviews/own-work.js';
import { isSeen, seenRefs } from '../sight/sight.js';
import { type CoachingViewer, sightOfViewer } from './coaching-viewer.js';

/** Whoever is behind a ref, for one who may coach that person; null: nobody, or nobody seen, or the viewer. */
export async function agentOf(sql: Sql, organisationId: string, viewer: Extract<CoachingViewer, { side: 'coach' }>, ref: string): Promise<Person | null> {
  const refs = await refsOf(sql, organisationId, 'agent', ref);
  const [found] = await sql<{ ref: string }>(
    `SELECT ${personRef('agent', '$1', '$2::text')} AS ref WHERE EXISTS (SELECT FROM agent WHERE organisation_id = $1 AND ref = ANY ($3::text[]))
       OR EXISTS (SELECT FROM identity WHERE organisation_id = $1 AND kind = 'agent' AND ref = ANY ($3::text[]))`,
    [organisationId, ref, refs],
  );
  const seen = await seenRefs(sql, organisationId, sightOfViewer(viewer));
  if (found === undefined || !refs.some((one) => isSeen(seen, one))) return null;
  const own = await ownRefs(sql, organisationId, viewer.by);
  if (refs.some((one) => own.includes(one))) return null;
  return (await readPeople(sql, organisationId, [found.ref])).get(found.ref) ?? null;
}
