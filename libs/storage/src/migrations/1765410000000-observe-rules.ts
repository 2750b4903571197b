import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rules that were judged wrong too often: under observation they count for no one. A row per rule that ever was. */
export class ObserveRules1765410000000 implements MigrationInterface {
  readonly name = 'ObserveRules1765410000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE rule_observation (
      organisation_id text COLLATE "C" NOT NULL,
      rule_id text COLLATE "C" NOT NULL,
      observed boolean NOT NULL,
      since timestamptz NOT NULL,
      /* What the decision rests on. */
      confirmed integer NOT NULL,
      judged integer NOT NULL,
      low double precision NOT NULL,
      threshold double precision NOT NULL,
      /* Judgements before this moment count no more: somebody decided that the rule is back. */
      counted_from timestamptz,
      reason text,
      decided_by text NOT NULL,
      CONSTRAINT rule_observation_pk PRIMARY KEY (organisation_id, rule_id)
    )`);
    await runner.query('CREATE INDEX finding_by_rule_observed ON finding (organisation_id, rule_id, interaction_id) WHERE observed');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX finding_by_rule_observed');
    await runner.query('DROP TABLE rule_observation');
  }
}
