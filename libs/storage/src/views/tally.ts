import type { InteractionFacts, JournalEntry } from '#domain';
import type { Sql } from '../database/sql.js';
import { firstDayOf, type Span, tableBy } from './spans.js';

/** Key columns and counters of a view that adds up; types of the key columns as PostgreSQL names them. */
export interface TallyTable {
  readonly table: string;
  readonly key: Readonly<Record<string, string>>;
  readonly counters: readonly string[];
  /** What the rows of days (`table` ends in `_day`, the key has `day`) are kept together by too, in the same transaction. */
  readonly spans?: readonly Span[];
}

/** What one interaction adds to one row: who the row is about, and its counters. */
export interface TallyRow<T extends TallyTable = TallyTable> {
  readonly key: Readonly<Record<keyof T['key'], string>>;
  readonly counts: Readonly<Record<T['counters'][number], number>>;
}

/** What an entry adds to the figures, and what it takes back: facts whose findings of observed rules are left out. */
export interface Change {
  readonly organisationId: string;
  readonly facts: InteractionFacts;
  readonly sign: 1 | -1;
}

/** A row's key and counters, in the order of the table's: a record per row would cost most of the projector's time. */
interface Sum {
  readonly key: readonly string[];
  readonly counts: number[];
}
type Sums = Map<string, Sum>;

/** CREATE TABLE and CREATE INDEX statements of a tally, by day and by its spans: text sorts by bytes. With `byDay` an index finds the rows of some days. */
export function createTally(tally: TallyTable, { byDay }: { readonly byDay: boolean }): string[] {
  return [tally.table, ...(tally.spans ?? []).map((span) => tableBy(tally, span))].flatMap((table) => {
    const lines = [
      ...Object.entries(tally.key).map(([name, type]) => `${name} ${type}${type === 'text' ? ' COLLATE "C"' : ''} NOT NULL`),
      ...tally.counters.map((name) => `${name} integer NOT NULL`),
      `CONSTRAINT ${table}_pk PRIMARY KEY (${Object.keys(tally.key).join(', ')})`,
    ];
    return [`CREATE TABLE ${table} (${lines.join(', ')})`, ...(byDay ? [`CREATE INDEX ${table}_by_day ON ${table} (organisation_id, day)`] : [])];
  });
}

/** Every change that entries make, in order. A customer's own mail, say, is none: no agent could have done well or badly in it, and it must not thin the rates. */
export function changesOf(entries: readonly JournalEntry[]): Change[] {
  return entries.flatMap((entry) =>
    signed(entry).flatMap(([sign, facts]): Change[] =>
      facts.agentSpoke ? [{ organisationId: entry.organisationId, sign, facts: { ...facts, findings: facts.findings.filter(({ observed }) => observed !== true) } }] : [],
    ),
  );
}

function signed({ type, payload }: JournalEntry): [sign: 1 | -1, facts: InteractionFacts][] {
  if (type === 'interaction.analysed') return [[1, payload]];
  if (type === 'interaction.superseded') return [[-1, payload]];
  if (type === 'interaction.passed') return payload.before === null ? [[1, payload.after]] : [[-1, payload.before], [1, payload.after]];
  if (type === 'interaction.recounted' || type === 'finding.reviewed' || type === 'finding.disputed' || type === 'finding.added' || type === 'finding.removed') return [[-1, payload.before], [1, payload.after]];
  return [];
}

/**
 * Adds what each interaction contributes, and takes back what was superseded. Sums do not depend on the order of
 * entries, and rows that came to nothing are removed: a rebuild gives the same rows.
 */
export async function applyTally<T extends TallyTable>(sql: Sql, tally: T, changes: readonly Change[], rowsOf: (facts: InteractionFacts, organisationId: string) => readonly TallyRow<T>[]): Promise<void> {
  const keys = Object.keys(tally.key);
  const sums: Sums = new Map();
  for (const { organisationId, facts, sign } of changes) {
    for (const row of rowsOf(facts, organisationId)) {
      const [key, counts]: [Readonly<Record<string, string>>, Readonly<Record<string, number>>] = [row.key, row.counts];
      add(sums, keys.map((name) => key[name]!), tally.counters.map((name) => sign * counts[name]!));
    }
  }
  await write(sql, tally, tally.table, sums);
  for (const span of tally.spans ?? []) await write(sql, tally, tableBy(tally, span), together(keys.indexOf('day'), sums, span));
}

/** Sums of days as sums of weeks or months. */
function together(day: number, days: Sums, span: Span): Sums {
  const sums: Sums = new Map();
  for (const { key, counts } of days.values()) add(sums, key.with(day, firstDayOf(span, key[day]!)), counts);
  return sums;
}

function add(sums: Sums, key: readonly string[], counts: readonly number[]): void {
  const id = key.join('\0');
  const sum = sums.get(id);
  if (sum === undefined) sums.set(id, { key, counts: [...counts] });
  else for (let i = 0; i < counts.length; i++) sum.counts[i]! += counts[i]!;
}

async function write(sql: Sql, { key, counters }: TallyTable, table: string, sums: Sums): Promise<void> {
  const rows = [...sums.values()].filter(({ counts }) => counts.some((count) => count !== 0));
  if (rows.length === 0) return;
  const keys = Object.keys(key);
  const columns = [...keys, ...counters].join(', ');
  const types = [...Object.values(key), ...counters.map(() => 'integer')];
  const zero = counters.map((name) => `v.${name} = 0`).join(' AND ');
  // In key order, so that two writers never wait for each other crosswise. Few rows come to nothing: to look for all that were written would
  // cost as much again as to write them.
  const gone = await sql<Record<string, string>>(
    `WITH written AS (
       INSERT INTO ${table} AS v (${columns}) SELECT ${columns} FROM unnest(${types.map((type, i) => `$${i + 1}::${type}[]`).join(', ')}) AS r (${columns}) ORDER BY ${keys.join(', ')}
       ON CONFLICT ON CONSTRAINT ${table}_pk DO UPDATE SET ${counters.map((name) => `${name} = v.${name} + excluded.${name}`).join(', ')}
       RETURNING ${keys.map((name) => `v.${name}::text AS ${name}`).join(', ')}, ${zero} AS is_nothing)
     SELECT ${keys.join(', ')} FROM written WHERE is_nothing`,
    // Numbers as the array's text: the driver would look for what to escape in each.
    [...keys.map((_, i) => rows.map((row) => row.key[i])), ...counters.map((_, i) => `{${rows.map(({ counts }) => counts[i]).join(',')}}`)],
  );
  if (gone.length === 0) return;
  await sql(
    `DELETE FROM ${table} AS v WHERE (${keys.join(', ')}) IN (SELECT * FROM unnest(${keys.map((name, i) => `$${i + 1}::${key[name]}[]`).join(', ')})) AND ${zero}`,
    keys.map((name) => gone.map((row) => row[name])),
  );
}
