import type { InteractionFacts, JournalEntry } from '#domain';
import { insertRows, type Sql } from '../database/sql.js';

/** Key columns and counters of a view that adds up; types of the key columns as PostgreSQL names them. */
export interface TallyTable {
  readonly table: string;
  readonly key: Readonly<Record<string, string>>;
  readonly counters: readonly string[];
}

/** What one interaction adds to one row: who the row is about, and its counters. */
export interface TallyRow<T extends TallyTable = TallyTable> {
  readonly key: Readonly<Record<keyof T['key'], string>>;
  readonly counts: Readonly<Record<T['counters'][number], number>>;
}

/** The CREATE TABLE statement of a tally: text sorts by bytes, counters start at 0. */
export function createTally({ table, key, counters }: TallyTable): string {
  const lines = [
    ...Object.entries(key).map(([name, type]) => `${name} ${type}${type === 'text' ? ' COLLATE "C"' : ''} NOT NULL`),
    ...counters.map((name) => `${name} bigint NOT NULL`),
    `CONSTRAINT ${table}_pk PRIMARY KEY (${Object.keys(key).join(', ')})`,
  ];
  return `CREATE TABLE ${table} (${lines.join(', ')})`;
}

/**
 * Adds what each interaction contributes, and takes back what was superseded. Sums do not depend on the order of
 * entries, and rows that came to nothing are removed: a rebuild gives the same rows.
 */
export async function applyTally<T extends TallyTable>(
  sql: Sql,
  { table, key, counters }: T,
  entries: readonly JournalEntry[],
  rowsOf: (facts: InteractionFacts, organisationId: string) => readonly TallyRow<T>[],
): Promise<void> {
  const keys = Object.keys(key);
  const sums = new Map<string, Record<string, string | number>>();
  for (const entry of entries) {
    for (const { facts: whole, sign } of changesOf(entry)) {
      const facts = { ...whole, findings: whole.findings.filter(({ observed }) => observed !== true) };
      // A customer's own mail, say: no agent could have done well or badly in it, and it must not thin the rates.
      if (!facts.agentSpoke) continue;
      for (const row of rowsOf(facts, entry.organisationId)) {
        const id = JSON.stringify(Object.values(row.key));
        const sum = sums.get(id) ?? { ...row.key };
        for (const [name, count] of Object.entries<number>(row.counts)) sum[name] = Number(sum[name] ?? 0) + sign * count;
        sums.set(id, sum);
      }
    }
  }
  const rows = [...sums.values()].filter((row) => counters.some((name) => row[name] !== 0));
  if (rows.length === 0) return;
  const types = { ...key, ...Object.fromEntries(counters.map((name) => [name, 'bigint'])) };
  await insertRows(sql, `${table} AS old`, types, rows, {
    orderBy: keys,
    tail: `ON CONFLICT ON CONSTRAINT ${table}_pk DO UPDATE
      SET ${counters.map((name) => `${name} = old.${name} + excluded.${name}`).join(', ')}`,
  });
  await sql(
    `DELETE FROM ${table} WHERE (${keys.join(', ')}) IN
       (SELECT * FROM unnest(${keys.map((name, i) => `$${i + 1}::${key[name]}[]`).join(', ')}))
     AND ${counters.map((name) => `${name} = 0`).join(' AND ')}`,
    keys.map((name) => rows.map((row) => row[name])),
  );
}

interface Change {
  readonly facts: InteractionFacts;
  readonly sign: 1 | -1;
}

/** What an entry adds to the figures, and what it takes back. */
function changesOf({ type, payload }: JournalEntry): Change[] {
  if (type === 'interaction.analysed') return [{ facts: payload, sign: 1 }];
  if (type === 'interaction.superseded') return [{ facts: payload, sign: -1 }];
  if (type === 'interaction.recounted' || type === 'finding.reviewed' || type === 'finding.disputed' || type === 'finding.added' || type === 'finding.removed') return [{ facts: payload.before, sign: -1 }, { facts: payload.after, sign: 1 }];
  return [];
}
