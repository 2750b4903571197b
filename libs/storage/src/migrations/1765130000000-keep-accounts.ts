import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may come in: accounts, their one-time links and sessions, keys of programs. Secrets are kept as hashes only. */
export class KeepAccounts1765130000000 implements MigrationInterface {
  readonly name = 'KeepAccounts1765130000000';

  async up(runner: QueryRunner): Promise<void> {
    // teams NULL: every team. password: a PHC string of scrypt. issuer and subject: of the OpenID provider.
    await runner.query(`CREATE TABLE account (
      organisation_id text COLLATE "C" NOT NULL,
      account_id uuid NOT NULL,
      login text COLLATE "C" NOT NULL,
      name text NOT NULL,
      roles text[] NOT NULL,
      teams text[],
      agent_ref text COLLATE "C",
      password text,
      issuer text COLLATE "C",
      subject text COLLATE "C",
      created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      last_sign_in date,
      disabled_at timestamptz,
      version integer NOT NULL DEFAULT 1,
      CONSTRAINT account_pk PRIMARY KEY (organisation_id, account_id),
      CONSTRAINT account_login_once UNIQUE (organisation_id, login),
      CONSTRAINT account_subject_once UNIQUE (organisation_id, issuer, subject),
      CONSTRAINT account_roles_known CHECK (roles <@ ARRAY['admin', 'cx-owner', 'supervisor', 'coach', 'agent', 'dashboard', 'dpo']),
      CONSTRAINT account_agent_is_somebody CHECK (agent_ref IS NOT NULL OR NOT 'agent' = ANY (roles)),
      CONSTRAINT account_subject_of_issuer CHECK ((issuer IS NULL) = (subject IS NULL))
    )`);
    await runner.query(`CREATE TABLE account_link (
      organisation_id text COLLATE "C" NOT NULL,
      hash bytea NOT NULL,
      purpose text NOT NULL,
      account_id uuid,
      expires_at timestamptz NOT NULL,
      CONSTRAINT account_link_pk PRIMARY KEY (organisation_id, hash),
      CONSTRAINT account_link_account_fk FOREIGN KEY (organisation_id, account_id) REFERENCES account ON DELETE CASCADE,
      CONSTRAINT account_link_purpose_known CHECK (purpose IN ('first', 'invitation', 'reset')),
      CONSTRAINT account_link_first_makes_the_account CHECK ((purpose = 'first') = (account_id IS NULL))
    )`);
    await runner.query(`CREATE TABLE account_session (
      organisation_id text COLLATE "C" NOT NULL,
      hash bytea NOT NULL,
      account_id uuid NOT NULL,
      seen_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL,
      ends_at timestamptz NOT NULL,
      CONSTRAINT account_session_pk PRIMARY KEY (organisation_id, hash),
      CONSTRAINT account_session_account_fk FOREIGN KEY (organisation_id, account_id) REFERENCES account ON DELETE CASCADE
    )`);
    await runner.query('CREATE INDEX account_link_by_account ON account_link (organisation_id, account_id)');
    await runner.query('CREATE INDEX account_session_by_account ON account_session (organisation_id, account_id)');
    // Of any login that is tried, known or not: an answer that differs would tell who has an account.
    await runner.query(`CREATE TABLE sign_in_attempt (
      organisation_id text COLLATE "C" NOT NULL,
      login_hash bytea NOT NULL,
      failures integer NOT NULL,
      refused_until timestamptz NOT NULL,
      CONSTRAINT sign_in_attempt_pk PRIMARY KEY (organisation_id, login_hash)
    )`);
    await runner.query(`CREATE TABLE access_key (
      organisation_id text COLLATE "C" NOT NULL,
      key_id uuid NOT NULL,
      name text NOT NULL,
      hash bytea NOT NULL,
      hint text NOT NULL,
      roles text[] NOT NULL,
      scopes text[] NOT NULL,
      teams text[],
      created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      created_by text NOT NULL,
      expires_at timestamptz,
      last_used date,
      revoked_at timestamptz,
      CONSTRAINT access_key_pk PRIMARY KEY (organisation_id, key_id),
      CONSTRAINT access_key_hash_once UNIQUE (organisation_id, hash),
      CONSTRAINT access_key_roles_known CHECK (roles <@ ARRAY['admin', 'cx-owner', 'supervisor', 'coach', 'dashboard', 'dpo']),
      CONSTRAINT access_key_scopes_known CHECK (scopes <@ ARRAY['ingest:write']),
      CONSTRAINT access_key_opens_something CHECK (cardinality(roles) + cardinality(scopes) > 0)
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['access_key', 'sign_in_attempt', 'account_session', 'account_link', 'account']) await runner.query(`DROP TABLE ${table}`);
  }
}
