import { DataSource } from 'typeorm';

/**
 * A test's own look at a database, as the owner of the tables: it sees and writes the rows of every organisation, which the
 * processes' connections do not.
 */
export async function openOwner(url: string): Promise<DataSource> {
  const to = new URL(url);
  to.searchParams.set('options', '-c diapason.maintenance=on');
  return new DataSource({ type: 'postgres', url: to.href, poolSize: 3, installExtensions: false, poolErrorHandler: () => undefined }).initialize();
}
