import { randomBytes } from 'node:crypto';
import { openDatabase, OrganisationRepository } from '#storage';
import { STRICT_SETTINGS } from '#domain';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { createTestDatabase } from '../../../../test/support/postgres.js';
import { MIGRATIONS } from '../../src/migrations/index.js';
import { plainSql, sqlOn } from '../../src/database/sql.js';
import { findGaps } from './gaps.js';

/** Users of this run alone: roles belong to the whole server. */
const RUN = randomBytes(4).toString('hex');
const OWNER = `test_owner_${RUN}`;
const LOGIN = `test_login_${RUN}`;
const STRANGER = `test_stranger_${RUN}`;

let admin: Client;
/** What a session is told that has not taken a role: on PostgreSQL 15 it inherits the right to ask, and no row. */
let closed: 0 | '42501';
let database: Awaited<ReturnType<typeof createTestDatabase>>;
beforeAll(async () => {
  admin = new Client({ connectionString: inject('postgresUrl') });
  await admin.connect();
  closed = Number((await admin.query(`SELECT current_setting('server_version_num') AS version`)).rows[0].version) < 160_000 ? 0 : '42501';
  await admin.query(`CREATE ROLE ${OWNER} LOGIN CREATEROLE PASSWORD 'test'`);
  for (const name of [LOGIN, STRANGER]) await admin.query(`CREATE ROLE ${name} LOGIN PASSWORD 'test'`);
  // Another database of the server has made the roles, as its own user.
  const other = await createTestDatabase(inject('postgresUrl'));
  await (await openDatabase(other.url)).destroy();
  await other.drop();
  await admin.query(`GRANT diapason_app, diapason_batch, diapason_jobs TO ${OWNER} WITH ADMIN OPTION`);
});
beforeEach(async () => {
  database = await createTestDatabase(inject('postgresUrl'));
  await admin.query(`ALTER DATABASE ${new URL(database.url).pathname.slice(1)} OWNER TO ${OWNER}`);
  return () => database.drop();
});
afterAll(async () => {
  for (const name of [LOGIN, STRANGER, OWNER]) await admin.query(`DROP OWNED BY ${name}; DROP ROLE ${name}`);
  await admin.end();
});

const urlFor = (user: string): string => {
  const url = new URL(database.url);
  url.username = user;
  url.password = 'test';
  return url.href;
};

const maison = { id: 'maison', name: 'Maison', timeZone: 'Europe/Paris', settings: STRICT_SETTINGS, reason: 'test' };

/** What a session of one's own is told, without any of our connection options. */
async function asked(user: string, ...statements: string[]): Promise<unknown[]> {
  const client = new Client({ connectionString: urlFor(user) });
  await client.connect();
  try {
    const answers: unknown[] = [];
    for (const statement of statements) answers.push(await client.query(statement).then((result) => [result].flat().at(-1)!.rows.length, ({ code }: { code: string }) => code));
    return answers;
  } finally {
    await client.end();
  }
}

const COUNT = 'SELECT organisation_id FROM organisation';

