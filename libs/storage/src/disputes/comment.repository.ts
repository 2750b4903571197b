import type { FindingComment } from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction, type Sql } from '../database/sql.js';
import { isUuid } from '../read/cursor.js';
import { appendToJournal } from '../write/journal.js';
import { storableText } from '../write/storable.js';
import { commentOf, type CommentRow } from './dispute.row.js';
import { lockOwnFinding, type Self } from './own-finding.js';

export type Commented = { readonly kind: 'done' | 'missing' | 'changed' };

export interface CommentRequest extends Self {
  readonly findingId: string;
  /** Null takes the comment away. */
  readonly text: string | null;
  /** False when the comment that stands is not the one that was read. */
  readonly expects: (standing: FindingComment | null) => boolean;
}

/** Keeps what agents say of their own findings, whatever the status. It changes no figure. */
@Injectable()
export class CommentRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The same words by the same person twice are written once. */
  async comment(request: CommentRequest): Promise<Commented> {
    return isUuid(request.findingId) ? inTransaction(this.dataSource, request.organisationId, (sql) => commentIn(sql, request)) : { kind: 'missing' };
  }
}

async function commentIn(sql: Sql, request: CommentRequest): Promise<Commented> {
  const { organisationId, findingId, by, expects } = request;
  const finding = await lockOwnFinding(sql, request, findingId);
  if (finding === null) return { kind: 'missing' };
  const key = [organisationId, findingId];
  const [row] = await sql<CommentRow>('SELECT * FROM finding_comment WHERE organisation_id = $1 AND finding_id = $2', key);
  const standing = row === undefined ? null : commentOf(row);
  const text = request.text === null ? null : storableText(request.text);
  if (text === (standing?.text ?? null) && (standing === null || standing.by === by)) return { kind: 'done' };
  if (!expects(standing)) return { kind: 'changed' };
  if (text === null) await sql('DELETE FROM finding_comment WHERE organisation_id = $1 AND finding_id = $2', key);
  else {
    await sql(
      `INSERT INTO finding_comment (organisation_id, finding_id, interaction_id, rule_id, place, text, written_by, written_at)
       SELECT organisation_id, finding_id, interaction_id, rule_id, (evidence->0) - 'sense', $3, $4, clock_timestamp() FROM finding WHERE organisation_id = $1 AND finding_id = $2
       ON CONFLICT ON CONSTRAINT finding_comment_pk DO UPDATE SET text = excluded.text, written_by = excluded.written_by, written_at = excluded.written_at`,
      [...key, text, by],
    );
  }
  await appendToJournal(sql, [{ organisationId, type: 'finding.commented', payload: { findingId, written: text !== null, by } }]);
  return { kind: 'done' };
}
