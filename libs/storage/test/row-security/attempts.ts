import { rowFor, insertInto, type Table } from './catalogue.js';

/** Something that one organisation tries on the rows of another. */
export interface Attempt {
  readonly what: string;
  readonly text: string;
  readonly values?: readonly unknown[];
}

/** Whose rows are tried for. */
export const VICTIM = 'maison-a';
/** Who tries, with rows of its own. */
export const OWN = 'maison-b';

/**
 * Each answers rows whose `organisation_id` tells whose they are, `n` how many of the victim's were seen or changed; or is
 * refused. The victim's key is known to whoever tries: it was written down somewhere.
 */
export function attemptsOn(table: Table, known: Readonly<Record<string, unknown>>): Attempt[] {
  return [...reads(table, known), ...writes(table, known)];
}

const quoted = (names: readonly string[]): string[] => names.map((name) => `"${name}"`);

function reads({ name, key }: Table, known: Readonly<Record<string, unknown>>): Attempt[] {
  const at = quoted(key).map((column, i) => `${column} = $${i + 1}`).join(' AND ') || '$1::text IS NOT NULL';
  const keys = key.length === 0 ? [VICTIM] : key.map((column) => known[column]);
  const theirs = `organisation_id = '${VICTIM}'`;
  return [
    { what: 'reads everything', text: `SELECT organisation_id FROM ${name}` },
    { what: 'asks by name', text: `SELECT organisation_id FROM ${name} WHERE ${theirs}` },
    { what: 'asks by key', text: `SELECT organisation_id FROM ${name} WHERE ${at}`, values: keys },
    { what: 'asks for others than itself', text: `SELECT organisation_id FROM ${name} WHERE organisation_id <> '${OWN}'` },
    { what: 'asks with OR true', text: `SELECT organisation_id FROM ${name} WHERE organisation_id = '${OWN}' OR true` },
    { what: 'locks', text: `SELECT organisation_id FROM ${name} FOR UPDATE` },
    { what: 'counts', text: `SELECT count(*)::int AS n FROM ${name} WHERE ${theirs}` },
    { what: 'asks whether there is one', text: `SELECT (EXISTS (SELECT 1 FROM ${name} WHERE ${at}))::int AS n`, values: keys },
    { what: 'reads the last', text: `SELECT max(organisation_id) FILTER (WHERE ${theirs}) AS organisation_id FROM ${name} HAVING max(organisation_id) FILTER (WHERE ${theirs}) IS NOT NULL` },
    { what: 'joins it with itself', text: `SELECT b.organisation_id FROM ${name} AS a JOIN ${name} AS b ON true LIMIT 1000` },
    { what: 'joins from a list of names', text: `SELECT t.organisation_id FROM unnest('{${VICTIM},${OWN}}'::text[]) AS o (id) LEFT JOIN ${name} AS t ON t.organisation_id = o.id WHERE t.organisation_id IS NOT NULL` },
    { what: 'reads in a WITH', text: `WITH t AS MATERIALIZED (SELECT * FROM ${name}) SELECT organisation_id FROM t` },
    { what: 'reads in a UNION', text: `SELECT NULL::text AS organisation_id WHERE false UNION ALL SELECT organisation_id FROM ${name}` },
    { what: 'takes a row whole', text: `SELECT t.organisation_id, t::text FROM ${name} AS t WHERE t::text LIKE '%${VICTIM}%'` },
    { what: 'is told by an error', text: `SELECT 0 AS n FROM ${name} WHERE 1 / (CASE WHEN ${theirs} THEN 0 ELSE 1 END) > 1` },
    { what: 'is told by statistics', text: `SELECT count(*)::int AS n FROM pg_stats WHERE tablename = '${name}' AND most_common_vals::text LIKE '%${VICTIM}%'` },
    { what: 'switches row security off', text: `WITH off AS (SELECT set_config('row_security', 'off', true)) SELECT t.organisation_id FROM off, ${name} AS t` },
  ];
}

