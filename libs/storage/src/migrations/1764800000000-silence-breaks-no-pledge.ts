import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A pledge whose date is over and of which nothing was heard is not broken: nobody knows. */
export class SilenceBreaksNoPledge1764800000000 implements MigrationInterface {
  readonly name = 'SilenceBreaksNoPledge1764800000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE pledge DROP CONSTRAINT pledge_status_known');
    await runner.query(`ALTER TABLE pledge ADD CONSTRAINT pledge_status_known CHECK (status IN ('open', 'kept', 'kept-late', 'unheard', 'broken', 'released'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE pledge SET status = 'broken' WHERE status = 'unheard'`);
    await runner.query('ALTER TABLE pledge DROP CONSTRAINT pledge_status_known');
    await runner.query(`ALTER TABLE pledge ADD CONSTRAINT pledge_status_known CHECK (status IN ('open', 'kept', 'kept-late', 'broken', 'released'))`);
  }
}
