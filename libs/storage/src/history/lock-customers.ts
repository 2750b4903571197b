import { behind } from '../directory/resolve.js';
import type { Sql } from '../database/sql.js';
import type { People } from './touched-histories.js';

export interface CustomerKey {
  readonly organisationId: string;
  readonly customerKey: string;
}

/**
 * Holds the histories of customers for the rest of the transaction, in key order: analyzers that get interactions of one person at the same
 * time judge them one after the other, and the later one sees what the earlier one wrote. Row locks, not advisory ones: a batch of hundreds of
 * customers takes no shared memory.
 * @returns who stands behind each key now
 */
export async function lockCustomers(sql: Sql, customers: readonly CustomerKey[]): Promise<People> {
  if (customers.length === 0) return new LockedPeople([]);
  await letOthersJudge(sql, customers.map(({ organisationId }) => organisationId));
  const wanted = [customers.map(({ organisationId }) => organisationId), customers.map(({ customerKey }) => customerKey)];
  const { join, person } = behind('who', 'customer', 'c.organisation_id', 'c.customer_key');
  const keys = await sql<PersonKeys>(
    `SELECT c.organisation_id, c.customer_key, ${person} AS person,
       (SELECT coalesce(array_agg(i.ref), '{}') FROM identity AS i WHERE i.organisation_id = c.organisation_id AND i.kind = 'customer' AND i.person_ref = ${person}) AS refs
     FROM unnest($1::text[], $2::text[]) AS c (organisation_id, customer_key) ${join}`,
    wanted,
  );
  await sql(
    `INSERT INTO customer_history AS old (organisation_id, customer_key)
     SELECT organisation_id, person FROM unnest($1::text[], $2::text[]) AS c (organisation_id, person)
     GROUP BY organisation_id, person ORDER BY organisation_id COLLATE "C", person COLLATE "C"
     ON CONFLICT ON CONSTRAINT customer_history_pk DO UPDATE SET customer_key = excluded.customer_key WHERE false`,
    [keys.map((row) => row.organisation_id), keys.map((row) => row.person)],
  );
  return new LockedPeople(keys);
}

// Who stands behind a ref must not change between looking and committing: the other half of a person would be judged without this one.
const lockName = (organisationId: string): string => `diapason histories ${organisationId}`;

/** Keeps persons as they are for the rest of the transaction; any number of transactions may. */
export const letOthersJudge = async (sql: Sql, organisationIds: readonly string[]): Promise<unknown> =>
  sql('SELECT pg_advisory_xact_lock_shared(hashtextextended(name, 0)) FROM unnest($1::text[]) AS l (name)', [[...new Set(organisationIds)].sort().map(lockName)]);

/** Waits until no history is being judged, and keeps it so for the rest of the transaction: before refs are merged or split, or other rules hold. */
export const letNobodyJudge = async (sql: Sql, organisationId: string): Promise<unknown> => sql('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [lockName(organisationId)]);

/** Takes rows to lock away that were made for customers of whom nothing was kept after all: a ref would be left of who was erased. */
export async function forgetLocks(sql: Sql, customers: readonly CustomerKey[]): Promise<void> {
  if (customers.length === 0) return;
  await sql(
    `DELETE FROM customer_history AS h USING unnest($1::text[], $2::text[]) AS c (organisation_id, customer_key)
     WHERE h.organisation_id = c.organisation_id AND h.customer_key = c.customer_key
       AND NOT EXISTS (SELECT 1 FROM interaction AS i WHERE i.organisation_id = c.organisation_id AND i.customer_ref = c.customer_key)
       AND NOT EXISTS (SELECT 1 FROM reported_fact AS f WHERE f.organisation_id = c.organisation_id AND f.customer_key = c.customer_key)`,
    [customers.map(({ organisationId }) => organisationId), customers.map(({ customerKey }) => customerKey)],
  );
}

interface PersonKeys {
  organisation_id: string;
  customer_key: string;
  person: string;
  refs: string[];
}

class LockedPeople implements People {
  readonly #byKey: ReadonlyMap<string, { readonly name: string; readonly customerKeys: readonly string[] }>;

  constructor(rows: readonly PersonKeys[]) {
    this.#byKey = new Map(
      rows.map(({ organisation_id, customer_key, person, refs }) => [
        JSON.stringify([organisation_id, customer_key]),
        { name: JSON.stringify([organisation_id, person]), customerKeys: [...new Set([customer_key, ...refs])] },
      ]),
    );
  }

  personOf({ organisationId, customerKey }: CustomerKey): { readonly name: string; readonly customerKeys: readonly string[] } {
    const key = JSON.stringify([organisationId, customerKey]);
    const person = this.#byKey.get(key);
    if (person === undefined) throw new HistoryMovedError(key);
    return person;
  }
}

/** Something went to another customer between looking and locking: PostgreSQL's own code for "try the transaction again". */
export class HistoryMovedError extends Error {
  override readonly name = 'HistoryMovedError';
  readonly code = '40001';
}
