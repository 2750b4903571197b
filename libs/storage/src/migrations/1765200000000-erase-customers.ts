import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is left of persons who were erased: that it was done, and hashes by which what was erased is known again. No words, no refs. */
export class EraseCustomers1765200000000 implements MigrationInterface {
  readonly name = 'EraseCustomers1765200000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE erasure (
      organisation_id text COLLATE "C" NOT NULL,
      erasure_id uuid NOT NULL,
      request_hash text COLLATE "C" NOT NULL,
      ref_hashes text[] NOT NULL,
      counts jsonb NOT NULL,
      reason text NOT NULL,
      erased_by text NOT NULL,
      erased_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT erasure_pk PRIMARY KEY (organisation_id, erasure_id)
    )`);
    await runner.query(`CREATE TABLE erased_record (
      organisation_id text COLLATE "C" NOT NULL,
      record_hash text COLLATE "C" NOT NULL,
      erasure_id uuid NOT NULL,
      CONSTRAINT erased_record_pk PRIMARY KEY (organisation_id, record_hash),
      CONSTRAINT erased_record_erasure_fk FOREIGN KEY (organisation_id, erasure_id) REFERENCES erasure
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['erased_record', 'erasure']) await runner.query(`DROP TABLE ${table}`);
  }
}
