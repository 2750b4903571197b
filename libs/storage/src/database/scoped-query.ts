import pg, { DatabaseError, type Pool, type QueryResult } from 'pg';
import { type Scope, scopeValues, SET_SCOPE } from './scope.js';

/** The part of pg's Query and Connection, 8.23, that is not in its types. */
interface Wire {
  readonly parsedStatements: Record<string, string>;
  parse(statement: { text: string; name: string; types: undefined }): void;
  bind(portal: { statement: string; values: string[] }): void;
  execute(portal: Record<string, never>): void;
}
/** Whatever the statement selects. */
type Rows = QueryResult['rows'];
interface PreparedQuery {
  callback?: (error: Error | null | undefined, result?: { readonly rows: Rows }) => void;
  submit(connection: unknown): void;
  requiresPreparation(): boolean;
  prepare(connection: Wire): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: Wire): void;
}
const driver: object = pg;
const PgQuery: new (text: string, values: readonly unknown[]) => PreparedQuery = Reflect.get(driver, 'Query');

/**
 * One statement for one scope, in one message to the server: PostgreSQL runs what comes before a Sync as one
 * transaction, so the scope is set just before the statement and gone right behind it, without a round trip more.
 */
class ScopedQuery extends PgQuery {
  #settingScope = true;

  constructor(
    private readonly scope: Scope,
    text: string,
    values: readonly unknown[],
  ) {
    super(text, values);
  }

  override requiresPreparation(): boolean {
    return true;
  }

  override prepare(connection: Wire): void {
    connection.parse({ text: SET_SCOPE, name: '', types: undefined });
    connection.bind({ statement: '', values: scopeValues(this.scope) });
    connection.execute({});
    super.prepare(connection);
  }

  /** Its columns were not asked for: the row is that of SET_SCOPE. */
  override handleDataRow(message: unknown): void {
    if (!this.#settingScope) super.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, connection: Wire): void {
    if (this.#settingScope) this.#settingScope = false;
    else super.handleCommandComplete(message, connection);
  }
}

/** Runs a statement on a pooled connection, for a scope. @throws the driver's own error */
export async function runScoped<Row>(pool: Pool, scope: Scope, text: string, values: readonly unknown[]): Promise<Row[]> {
  const client = await pool.connect();
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, rows: Rows): void => {
      client.removeListener('error', broken);
      // What PostgreSQL refuses says nothing against the connection, unless it ends it.
      client.release(error === null || (error instanceof DatabaseError && error.severity === 'ERROR') ? undefined : error);
      if (error === null) resolve(rows);
      else reject(error);
    };
    const broken = (error: Error): void => done(error, []);
    client.once('error', broken);
    const query = new ScopedQuery(scope, text, values);
    query.callback = (error, result) => done(error ?? null, result?.rows ?? []);
    client.query(query);
  });
}
