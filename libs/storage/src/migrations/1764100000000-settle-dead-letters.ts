import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What became of a dead letter: it is found by where it came from, and replayed or discarded once. */
export class SettleDeadLetters1764100000000 implements MigrationInterface {
  readonly name = 'SettleDeadLetters1764100000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE dead_letter
      ADD COLUMN source text COLLATE "C",
      ADD COLUMN status text COLLATE "C" NOT NULL DEFAULT 'waiting',
      ADD COLUMN settled_at timestamptz,
      ADD COLUMN settled_by text,
      ADD COLUMN settled_note text,
      ADD COLUMN interaction_id uuid,
      ADD COLUMN replay_hash text COLLATE "C",
      ADD CONSTRAINT dead_letter_status_known CHECK (status IN ('waiting', 'replayed', 'discarded')),
      ADD CONSTRAINT dead_letter_settled_once CHECK ((status = 'waiting') = (settled_at IS NULL))`);
    await runner.query(
      `CREATE INDEX dead_letter_waiting ON dead_letter (organisation_id, position) WHERE status = 'waiting'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX dead_letter_waiting');
    await runner.query(`ALTER TABLE dead_letter
      DROP CONSTRAINT dead_letter_settled_once, DROP CONSTRAINT dead_letter_status_known,
      DROP COLUMN source, DROP COLUMN status, DROP COLUMN settled_at, DROP COLUMN settled_by,
      DROP COLUMN settled_note, DROP COLUMN interaction_id, DROP COLUMN replay_hash`);
  }
}
