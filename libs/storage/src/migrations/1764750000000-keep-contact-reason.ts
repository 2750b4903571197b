import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the customer came for, as read from their words; null when they do not say it, and in rows from before. */
export class KeepContactReason1764750000000 implements MigrationInterface {
  readonly name = 'KeepContactReason1764750000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE interaction ADD COLUMN contact_reason text COLLATE "C"');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE interaction DROP COLUMN contact_reason');
  }
}