function writes(table: Table, known: Readonly<Record<string, unknown>>): Attempt[] {
  const { name, key, columns } = table;
  const theirs = `organisation_id = '${VICTIM}'`;
  const other = columns.find((column) => !key.includes(column.name) && !column.made)?.name ?? key.at(-1) ?? 'organisation_id';
  const fresh = rowFor(table, VICTIM);
  const again = { names: fresh.names, values: fresh.names.map((column, i) => known[column.slice(1, -1)] ?? fresh.values[i]) };
  const set = `"${other}" = t."${other}"`;
  return [
    { what: 'inserts for another', text: insertInto(name, fresh.names), values: fresh.values },
    { what: 'inserts over a row of another', text: `${insertInto(name, again.names)} ON CONFLICT DO NOTHING RETURNING organisation_id`, values: again.values },
    ...(key.length === 0 ? [] : [{ what: 'upserts a row of another', text: `${insertInto(name, again.names)} ON CONFLICT (${quoted(key).join(', ')}) DO UPDATE SET "${other}" = excluded."${other}" RETURNING organisation_id`, values: again.values }]),
    { what: 'copies its rows to another', text: `INSERT INTO ${name} (${fresh.names.join(', ')}) SELECT ${fresh.names.map((column) => (column === '"organisation_id"' ? `'${VICTIM}'` : column)).join(', ')} FROM ${name} RETURNING organisation_id` },
    { what: 'takes rows of another as its own', text: `INSERT INTO ${name} (${fresh.names.join(', ')}) SELECT ${fresh.names.map((column) => (column === '"organisation_id"' ? `'${OWN}'` : column)).join(', ')} FROM ${name} WHERE ${theirs} RETURNING '${VICTIM}' AS organisation_id` },
    { what: 'changes rows of another', text: `WITH t AS (UPDATE ${name} AS t SET ${set} WHERE ${theirs} RETURNING organisation_id) SELECT count(*)::int AS n FROM t` },
    { what: 'changes every row', text: `WITH t AS (UPDATE ${name} AS t SET ${set} RETURNING organisation_id) SELECT count(*) FILTER (WHERE ${theirs})::int AS n FROM t` },
    { what: 'moves its rows to another', text: `WITH t AS (UPDATE ${name} SET organisation_id = '${VICTIM}' RETURNING organisation_id) SELECT count(*)::int AS n FROM t` },
    { what: 'moves rows of another to itself', text: `WITH t AS (UPDATE ${name} SET organisation_id = '${OWN}' WHERE ${theirs} RETURNING organisation_id) SELECT count(*)::int AS n FROM t` },
    { what: 'changes by a join', text: `WITH t AS (UPDATE ${name} AS t SET ${set} FROM (VALUES ('${VICTIM}')) AS o (id) WHERE t.organisation_id = o.id RETURNING 1) SELECT count(*)::int AS n FROM t` },
    { what: 'deletes rows of another', text: `WITH t AS (DELETE FROM ${name} WHERE ${theirs} RETURNING 1) SELECT count(*)::int AS n FROM t` },
    { what: 'deletes every row', text: `WITH t AS (DELETE FROM ${name} RETURNING organisation_id) SELECT count(*) FILTER (WHERE ${theirs})::int AS n FROM t` },
    { what: 'merges', text: `MERGE INTO ${name} AS t USING (VALUES ('${VICTIM}')) AS o (id) ON t.organisation_id = o.id WHEN MATCHED THEN DELETE WHEN NOT MATCHED THEN INSERT (${again.names.join(', ')}) VALUES (${again.names.map((_, i) => `$${i + 1}`).join(', ')})`, values: again.values },
    { what: 'empties', text: `TRUNCATE ${name} CASCADE` },
    { what: 'takes the protection away', text: `ALTER TABLE ${name} NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY` },
    { what: 'adds a policy', text: `CREATE POLICY open ON ${name} USING (true)` },
    { what: 'writes from a file', text: `COPY ${name} FROM STDIN` },
  ];
}
