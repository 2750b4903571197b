import type { CoachedRule, CoachingNote, CoachingSessionSummary, CoachingState } from '#domain';
import { dayPlus } from '#domain';
import type { Sql } from '../database/sql.js';
import { agentBehind } from '../directory/resolve.js';
import { Conditions } from '../read/conditions.js';
import { isUuid } from '../read/cursor.js';
import { type CoachingViewer, sessionSeen } from './coaching-viewer.js';

export interface SessionRow {
  readonly session_id: string;
  /** As it was when the session was made; `person_ref`: who that is now. */
  readonly agent_ref: string;
  readonly person_ref: string;
  readonly person_name: string | null;
  readonly team_ref: string | null;
  readonly team_name: string | null;
  readonly coach: string;
  readonly coach_name: string | null;
  readonly state: CoachingState;
  readonly window_days: number;
  readonly planned_on: string | null;
  readonly held_on: string | null;
  readonly follow_up_on: string | null;
  readonly followed_up_on: string | null;
  readonly acknowledged_at: Date | null;
  readonly created_at: Date;
  readonly version: number;
  readonly rules: readonly CoachedRule[];
}

/** Sessions `s` with the names that go with them. @param where conditions on `s`, with what comes after them */
export const selectSessions = (where: string): string =>
  `SELECT s.session_id, s.agent_ref, s.coach, s.state, s.window_days, s.planned_on::text AS planned_on, s.held_on::text AS held_on, s.follow_up_on::text AS follow_up_on,
     s.followed_up_on::text AS followed_up_on, s.acknowledged_at, s.created_at, s.version,
     who.ref AS person_ref, who.name AS person_name, who.team_ref, who.team_name, c.name AS coach_name,
     (SELECT jsonb_agg(jsonb_build_object('ruleId', r.rule_id, 'polarity', r.polarity) ORDER BY r.position) FROM coaching_rule AS r
      WHERE r.organisation_id = s.organisation_id AND r.session_id = s.session_id) AS rules
   FROM (SELECT s.* FROM coaching_session AS s WHERE ${where}) AS s
   ${agentBehind('who', 's.organisation_id', 's.agent_ref')}
   LEFT JOIN account AS c ON c.organisation_id = s.organisation_id AND c.account_id::text = s.coach
   ORDER BY s.created_at DESC, s.session_id DESC`;

/** A session that is there for the viewer; null: none. @param lock until the end of the transaction */
export async function readSessionRow(sql: Sql, organisationId: string, sessionId: string, viewer: CoachingViewer, lock = false): Promise<SessionRow | null> {
  if (!isUuid(sessionId)) return null;
  if (lock) await sql('SELECT FROM coaching_session WHERE organisation_id = $1 AND session_id = $2 FOR UPDATE', [organisationId, sessionId]);
  const where = new Conditions();
  where.also(`s.organisation_id = ${where.bind(organisationId)} AND s.session_id = ${where.bind(sessionId)}`);
  await sessionSeen(sql, where, organisationId, viewer);
  return (await sql<SessionRow>(selectSessions(where.clause()), where.values))[0] ?? null;
}

export function summaryOf(row: SessionRow): CoachingSessionSummary {
  const around = row.held_on ?? row.planned_on;
  return {
    id: row.session_id,
    agent: { ref: row.person_ref, name: row.person_name },
    team: row.team_ref === null ? null : { ref: row.team_ref, name: row.team_name },
    coach: { id: row.coach, name: row.coach_name },
    state: row.state,
    plannedOn: row.planned_on,
    heldOn: row.held_on,
    followUpOn: row.follow_up_on,
    followedUpOn: row.followed_up_on,
    acknowledgedAt: row.acknowledged_at?.toISOString() ?? null,
    rules: row.rules,
    measure: { windowDays: row.window_days, until: around === null ? null : dayPlus(around, row.window_days) },
    createdAt: row.created_at.toISOString(),
    version: row.version,
  };
}

export interface NoteRow {
  readonly side: CoachingNote['side'];
  readonly author: string;
  readonly name: string | null;
  readonly text: string;
  readonly shared: boolean;
  readonly written_at: Date;
}

export const noteOf = ({ side, author, name, text, shared, written_at }: NoteRow): CoachingNote => ({ side, by: author, name, text, shared, at: written_at.toISOString() });
