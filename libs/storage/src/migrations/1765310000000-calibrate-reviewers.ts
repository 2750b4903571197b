import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Several reviewers judge the same findings, blind to each other; then they talk about where they differ. */
export class CalibrateReviewers1765310000000 implements MigrationInterface {
  readonly name = 'CalibrateReviewers1765310000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['calibration_remark', 'calibration_judgement', 'calibration_item', 'calibration_reviewer', 'calibration']) await runner.query(`DROP TABLE ${table}`);
  }
}

const REASONS = `('wrong-words', 'wrong-context', 'rule-too-strict', 'transcription')`;

const STATEMENTS = [
  `CREATE TABLE calibration (
    organisation_id text COLLATE "C" NOT NULL,
    calibration_id uuid NOT NULL,
    name text NOT NULL,
    frame jsonb NOT NULL,
    seed text NOT NULL,
    due_on date,
    /* What was asked for: the same Idempotency-Key with another request is a mistake. */
    request text NOT NULL,
    drawn_by text NOT NULL,
    drawn_at timestamptz NOT NULL,
    closed_by text,
    closed_at timestamptz,
    CONSTRAINT calibration_pk PRIMARY KEY (organisation_id, calibration_id),
    CONSTRAINT calibration_closed_by_somebody CHECK ((closed_by IS NULL) = (closed_at IS NULL))
  )`,
  `CREATE TABLE calibration_reviewer (
    organisation_id text COLLATE "C" NOT NULL,
    calibration_id uuid NOT NULL,
    reviewer text NOT NULL,
    CONSTRAINT calibration_reviewer_pk PRIMARY KEY (organisation_id, calibration_id, reviewer),
    CONSTRAINT calibration_reviewer_calibration_fk FOREIGN KEY (organisation_id, calibration_id) REFERENCES calibration
  )`,
  // Of an interaction that is erased nothing stays, notes and remarks on it included.
  `CREATE TABLE calibration_item (
    organisation_id text COLLATE "C" NOT NULL,
    calibration_id uuid NOT NULL,
    finding_id uuid NOT NULL,
    interaction_id uuid NOT NULL,
    rule_id text NOT NULL,
    position integer NOT NULL,
    verdict text,
    reason text,
    note text,
    resolved_by text,
    resolved_at timestamptz,
    CONSTRAINT calibration_item_pk PRIMARY KEY (organisation_id, calibration_id, finding_id),
    CONSTRAINT calibration_item_position_once UNIQUE (organisation_id, calibration_id, position),
    CONSTRAINT calibration_item_calibration_fk FOREIGN KEY (organisation_id, calibration_id) REFERENCES calibration,
    CONSTRAINT calibration_item_interaction_fk FOREIGN KEY (organisation_id, interaction_id) REFERENCES interaction ON DELETE CASCADE,
    CONSTRAINT calibration_item_verdict_known CHECK (verdict IN ('confirmed', 'dismissed')),
    CONSTRAINT calibration_item_dismissed_for_a_reason CHECK (reason IN ${REASONS} AND verdict = 'dismissed' OR reason IS NULL AND verdict IS DISTINCT FROM 'dismissed'),
    CONSTRAINT calibration_item_resolved_whole CHECK ((verdict IS NULL) = (resolved_by IS NULL) AND (verdict IS NULL) = (resolved_at IS NULL))
  )`,
  'CREATE INDEX calibration_item_by_interaction ON calibration_item (organisation_id, interaction_id)',
  `CREATE TABLE calibration_judgement (
    organisation_id text COLLATE "C" NOT NULL,
    calibration_id uuid NOT NULL,
    finding_id uuid NOT NULL,
    reviewer text NOT NULL,
    verdict text NOT NULL,
    reason text,
    note text,
    judged_at timestamptz NOT NULL,
    CONSTRAINT calibration_judgement_pk PRIMARY KEY (organisation_id, calibration_id, finding_id, reviewer),
    CONSTRAINT calibration_judgement_item_fk FOREIGN KEY (organisation_id, calibration_id, finding_id) REFERENCES calibration_item ON DELETE CASCADE,
    CONSTRAINT calibration_judgement_reviewer_fk FOREIGN KEY (organisation_id, calibration_id, reviewer) REFERENCES calibration_reviewer,
    CONSTRAINT calibration_judgement_verdict_known CHECK (verdict IN ('confirmed', 'dismissed')),
    CONSTRAINT calibration_judgement_dismissed_for_a_reason CHECK (reason IN ${REASONS} AND verdict = 'dismissed' OR reason IS NULL AND verdict = 'confirmed')
  )`,
  `CREATE TABLE calibration_remark (
    organisation_id text COLLATE "C" NOT NULL,
    calibration_id uuid NOT NULL,
    finding_id uuid NOT NULL,
    remark_id uuid NOT NULL,
    said_by text NOT NULL,
    said_at timestamptz NOT NULL,
    remark text NOT NULL,
    CONSTRAINT calibration_remark_pk PRIMARY KEY (organisation_id, calibration_id, finding_id, remark_id),
    CONSTRAINT calibration_remark_item_fk FOREIGN KEY (organisation_id, calibration_id, finding_id) REFERENCES calibration_item ON DELETE CASCADE
  )`,
];
