import type { DisputeState, DisputeView, Page, PageRequest, Sight } from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sqlOn } from '../database/sql.js';
import { refsOf } from '../directory/resolve.js';
import { Conditions } from '../read/conditions.js';
import { decodeCursor, encodeCursor } from '../read/cursor.js';
import { FindingReader } from '../read/finding.reader.js';
import { isSameIn, ownRefs } from '../reviews/own-work.js';
import { findingSeen, seenRefs } from '../sight/sight.js';

/** Whoever looks for something to resolve. */
export interface Resolver {
  readonly id: string;
  readonly sight: Sight;
}

interface PlaceRow {
  readonly finding_id: string;
  readonly disputed_at: Date;
  readonly resolvable: boolean;
}

@Injectable()
export class DisputeReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly findings: FindingReader,
  ) {}

  /**
   * One page of disputes, what has waited longest first.
   * @throws InvalidCursorError for a cursor that is not of this list
   */
  async listDisputes(organisationId: string, state: DisputeState | undefined, { id, sight }: Resolver, page: PageRequest): Promise<Page<DisputeView>> {
    const sql = sqlOn(this.dataSource, organisationId);
    const where = new Conditions();
    const organisation = where.bind(organisationId);
    const me = where.bind(id);
    const own = where.bind(await ownRefs(sql, organisationId, id));
    findingSeen(where.also(`d.organisation_id = ${organisation}`), organisation, await seenRefs(sql, organisationId, sight)).when(state, (name) => `d.state = ${name}`);
    if (page.cursor !== undefined) {
      const { startedAt, id: last } = decodeCursor(page.cursor);
      where.when(startedAt, (at) => `(d.disputed_at, d.finding_id) > (${at}::timestamptz, ${where.bind(last)}::uuid)`);
    }
    const rows = await sql<PlaceRow>(
      `SELECT d.finding_id, d.disputed_at,
         d.state = 'open' AND d.disputed_by <> ${me} AND NOT coalesce(f.agent_ref = ANY (${own}::text[]), false) AND NOT ${isSameIn('d.organisation_id', 'd.judged_by', `${me}::text`)} AS resolvable
       FROM dispute AS d JOIN finding AS f ON f.organisation_id = d.organisation_id AND f.finding_id = d.finding_id
       WHERE ${where.clause()} ORDER BY d.disputed_at, d.finding_id LIMIT ${where.bind(page.limit + 1)}`,
      where.values,
    );
    const shown = rows.slice(0, page.limit);
    const views = await this.findings.readFindings(organisationId, shown.map(({ finding_id }) => finding_id), sight);
    const items = shown.flatMap(({ finding_id, resolvable }): DisputeView[] => {
      const finding = views.get(finding_id);
      return finding === undefined ? [] : [{ finding, resolvable }];
    });
    const last = shown.at(-1);
    const more = rows.length > page.limit && last !== undefined;
    return { items, next: more ? encodeCursor({ startedAt: last.disputed_at.toISOString(), id: last.finding_id }) : null };
  }

  /** How many of a person's findings are disputed and wait. */
  async openOf(organisationId: string, agentRef: string): Promise<number> {
    const sql = sqlOn(this.dataSource, organisationId);
    const [row] = await sql<{ n: number }>(`SELECT count(*)::int AS n FROM finding WHERE organisation_id = $1 AND status = 'disputed' AND agent_ref = ANY ($2::text[])`, [
      organisationId,
      await refsOf(sql, organisationId, 'agent', agentRef),
    ]);
    return row!.n;
  }
}
