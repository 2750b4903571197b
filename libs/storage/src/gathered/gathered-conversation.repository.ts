import { interactionIdOf } from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction, sqlOn, type Sql } from '../database/sql.js';
import { findErased } from '../erasure/erased-records.js';

export interface ConversationKey {
  readonly organisationId: string;
  readonly source: string;
  readonly externalId: string;
}

export interface GatheredConversation extends ConversationKey {
  /** What its gatherer keeps, as JSON. */
  readonly state: string;
  /** 0: nothing to send yet. */
  readonly revision: number;
  /** The last revision that was sent on. */
  readonly sentRevision: number;
}

/** The next state, or null to leave everything as it is. */
export type Change = (kept: GatheredConversation | null) => { readonly state: string; readonly revision: number } | null;

/** Conversations that arrive in pieces: kept here until the whole is sent on, and for the pieces that follow. */
@Injectable()
export class GatheredConversationRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Changes one conversation; whoever changes the same one waits, so that no piece is lost. Durable when it resolves.
   * @returns the conversation as it is now; null when it is not kept, or was erased
   * @throws what `change` throws; nothing has then changed
   */
  async change(key: ConversationKey, change: Change): Promise<GatheredConversation | null> {
    return inTransaction(this.dataSource, key.organisationId, async (sql) => {
      const values = [key.organisationId, key.source, key.externalId];
      // A lock on the key: the row may not be there yet.
      await sql('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [JSON.stringify(values)]);
      const erasedId = interactionIdOf(key.organisationId, key.source, key.externalId);
      if ((await findErased(sql, [{ organisationId: key.organisationId, id: erasedId }])).size > 0) return null;
      const kept = await find(sql, key);
      const next = change(kept);
      if (next === null) return kept;
      await sql(
        `INSERT INTO gathered_conversation (organisation_id, source, external_id, state, revision) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT ON CONSTRAINT gathered_conversation_pk DO UPDATE SET state = $4, revision = $5, changed_at = now()`,
        [...values, next.state, next.revision],
      );
      return { ...key, ...next, sentRevision: kept?.sentRevision ?? 0 };
    });
  }

  async markSent({ organisationId, source, externalId }: ConversationKey, revision: number): Promise<void> {
    await sqlOn(this.dataSource, organisationId)(
      `UPDATE gathered_conversation SET sent_revision = greatest(sent_revision, $4)
       WHERE organisation_id = $1 AND source = $2 AND external_id = $3`,
      [organisationId, source, externalId, revision],
    );
  }

  /** Those with a revision that was not sent, the longest waiting first. */
  async listUnsent(organisationId: string, limit: number): Promise<GatheredConversation[]> {
    const rows = await sqlOn(this.dataSource, organisationId)<Row>(
      `SELECT * FROM gathered_conversation WHERE organisation_id = $1 AND sent_revision < revision ORDER BY changed_at LIMIT $2`,
      [organisationId, limit],
    );
    return rows.map(conversationOf);
  }
}

interface Row {
  organisation_id: string;
  source: string;
  external_id: string;
  state: string;
  revision: string;
  sent_revision: string;
}

async function find(sql: Sql, { organisationId, source, externalId }: ConversationKey): Promise<GatheredConversation | null> {
  const [row] = await sql<Row>('SELECT * FROM gathered_conversation WHERE organisation_id = $1 AND source = $2 AND external_id = $3', [organisationId, source, externalId]);
  return row === undefined ? null : conversationOf(row);
}

const conversationOf = (row: Row): GatheredConversation => ({
  organisationId: row.organisation_id,
  source: row.source,
  externalId: row.external_id,
  state: row.state,
  revision: Number(row.revision),
  sentRevision: Number(row.sent_revision),
});
