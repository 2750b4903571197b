import { DataSource } from 'typeorm';
import { checkProtection } from '../protection/check-protection.js';
import { DatabaseRightsError, forAnAdministrator } from '../protection/roles.js';
import { migrate } from './migrate.js';
import { withOptions } from './session-options.js';
import { plainSql, sqlState } from './sql.js';

export interface DatabaseOptions {
  /** Connections kept at most, 10 by default. */
  readonly poolSize?: number;
  /** Whoever owns the tables, when that is not the user of the URL: migrates and then goes. */
  readonly migrationUrl?: string | undefined;
}

const NO_RIGHT = '42501';

/**
 * Connects to PostgreSQL 15 or later, brings the schema up to date (one process at a time), prepares the views and
 * protects the tables. Whatever user the URL names, its connections work as the role `diapason_app`, which owns nothing
 * and sees the rows of the organisation that each statement is for (`sqlOn`, `inTransaction`), else none.
 * @throws when the server cannot be reached, is too old, is not UTF-8 or a migration fails; DatabaseRightsError when
 * organisations cannot be kept apart.
 */
export async function openDatabase(url: string, options: DatabaseOptions = {}): Promise<DataSource> {
  await migrate(options.migrationUrl ?? url, userOf(url));
  return connect(url, options);
}

/** Connects to a database that is migrated and protected. @throws as openDatabase */
export async function connect(url: string, options: Pick<DatabaseOptions, 'poolSize'> = {}): Promise<DataSource> {
  const dataSource = new DataSource({
    type: 'postgres',
    url: withOptions(url, '-c role=diapason_app'),
    applicationName: 'diapason',
    poolSize: options.poolSize ?? 10,
    connectTimeoutMS: 10_000,
    // A pooled connection that breaks while idle is replaced by the pool; nothing was lost with it.
    poolErrorHandler: () => undefined,
    extra: { keepAlive: true },
    installExtensions: false,
  });
  try {
    await dataSource.initialize();
    await checkProtection(plainSql(dataSource));
  } catch (error) {
    if (dataSource.isInitialized) await dataSource.destroy();
    if (sqlState(error) === NO_RIGHT && error instanceof Error && error.message.includes('role')) throw new DatabaseRightsError(forAnAdministrator([userOf(url) ?? 'UTILISATEUR']), { cause: error });
    throw error;
  }
  return dataSource;
}

/** Null where the URL leaves it to the environment. */
export function userOf(url: string): string | null {
  const { username } = new URL(url);
  return username === '' ? null : decodeURIComponent(username);
}
