import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who stands behind the refs that interactions bring. Interactions, findings and views keep the ref that came; whoever
 * reads asks here (directory/resolve.ts), so that a merge holds for what is kept and for what comes, whatever the order.
 * A row per ref that the directory lists or that belongs to a group of several; any other ref is its own person.
 */
export class KeepDirectory1764450000000 implements MigrationInterface {
  readonly name = 'KeepDirectory1764450000000';

  async up(runner: QueryRunner): Promise<void> {
    // person_ref is the end of the chain of attached_to, written out: reading takes one step.
    await runner.query(`CREATE TABLE identity (
      organisation_id text COLLATE "C" NOT NULL,
      kind text COLLATE "C" NOT NULL,
      ref text COLLATE "C" NOT NULL,
      person_ref text COLLATE "C" NOT NULL,
      attached_to text COLLATE "C",
      listed boolean NOT NULL,
      name text,
      team_ref text COLLATE "C",
      CONSTRAINT identity_pk PRIMARY KEY (organisation_id, kind, ref),
      CONSTRAINT identity_person_fk FOREIGN KEY (organisation_id, kind, person_ref) REFERENCES identity,
      CONSTRAINT identity_attached_to_fk FOREIGN KEY (organisation_id, kind, attached_to) REFERENCES identity,
      CONSTRAINT identity_kind_known CHECK (kind IN ('agent', 'customer')),
      CONSTRAINT identity_own_person CHECK ((attached_to IS NULL) = (person_ref = ref)),
      CONSTRAINT identity_described_when_listed CHECK (listed OR (name IS NULL AND team_ref IS NULL)),
      CONSTRAINT identity_team_of_agent CHECK (kind = 'agent' OR team_ref IS NULL)
    )`);
    await runner.query('CREATE INDEX identity_by_person ON identity (organisation_id, kind, person_ref)');
    await runner.query('CREATE INDEX identity_by_attachment ON identity (organisation_id, kind, attached_to)');
    await runner.query(`CREATE INDEX identity_by_team ON identity (organisation_id, team_ref) WHERE team_ref IS NOT NULL`);
    await runner.query(`CREATE TABLE directory_team (
      organisation_id text COLLATE "C" NOT NULL,
      ref text COLLATE "C" NOT NULL,
      name text,
      CONSTRAINT directory_team_pk PRIMARY KEY (organisation_id, ref)
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE directory_team');
    await runner.query('DROP TABLE identity');
  }
}
