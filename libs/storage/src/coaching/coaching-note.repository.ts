import { Injectable } from '@nestjs/common';
import type { CoachingState } from '#domain';
import { DataSource } from 'typeorm';
import { inTransaction } from '../database/sql.js';
import { appendToJournal } from '../write/journal.js';
import { storableText } from '../write/storable.js';
import type { CoachingViewer } from './coaching-viewer.js';
import { readSessionRow } from './coaching.row.js';

export interface NoteRequest {
  readonly organisationId: string;
  readonly sessionId: string;
  readonly viewer: CoachingViewer;
  /** Null takes the note away. */
  readonly text: string | null;
  /** False: nobody else reads it. */
  readonly shared: boolean;
  /** When what was read had been written, null if nothing was; undefined: whatever stands. */
  readonly seenAt: string | null | undefined;
}

export type Noted = { readonly kind: 'done' | 'missing' | 'stale' } | { readonly kind: 'state'; readonly state: CoachingState };

/** What each says of a session: one's own note, and nobody else's. */
@Injectable()
export class CoachingNoteRepository {
  constructor(private readonly dataSource: DataSource) {}

  write({ organisationId, sessionId, viewer, text: given, shared, seenAt }: NoteRequest): Promise<Noted> {
    return inTransaction(this.dataSource, organisationId, async (sql): Promise<Noted> => {
      const row = await readSessionRow(sql, organisationId, sessionId, viewer, true);
      if (row === null) return { kind: 'missing' };
      if (row.state === 'followed-up') return { kind: 'state', state: row.state };
      const key = [organisationId, sessionId, viewer.side, viewer.by];
      const [standing] = await sql<{ text: string; shared: boolean; at: Date }>(
        'SELECT text, shared, written_at AS at FROM coaching_note WHERE organisation_id = $1 AND session_id = $2 AND side = $3 AND author = $4',
        key,
      );
      if (seenAt !== undefined && (standing?.at.toISOString() ?? null) !== seenAt) return { kind: 'stale' };
      const text = given === null ? null : storableText(given);
      if (text === (standing?.text ?? null) && (text === null || shared === standing?.shared)) return { kind: 'done' };
      if (text === null) await sql('DELETE FROM coaching_note WHERE organisation_id = $1 AND session_id = $2 AND side = $3 AND author = $4', key);
      else {
        await sql(
          `INSERT INTO coaching_note (organisation_id, session_id, side, author, text, shared, written_at) VALUES ($1, $2, $3, $4, $5, $6, date_trunc('milliseconds', clock_timestamp()))
           ON CONFLICT ON CONSTRAINT coaching_note_pk DO UPDATE SET text = excluded.text, shared = excluded.shared, written_at = excluded.written_at`,
          [...key, text, shared],
        );
      }
      const payload = { sessionId, side: viewer.side, written: text !== null, shared: text !== null && shared, by: viewer.by };
      await appendToJournal(sql, [{ organisationId, type: 'coaching.noted', payload }]);
      return { kind: 'done' };
    });
  }
}
