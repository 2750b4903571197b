import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Scorecards in versions, evaluations that people fill in, and those that findings make, with what they were before. */
export class KeepScorecards1765520000000 implements MigrationInterface {
  readonly name = 'KeepScorecards1765520000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['evaluation_place', 'evaluation_due', 'automatic_evaluation', 'evaluation', 'scorecard_version', 'scorecard']) await runner.query(`DROP TABLE ${table}`);
  }
}

const STATEMENTS = [
  `CREATE TABLE scorecard (
    organisation_id text COLLATE "C" NOT NULL,
    scorecard_id uuid NOT NULL,
    revision integer NOT NULL DEFAULT 1,
    /* What was asked for: the same Idempotency-Key with another request is a mistake. */
    request text NOT NULL,
    created_by text COLLATE "C" NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT scorecard_pk PRIMARY KEY (organisation_id, scorecard_id)
  )`,
  `CREATE TABLE scorecard_version (
    organisation_id text COLLATE "C" NOT NULL,
    scorecard_id uuid NOT NULL,
    version integer NOT NULL,
    definition jsonb NOT NULL,
    effective_on date,
    published_by text COLLATE "C",
    published_at timestamptz,
    retired_from date,
    retired_by text COLLATE "C",
    CONSTRAINT scorecard_version_pk PRIMARY KEY (organisation_id, scorecard_id, version),
    CONSTRAINT scorecard_version_scorecard_fk FOREIGN KEY (organisation_id, scorecard_id) REFERENCES scorecard,
    CONSTRAINT scorecard_version_published_whole CHECK ((published_at IS NULL) = (published_by IS NULL) AND (published_at IS NULL) = (effective_on IS NULL)),
    CONSTRAINT scorecard_version_retired_once_published CHECK ((retired_from IS NULL) = (retired_by IS NULL) AND (retired_from IS NULL OR published_at IS NOT NULL))
  )`,
  'CREATE UNIQUE INDEX scorecard_version_one_draft ON scorecard_version (organisation_id, scorecard_id) WHERE published_at IS NULL',
  // Of an interaction that is erased nothing stays. Channel, day and reason are those by which it was evaluated, whatever a later revision says.
  `CREATE TABLE evaluation (
    organisation_id text COLLATE "C" NOT NULL,
    evaluation_id uuid NOT NULL,
    scorecard_id uuid NOT NULL,
    version integer NOT NULL,
    interaction_id uuid NOT NULL,
    channel text COLLATE "C" NOT NULL,
    contact_reason text COLLATE "C",
    day date NOT NULL,
    started_at timestamptz NOT NULL,
    agent_ref text COLLATE "C" NOT NULL,
    answers jsonb NOT NULL DEFAULT '[]',
    result jsonb NOT NULL,
    revision integer NOT NULL DEFAULT 1,
    request text NOT NULL,
    drafted_by text COLLATE "C" NOT NULL,
    drafted_at timestamptz NOT NULL,
    submitted_at timestamptz,
    replaces uuid,
    replaced_by uuid,
    acknowledged_by text COLLATE "C",
    acknowledged_at timestamptz,
    comment text,
    commented_at timestamptz,
    CONSTRAINT evaluation_pk PRIMARY KEY (organisation_id, evaluation_id),
    CONSTRAINT evaluation_version_fk FOREIGN KEY (organisation_id, scorecard_id, version) REFERENCES scorecard_version,
    CONSTRAINT evaluation_interaction_fk FOREIGN KEY (organisation_id, interaction_id) REFERENCES interaction ON DELETE CASCADE,
    CONSTRAINT evaluation_seen_once_submitted CHECK (submitted_at IS NOT NULL OR (acknowledged_at IS NULL AND comment IS NULL AND replaced_by IS NULL)),
    CONSTRAINT evaluation_acknowledged_by_another CHECK ((acknowledged_by IS NULL) = (acknowledged_at IS NULL) AND acknowledged_by IS DISTINCT FROM drafted_by),
    CONSTRAINT evaluation_commented_whole CHECK ((comment IS NULL) = (commented_at IS NULL)),
    CONSTRAINT evaluation_replaces_another CHECK (replaces IS DISTINCT FROM evaluation_id AND replaced_by IS DISTINCT FROM evaluation_id)
  )`,
  // Nobody is counted twice: one evaluation stands, and somebody has one draft.
  `CREATE UNIQUE INDEX evaluation_one_standing ON evaluation (organisation_id, scorecard_id, interaction_id, agent_ref) WHERE submitted_at IS NOT NULL AND replaced_by IS NULL`,
  `CREATE UNIQUE INDEX evaluation_one_draft ON evaluation (organisation_id, scorecard_id, interaction_id, agent_ref, drafted_by) WHERE submitted_at IS NULL`,
  'CREATE INDEX evaluation_by_interaction ON evaluation (organisation_id, interaction_id)',
  'CREATE INDEX evaluation_by_start ON evaluation (organisation_id, started_at, evaluation_id)',
  'CREATE INDEX evaluation_by_agent ON evaluation (organisation_id, agent_ref, started_at, evaluation_id)',
  'CREATE INDEX evaluation_by_scorecard ON evaluation (organisation_id, scorecard_id, day) WHERE submitted_at IS NOT NULL AND replaced_by IS NULL',
  `CREATE TABLE automatic_evaluation (
    organisation_id text COLLATE "C" NOT NULL,
    scorecard_id uuid NOT NULL,
    interaction_id uuid NOT NULL,
    agent_ref text COLLATE "C" NOT NULL,
    number integer NOT NULL,
    version integer NOT NULL,
    channel text COLLATE "C" NOT NULL,
    day date NOT NULL,
    basis text COLLATE "C" NOT NULL,
    result jsonb NOT NULL,
    computed_at timestamptz NOT NULL,
    superseded_at timestamptz,
    CONSTRAINT automatic_evaluation_pk PRIMARY KEY (organisation_id, scorecard_id, interaction_id, agent_ref, number),
    CONSTRAINT automatic_evaluation_version_fk FOREIGN KEY (organisation_id, scorecard_id, version) REFERENCES scorecard_version,
    CONSTRAINT automatic_evaluation_interaction_fk FOREIGN KEY (organisation_id, interaction_id) REFERENCES interaction ON DELETE CASCADE,
    CONSTRAINT automatic_evaluation_basis_known CHECK (basis IN ('confirmed', 'detected'))
  )`,
  'CREATE UNIQUE INDEX automatic_evaluation_one_now ON automatic_evaluation (organisation_id, scorecard_id, interaction_id, agent_ref) WHERE superseded_at IS NULL',
  'CREATE INDEX automatic_evaluation_by_interaction ON automatic_evaluation (organisation_id, interaction_id)',
  'CREATE INDEX automatic_evaluation_by_day ON automatic_evaluation (organisation_id, scorecard_id, day) WHERE superseded_at IS NULL',
  // Interactions that wait to be evaluated again, and how far the journal has been read for that.
  `CREATE TABLE evaluation_due (
    organisation_id text COLLATE "C" NOT NULL,
    interaction_id uuid NOT NULL,
    CONSTRAINT evaluation_due_pk PRIMARY KEY (organisation_id, interaction_id)
  )`,
  `CREATE TABLE evaluation_place (
    organisation_id text COLLATE "C" NOT NULL,
    xid xid8 NOT NULL,
    position bigint NOT NULL,
    CONSTRAINT evaluation_place_pk PRIMARY KEY (organisation_id)
  )`,
];
