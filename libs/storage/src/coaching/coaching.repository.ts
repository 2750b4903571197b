import { isDeepStrictEqual } from 'node:util';
import { COMES_AFTER, type CoachingChange, COACHING_MEMBERS, type CoachingMember, type CoachingState, type CoachingStep, fixedMembers, unfitDay } from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction, type Sql } from '../database/sql.js';
import { refsOf } from '../directory/resolve.js';
import { OrganisationRepository } from '../organisations/organisation.repository.js';
import { RulebookRepository } from '../rulebooks/rulebook.repository.js';
import { dayIn } from '../write/day.js';
import { isAccountOf } from '../reviews/own-work.js';
import { appendToJournal } from '../write/journal.js';
import { excerptsFor, isUnfit, putActions, putExcerpts, putRules, readActions, readExcerpts, rulesFor, type SessionKey, type Unfit } from './coaching-parts.js';
import type { CoachingViewer } from './coaching-viewer.js';
import { readSessionRow, type SessionRow } from './coaching.row.js';
import { type CoachingCreated, createSession, type NewCoachingSession } from './create-session.js';

export interface CoachingRequest {
  readonly organisationId: string;
  readonly sessionId: string;
  readonly viewer: CoachingViewer;
  /** Of what was seen; undefined: whatever it is now. */
  readonly version: number | undefined;
}

/**
 * `stale`: changed meanwhile · `state`: not a step from where it stands · `fixed`: these members no longer change · `day`: see `unfitDay` ·
 * `own`: whoever ran the session does not acknowledge it.
 */
export type CoachingChanged =
  | { readonly kind: 'done' | 'missing' | 'stale' | 'own' }
  | { readonly kind: 'day'; readonly why: NonNullable<ReturnType<typeof unfitDay>> }
  | { readonly kind: 'state'; readonly state: CoachingState }
  | { readonly kind: 'fixed'; readonly state: CoachingState; readonly members: readonly CoachingMember[] }
  | { readonly kind: 'unfit'; readonly unfit: Unfit };

const DONE = { kind: 'done' } as const;

