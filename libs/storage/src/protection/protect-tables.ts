import type { Sql } from '../database/sql.js';
import { accessTo, type Access, OF_A_BI_VIEW } from './access.js';
import { policiesOf } from './policies.js';
import { BI_ROLE, ROLES, type Role } from './roles.js';

interface TableState {
  /** Quoted where it must be. */
  name: string;
  plain_name: string;
  owner: string;
  of_organisation: boolean;
  forced: boolean;
  /** What the comment of each policy says, by its name. */
  policies: Readonly<Record<string, string>>;
  /** `role PRIVILEGE` of what is granted on the table or on columns of it. */
  granted: string[];
}

/**
 * Brings row-level security, policies and grants of every table to what `accessTo` says of it. Tables that have it all are not
 * touched, so that a start takes no lock. Runs with the migrations, as their user.
 */
export async function protectTables(sql: Sql): Promise<void> {
  await sql(`DO $$ BEGIN EXECUTE format('GRANT USAGE ON SCHEMA %I TO ${ROLES.join(', ')}', current_schema()); END $$`);
  for (const table of await readTables(sql)) {
    for (const statement of missing(table)) await sql(statement);
  }
  for (const { name } of await closedBiViews(sql)) await sql(`GRANT ${OF_A_BI_VIEW[BI_ROLE]!.join(', ')} ON ${name} TO ${BI_ROLE}`);
}

/** Views for BI tools that their role may not read yet. */
const closedBiViews = (sql: Sql): Promise<{ name: string }[]> =>
  sql(
    `SELECT quote_ident(c.relname) AS name FROM pg_class AS c
     WHERE c.relkind = 'v' AND c.relname LIKE 'bi\\_%' AND c.relnamespace = current_schema()::regnamespace
       AND c.relowner = (SELECT relowner FROM pg_class WHERE oid = 'organisation'::regclass) AND NOT has_table_privilege($1, c.oid, 'SELECT')
     ORDER BY 1`,
    [BI_ROLE],
  );

/** The tables that belong to whoever owns ours: an extension's or somebody else's are not ours to change. */
const readTables = (sql: Sql): Promise<TableState[]> =>
  sql<TableState>(
    `SELECT quote_ident(c.relname) AS name, c.relname AS plain_name, quote_ident(pg_get_userbyid(c.relowner)) AS owner,
       c.relrowsecurity AND c.relforcerowsecurity AS forced,
       EXISTS (SELECT 1 FROM pg_attribute AS a WHERE a.attrelid = c.oid AND a.attname = 'organisation_id' AND NOT a.attisdropped) AS of_organisation,
       (SELECT coalesce(jsonb_object_agg(p.polname, obj_description(p.oid, 'pg_policy')), '{}') FROM pg_policy AS p WHERE p.polrelid = c.oid) AS policies,
       ARRAY(SELECT role || ' ' || privilege FROM unnest($1::name[]) AS r (role), unnest('{SELECT,INSERT,UPDATE,DELETE}'::text[]) AS p (privilege)
         WHERE has_table_privilege(role, c.oid, privilege) OR (privilege <> 'DELETE' AND has_any_column_privilege(role, c.oid, privilege))) AS granted
     FROM pg_class AS c
     WHERE c.relkind IN ('r', 'p') AND c.relnamespace = current_schema()::regnamespace AND c.relowner = (SELECT relowner FROM pg_class WHERE oid = 'organisation'::regclass)
     ORDER BY c.relname`,
    [ROLES],
  );

function missing({ name, plain_name, owner, of_organisation, forced, policies, granted }: TableState): string[] {
  const access = accessTo(plain_name, of_organisation);
  const statements = grantsOf(name, access, new Set(granted));
  if (!of_organisation) return statements;
  const wanted = policiesOf(name, owner, ROLES.filter((role) => access[role] !== undefined));
  return [
    // The lock before all else: whoever reads meanwhile waits, and then sees a protected table.
    ...(forced ? [] : [`ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY`]),
    ...wanted.filter(({ name: policy, rows }) => policies[policy] !== rows).flatMap((policy) => policy.statements),
    ...statements,
  ];
}

function grantsOf(table: string, access: Access, granted: ReadonlySet<string>): string[] {
  return ROLES.flatMap((role: Role) => {
    const lacking = (access[role] ?? []).filter((privilege) => !granted.has(`${role} ${privilege.split(' ')[0]}`));
    return lacking.length === 0 ? [] : [`GRANT ${lacking.join(', ')} ON ${table} TO ${role}`, ...(lacking.includes('INSERT') ? [grantSequences(table, role)] : [])];
  });
}

/** The numbers that a table's columns count by themselves. */
const grantSequences = (table: string, role: Role): string =>
  `DO $$ DECLARE name text; BEGIN
     FOR name IN SELECT d.objid::regclass::text FROM pg_depend AS d JOIN pg_class AS s ON s.oid = d.objid AND s.relkind = 'S'
       WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.refobjid = '${table.replaceAll("'", "''")}'::regclass AND d.deptype IN ('a', 'i')
     LOOP EXECUTE 'GRANT USAGE ON SEQUENCE ' || name || ' TO ${role}'; END LOOP;
   END $$`;
