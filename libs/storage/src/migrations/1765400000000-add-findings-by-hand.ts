import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What reviewers found that no rule did. The row of `finding` that it makes goes with each revision and is made again as long as the words are there;
 * this one stays.
 */
export class AddFindingsByHand1765400000000 implements MigrationInterface {
  readonly name = 'AddFindingsByHand1765400000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE hand_finding (
      organisation_id text COLLATE "C" NOT NULL,
      finding_id uuid NOT NULL,
      interaction_id uuid NOT NULL,
      rule_id text COLLATE "C" NOT NULL,
      polarity text COLLATE "C" NOT NULL,
      severity text COLLATE "C" NOT NULL,
      commitment text NOT NULL,
      agent_ref text COLLATE "C",
      evidence jsonb NOT NULL,
      explanation text NOT NULL,
      instead text,
      note text,
      added_by text NOT NULL,
      added_at timestamptz NOT NULL,
      CONSTRAINT hand_finding_pk PRIMARY KEY (organisation_id, finding_id),
      CONSTRAINT hand_finding_interaction_fk FOREIGN KEY (organisation_id, interaction_id) REFERENCES interaction ON DELETE CASCADE
    )`);
    await runner.query('CREATE INDEX hand_finding_by_interaction ON hand_finding (organisation_id, interaction_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM finding WHERE by_hand');
    await runner.query('DROP TABLE hand_finding');
  }
}