describe('an owner that is no superuser', () => {
  it('works by one URL, and sees no row but in its scope', async () => {
    const source = await openDatabase(urlFor(OWNER));
    await new OrganisationRepository(source).ensureOrganisation(maison);
    expect(await new OrganisationRepository(source).listOrganisations()).toEqual(['maison']);
    expect(await source.query(COUNT)).toEqual([]);
    // FORCE: not even its own session that took no role.
    expect(await asked(OWNER, COUNT)).toEqual([0]);
    expect(await asked(OWNER, 'SET diapason.maintenance = on', COUNT)).toEqual([0, 1]);
    await source.destroy();
    // Again: nothing is missing, nothing is changed.
    await (await openDatabase(urlFor(OWNER))).destroy();
  });

  it('migrates, and leaves the work to a login that owns nothing and gets nowhere', async () => {
    const source = await openDatabase(urlFor(LOGIN), { migrationUrl: urlFor(OWNER) });
    await new OrganisationRepository(source).ensureOrganisation(maison);
    expect(await sqlOn(source, 'maison')(COUNT)).toEqual([{ organisation_id: 'maison' }]);
    expect(await sqlOn(source, 'autre')(COUNT)).toEqual([]);
    const denied = '42501';
    expect(
      await asked(LOGIN, COUNT, `SET ROLE ${OWNER}`, `SET SESSION AUTHORIZATION ${OWNER}`, 'SET diapason.maintenance = on', COUNT, 'SET ROLE diapason_app', COUNT, 'CREATE TABLE own (n int)', 'ALTER TABLE organisation OWNER TO CURRENT_USER', 'SET row_security = off', COUNT),
    ).toEqual([closed, denied, denied, 0, closed, 0, 0, denied, denied, 0, denied]);
    await source.destroy();
  });
});

describe('a start', () => {
  it('ends with what an administrator is to run when roles cannot be taken', async () => {
    const name = new URL(database.url).pathname.slice(1);
    await admin.query(`ALTER DATABASE ${name} OWNER TO ${STRANGER}`);
    await expect(openDatabase(urlFor(STRANGER))).rejects.toMatchObject({ name: 'DatabaseRightsError', exitCode: 2, message: expect.stringContaining(`GRANT diapason_app, diapason_batch, diapason_jobs TO "${STRANGER}";`) });
    await admin.query(`GRANT diapason_app, diapason_batch, diapason_jobs TO "${STRANGER}"`);
    await (await openDatabase(urlFor(STRANGER))).destroy();
    await admin.query(`REVOKE diapason_app, diapason_batch, diapason_jobs FROM "${STRANGER}"`);
  });

  it('is refused while a table is open', async () => {
    const owner = new Client({ connectionString: database.url });
    await owner.connect();
    await (await openDatabase(urlFor(OWNER))).destroy();
    await owner.query(`CREATE TABLE open_shelf (organisation_id text NOT NULL); GRANT SELECT ON open_shelf TO diapason_app`);
    await expect(openDatabase(urlFor(OWNER))).rejects.toMatchObject({ name: 'DatabaseRightsError', message: expect.stringContaining('open_shelf') });
    await owner.end();
  });

  it('protects a folder from before, keeps its rows, and repairs what a restore has lost', async () => {
    const before = await new DataSource({ type: 'postgres', url: urlFor(OWNER), migrations: [...MIGRATIONS], migrationsTableName: 'schema_migration', installExtensions: false }).initialize();
    await before.runMigrations({ transaction: 'each' });
    await before.query(`INSERT INTO organisation (organisation_id, name, time_zone, settings) VALUES ('maison', 'Maison', 'Europe/Paris', '{}'), ('autre', 'Autre', 'Europe/Paris', '{}')`);
    await before.query(`CREATE TABLE view_agent_day (organisation_id text COLLATE "C" NOT NULL)`);
    await before.destroy();
    for (const damage of [[], ['DROP POLICY diapason_app ON finding', `ALTER POLICY diapason_app ON customer USING (false); COMMENT ON POLICY diapason_app ON customer IS 'of a version before'`, 'REVOKE ALL ON journal FROM diapason_app', 'ALTER TABLE turn NO FORCE ROW LEVEL SECURITY']]) {
      expect(await asked(OWNER, ...damage)).toEqual(damage.map(() => 0));
      const source = await openDatabase(urlFor(OWNER));
      expect(await new OrganisationRepository(source).listOrganisations()).toEqual(['autre', 'maison']);
      expect(await sqlOn(source, 'maison')(COUNT)).toEqual([{ organisation_id: 'maison' }]);
      await source.destroy();
      const look = await new DataSource({ type: 'postgres', url: database.url, installExtensions: false }).initialize();
      expect(await findGaps(plainSql(look))).toEqual([]);
      await look.destroy();
    }
  });
});
