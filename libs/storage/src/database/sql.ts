import { QueryFailedError, type DataSource, type QueryRunner } from 'typeorm';

/** Runs one statement: on a pooled connection, or inside the transaction that handed it out. */
export interface Sql {
  <Row>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

interface Queryable {
  query(text: string, values?: unknown[]): ReturnType<QueryRunner['query']>;
}

/**
 * Plain SQL through TypeORM's pool. Errors are the driver's own: TypeORM's carry the bound values, which are
 * customers' words and have no place in a log.
 */
export function sqlOn(target: Queryable): Sql {
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

/** Runs `work` in one transaction, again from the start when PostgreSQL broke it to resolve a deadlock. */
export async function inTransaction<T>(dataSource: DataSource, work: (sql: Sql) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await dataSource.transaction((manager) => work(sqlOn(manager)));
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
