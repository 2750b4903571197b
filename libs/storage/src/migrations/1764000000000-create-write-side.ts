import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Everything that is written, facts first. Views are not here: they are derived, and made from their own folders
 * (views/<view>/table.ts). `organisation_id` leads every key; '' where a dead letter or its message belongs to none.
 * Texts sort by bytes (COLLATE "C"), so that an index keeps its order when the system's locale library changes.
 */
export class CreateWriteSide1764000000000 implements MigrationInterface {
  readonly name = 'CreateWriteSide1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES.toReversed()) await runner.query(`DROP TABLE ${table}`);
  }
}

const TABLES = [
  'organisation',
  'rulebook_version',
  'team',
  'agent',
  'customer',
  'interaction',
  'interaction_agent',
  'turn',
  'finding',
  'journal',
  'outbox',
  'dead_letter',
  'stream_position',
  'projection_cursor',
];

const STATEMENTS = [
  `CREATE TABLE organisation (
    organisation_id text COLLATE "C" NOT NULL,
    name text NOT NULL,
    time_zone text NOT NULL,
    settings jsonb NOT NULL,
    current_rulebook text,
    CONSTRAINT organisation_pk PRIMARY KEY (organisation_id)
  )`,

  `CREATE TABLE rulebook_version (
    organisation_id text COLLATE "C" NOT NULL,
    hash text COLLATE "C" NOT NULL,
    name text NOT NULL,
    version text NOT NULL,
    description jsonb NOT NULL,
    published_at timestamptz NOT NULL,
    CONSTRAINT rulebook_version_pk PRIMARY KEY (organisation_id, hash),
    CONSTRAINT rulebook_version_organisation_fk FOREIGN KEY (organisation_id) REFERENCES organisation
  )`,

  `CREATE TABLE team (
    organisation_id text COLLATE "C" NOT NULL,
    ref text COLLATE "C" NOT NULL,
    name text,
    known_since timestamptz NOT NULL,
    CONSTRAINT team_pk PRIMARY KEY (organisation_id, ref)
  )`,

  `CREATE TABLE agent (
    organisation_id text COLLATE "C" NOT NULL,
    ref text COLLATE "C" NOT NULL,
    name text,
    team_ref text COLLATE "C",
    known_since timestamptz NOT NULL,
    CONSTRAINT agent_pk PRIMARY KEY (organisation_id, ref)
  )`,
  `CREATE INDEX agent_by_team ON agent (organisation_id, team_ref)`,

  `CREATE TABLE customer (
    organisation_id text COLLATE "C" NOT NULL,
    ref text COLLATE "C" NOT NULL,
    name text,
    known_since timestamptz NOT NULL,
    CONSTRAINT customer_pk PRIMARY KEY (organisation_id, ref)
  )`,

  `CREATE TABLE interaction (
    organisation_id text COLLATE "C" NOT NULL,
    interaction_id uuid NOT NULL,
    source text COLLATE "C" NOT NULL,
    external_id text COLLATE "C" NOT NULL,
    revision bigint NOT NULL,
    content_hash text NOT NULL,
    channel text COLLATE "C" NOT NULL,
    day date NOT NULL,
    started_at timestamptz NOT NULL,
    ended_at timestamptz,
    direction text,
    subject text,
    case_ref text COLLATE "C",
    queue text,
    tags jsonb NOT NULL,
    participants jsonb NOT NULL,
    customer_ref text COLLATE "C",
    agent_spoke boolean NOT NULL,
    language text NOT NULL,
    rulebook_name text NOT NULL,
    rulebook_version text NOT NULL,
    rulebook_hash text COLLATE "C" NOT NULL,
    not_checked jsonb NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT interaction_pk PRIMARY KEY (organisation_id, interaction_id),
    CONSTRAINT interaction_revision_positive CHECK (revision >= 1)
  )`,
  `CREATE INDEX interaction_by_start ON interaction (organisation_id, started_at, interaction_id)`,
  `CREATE INDEX interaction_by_customer ON interaction (organisation_id, customer_ref, started_at, interaction_id)`,

  `CREATE TABLE interaction_agent (
    organisation_id text COLLATE "C" NOT NULL,
    interaction_id uuid NOT NULL,
    agent_ref text COLLATE "C" NOT NULL,
    started_at timestamptz NOT NULL,
    CONSTRAINT interaction_agent_pk PRIMARY KEY (organisation_id, interaction_id, agent_ref),
    CONSTRAINT interaction_agent_interaction_fk FOREIGN KEY (organisation_id, interaction_id)
      REFERENCES interaction ON DELETE CASCADE
  )`,
  `CREATE INDEX interaction_agent_by_agent ON interaction_agent (organisation_id, agent_ref, started_at, interaction_id)`,

  `CREATE TABLE turn (
    organisation_id text COLLATE "C" NOT NULL,
    interaction_id uuid NOT NULL,
    position integer NOT NULL,
    turn_id text NOT NULL,
    participant_id text NOT NULL,
    text text NOT NULL,
    offset_ms double precision,
    duration_ms double precision,
    private boolean NOT NULL,
    words jsonb,
    zones jsonb NOT NULL,
    CONSTRAINT turn_pk PRIMARY KEY (organisation_id, interaction_id, position),
    CONSTRAINT turn_interaction_fk FOREIGN KEY (organisation_id, interaction_id)
      REFERENCES interaction ON DELETE CASCADE
  )`,

  `CREATE TABLE finding (
    organisation_id text COLLATE "C" NOT NULL,
    finding_id uuid NOT NULL,
    interaction_id uuid NOT NULL,
    revision bigint NOT NULL,
    channel text COLLATE "C" NOT NULL,
    day date NOT NULL,
    started_at timestamptz NOT NULL,
    rule_id text COLLATE "C" NOT NULL,
    polarity text COLLATE "C" NOT NULL,
    severity text COLLATE "C" NOT NULL,
    commitment text NOT NULL,
    agent_ref text COLLATE "C",
    status text COLLATE "C" NOT NULL DEFAULT 'detected',
    evidence jsonb NOT NULL,
    explanation text NOT NULL,
    instead text,
    confidence double precision NOT NULL,
    CONSTRAINT finding_pk PRIMARY KEY (organisation_id, finding_id),
    CONSTRAINT finding_interaction_fk FOREIGN KEY (organisation_id, interaction_id)
      REFERENCES interaction ON DELETE CASCADE,
    CONSTRAINT finding_status_known CHECK (status IN ('detected', 'confirmed', 'dismissed'))
  )`,
  `CREATE INDEX finding_by_interaction ON finding (organisation_id, interaction_id)`,
  `CREATE INDEX finding_by_start ON finding (organisation_id, started_at, finding_id)`,
  `CREATE INDEX finding_by_agent ON finding (organisation_id, agent_ref, started_at, finding_id)`,
  `CREATE INDEX finding_by_rule ON finding (organisation_id, rule_id, started_at, finding_id)`,

  `CREATE TABLE journal (
    organisation_id text COLLATE "C" NOT NULL,
    position bigserial NOT NULL,
    xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    type text NOT NULL,
    payload jsonb NOT NULL,
    occurred_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT journal_pk PRIMARY KEY (organisation_id, position)
  )`,
  `CREATE INDEX journal_in_commit_order ON journal (xid, position)`,

  `CREATE TABLE outbox (
    organisation_id text COLLATE "C" NOT NULL,
    position bigserial NOT NULL,
    stream text NOT NULL,
    key bytea,
    value bytea,
    headers bytea NOT NULL,
    written_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT outbox_pk PRIMARY KEY (organisation_id, position)
  )`,
  `CREATE INDEX outbox_in_order ON outbox (position)`,

  `CREATE TABLE dead_letter (
    organisation_id text COLLATE "C" NOT NULL,
    position bigserial NOT NULL,
    topic text NOT NULL,
    partition integer NOT NULL,
    "offset" bigint NOT NULL,
    timestamp_ms bigint NOT NULL,
    key bytea,
    value bytea,
    headers bytea NOT NULL,
    reason text NOT NULL,
    detail text NOT NULL,
    buried_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT dead_letter_pk PRIMARY KEY (organisation_id, position)
  )`,

  `CREATE TABLE stream_position (
    consumer_group text COLLATE "C" NOT NULL,
    topic text COLLATE "C" NOT NULL,
    partition integer NOT NULL,
    next_offset bigint NOT NULL,
    CONSTRAINT stream_position_pk PRIMARY KEY (consumer_group, topic, partition)
  )`,

  `CREATE TABLE projection_cursor (
    view text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    xid xid8 NOT NULL,
    position bigint NOT NULL,
    CONSTRAINT projection_cursor_pk PRIMARY KEY (view)
  )`,
];
