import { COUNTED_AT_MOST, QUEUES, type CappedCount, type FindingStatus, type Page, type PageRequest, type QueueItem, type QueueName, type QueueSummary } from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sqlOn, type Sql } from '../database/sql.js';
import { Conditions } from '../read/conditions.js';
import { decodeCursor, encodeCursor, InvalidCursorError } from '../read/cursor.js';
import { findingSeen, interactionSeen, type SeenRefs } from '../sight/sight.js';
import { IS_COMPLETED, type QueueKey, refsIn, type SeenTeams, WAITING } from './queue-conditions.js';
import { readItems } from './queue-item.sql.js';

export interface QueueFilter {
  readonly rule?: string;
  readonly teams: SeenTeams;
}

/** What there is to review. */
@Injectable()
export class QueueReader {
  constructor(private readonly dataSource: DataSource) {}

  /** Every queue of findings, and what of it is assigned to `who`. */
  async summarise(organisationId: string, who: string, teams: SeenTeams): Promise<QueueSummary[]> {
    const sql = sqlOn(this.dataSource, organisationId);
    const refs = await refsIn(sql, organisationId, teams);
    return Promise.all(QUEUES.map((queue) => summaryOf(sql, organisationId, queue, who, refs)));
  }

  /**
   * One page of a queue: what has waited longest first; of a sample in the order of serving, completed items too.
   * @throws InvalidCursorError for a cursor that is not of this queue
   */
  async listItems(organisationId: string, queue: QueueKey, filter: QueueFilter, page: PageRequest): Promise<Page<QueueItem>> {
    const sql = sqlOn(this.dataSource, organisationId);
    const more = { limit: page.limit + 1, cursor: page.cursor };
    const rows = typeof queue === 'string' ? await waiting(sql, organisationId, queue, filter, more) : await drawn(sql, organisationId, queue.sample, filter, more);
    const items = rows.slice(0, page.limit);
    const last = items.at(-1);
    if (rows.length <= page.limit || last === undefined) return { items, next: null };
    return { items, next: last.sampled === null ? encodeCursor({ startedAt: last.startedAt, id: last.interactionId }) : placeCursor(last.sampled.position) };
  }
}

async function waiting(sql: Sql, organisationId: string, queue: QueueName, { rule, teams }: QueueFilter, { limit, cursor }: PageRequest): Promise<QueueItem[]> {
  const where = whatWaits(organisationId, queue, await refsIn(sql, organisationId, teams)).when(rule, (id) => `f.rule_id = ${id}`);
  if (cursor !== undefined) {
    const { startedAt, id } = decodeCursor(cursor);
    where.when(startedAt, (at) => `(f.started_at, f.interaction_id) > (${at}::timestamptz, ${where.bind(id)}::uuid)`);
  }
  return readItems(
    sql,
    `SELECT DISTINCT f.started_at, f.interaction_id, NULL::int AS position, NULL AS completed_by, NULL::timestamptz AS completed_at
     FROM finding AS f WHERE ${where.clause()} ORDER BY f.started_at, f.interaction_id LIMIT ${where.bind(limit)}`,
    where.values,
    waitingStatus(queue),
  );
}

async function drawn(sql: Sql, organisationId: string, sampleId: string, { rule, teams }: QueueFilter, { limit, cursor }: PageRequest): Promise<QueueItem[]> {
  const where = new Conditions();
  const organisation = where.bind(organisationId);
  where
    .also(`x.organisation_id = ${organisation}`)
    .when(sampleId, (id) => `x.sample_id = ${id}::uuid`)
    .when(cursor === undefined ? undefined : placeOf(cursor), (place) => `x.position > ${place}::int`)
    .when(rule, (id) => `EXISTS (SELECT 1 FROM finding AS f WHERE f.organisation_id = ${organisation} AND f.interaction_id = x.interaction_id AND f.rule_id = ${id})`);
  interactionSeen(where, organisation, 'x.interaction_id', await refsIn(sql, organisationId, teams));
  return readItems(
    sql,
    `SELECT i.started_at, x.interaction_id, x.position, CASE WHEN ${IS_COMPLETED} THEN x.completed_by END AS completed_by, x.completed_at
     FROM sample_item AS x
     JOIN sample AS s ON s.organisation_id = x.organisation_id AND s.sample_id = x.sample_id
     JOIN interaction AS i ON i.organisation_id = x.organisation_id AND i.interaction_id = x.interaction_id
     WHERE ${where.clause()} ORDER BY x.position LIMIT ${where.bind(limit)}`,
    where.values,
  );
}

/** What the findings that wait in a queue are. */
export const waitingStatus = (queue: QueueKey): FindingStatus => (queue === 'disputed' ? 'disputed' : 'detected');

/** Where the words are gone nobody can judge; a dispute about them is still to be answered. */
export function whatWaits(organisationId: string, queue: QueueName, refs: SeenRefs): Conditions {
  const where = new Conditions();
  const organisation = where.bind(organisationId);
  return findingSeen(where.also(`f.organisation_id = ${organisation} AND ${WAITING[queue]}${queue === 'disputed' ? '' : ' AND NOT f.wordless'}`), organisation, refs);
}

async function summaryOf(sql: Sql, organisationId: string, queue: QueueName, who: string, refs: SeenRefs): Promise<QueueSummary> {
  const where = whatWaits(organisationId, queue, refs);
  const [all] = await sql<{ n: number; oldest: Date | null }>(
    `SELECT count(*)::int AS n, min(w.started_at) AS oldest FROM (
       SELECT DISTINCT f.started_at, f.interaction_id FROM finding AS f WHERE ${where.clause()} ORDER BY 1, 2 LIMIT ${COUNTED_AT_MOST + 1}) AS w`,
    where.values,
  );
  const me = where.bind(who);
  const [mine] = await sql<{ n: number; due: string | null }>(
    `SELECT count(*)::int AS n, min(w.due_on)::text AS due FROM (
       SELECT t.due_on FROM review_task AS t WHERE t.organisation_id = $1 AND t.assigned_to = ${me}
         AND EXISTS (SELECT 1 FROM finding AS f WHERE f.interaction_id = t.interaction_id AND ${where.clause()})
       ORDER BY t.due_on LIMIT ${COUNTED_AT_MOST + 1}) AS w`,
    where.values,
  );
  return { queue, interactions: capped(all!.n), oldest: all!.oldest?.toISOString() ?? null, mine: capped(mine!.n), due: mine!.due };
}

const capped = (n: number): CappedCount => ({ count: Math.min(n, COUNTED_AT_MOST), more: n > COUNTED_AT_MOST });

const placeCursor = (position: number): string => Buffer.from(`place ${position}`).toString('base64url');

function placeOf(cursor: string): number {
  const place = /^place (\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (place === null) throw new InvalidCursorError('not a cursor of this list');
  return Number(place[1]);
}
