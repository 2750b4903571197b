import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People of a demonstration: they open nothing, and are closed by the first account of somebody real. */
export class InventAccounts1765550000000 implements MigrationInterface {
  readonly name = 'InventAccounts1765550000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE account ADD COLUMN invented boolean NOT NULL DEFAULT false');
    await runner.query('ALTER TABLE account ADD CONSTRAINT account_invented_has_no_secret CHECK (NOT invented OR (password IS NULL AND subject IS NULL))');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM account WHERE invented');
    await runner.query('ALTER TABLE account DROP COLUMN invented');
  }
}
