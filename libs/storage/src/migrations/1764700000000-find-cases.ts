import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The interactions of one case, latest first. */
export class FindCases1764700000000 implements MigrationInterface {
  readonly name = 'FindCases1764700000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX interaction_by_case ON interaction (organisation_id, case_ref, started_at, interaction_id) WHERE case_ref IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX interaction_by_case');
  }
}
