import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A dispute is about a review, or about what somebody found by hand: it goes with either, and follows the one from revision to revision. */
export class DisputeFindingsByHand1765500000000 implements MigrationInterface {
  readonly name = 'DisputeFindingsByHand1765500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE dispute ADD COLUMN reviewed_as uuid, ADD COLUMN added_as uuid');
    await runner.query('UPDATE dispute SET reviewed_as = finding_id');
    // With the column go its primary key, its foreign key and the index.
    await runner.query('ALTER TABLE dispute DROP COLUMN finding_id');
    await runner.query(`ALTER TABLE dispute ADD COLUMN finding_id uuid NOT NULL GENERATED ALWAYS AS (coalesce(reviewed_as, added_as)) STORED,
      ADD CONSTRAINT dispute_pk PRIMARY KEY (organisation_id, finding_id),
      ADD CONSTRAINT dispute_about_one CHECK (num_nonnulls(reviewed_as, added_as) = 1),
      ADD CONSTRAINT dispute_review_fk FOREIGN KEY (organisation_id, reviewed_as) REFERENCES review ON UPDATE CASCADE ON DELETE CASCADE,
      ADD CONSTRAINT dispute_hand_finding_fk FOREIGN KEY (organisation_id, added_as) REFERENCES hand_finding ON DELETE CASCADE`);
    await runner.query('CREATE INDEX dispute_by_state ON dispute (organisation_id, state, disputed_at, finding_id)');
    // What is deleted there is looked for here.
    await runner.query('CREATE INDEX dispute_by_review ON dispute (organisation_id, reviewed_as)');
    await runner.query('CREATE INDEX dispute_by_hand_finding ON dispute (organisation_id, added_as)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE finding AS f SET status = 'confirmed' FROM dispute AS d WHERE d.organisation_id = f.organisation_id AND d.added_as = f.finding_id`);
    await runner.query('DELETE FROM dispute WHERE added_as IS NOT NULL');
    await runner.query('ALTER TABLE dispute DROP COLUMN finding_id');
    await runner.query('ALTER TABLE dispute RENAME COLUMN reviewed_as TO finding_id');
    await runner.query(`ALTER TABLE dispute DROP COLUMN added_as, ALTER COLUMN finding_id SET NOT NULL,
      ADD CONSTRAINT dispute_pk PRIMARY KEY (organisation_id, finding_id)`);
    await runner.query('DROP INDEX dispute_by_review');
    await runner.query('CREATE INDEX dispute_by_state ON dispute (organisation_id, state, disputed_at, finding_id)');
  }
}
