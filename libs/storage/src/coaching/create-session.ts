import { randomUUID } from 'node:crypto';
import { contentHash, type RulebookDescription, stableId } from '#domain';
import type { Sql } from '../database/sql.js';
import { refsOf } from '../directory/resolve.js';
import { appendToJournal } from '../write/journal.js';
import { agentOf } from './agent-of.js';
import { excerptsFor, isUnfit, putExcerpts, putRules, rulesFor, type Unfit } from './coaching-parts.js';
import type { CoachingViewer } from './coaching-viewer.js';

export interface NewCoachingSession {
  readonly organisationId: string;
  readonly coach: Extract<CoachingViewer, { side: 'coach' }>;
  /** Any ref of the agent. */
  readonly agentRef: string;
  readonly rules: readonly string[];
  /** Ids of findings. */
  readonly agenda: readonly string[];
  readonly windowDays: number;
  /** The same key by the same person again gives the session that was made then. */
  readonly key?: string;
}

/** `missing`: no agent that is seen, or whoever asks: nobody coaches himself or herself · `other`: the key was used for another request. */
export type CoachingCreated = { readonly kind: 'done'; readonly sessionId: string } | { readonly kind: 'missing' | 'other' } | { readonly kind: 'unfit'; readonly unfit: Unfit };

/** Makes the draft of a session. @param current the rulebook in force */
export async function createSession(sql: Sql, request: NewCoachingSession, current: RulebookDescription | null): Promise<CoachingCreated> {
  const { organisationId, coach, agentRef, rules, agenda, windowDays, key } = request;
  const sessionId = stableId('coaching', organisationId, coach.by, key ?? randomUUID());
  const asked = contentHash({ agentRef, rules, agenda, windowDays });
  const kept = await madeBefore(sql, organisationId, sessionId, asked);
  if (kept !== null) return kept;

  const person = await agentOf(sql, organisationId, coach, agentRef);
  if (person === null) return { kind: 'missing' };
  const refs = await refsOf(sql, organisationId, 'agent', person.agent.ref);
  const coached = await rulesFor(sql, organisationId, rules, current);
  if (isUnfit(coached)) return { kind: 'unfit', unfit: coached };
  const excerpts = await excerptsFor(sql, organisationId, agenda, refs);
  if (isUnfit(excerpts)) return { kind: 'unfit', unfit: excerpts };

  // Whoever sends the same request at the same time waits here, and then finds it done.
  const created = await sql(
    `INSERT INTO coaching_session (organisation_id, session_id, agent_ref, coach, window_days, request, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, date_trunc('milliseconds', clock_timestamp())) ON CONFLICT ON CONSTRAINT coaching_session_pk DO NOTHING RETURNING 1`,
    [organisationId, sessionId, person.agent.ref, coach.by, windowDays, asked],
  );
  if (created.length === 0) return (await madeBefore(sql, organisationId, sessionId, asked)) ?? { kind: 'other' };
  const own = { organisation_id: organisationId, session_id: sessionId };
  await putRules(sql, own, coached);
  await putExcerpts(sql, own, excerpts);
  await appendToJournal(sql, [{ organisationId, type: 'coaching.created', payload: { sessionId, agentRef: person.agent.ref, rules, by: coach.by } }]);
  return { kind: 'done', sessionId };
}

async function madeBefore(sql: Sql, organisationId: string, sessionId: string, asked: string): Promise<CoachingCreated | null> {
  const [kept] = await sql<{ request: string }>('SELECT request FROM coaching_session WHERE organisation_id = $1 AND session_id = $2', [organisationId, sessionId]);
  if (kept === undefined) return null;
  return kept.request === asked ? { kind: 'done', sessionId } : { kind: 'other' };
}
