import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What agents said to a customer that matters over time, what it makes of each other, and what the company's systems tell. `customer_key` is
 * the ref that the interaction named, or the interaction itself where it named nobody.
 */
export class RememberWhatWasSaid1764600000000 implements MigrationInterface {
  readonly name = 'RememberWhatWasSaid1764600000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX finding_by_relation');
    await runner.query('ALTER TABLE finding DROP COLUMN against, DROP COLUMN relation_id, DROP COLUMN relation_at, DROP COLUMN customer_key');
    for (const table of TABLES.toReversed()) await runner.query(`DROP TABLE ${table}`);
  }
}

const TABLES = ['customer_history', 'statement', 'pledge', 'contradiction', 'reported_fact'];

const STATEMENTS = [
  // Nothing but a row to lock: whoever changes the history of a customer holds it.
  `CREATE TABLE customer_history (
    organisation_id text COLLATE "C" NOT NULL,
    customer_key text COLLATE "C" NOT NULL,
    CONSTRAINT customer_history_pk PRIMARY KEY (organisation_id, customer_key)
  )`,

  `CREATE TABLE statement (
    organisation_id text COLLATE "C" NOT NULL,
    statement_id uuid NOT NULL,
    interaction_id uuid NOT NULL,
    customer_key text COLLATE "C" NOT NULL,
    said_at timestamptz NOT NULL,
    body jsonb NOT NULL,
    CONSTRAINT statement_pk PRIMARY KEY (organisation_id, statement_id),
    CONSTRAINT statement_interaction_fk FOREIGN KEY (organisation_id, interaction_id)
      REFERENCES interaction ON DELETE CASCADE
  )`,
  `CREATE INDEX statement_of_customer ON statement (organisation_id, customer_key, said_at)`,
  `CREATE INDEX statement_by_interaction ON statement (organisation_id, interaction_id)`,

  `CREATE TABLE pledge (
    organisation_id text COLLATE "C" NOT NULL,
    pledge_id uuid NOT NULL,
    interaction_id uuid NOT NULL,
    customer_key text COLLATE "C" NOT NULL,
    agent_ref text COLLATE "C",
    channel text COLLATE "C" NOT NULL,
    act text COLLATE "C" NOT NULL,
    said_at timestamptz NOT NULL,
    due_at timestamptz,
    breakable boolean NOT NULL,
    status text COLLATE "C" NOT NULL,
    settled_by uuid,
    settled_at timestamptz,
    CONSTRAINT pledge_pk PRIMARY KEY (organisation_id, pledge_id),
    CONSTRAINT pledge_statement_fk FOREIGN KEY (organisation_id, pledge_id) REFERENCES statement ON DELETE CASCADE,
    CONSTRAINT pledge_status_known CHECK (status IN ('open', 'kept', 'kept-late', 'broken', 'released')),
    CONSTRAINT pledge_breakable_when_due CHECK (NOT breakable OR due_at IS NOT NULL),
    CONSTRAINT pledge_settled_unless_open CHECK ((status = 'open') = (settled_at IS NULL))
  )`,
  `CREATE INDEX pledge_by_time ON pledge (organisation_id, said_at, pledge_id)`,
  `CREATE INDEX pledge_by_agent ON pledge (organisation_id, agent_ref, said_at, pledge_id)`,
  `CREATE INDEX pledge_of_customer ON pledge (organisation_id, customer_key, said_at)`,
  `CREATE INDEX pledge_falling_due ON pledge (organisation_id, due_at) WHERE status = 'open' AND breakable`,

  `CREATE TABLE contradiction (
    organisation_id text COLLATE "C" NOT NULL,
    contradiction_id uuid NOT NULL,
    customer_key text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    earlier_id uuid NOT NULL,
    later_id uuid NOT NULL,
    agent_ref text COLLATE "C",
    channel text COLLATE "C" NOT NULL,
    said_at timestamptz NOT NULL,
    detail text NOT NULL,
    CONSTRAINT contradiction_pk PRIMARY KEY (organisation_id, contradiction_id),
    CONSTRAINT contradiction_earlier_fk FOREIGN KEY (organisation_id, earlier_id) REFERENCES statement ON DELETE CASCADE,
    CONSTRAINT contradiction_later_fk FOREIGN KEY (organisation_id, later_id) REFERENCES statement ON DELETE CASCADE
  )`,
  `CREATE INDEX contradiction_by_time ON contradiction (organisation_id, said_at, contradiction_id)`,
  `CREATE INDEX contradiction_by_agent ON contradiction (organisation_id, agent_ref, said_at, contradiction_id)`,
  `CREATE INDEX contradiction_of_customer ON contradiction (organisation_id, customer_key, said_at)`,
  `CREATE INDEX contradiction_by_earlier ON contradiction (organisation_id, earlier_id)`,
  `CREATE INDEX contradiction_by_later ON contradiction (organisation_id, later_id)`,

  `CREATE TABLE reported_fact (
    organisation_id text COLLATE "C" NOT NULL,
    fact_id uuid NOT NULL,
    source text COLLATE "C" NOT NULL,
    external_id text COLLATE "C" NOT NULL,
    revision bigint NOT NULL,
    content_hash text NOT NULL,
    customer_key text COLLATE "C" NOT NULL,
    case_ref text COLLATE "C",
    act text COLLATE "C" NOT NULL,
    object text,
    happened_at timestamptz NOT NULL,
    topics jsonb NOT NULL,
    amount jsonb,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT reported_fact_pk PRIMARY KEY (organisation_id, fact_id),
    CONSTRAINT reported_fact_revision_positive CHECK (revision >= 1)
  )`,
  `CREATE INDEX reported_fact_of_customer ON reported_fact (organisation_id, customer_key, happened_at)`,

  // A finding that two interactions, or time, made: the other extract, and what it hangs on.
  `ALTER TABLE finding ADD COLUMN against jsonb, ADD COLUMN relation_id uuid, ADD COLUMN relation_at timestamptz, ADD COLUMN customer_key text COLLATE "C"`,
  `CREATE INDEX finding_by_relation ON finding (organisation_id, customer_key, relation_at) WHERE relation_id IS NOT NULL`,
];
