import { randomUUID } from 'node:crypto';
import { type Channel, type ContactReason, contentHash, criteriaOf, type EvaluationAnswer, humanScore, sideOf, type Sight, stableId } from '#domain';
import type { Sql } from '../database/sql.js';
import { refsOf } from '../directory/resolve.js';
import { isUuid } from '../read/cursor.js';
import { isOwn } from '../reviews/own-work.js';
import { VERSION_COLUMNS, versionOn, type VersionRow } from '../scorecards/scorecard.row.js';
import { isInteractionSeen, isSeen, seenRefs } from '../sight/sight.js';
import { appendToJournal } from '../write/journal.js';
import { storableJson } from '../write/storable.js';
import { factOf } from './evaluation.row.js';
import { standingFor } from './standing.js';

export interface BeginRequest {
  readonly organisationId: string;
  readonly interactionId: string;
  readonly scorecardId: string;
  /** Any ref of the agent who is evaluated. */
  readonly agent: string;
  /** The evaluation that this one will correct. */
  readonly replaces: string | null;
  readonly by: string;
  readonly sight: Sight;
  readonly key: string | undefined;
}

/**
 * `missing`: no such interaction that is seen · `no-scorecard`: none in force that day with something to answer · `no-agent`: did not speak in it, or is not
 * seen · `concerned`: nobody evaluates herself · `standing`: one stands, and is only corrected · `not-standing`: what it would correct does not stand ·
 * `other`: the key was used for another request.
 */
export type Begun =
  | { readonly kind: 'done'; readonly evaluationId: string }
  | { readonly kind: 'standing'; readonly evaluationId: string }
  | { readonly kind: 'missing' | 'no-scorecard' | 'no-agent' | 'concerned' | 'not-standing' | 'other' };

interface Told {
  readonly channel: Channel;
  readonly contact_reason: ContactReason | null;
  readonly day: string;
  readonly started_at: Date;
}

/** Within a transaction: begins the draft of an evaluation, or finds it. */
export async function beginIn(sql: Sql, request: BeginRequest): Promise<Begun> {
  const { organisationId, interactionId, scorecardId, agent, replaces, by, key } = request;
  if (!isUuid(interactionId) || !isUuid(scorecardId) || !(await isInteractionSeen(sql, organisationId, interactionId, request.sight))) return { kind: 'missing' };
  const [told] = await sql<Told>('SELECT channel, contact_reason, day::text, started_at FROM interaction WHERE organisation_id = $1 AND interaction_id = $2', [organisationId, interactionId]);
  if (told === undefined) return { kind: 'missing' };
  const evaluationId = stableId('evaluation', organisationId, by, key ?? randomUUID());
  const asked = contentHash({ interactionId, scorecardId, agent, replaces });
  const [before] = await sql<{ request: string }>('SELECT request FROM evaluation WHERE organisation_id = $1 AND evaluation_id = $2', [organisationId, evaluationId]);
  if (before !== undefined) return before.request === asked ? { kind: 'done', evaluationId } : { kind: 'other' };
  const version = await versionFor(sql, organisationId, scorecardId, told.day);
  if (version === null || criteriaOf(version.definition).every((criterion) => sideOf(criterion) === 'automatic')) return { kind: 'no-scorecard' };
  const agentRef = await refInInteraction(sql, request);
  if (agentRef === null) return { kind: 'no-agent' };
  if (await isOwn(sql, organisationId, agentRef, by)) return { kind: 'concerned' };
  const standing = await standingFor(sql, organisationId, { scorecard_id: scorecardId, interaction_id: interactionId, agent_ref: agentRef });
  if (standing !== null && replaces === null) return { kind: 'standing', evaluationId: standing };
  if (standing !== replaces) return { kind: 'not-standing' };
  const answers = replaces === null ? [] : await answersOf(sql, organisationId, replaces, version.version);
  const result = humanScore(version.definition, { channel: told.channel, contactReason: told.contact_reason }, answers);
  const created = await sql(
    `INSERT INTO evaluation (organisation_id, evaluation_id, scorecard_id, version, interaction_id, channel, contact_reason, day, started_at, agent_ref,
       answers, result, request, drafted_by, drafted_at, replaces)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8::date, $9, $10, $11, $12, $13, $14, date_trunc('milliseconds', clock_timestamp()), $15) ON CONFLICT DO NOTHING RETURNING 1`,
    [organisationId, evaluationId, scorecardId, version.version, interactionId, told.channel, told.contact_reason, told.day, told.started_at, agentRef,
      storableJson(answers), JSON.stringify(result), asked, by, replaces],
  );
  if (created.length > 0) {
    const fact = factOf({ evaluation_id: evaluationId, scorecard_id: scorecardId, version: version.version, interaction_id: interactionId, agent_ref: agentRef }, by);
    await appendToJournal(sql, [{ organisationId, type: 'evaluation.drafted', payload: fact }]);
    return { kind: 'done', evaluationId };
  }
  // Somebody's one draft is there already, or the same request was sent at the same time.
  const [mine] = await sql<{ evaluation_id: string }>(
    `UPDATE evaluation SET replaces = $6, revision = revision + CASE WHEN replaces IS DISTINCT FROM $6 THEN 1 ELSE 0 END
     WHERE organisation_id = $1 AND scorecard_id = $2 AND interaction_id = $3 AND agent_ref = $4 AND drafted_by = $5 AND submitted_at IS NULL RETURNING evaluation_id`,
    [organisationId, scorecardId, interactionId, agentRef, by, replaces],
  );
  return mine === undefined ? { kind: 'done', evaluationId } : { kind: 'done', evaluationId: mine.evaluation_id };
}

async function versionFor(sql: Sql, organisationId: string, scorecardId: string, day: string): Promise<VersionRow | null> {
  const versions = await sql<VersionRow>(`SELECT ${VERSION_COLUMNS} FROM scorecard_version AS v WHERE v.organisation_id = $1 AND v.scorecard_id = $2 AND v.published_at IS NOT NULL`, [organisationId, scorecardId]);
  return versionOn(versions, day);
}

/** Under which ref the person spoke: the first of them where there are several; null for nobody who is seen. */
async function refInInteraction(sql: Sql, { organisationId, interactionId, agent, sight }: BeginRequest): Promise<string | null> {
  const rows = await sql<{ agent_ref: string }>('SELECT agent_ref FROM interaction_agent WHERE organisation_id = $1 AND interaction_id = $2 AND agent_ref = ANY ($3::text[]) ORDER BY agent_ref', [
    organisationId,
    interactionId,
    await refsOf(sql, organisationId, 'agent', agent),
  ]);
  const ref = rows[0]?.agent_ref ?? null;
  return ref !== null && isSeen(await seenRefs(sql, organisationId, sight), ref) ? ref : null;
}

/** What stands is where a correction begins, as long as the questions are the same. */
async function answersOf(sql: Sql, organisationId: string, evaluationId: string, version: number): Promise<readonly EvaluationAnswer[]> {
  const [row] = await sql<{ answers: readonly EvaluationAnswer[] }>('SELECT answers FROM evaluation WHERE organisation_id = $1 AND evaluation_id = $2 AND version = $3', [organisationId, evaluationId, version]);
  return row?.answers ?? [];
}
