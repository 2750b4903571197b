import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from '#storage';
import { Client } from 'pg';

/**
 * The PostgreSQL server of a test run: TEST_DATABASE_URL when set, else an embedded one in a temporary folder. That
 * one does not flush to disk: nothing of it outlives the run.
 */
export async function startTestPostgres(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given) return { url: given, stop: async () => undefined };
  const folder = await mkdtemp(path.join(tmpdir(), 'diapason-test-postgres-'));
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };
  const server = await startEmbeddedPostgres({ dataDir: folder, settings });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * A database of its own for one test file, beside the one that `baseUrl` names. Not migrated: `openDatabase` does that.
 * @throws when the name does not contain `test`: a test never touches a database that is not one.
 */
export async function createTestDatabase(
  baseUrl: string,
  name = `diapason_test_${randomBytes(6).toString('hex')}`,
): Promise<{ url: string; drop(): Promise<void> }> {
  if (!/^[a-z0-9_]*test[a-z0-9_]*$/.test(name)) throw new Error(`not a test database: ${name}`);
  await onServer(baseUrl, `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
  const url = new URL(baseUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(baseUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
