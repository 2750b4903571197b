import { DataSource } from 'typeorm';
import { MIGRATIONS } from '../migrations/index.js';
import { OrganisationRow } from '../organisations/organisation.table.js';
import { prepareViews } from '../projector/prepare-views.js';
import { RulebookVersionRow } from '../rulebooks/rulebook-version.table.js';
import { sqlOn } from './sql.js';

/** "diapmigr" as a number: processes that start together migrate one after the other. */
const MIGRATION_LOCK = '7235421411847268210';

export interface DatabaseOptions {
  /** Connections kept at most, 10 by default; never below 2, which migrating takes. */
  readonly poolSize?: number;
}

/**
 * Connects to PostgreSQL 15 or later, brings the schema up to date (one process at a time) and prepares the views.
 * @throws when the server cannot be reached, is too old, is not UTF-8 or a migration fails.
 */
export async function openDatabase(url: string, options: DatabaseOptions = {}): Promise<DataSource> {
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    applicationName: 'diapason',
    entities: [OrganisationRow, RulebookVersionRow],
    migrations: [...MIGRATIONS],
    migrationsTableName: 'schema_migration',
    poolSize: Math.max(2, options.poolSize ?? 10),
    connectTimeoutMS: 10_000,
    // A pooled connection that breaks while idle is replaced by the pool; nothing was lost with it.
    poolErrorHandler: () => undefined,
    extra: { keepAlive: true },
    installExtensions: false,
  });
  await dataSource.initialize();
  try {
    await migrate(dataSource);
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
  return dataSource;
}

async function migrate(dataSource: DataSource): Promise<void> {
  const runner = dataSource.createQueryRunner();
  const sql = sqlOn(runner);
  try {
    const [server] = await sql<{ version: number; encoding: string }>(
      `SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding`,
    );
    if (server!.version < 150_000) throw new Error('Diapason needs PostgreSQL 15 or later.');
    if (server!.encoding !== 'UTF8') throw new Error('Diapason needs a database encoded in UTF8.');
    await sql('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    try {
      await dataSource.runMigrations({ transaction: 'each' });
      await prepareViews(dataSource);
    } finally {
      await sql('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    }
  } finally {
    await runner.release();
  }
}
