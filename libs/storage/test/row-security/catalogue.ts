import type { DataSource } from 'typeorm';

/** A table as PostgreSQL's own catalogue has it. */
export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  /** Columns of the primary key. */
  readonly key: readonly string[];
}

interface Column {
  readonly name: string;
  readonly type: string;
  /** PostgreSQL makes the value itself. */
  readonly made: boolean;
}

/** Every table of the schema that belongs to organisations, whoever added it. */
export async function organisationTables(owner: DataSource): Promise<Table[]> {
  const rows: { name: string; columns: Column[]; key: string[] }[] = await owner.query(
    `SELECT c.relname AS name,
       (SELECT jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, NULL), 'made', a.attidentity <> '' OR a.attgenerated <> '') ORDER BY a.attnum)
          FROM pg_attribute AS a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
       (SELECT jsonb_agg(a.attname) FROM pg_index AS i JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = ANY(i.indkey) WHERE i.indrelid = c.oid AND i.indisprimary) AS key
     FROM pg_class AS c
     WHERE c.relkind IN ('r', 'p') AND c.relnamespace = current_schema()::regnamespace
       AND EXISTS (SELECT 1 FROM pg_attribute AS a WHERE a.attrelid = c.oid AND a.attname = 'organisation_id' AND NOT a.attisdropped)
     ORDER BY c.relname`,
  );
  return rows;
}

let count = 0;

/** A value of each type that a column may have; a new one is to be taught here. */
const VALUES: Readonly<Record<string, () => unknown>> = {
  text: () => `texte-${++count}`,
  uuid: () => crypto.randomUUID(),
  bigint: () => ++count,
  integer: () => ++count,
  smallint: () => ++count,
  numeric: () => ++count,
  'double precision': () => ++count,
  real: () => ++count,
  boolean: () => true,
  date: () => '2026-10-14',
  'timestamp with time zone': () => new Date(1_790_000_000_000 + ++count * 1000).toISOString(),
  jsonb: () => '{}',
  json: () => '{}',
  bytea: () => Buffer.from(`octets-${++count}`),
  xid8: () => String(++count),
  interval: () => '1 day',
  'text[]': () => ['un'],
  'integer[]': () => [1],
  'uuid[]': () => [crypto.randomUUID()],
};

/** The columns that a row names, and its values. */
export function rowFor({ name, columns }: Table, organisation: string): { names: string[]; values: unknown[] } {
  const given = columns.filter(({ made }) => !made);
  return {
    names: given.map((column) => `"${column.name}"`),
    values: given.map((column) => {
      if (column.name === 'organisation_id') return organisation;
      const make = VALUES[column.type];
      if (make === undefined) throw new Error(`${name}.${column.name}: teach VALUES what a ${column.type} looks like`);
      return make();
    }),
  };
}

export const insertInto = (table: string, names: readonly string[]): string => `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((_, i) => `$${i + 1}`).join(', ')})`;

/**
 * Puts rows of each organisation into every table. What a value may be (checks, foreign keys) is beside the point here and
 * would have to be known table by table: it is switched off, in this database.
 */
export async function plant(owner: DataSource, tables: readonly Table[], organisations: readonly string[], rows: number): Promise<void> {
  const checks: { name: string; check: string }[] = await owner.query(`SELECT conrelid::regclass::text AS name, quote_ident(conname) AS check FROM pg_constraint WHERE contype = 'c' AND connamespace = current_schema()::regnamespace`);
  for (const { name, check } of checks) await owner.query(`ALTER TABLE ${name} DROP CONSTRAINT ${check}`);
  await owner.transaction(async (manager) => {
    await manager.query(`SET LOCAL session_replication_role = replica`);
    for (const table of tables) {
      for (const organisation of organisations) {
        const hasOneRow = table.key.length === 1;
        for (let n = 0; n < (hasOneRow ? 1 : rows); n++) {
          const { names, values } = rowFor(table, organisation);
          await manager.query(insertInto(table.name, names), values);
        }
      }
    }
  });
}

/** What an organisation has in every table, as one text each: it changes with any byte of it. */
export async function fingerprints(owner: DataSource, tables: readonly Table[], organisation: string): Promise<Record<string, string>> {
  const prints: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await owner.query(`SELECT count(*) || ' ' || md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS print FROM ${name} AS t WHERE organisation_id = $1`, [organisation]);
    prints[name] = row.print;
  }
  return prints;
}
