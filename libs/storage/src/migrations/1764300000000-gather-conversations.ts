import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Conversations that arrive message by message, until the whole of each is sent on. */
export class GatherConversations1764300000000 implements MigrationInterface {
  readonly name = 'GatherConversations1764300000000';

  async up(runner: QueryRunner): Promise<void> {
    // Text, not jsonb: what is kept here comes back as it was, U+0000 included.
    await runner.query(`CREATE TABLE gathered_conversation (
      organisation_id text COLLATE "C" NOT NULL,
      source text COLLATE "C" NOT NULL,
      external_id text COLLATE "C" NOT NULL,
      state text NOT NULL,
      revision bigint NOT NULL,
      sent_revision bigint NOT NULL DEFAULT 0,
      changed_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT gathered_conversation_pk PRIMARY KEY (organisation_id, source, external_id)
    )`);
    await runner.query('CREATE INDEX gathered_conversation_unsent ON gathered_conversation (organisation_id, changed_at) WHERE sent_revision < revision');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE gathered_conversation');
  }
}
