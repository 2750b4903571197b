import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the agent concerned says of a finding, and objections to judgements with what became of them. */
export class DisputeFindings1765420000000 implements MigrationInterface {
  readonly name = 'DisputeFindings1765420000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE finding DROP CONSTRAINT finding_status_known');
    await runner.query(`ALTER TABLE finding ADD CONSTRAINT finding_status_known CHECK (status IN ('detected', 'confirmed', 'dismissed', 'disputed'))`);
    await runner.query(`CREATE INDEX finding_in_disputed_queue ON finding (organisation_id, started_at, interaction_id) WHERE status = 'disputed'`);
    // A dispute is about a judgement: it follows it to the same words of the next revision, and goes with it.
    await runner.query(`CREATE TABLE dispute (
      organisation_id text COLLATE "C" NOT NULL,
      finding_id uuid NOT NULL,
      state text COLLATE "C" NOT NULL DEFAULT 'open',
      reason text NOT NULL,
      disputed_by text COLLATE "C" NOT NULL,
      disputed_at timestamptz NOT NULL,
      idempotency_key text COLLATE "C",
      judged_by text COLLATE "C" NOT NULL,
      judged_at timestamptz NOT NULL,
      ruling_cause text COLLATE "C",
      ruling_reason text,
      resolved_by text COLLATE "C",
      resolved_at timestamptz,
      CONSTRAINT dispute_pk PRIMARY KEY (organisation_id, finding_id),
      CONSTRAINT dispute_review_fk FOREIGN KEY (organisation_id, finding_id) REFERENCES review ON UPDATE CASCADE ON DELETE CASCADE,
      CONSTRAINT dispute_state_known CHECK (state IN ('open', 'upheld', 'overturned')),
      CONSTRAINT dispute_has_reason CHECK (btrim(reason) <> ''),
      CONSTRAINT dispute_resolved_unless_open CHECK ((state = 'open') = (resolved_by IS NULL) AND (state = 'open') = (resolved_at IS NULL)
        AND (state = 'open') = (ruling_reason IS NULL)),
      CONSTRAINT dispute_overturned_has_cause CHECK ((state = 'overturned') = (ruling_cause IS NOT NULL)),
      CONSTRAINT dispute_resolved_by_another CHECK (resolved_by IS DISTINCT FROM judged_by AND resolved_by IS DISTINCT FROM disputed_by)
    )`);
    await runner.query('CREATE INDEX dispute_by_state ON dispute (organisation_id, state, disputed_at, finding_id)');
    // No key to the finding: the words that it is about may come back with the next revision.
    await runner.query(`CREATE TABLE finding_comment (
      organisation_id text COLLATE "C" NOT NULL,
      finding_id uuid NOT NULL,
      interaction_id uuid NOT NULL,
      rule_id text COLLATE "C" NOT NULL,
      place jsonb NOT NULL,
      text text NOT NULL,
      written_by text COLLATE "C" NOT NULL,
      written_at timestamptz NOT NULL,
      CONSTRAINT finding_comment_pk PRIMARY KEY (organisation_id, finding_id),
      CONSTRAINT finding_comment_interaction_fk FOREIGN KEY (organisation_id, interaction_id) REFERENCES interaction ON DELETE CASCADE,
      CONSTRAINT finding_comment_says_something CHECK (btrim(text) <> '')
    )`);
    await runner.query('CREATE INDEX finding_comment_by_interaction ON finding_comment (organisation_id, interaction_id)');
    await runner.query('ALTER TABLE webhook DROP CONSTRAINT webhook_types_known');
    await runner.query(`ALTER TABLE webhook ADD CONSTRAINT webhook_types_known
      CHECK (types <@ ARRAY['finding.detected', 'finding.withdrawn', 'finding.reviewed', 'finding.disputed'])`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE webhook SET types = array_remove(types, 'finding.disputed')`);
    await runner.query('ALTER TABLE webhook DROP CONSTRAINT webhook_types_known');
    await runner.query(`ALTER TABLE webhook ADD CONSTRAINT webhook_types_known CHECK (types <@ ARRAY['finding.detected', 'finding.withdrawn', 'finding.reviewed'])`);
    for (const table of ['finding_comment', 'dispute']) await runner.query(`DROP TABLE ${table}`);
    await runner.query('DROP INDEX finding_in_disputed_queue');
    await runner.query(`UPDATE finding SET status = 'confirmed' WHERE status = 'disputed'`);
    await runner.query('ALTER TABLE finding DROP CONSTRAINT finding_status_known');
    await runner.query(`ALTER TABLE finding ADD CONSTRAINT finding_status_known CHECK (status IN ('detected', 'confirmed', 'dismissed'))`);
  }
}
