import type { DeadLetterSummary, OutgoingMessage, StreamName } from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { severalOrganisations } from '../database/scope.js';
import { inTransaction, type Sql } from '../database/sql.js';
import { appendToJournal } from '../write/journal.js';
import { writeToOutbox } from '../write/pg-outbox.js';
import { storableText } from '../write/storable.js';
import { LETTER_COLUMNS, letterOf, type LetterRow } from './dead-letter.row.js';
import { letterOwners } from './letter-owners.js';

/** What is sent again for a letter. */
export interface Replay {
  readonly message: OutgoingMessage;
  readonly stream: Extract<StreamName, 'interactions' | 'facts'>;
  /** Null for what is no interaction. */
  readonly interactionId: string | null;
  readonly corrected: boolean;
  /** Of the message's value: tells a repeated command from another one. */
  readonly hash: string;
}

/**
 * `done`: it is as asked, by this command or by the same one before · `settled`: something else was done with it
 * before · `missing`: no such letter.
 */
export type Settled =
  | { readonly kind: 'done'; readonly letter: DeadLetterSummary }
  | { readonly kind: 'settled'; readonly letter: DeadLetterSummary }
  | { readonly kind: 'missing' };

/**
 * Settles dead letters, each once: the change, its journal entry and what is sent are one transaction, and two
 * commands at a time take turns by the row's lock.
 */
@Injectable()
export class DeadLetterRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Sends a letter again, through the outbox. */
  async replay(organisationId: string, id: string, { message, stream, interactionId, corrected, hash }: Replay, by: string): Promise<Settled> {
    return this.settle(organisationId, id, (letter) => letter.replay_hash === hash, async (sql, letter) => {
      await writeToOutbox(sql, [{ ...message, stream, organisationId }]);
      const payload = { letterId: letter.position, interactionId, corrected, hash, by };
      await appendToJournal(sql, [{ organisationId, type: 'dead-letter.replayed', payload }]);
      return { status: 'replayed', by, note: null, interactionId, hash };
    });
  }

  /** Leaves a letter aside for good; its bytes stay. */
  async discard(organisationId: string, id: string, reason: string, by: string): Promise<Settled> {
    const note = storableText(reason);
    return this.settle(organisationId, id, (letter) => letter.status === 'discarded' && letter.settled_note === note, async (sql, letter) => {
      const payload = { letterId: letter.position, reason: note, by };
      await appendToJournal(sql, [{ organisationId, type: 'dead-letter.discarded', payload }]);
      return { status: 'discarded', by, note, interactionId: null, hash: null };
    });
  }

  private async settle(
    organisationId: string,
    id: string,
    isSame: (letter: LetterRow) => boolean,
    effect: (sql: Sql, letter: LetterRow) => Promise<Settlement>,
  ): Promise<Settled> {
    const owners = await letterOwners(this.dataSource, organisationId);
    return inTransaction(this.dataSource, severalOrganisations(owners), async (sql): Promise<Settled> => {
      const [letter] = await sql<LetterRow>(
        `SELECT ${LETTER_COLUMNS} FROM dead_letter AS l WHERE l.organisation_id = ANY($1::text[]) AND l.position = $2::bigint FOR UPDATE OF l`,
        [owners, id],
      );
      if (letter === undefined) return { kind: 'missing' };
      if (letter.status !== 'waiting') return { kind: isSame(letter) ? 'done' : 'settled', letter: letterOf(letter) };
      const { status, by, note, interactionId, hash } = await effect(sql, letter);
      const [changed] = await sql<LetterRow>(
        `UPDATE dead_letter AS l SET status = $3, settled_at = now(), settled_by = $4, settled_note = $5, interaction_id = $6, replay_hash = $7
         WHERE l.organisation_id = $1 AND l.position = $2::bigint RETURNING ${LETTER_COLUMNS}`,
        [letter.organisation_id, letter.position, status, by, note, interactionId, hash],
      );
      return { kind: 'done', letter: letterOf(changed!) };
    });
  }
}

interface Settlement {
  readonly status: 'replayed' | 'discarded';
  readonly by: string;
  readonly note: string | null;
  readonly interactionId: string | null;
  readonly hash: string | null;
}
