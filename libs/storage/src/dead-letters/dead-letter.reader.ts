import type { DeadLetterDetail, DeadLetterFilter, DeadLetterSummary, Page, PageRequest, StreamRecord } from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ALL_ORGANISATIONS, severalOrganisations } from '../database/scope.js';
import { sqlOn } from '../database/sql.js';
import { Conditions } from '../read/conditions.js';
import { InvalidCursorError } from '../read/cursor.js';
import { LETTER_COLUMNS, letterOf, recordOf, wholeLetterOf, type LetterRow, type WholeLetterRow } from './dead-letter.row.js';
import { letterOwners } from './letter-owners.js';

/** A letter, and the record that it is. */
export interface KeptLetter {
  readonly letter: DeadLetterDetail;
  readonly record: StreamRecord;
}

/** What could not be taken in, latest first. */
@Injectable()
export class DeadLetterReader {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * One page, the latest first.
   * @throws InvalidCursorError for a cursor that is not of this list.
   */
  async listDeadLetters(organisationId: string, filter: DeadLetterFilter, page: PageRequest): Promise<Page<DeadLetterSummary>> {
    const owners = await letterOwners(this.dataSource, organisationId);
    const where = new Conditions();
    const midnight = (day: string): string =>
      `(${day}::timestamp AT TIME ZONE (SELECT o.time_zone FROM organisation AS o WHERE o.organisation_id = ${where.bind(organisationId)}))`;
    where
      .oneOf('l.organisation_id', owners)
      .when(filter.status, (status) => `l.status = ${status}`)
      .when(filter.reason, (reason) => `l.reason = ${reason}`)
      .when(filter.source, (source) => `l.source = ${source}`)
      .when(filter.from, (day) => `l.buried_at >= ${midnight(`${day}::date`)}`)
      .when(filter.to, (day) => `l.buried_at < ${midnight(`(${day}::date + 1)`)}`);
    if (page.cursor !== undefined) where.when(decodePosition(page.cursor), (position) => `l.position < ${position}::bigint`);
    const rows = await sqlOn(this.dataSource, severalOrganisations(owners))<LetterRow>(
      `SELECT ${LETTER_COLUMNS} FROM dead_letter AS l WHERE ${where.clause()} ORDER BY l.position DESC LIMIT ${where.bind(page.limit + 1)}`,
      where.values,
    );
    const items = rows.slice(0, page.limit).map(letterOf);
    const last = items.at(-1);
    return { items, next: rows.length > page.limit && last !== undefined ? encodePosition(last.id) : null };
  }

  /** Null when the organisation has no such letter. */
  async readDeadLetter(organisationId: string, id: string): Promise<KeptLetter | null> {
    const owners = await letterOwners(this.dataSource, organisationId);
    const [row] = await sqlOn(this.dataSource, severalOrganisations(owners))<WholeLetterRow>(
      `SELECT ${LETTER_COLUMNS}, l.key, l.value, l.headers FROM dead_letter AS l WHERE l.organisation_id = ANY($1::text[]) AND l.position = $2::bigint`,
      [owners, id],
    );
    return row === undefined ? null : { letter: wholeLetterOf(row), record: recordOf(row) };
  }

  /** Letters that wait for somebody, all organisations together. */
  async countWaiting(): Promise<number> {
    const [row] = await sqlOn(this.dataSource, ALL_ORGANISATIONS)<{ count: number }>(`SELECT count(*)::int AS count FROM dead_letter WHERE status = 'waiting'`);
    return row!.count;
  }
}

const encodePosition = (position: string): string => Buffer.from(`letter ${position}`).toString('base64url');

function decodePosition(cursor: string): string {
  const position = /^letter (\d{1,18})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8'))?.[1];
  if (position === undefined) throw new InvalidCursorError('not a cursor of this list');
  return position;
}
