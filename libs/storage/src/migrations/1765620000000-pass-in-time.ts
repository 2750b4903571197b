import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What passes by the periods of retention, and what is left of it: docs/decisions/0015. */
export class PassInTime1765620000000 implements MigrationInterface {
  readonly name = 'PassInTime1765620000000';

  async up(runner: QueryRunner): Promise<void> {
    // Since when the words are gone, and the period by which they went: pages say it.
    await runner.query(`ALTER TABLE interaction ADD COLUMN words_gone_on date, ADD COLUMN words_gone_after integer,
      ADD CONSTRAINT interaction_words_gone_whole CHECK ((words_gone_on IS NULL) = (words_gone_after IS NULL))`);
    // The words that it was made of are gone, its own or those that it is held against: nobody judges it any more, and no history changes it.
    await runner.query('ALTER TABLE finding ADD COLUMN wordless boolean NOT NULL DEFAULT false');
    // An interaction that went is not taken in once more. The id is a hash.
    await runner.query(`CREATE TABLE passed_interaction (
      organisation_id text COLLATE "C" NOT NULL,
      interaction_id uuid NOT NULL,
      /* Nothing but nameless figures is left of it in the journal. */
      swept boolean NOT NULL DEFAULT false,
      CONSTRAINT passed_interaction_pk PRIMARY KEY (organisation_id, interaction_id)
    )`);
    await runner.query('CREATE INDEX passed_interaction_unswept ON passed_interaction (organisation_id, interaction_id) WHERE NOT swept');
    // How far a rule was right, of judgements that went.
    await runner.query(`CREATE TABLE passed_judgement (
      organisation_id text COLLATE "C" NOT NULL,
      rule_id text COLLATE "C" NOT NULL,
      channel text COLLATE "C" NOT NULL,
      day date NOT NULL,
      confirmed integer NOT NULL,
      judged integer NOT NULL,
      CONSTRAINT passed_judgement_pk PRIMARY KEY (organisation_id, rule_id, channel, day),
      CONSTRAINT passed_judgement_confirmed_of_judged CHECK (0 <= confirmed AND confirmed <= judged)
    )`);
    // The numbers that stand for those of a team ('': of none) who spoke on a channel on a day that passes, and how many times one was dealt out: numbers alone.
    await runner.query(`CREATE TABLE passed_group (
      organisation_id text COLLATE "C" NOT NULL,
      day date NOT NULL,
      team_ref text COLLATE "C" NOT NULL,
      channel text COLLATE "C" NOT NULL,
      numbers integer[] NOT NULL,
      dealt integer NOT NULL DEFAULT 0,
      CONSTRAINT passed_group_pk PRIMARY KEY (organisation_id, day, team_ref, channel)
    )`);
    await runner.query(`CREATE TABLE retention_run (
      organisation_id text COLLATE "C" NOT NULL,
      ran_on date NOT NULL,
      CONSTRAINT retention_run_pk PRIMARY KEY (organisation_id)
    )`);
    // A column, not an index on the expression: behind row-level security PostgreSQL would not go by that.
    await runner.query(`ALTER TABLE journal ADD COLUMN interaction_id text COLLATE "C" GENERATED ALWAYS AS (coalesce(payload->>'interactionId', payload->'before'->>'interactionId')) STORED`);
    await runner.query('CREATE INDEX journal_of_interaction ON journal (organisation_id, interaction_id) WHERE interaction_id IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE journal DROP COLUMN interaction_id');
    for (const table of ['retention_run', 'passed_group', 'passed_judgement', 'passed_interaction']) await runner.query(`DROP TABLE ${table}`);
    await runner.query('ALTER TABLE finding DROP COLUMN wordless');
    await runner.query('ALTER TABLE interaction DROP CONSTRAINT interaction_words_gone_whole, DROP COLUMN words_gone_on, DROP COLUMN words_gone_after');
  }
}
