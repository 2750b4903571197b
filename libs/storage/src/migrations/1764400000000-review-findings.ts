import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The judgement that stands on each finding. Who judged what before is in the journal. */
export class ReviewFindings1764400000000 implements MigrationInterface {
  readonly name = 'ReviewFindings1764400000000';

  async up(runner: QueryRunner): Promise<void> {
    // No key to the finding: a judgement outlives a revision that no longer has the words, for the rule's precision.
    await runner.query(`CREATE TABLE review (
      organisation_id text COLLATE "C" NOT NULL,
      finding_id uuid NOT NULL,
      interaction_id uuid NOT NULL,
      rule_id text COLLATE "C" NOT NULL,
      channel text COLLATE "C" NOT NULL,
      day date NOT NULL,
      verdict text COLLATE "C" NOT NULL,
      reason text COLLATE "C",
      note text,
      reviewed_by text NOT NULL,
      reviewed_at timestamptz NOT NULL,
      CONSTRAINT review_pk PRIMARY KEY (organisation_id, finding_id),
      CONSTRAINT review_interaction_fk FOREIGN KEY (organisation_id, interaction_id) REFERENCES interaction ON DELETE CASCADE,
      CONSTRAINT review_verdict_known CHECK (verdict IN ('confirmed', 'dismissed')),
      CONSTRAINT review_dismissal_has_reason CHECK ((verdict = 'dismissed') = (reason IS NOT NULL))
    )`);
    await runner.query('CREATE INDEX review_by_rule ON review (organisation_id, rule_id, day)');
    await runner.query('CREATE INDEX review_by_interaction ON review (organisation_id, interaction_id)');
    await runner.query('CREATE INDEX finding_by_status ON finding (organisation_id, status, started_at, finding_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX finding_by_status');
    await runner.query('DROP TABLE review');
  }
}
