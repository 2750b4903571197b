import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Histories that have to be judged again as a whole (refs merged or split, other rules), and by which rules they were judged. */
export class JudgeHistoriesAgain1765000000000 implements MigrationInterface {
  readonly name = 'JudgeHistoriesAgain1765000000000';

  async up(runner: QueryRunner): Promise<void> {
    // A row per customer who waits: whoever judges the history takes it away in the same transaction, so nothing is lost by a kill.
    await runner.query(`CREATE TABLE history_due (
      organisation_id text COLLATE "C" NOT NULL,
      customer_key text COLLATE "C" NOT NULL,
      asked_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT history_due_pk PRIMARY KEY (organisation_id, customer_key)
    )`);
    await runner.query(`CREATE TABLE history_judge (
      organisation_id text COLLATE "C" NOT NULL,
      judge_hash text COLLATE "C" NOT NULL,
      CONSTRAINT history_judge_pk PRIMARY KEY (organisation_id)
    )`);
    // Which rules over time each version of the rulebook has; rule '' says that the version is known, be it without any.
    await runner.query(`CREATE TABLE history_rule (
      organisation_id text COLLATE "C" NOT NULL,
      rulebook_hash text COLLATE "C" NOT NULL,
      rule_id text COLLATE "C" NOT NULL,
      rule_hash text COLLATE "C" NOT NULL,
      CONSTRAINT history_rule_pk PRIMARY KEY (organisation_id, rulebook_hash, rule_id)
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['history_rule', 'history_judge', 'history_due']) await runner.query(`DROP TABLE ${table}`);
  }
}
