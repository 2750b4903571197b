import { DataSource } from 'typeorm';
import { MIGRATIONS } from '../migrations/index.js';
import { prepareViews } from '../projector/prepare-views.js';
import { MAINTENANCE } from '../protection/policies.js';
import { protectTables } from '../protection/protect-tables.js';
import { ensureRoles } from '../protection/roles.js';
import { withOptions } from './session-options.js';
import { plainSql } from './sql.js';

/** "diapmigr" as a number: processes that start together migrate one after the other. */
const MIGRATION_LOCK = '7235421411847268210';

/**
 * Brings roles, schema, views and protection up to date, on a connection of its own that is gone afterwards.
 * @param worker the login that the processes use, when the URL tells
 */
export async function migrate(url: string, worker: string | null): Promise<void> {
  const dataSource = new DataSource({
    type: 'postgres',
    url: withOptions(url, `-c ${MAINTENANCE}=on`),
    applicationName: 'diapason migration',
    migrations: [...MIGRATIONS],
    migrationsTableName: 'schema_migration',
    // One holds the lock, the other works.
    poolSize: 2,
    connectTimeoutMS: 10_000,
    poolErrorHandler: () => undefined,
    installExtensions: false,
  });
  await dataSource.initialize();
  try {
    await migrateWith(dataSource, worker);
  } finally {
    await dataSource.destroy();
  }
}

async function migrateWith(dataSource: DataSource, worker: string | null): Promise<void> {
  const runner = dataSource.createQueryRunner();
  const sql = plainSql(runner);
  try {
    const [server] = await sql<{ version: number; encoding: string; owner: string }>(
      `SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding, current_user AS owner`,
    );
    if (server!.version < 150_000) throw new Error('Diapason needs PostgreSQL 15 or later.');
    if (server!.encoding !== 'UTF8') throw new Error('Diapason needs a database encoded in UTF8.');
    await sql('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    try {
      await ensureRoles(sql, [...new Set([server!.owner, worker ?? server!.owner])]);
      await dataSource.runMigrations({ transaction: 'each' });
      await prepareViews(dataSource);
      await dataSource.transaction((manager) => protectTables(plainSql(manager)));
    } finally {
      await sql('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    }
  } finally {
    await runner.release();
  }
}
