import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Work of reviewers: what waits, what was drawn at random to be reviewed whole, who has what until when. */
export class ReviewByQueues1765100000000 implements MigrationInterface {
  readonly name = 'ReviewByQueues1765100000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['review_task', 'sample_item', 'sample_stratum', 'sample']) await runner.query(`DROP TABLE ${table}`);
    await runner.query('DROP INDEX finding_waiting_sure, finding_waiting_unsure');
    await runner.query('ALTER TABLE finding DROP COLUMN by_hand, DROP COLUMN observed');
  }
}

const STATEMENTS = [
  // by_hand: a reviewer found it, no rule did. observed: its rule is under observation and it counts for no one.
  `ALTER TABLE finding ADD COLUMN by_hand boolean NOT NULL DEFAULT false, ADD COLUMN observed boolean NOT NULL DEFAULT false`,
  // In the order of serving. What a queue holds is said once more in review-queues/queue-conditions.ts: the planner takes the index for the same words only.
  `CREATE INDEX finding_waiting_sure ON finding (organisation_id, started_at, interaction_id)
   WHERE status = 'detected' AND confidence >= 0.8 AND NOT observed`,
  `CREATE INDEX finding_waiting_unsure ON finding (organisation_id, started_at, interaction_id)
   WHERE status = 'detected' AND (confidence < 0.8 OR observed)`,

  `CREATE TABLE sample (
    organisation_id text COLLATE "C" NOT NULL,
    sample_id uuid NOT NULL,
    name text NOT NULL,
    frame jsonb NOT NULL,
    seed text NOT NULL,
    due_on date,
    /* What was asked for: the same Idempotency-Key with another request is a mistake. */
    request text NOT NULL,
    drawn_by text NOT NULL,
    drawn_at timestamptz NOT NULL,
    CONSTRAINT sample_pk PRIMARY KEY (organisation_id, sample_id)
  )`,
  `CREATE TABLE sample_stratum (
    organisation_id text COLLATE "C" NOT NULL,
    sample_id uuid NOT NULL,
    stratum integer NOT NULL,
    channel text COLLATE "C",
    team_ref text COLLATE "C",
    flagged boolean NOT NULL,
    population integer NOT NULL,
    drawn integer NOT NULL,
    CONSTRAINT sample_stratum_pk PRIMARY KEY (organisation_id, sample_id, stratum),
    CONSTRAINT sample_stratum_sample_fk FOREIGN KEY (organisation_id, sample_id) REFERENCES sample,
    CONSTRAINT sample_stratum_drawn_of_population CHECK (0 < drawn AND drawn <= population)
  )`,
  `CREATE TABLE sample_item (
    organisation_id text COLLATE "C" NOT NULL,
    sample_id uuid NOT NULL,
    interaction_id uuid NOT NULL,
    stratum integer NOT NULL,
    /* Order of serving: random, and even over the strata, so that any beginning of a sample is a sample. */
    position integer NOT NULL,
    /* Probability that it was drawn. */
    inclusion double precision NOT NULL,
    completed_by text,
    completed_at timestamptz,
    /* What was judged whole is this revision: a later one is to be looked at again. */
    completed_revision bigint,
    CONSTRAINT sample_item_pk PRIMARY KEY (organisation_id, sample_id, interaction_id),
    CONSTRAINT sample_item_position_once UNIQUE (organisation_id, sample_id, position),
    CONSTRAINT sample_item_stratum_fk FOREIGN KEY (organisation_id, sample_id, stratum) REFERENCES sample_stratum,
    CONSTRAINT sample_item_interaction_fk FOREIGN KEY (organisation_id, interaction_id) REFERENCES interaction ON DELETE CASCADE,
    CONSTRAINT sample_item_inclusion_probability CHECK (0 < inclusion AND inclusion <= 1),
    CONSTRAINT sample_item_completed_whole CHECK ((completed_by IS NULL) = (completed_at IS NULL) AND (completed_by IS NULL) = (completed_revision IS NULL))
  )`,
  `CREATE INDEX sample_item_by_interaction ON sample_item (organisation_id, interaction_id)`,

  `CREATE TABLE review_task (
    organisation_id text COLLATE "C" NOT NULL,
    interaction_id uuid NOT NULL,
    assigned_to text,
    due_on date,
    assigned_by text,
    assigned_at timestamptz,
    held_by text,
    held_until timestamptz,
    CONSTRAINT review_task_pk PRIMARY KEY (organisation_id, interaction_id),
    CONSTRAINT review_task_interaction_fk FOREIGN KEY (organisation_id, interaction_id) REFERENCES interaction ON DELETE CASCADE,
    CONSTRAINT review_task_assigned_by_somebody CHECK ((assigned_to IS NULL) = (assigned_by IS NULL) AND (assigned_to IS NULL) = (assigned_at IS NULL)),
    CONSTRAINT review_task_due_for_somebody CHECK (due_on IS NULL OR assigned_to IS NOT NULL),
    CONSTRAINT review_task_held_until_a_time CHECK ((held_by IS NULL) = (held_until IS NULL))
  )`,
  `CREATE INDEX review_task_by_holder ON review_task (organisation_id, held_by, held_until) WHERE held_by IS NOT NULL`,
  `CREATE INDEX review_task_by_assignee ON review_task (organisation_id, assigned_to, due_on) WHERE assigned_to IS NOT NULL`,
];
