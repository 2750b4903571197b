import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Coaching sessions: what is talked about with an agent, what is agreed on, and what both say of it. */
export class CoachAgents1765510000000 implements MigrationInterface {
  readonly name = 'CoachAgents1765510000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['coaching_note', 'coaching_action', 'coaching_excerpt', 'coaching_rule', 'coaching_session']) await runner.query(`DROP TABLE ${table}`);
  }
}

const STATEMENTS = [
  `CREATE TABLE coaching_session (
    organisation_id text COLLATE "C" NOT NULL,
    session_id uuid NOT NULL,
    agent_ref text COLLATE "C" NOT NULL,
    coach text COLLATE "C" NOT NULL,
    state text COLLATE "C" NOT NULL DEFAULT 'draft',
    window_days integer NOT NULL,
    planned_on date,
    held_on date,
    follow_up_on date,
    followed_up_on date,
    acknowledged_by text COLLATE "C",
    acknowledged_at timestamptz,
    /* What was asked for: the same Idempotency-Key with another request is a mistake. */
    request text NOT NULL,
    created_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT coaching_session_pk PRIMARY KEY (organisation_id, session_id),
    CONSTRAINT coaching_session_state_known CHECK (state IN ('draft', 'planned', 'held', 'acknowledged', 'followed-up')),
    CONSTRAINT coaching_session_window_bounded CHECK (window_days BETWEEN 14 AND 90),
    CONSTRAINT coaching_session_planned_has_day CHECK (state = 'draft' OR planned_on IS NOT NULL),
    CONSTRAINT coaching_session_held_has_day CHECK ((state IN ('draft', 'planned')) = (held_on IS NULL)),
    CONSTRAINT coaching_session_acknowledged_by_somebody CHECK ((state IN ('acknowledged', 'followed-up')) = (acknowledged_at IS NOT NULL)
      AND (acknowledged_by IS NULL) = (acknowledged_at IS NULL)),
    CONSTRAINT coaching_session_acknowledged_by_another CHECK (acknowledged_by IS DISTINCT FROM coach),
    CONSTRAINT coaching_session_followed_up_has_day CHECK ((state = 'followed-up') = (followed_up_on IS NOT NULL))
  )`,
  'CREATE INDEX coaching_session_latest ON coaching_session (organisation_id, created_at DESC, session_id DESC)',
  'CREATE INDEX coaching_session_by_agent ON coaching_session (organisation_id, agent_ref, held_on)',
  `CREATE TABLE coaching_rule (
    organisation_id text COLLATE "C" NOT NULL,
    session_id uuid NOT NULL,
    rule_id text COLLATE "C" NOT NULL,
    polarity text COLLATE "C" NOT NULL,
    position integer NOT NULL,
    CONSTRAINT coaching_rule_pk PRIMARY KEY (organisation_id, session_id, rule_id),
    CONSTRAINT coaching_rule_session_fk FOREIGN KEY (organisation_id, session_id) REFERENCES coaching_session ON DELETE CASCADE,
    CONSTRAINT coaching_rule_polarity_known CHECK (polarity IN ('violation', 'merit'))
  )`,
  'CREATE INDEX coaching_rule_by_rule ON coaching_rule (organisation_id, rule_id)',
  // Of an interaction that is erased nothing stays on an agenda.
  `CREATE TABLE coaching_excerpt (
    organisation_id text COLLATE "C" NOT NULL,
    session_id uuid NOT NULL,
    finding_id uuid NOT NULL,
    interaction_id uuid NOT NULL,
    rule_id text COLLATE "C" NOT NULL,
    position integer NOT NULL,
    CONSTRAINT coaching_excerpt_pk PRIMARY KEY (organisation_id, session_id, finding_id),
    CONSTRAINT coaching_excerpt_session_fk FOREIGN KEY (organisation_id, session_id) REFERENCES coaching_session ON DELETE CASCADE,
    CONSTRAINT coaching_excerpt_interaction_fk FOREIGN KEY (organisation_id, interaction_id) REFERENCES interaction ON DELETE CASCADE
  )`,
  'CREATE INDEX coaching_excerpt_by_interaction ON coaching_excerpt (organisation_id, interaction_id)',
  `CREATE TABLE coaching_action (
    organisation_id text COLLATE "C" NOT NULL,
    session_id uuid NOT NULL,
    position integer NOT NULL,
    text text NOT NULL,
    due_on date,
    done boolean NOT NULL,
    CONSTRAINT coaching_action_pk PRIMARY KEY (organisation_id, session_id, position),
    CONSTRAINT coaching_action_session_fk FOREIGN KEY (organisation_id, session_id) REFERENCES coaching_session ON DELETE CASCADE,
    CONSTRAINT coaching_action_says_something CHECK (btrim(text) <> '')
  )`,
  `CREATE TABLE coaching_note (
    organisation_id text COLLATE "C" NOT NULL,
    session_id uuid NOT NULL,
    side text COLLATE "C" NOT NULL,
    author text COLLATE "C" NOT NULL,
    text text NOT NULL,
    shared boolean NOT NULL,
    written_at timestamptz NOT NULL,
    CONSTRAINT coaching_note_pk PRIMARY KEY (organisation_id, session_id, side, author),
    CONSTRAINT coaching_note_session_fk FOREIGN KEY (organisation_id, session_id) REFERENCES coaching_session ON DELETE CASCADE,
    CONSTRAINT coaching_note_side_known CHECK (side IN ('coach', 'agent')),
    CONSTRAINT coaching_note_says_something CHECK (btrim(text) <> '')
  )`,
];
