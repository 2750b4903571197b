import type { Pool } from 'pg';
import { QueryFailedError, type DataSource, type QueryRunner } from 'typeorm';
import { type Scope, scopeValues, SET_SCOPE } from './scope.js';
import { runScoped } from './scoped-query.js';

/** Runs one statement, for the scope it was opened for: on a pooled connection, or inside the transaction that handed it out. */
export interface Sql {
  <Row>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

interface Queryable {
  query(text: string, values?: unknown[]): ReturnType<QueryRunner['query']>;
}

/**
 * Statements on the connections of a pool, each for an organisation (or another scope): outside of one PostgreSQL shows
 * no row and takes none. The one door to the tables, beside `inTransaction`.
 */
export const sqlOn = (dataSource: DataSource, scope: Scope): Sql => (text, values = []) => runScoped(poolOf(dataSource), scope, text, values);

const poolOf = ({ driver }: DataSource): Pool => Reflect.get(driver, 'master');

/**
 * Plain SQL on a connection that TypeORM hands out. Errors are the driver's own: TypeORM's carry the bound values, which
 * are customers' words and have no place in a log.
 */
export function plainSql(target: Queryable): Sql {
  return async <Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> => {
    try {
      const result = await target.query(text, [...values]);
      // TypeORM answers [rows, count] to UPDATE and DELETE, rows to everything else.
      const touched = Array.isArray(result) && result.length === 2 && Array.isArray(result[0]) && typeof result[1] === 'number';
      return touched ? result[0] : result;
    } catch (error) {
      throw error instanceof QueryFailedError ? error.driverError : error;
    }
  };
}

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';

/**
 * Runs `work` in one transaction for an organisation (or another scope), again from the start when PostgreSQL broke it to
 * resolve a deadlock. The scope ends with the transaction: a pooled connection never keeps it.
 */
export async function inTransaction<T>(dataSource: DataSource, scope: Scope, work: (sql: Sql) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await dataSource.transaction(async (manager) => {
        const sql = plainSql(manager);
        await sql(SET_SCOPE, scopeValues(scope));
        return work(sql);
      });
    } catch (error) {
      const code = sqlState(error);
      if (attempt === 5 || (code !== DEADLOCK && code !== SERIALIZATION_FAILURE)) throw error;
    }
  }
}

/** The SQLSTATE of a PostgreSQL error, null for anything else. */
export const sqlState = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;

/** Column-wise arrays of rows, as `unnest` takes them: one statement writes any number of rows. */
export function columns<Row extends object>(rows: readonly Row[], names: readonly (keyof Row)[]): unknown[][] {
  return names.map((name) => rows.map((row) => row[name] ?? null));
}

/**
 * Writes rows by `unnest`, in key order, so that two writers never wait for each other crosswise. `types` names every
 * column with its PostgreSQL type; `tail` is what follows the SELECT (ON CONFLICT, RETURNING).
 */
export async function insertRows<Result>(
  sql: Sql,
  table: string,
  types: Readonly<Record<string, string>>,
  rows: readonly Readonly<Record<string, unknown>>[],
  options: { readonly orderBy: readonly string[]; readonly tail?: string },
): Promise<Result[]> {
  if (rows.length === 0) return [];
  const names = Object.keys(types);
  const arrays = names.map((name, i) => `$${i + 1}::${types[name]}[]`).join(', ');
  const list = names.join(', ');
  return sql<Result>(
    `INSERT INTO ${table} (${list}) SELECT ${list} FROM unnest(${arrays}) AS r (${list})
     ORDER BY ${options.orderBy.join(', ')} ${options.tail ?? ''}`,
    columns(rows, names),
  );
}
