import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Start and end with the offset that the source wrote, so that an interaction that is handed on and comes back is told for
 * the same; null in rows from before, which are handed on in UTC.
 */
export class KeepInstantsAsSent1764470000000 implements MigrationInterface {
  readonly name = 'KeepInstantsAsSent1764470000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE interaction ADD COLUMN started_at_sent text, ADD COLUMN ended_at_sent text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE interaction DROP COLUMN started_at_sent, DROP COLUMN ended_at_sent');
  }
}
