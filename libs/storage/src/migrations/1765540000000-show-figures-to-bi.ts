import type { MigrationInterface, QueryRunner } from 'typeorm';

const FIGURES = 'interactions, violations, with_violation, violation_rate, violation_low, violation_high, merits, with_merit, merit_rate, merit_low, merit_high, suppressed, basis, refreshed_at';

/** The views by their names: columns of `bi_figure`, and which of its rows. */
const VIEWS: Readonly<Record<string, readonly [columns: string, subject: string]>> = {
  bi_day: [`key::date AS day, ${FIGURES}`, 'day'],
  bi_month: [`month, ${FIGURES}`, 'month'],
  bi_channel_month: [`month, key AS channel, ${FIGURES}`, 'channel'],
  bi_team_month: [`month, nullif(key, '') AS team_ref, name AS team_name, ${FIGURES}`, 'team'],
  bi_agent_month: [`month, key AS agent_ref, name AS agent_name, team_ref, team_name, awaiting_review, ${FIGURES}`, 'agent'],
  bi_rule_month: [
    `month, key AS rule_id, polarity, severity, interactions, coalesce(violations, merits) AS findings, coalesce(with_violation, with_merit) AS flagged,
     coalesce(violation_rate, merit_rate) AS flagged_rate, coalesce(violation_low, merit_low) AS flagged_low, coalesce(violation_high, merit_high) AS flagged_high,
     not_checked, judged, confirmed, suppressed, basis, refreshed_at`,
    'rule',
  ],
};

/** Figures of months for BI tools, who may read them, and how far they are. */
export class ShowFiguresToBi1765540000000 implements MigrationInterface {
  readonly name = 'ShowFiguresToBi1765540000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE bi_figure (
      organisation_id text COLLATE "C" NOT NULL,
      subject text COLLATE "C" NOT NULL,
      month date NOT NULL,
      key text COLLATE "C" NOT NULL,
      name text,
      team_ref text COLLATE "C",
      team_name text,
      polarity text COLLATE "C",
      severity text COLLATE "C",
      basis text COLLATE "C" NOT NULL,
      interactions integer,
      violations integer,
      with_violation integer,
      violation_rate double precision,
      violation_low double precision,
      violation_high double precision,
      merits integer,
      with_merit integer,
      merit_rate double precision,
      merit_low double precision,
      merit_high double precision,
      awaiting_review integer,
      not_checked integer,
      judged integer,
      confirmed integer,
      suppressed text COLLATE "C",
      refreshed_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT bi_figure_pk PRIMARY KEY (organisation_id, subject, month, key),
      CONSTRAINT bi_figure_subject_known CHECK (subject IN ('day', 'month', 'channel', 'team', 'agent', 'rule')),
      CONSTRAINT bi_figure_hides_all CHECK (suppressed IS NULL OR (violations IS NULL AND merits IS NULL AND violation_rate IS NULL AND merit_rate IS NULL))
    )`);
    await runner.query(`CREATE TABLE bi_refresh (
      organisation_id text COLLATE "C" NOT NULL,
      xid xid8 NOT NULL,
      position bigint NOT NULL,
      refreshed_at timestamptz NOT NULL,
      CONSTRAINT bi_refresh_pk PRIMARY KEY (organisation_id)
    )`);
    // The name of a PostgreSQL login; one login reads one organisation.
    await runner.query(`CREATE TABLE bi_login (
      organisation_id text COLLATE "C" NOT NULL,
      login text COLLATE "C" NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT bi_login_pk PRIMARY KEY (organisation_id, login),
      CONSTRAINT bi_login_reads_one_organisation UNIQUE (login)
    )`);
    for (const [view, [columns, subject]] of Object.entries(VIEWS)) {
      await runner.query(`CREATE VIEW ${view} WITH (security_invoker = true) AS SELECT ${columns} FROM bi_figure WHERE subject = '${subject}'`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const view of Object.keys(VIEWS)) await runner.query(`DROP VIEW ${view}`);
    for (const table of ['bi_login', 'bi_refresh', 'bi_figure']) await runner.query(`DROP TABLE ${table}`);
  }
}