/** What coaches do with sessions; each change and its journal entry are one transaction. */
@Injectable()
export class CoachingRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rulebooks: RulebookRepository,
    private readonly organisations: OrganisationRepository,
  ) {}

  async create(request: NewCoachingSession): Promise<CoachingCreated> {
    const current = await this.rulebooks.currentRulebook(request.organisationId);
    return inTransaction(this.dataSource, request.organisationId, (sql) => createSession(sql, request, current));
  }

  async change(request: CoachingRequest, change: CoachingChange): Promise<CoachingChanged> {
    const current = change.rules === undefined ? null : await this.rulebooks.currentRulebook(request.organisationId);
    return this.onSession(request, async (sql, row, key) => {
      const actions = await readActions(sql, key);
      const fixed = fixedMembers(row.state, change, actions);
      if (fixed.length > 0) return { kind: 'fixed', state: row.state, members: fixed };
      const before: CoachingChange = {
        rules: row.rules.map(({ ruleId }) => ruleId), agenda: (await readExcerpts(sql, key)).map(({ finding_id }) => finding_id), actions, windowDays: row.window_days, followUpOn: row.follow_up_on,
      };
      const changed = COACHING_MEMBERS.filter((member) => change[member] !== undefined && !isDeepStrictEqual(change[member], before[member]));
      if (changed.length === 0) return DONE;
      const rules = await rulesFor(sql, key.organisation_id, changed.includes('rules') ? (change.rules ?? []) : [], current);
      if (isUnfit(rules)) return { kind: 'unfit', unfit: rules };
      const refs = await refsOf(sql, key.organisation_id, 'agent', row.agent_ref);
      const excerpts = await excerptsFor(sql, key.organisation_id, changed.includes('agenda') ? (change.agenda ?? []) : [], refs);
      if (isUnfit(excerpts)) return { kind: 'unfit', unfit: excerpts };
      if (changed.includes('rules')) await putRules(sql, key, rules);
      if (changed.includes('agenda')) await putExcerpts(sql, key, excerpts);
      if (changed.includes('actions')) await putActions(sql, key, change.actions ?? []);
      await sql(
        `UPDATE coaching_session SET window_days = $3, follow_up_on = $4, version = version + 1 WHERE organisation_id = $1 AND session_id = $2`,
        [key.organisation_id, key.session_id, change.windowDays ?? row.window_days, change.followUpOn === undefined ? row.follow_up_on : change.followUpOn],
      );
      const payload = { sessionId: key.session_id, changed, rules: change.rules ?? row.rules.map(({ ruleId }) => ruleId), by: request.viewer.by };
      await appendToJournal(sql, [{ organisationId: key.organisation_id, type: 'coaching.changed', payload }]);
      return DONE;
    });
  }

  /**
   * @param on the day it is planned for, was held or was followed up, in the organisation's time zone
   * @param now when this is entered. The present, whoever asks by HTTP; invented people alone are given a past (apps/diapason/src/up/demonstration)
   */
  async step(request: CoachingRequest, step: CoachingStep, on: string, now: Date): Promise<CoachingChanged> {
    const organisation = await this.organisations.readOrganisation(request.organisationId);
    const today = dayIn(organisation?.timeZone ?? 'UTC', now);
    return this.onSession(request, async (sql, row, key) => {
      const again = step === 'planned' && row.state === 'planned';
      if (row.state !== COMES_AFTER[step] && !again) return { kind: 'state', state: row.state };
      if (again && row.planned_on === on) return DONE;
      const why = unfitDay(step, on, today, row.held_on);
      if (why !== null) return { kind: 'day', why };
      const column = { planned: 'planned_on', held: 'held_on', 'followed-up': 'followed_up_on' }[step];
      await sql(`UPDATE coaching_session SET state = $3, ${column} = $4, version = version + 1 WHERE organisation_id = $1 AND session_id = $2`, [key.organisation_id, key.session_id, step, on]);
      await this.moved(sql, request, row.state, step, on);
      return DONE;
    });
  }

  /** The agent says that the session was as it stands here. Twice does nothing more. */
  acknowledge(request: CoachingRequest): Promise<CoachingChanged> {
    return this.onSession(request, async (sql, row, key) => {
      if (row.state === 'acknowledged') return DONE;
      if (row.state !== COMES_AFTER.acknowledged) return { kind: 'state', state: row.state };
      if (await isAccountOf(sql, key.organisation_id, request.viewer.by, row.coach)) return { kind: 'own' };
      await sql(
        `UPDATE coaching_session SET state = 'acknowledged', acknowledged_by = $3, acknowledged_at = date_trunc('milliseconds', clock_timestamp()), version = version + 1
         WHERE organisation_id = $1 AND session_id = $2`,
        [key.organisation_id, key.session_id, request.viewer.by],
      );
      await this.moved(sql, request, row.state, 'acknowledged', null);
      return DONE;
    });
  }

  /** A session that was never held, with all that was prepared for it. */
  remove(request: CoachingRequest): Promise<CoachingChanged> {
    return this.onSession(request, async (sql, row, key) => {
      if (row.state !== 'draft' && row.state !== 'planned') return { kind: 'state', state: row.state };
      await sql('DELETE FROM coaching_session WHERE organisation_id = $1 AND session_id = $2', [key.organisation_id, key.session_id]);
      const payload = { sessionId: key.session_id, agentRef: row.agent_ref, by: request.viewer.by };
      await appendToJournal(sql, [{ organisationId: key.organisation_id, type: 'coaching.removed', payload }]);
      return DONE;
    });
  }

  private moved(sql: Sql, { organisationId, sessionId, viewer }: CoachingRequest, from: CoachingState, to: CoachingState, on: string | null): Promise<void> {
    return appendToJournal(sql, [{ organisationId, type: 'coaching.moved', payload: { sessionId, from, to, on, by: viewer.by } }]);
  }

  /** With the session locked. */
  private onSession({ organisationId, sessionId, viewer, version }: CoachingRequest, work: (sql: Sql, row: SessionRow, key: SessionKey) => Promise<CoachingChanged>): Promise<CoachingChanged> {
    return inTransaction(this.dataSource, organisationId, async (sql): Promise<CoachingChanged> => {
      const row = await readSessionRow(sql, organisationId, sessionId, viewer, true);
      if (row === null) return { kind: 'missing' };
      if (version !== undefined && version !== row.version) return { kind: 'stale' };
      return work(sql, row, { organisation_id: organisationId, session_id: sessionId });
    });
  }
}
