import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Addresses that events of findings are sent to, how far each has read the journal, and what is on its way. */
export class SendWebhooks1765330000000 implements MigrationInterface {
  readonly name = 'SendWebhooks1765330000000';

  async up(runner: QueryRunner): Promise<void> {
    // Signing takes the secret itself: a hash would not do. xid and position: the last journal entry that was read.
    await runner.query(`CREATE TABLE webhook (
      organisation_id text COLLATE "C" NOT NULL,
      webhook_id uuid NOT NULL,
      name text NOT NULL,
      url text NOT NULL,
      types text[] NOT NULL,
      state text NOT NULL DEFAULT 'active',
      stopped text,
      secret text NOT NULL,
      previous_secret text,
      previous_until timestamptz,
      xid xid8 NOT NULL,
      position bigint NOT NULL,
      request text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      created_by text NOT NULL,
      version integer NOT NULL DEFAULT 1,
      CONSTRAINT webhook_pk PRIMARY KEY (organisation_id, webhook_id),
      CONSTRAINT webhook_state_known CHECK (state IN ('active', 'paused', 'stopped')),
      CONSTRAINT webhook_stopped_for_a_reason CHECK ((state = 'stopped') = (stopped IS NOT NULL)),
      CONSTRAINT webhook_stop_known CHECK (stopped IN ('gone', 'failed')),
      CONSTRAINT webhook_types_known CHECK (types <@ ARRAY['finding.detected', 'finding.withdrawn', 'finding.reviewed']),
      CONSTRAINT webhook_previous_secret_ends CHECK ((previous_secret IS NULL) = (previous_until IS NULL))
    )`);
    // next_at: when it is due, or, while somebody has it in hand, when anybody else may take it (the lease).
    await runner.query(`CREATE TABLE webhook_delivery (
      organisation_id text COLLATE "C" NOT NULL,
      delivery_id uuid NOT NULL,
      webhook_id uuid NOT NULL,
      number bigint GENERATED ALWAYS AS IDENTITY,
      type text NOT NULL,
      at timestamptz NOT NULL,
      data jsonb NOT NULL,
      state text NOT NULL DEFAULT 'waiting',
      attempts integer NOT NULL DEFAULT 0,
      next_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      lease uuid,
      created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      delivered_at timestamptz,
      last_status integer,
      last_failure text,
      CONSTRAINT webhook_delivery_pk PRIMARY KEY (organisation_id, delivery_id),
      CONSTRAINT webhook_delivery_webhook_fk FOREIGN KEY (organisation_id, webhook_id) REFERENCES webhook ON DELETE CASCADE,
      CONSTRAINT webhook_delivery_state_known CHECK (state IN ('waiting', 'delivered', 'given-up')),
      CONSTRAINT webhook_delivery_delivered_some_time CHECK (state <> 'delivered' OR delivered_at IS NOT NULL)
    )`);
    await runner.query(`CREATE INDEX webhook_delivery_due ON webhook_delivery (organisation_id, webhook_id, next_at, number) WHERE state = 'waiting'`);
    await runner.query('CREATE INDEX webhook_delivery_latest ON webhook_delivery (organisation_id, webhook_id, number)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['webhook_delivery', 'webhook']) await runner.query(`DROP TABLE ${table}`);
  }
}
