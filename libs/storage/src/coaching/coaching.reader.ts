import type { CoachingSession, CoachingSessionSummary, CoachingState, Page, PageRequest } from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sqlOn } from '../database/sql.js';
import { refsOf } from '../directory/resolve.js';
import { Conditions } from '../read/conditions.js';
import { decodeCursor, encodeCursor } from '../read/cursor.js';
import { FindingReader } from '../read/finding.reader.js';
import { readActions, readExcerpts } from './coaching-parts.js';
import { type CoachingViewer, sessionSeen, sightOfViewer } from './coaching-viewer.js';
import { noteOf, type NoteRow, readSessionRow, selectSessions, type SessionRow, summaryOf } from './coaching.row.js';

export interface CoachingFilter {
  /** Any ref of an agent. */
  readonly agent?: string | undefined;
  readonly state?: CoachingState | undefined;
}

@Injectable()
export class CoachingReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly findings: FindingReader,
  ) {}

  /**
   * One page of sessions, the latest first.
   * @throws InvalidCursorError for a cursor that is not of this list
   */
  async listSessions(organisationId: string, viewer: CoachingViewer, { agent, state }: CoachingFilter, page: PageRequest): Promise<Page<CoachingSessionSummary>> {
    const sql = sqlOn(this.dataSource, organisationId);
    const where = new Conditions();
    where.also(`s.organisation_id = ${where.bind(organisationId)}`);
    (await sessionSeen(sql, where, organisationId, viewer))
      .oneOf('s.agent_ref', agent === undefined ? undefined : await refsOf(sql, organisationId, 'agent', agent))
      .when(state, (name) => `s.state = ${name}`);
    if (page.cursor !== undefined) {
      const { startedAt, id } = decodeCursor(page.cursor);
      where.when(startedAt, (at) => `(s.created_at, s.session_id) < (${at}::timestamptz, ${where.bind(id)}::uuid)`);
    }
    const rows = await sql<SessionRow>(selectSessions(`${where.clause()} ORDER BY s.created_at DESC, s.session_id DESC LIMIT ${where.bind(page.limit + 1)}`), where.values);
    const items = rows.slice(0, page.limit).map(summaryOf);
    const last = items.at(-1);
    return { items, next: rows.length > page.limit && last !== undefined ? encodeCursor({ startedAt: last.createdAt, id: last.id }) : null };
  }

  /** Null when there is no such session for the viewer. */
  async readSession(organisationId: string, sessionId: string, viewer: CoachingViewer): Promise<CoachingSession | null> {
    const sql = sqlOn(this.dataSource, organisationId);
    const row = await readSessionRow(sql, organisationId, sessionId, viewer);
    if (row === null) return null;
    const key = { organisation_id: organisationId, session_id: sessionId };
    const excerpts = await readExcerpts(sql, key);
    const views = await this.findings.readFindings(organisationId, excerpts.map(({ finding_id }) => finding_id), sightOfViewer(viewer));
    const notes = await sql<NoteRow>(
      `SELECT n.side, n.author, a.name, n.text, n.shared, n.written_at FROM coaching_note AS n
       LEFT JOIN account AS a ON a.organisation_id = n.organisation_id AND a.account_id::text = n.author
       WHERE n.organisation_id = $1 AND n.session_id = $2 AND (n.shared OR (n.side = $3 AND n.author = $4)) ORDER BY n.side DESC, n.written_at, n.author`,
      [organisationId, sessionId, viewer.side, viewer.by],
    );
    return {
      ...summaryOf(row),
      agenda: excerpts.map(({ finding_id, rule_id }) => ({ findingId: finding_id, ruleId: rule_id, finding: views.get(finding_id) ?? null })),
      actions: await readActions(sql, key),
      notes: notes.map(noteOf),
    };
  }
}
