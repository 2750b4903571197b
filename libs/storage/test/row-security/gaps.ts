import type { Sql } from '../../src/database/sql.js';
import { accessTo, OF_A_BI_VIEW, OF_NO_ORGANISATION } from '../../src/protection/access.js';
import { ROLES } from '../../src/protection/roles.js';

/**
 * Everything in a database through which one organisation might see or touch another's rows, one line each, in words that
 * tell who added a table what is missing.
 */
export async function findGaps(sql: Sql): Promise<string[]> {
  const gaps: string[] = [];
  for (const find of [gapsOfTables, gapsOfPolicies, gapsOfGrants, gapsOfKeys, gapsOfRoutines]) gaps.push(...(await find(sql)));
  return gaps.sort();
}

const IN_SCHEMA = 'c.relnamespace = current_schema()::regnamespace';

async function gapsOfTables(sql: Sql): Promise<string[]> {
  const tables = await sql<{ name: string; of_organisation: boolean; on: boolean; forced: boolean; nullable: boolean }>(
    `SELECT c.relname AS name, a.attnum IS NOT NULL AS of_organisation, c.relrowsecurity AS on, c.relforcerowsecurity AS forced, NOT coalesce(a.attnotnull, true) AS nullable
     FROM pg_class AS c LEFT JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attname = 'organisation_id' AND NOT a.attisdropped
     WHERE c.relkind IN ('r', 'p') AND ${IN_SCHEMA}`,
  );
  return tables.flatMap(({ name, of_organisation, on, forced, nullable }) => {
    if (!of_organisation) return OF_NO_ORGANISATION[name] === undefined ? [`${name}: has no organisation_id and is not in OF_NO_ORGANISATION (libs/storage/src/protection/access.ts)`] : [];
    return [...(on ? [] : [`${name}: row-level security is off`]), ...(forced ? [] : [`${name}: row-level security is not forced`]), ...(nullable ? [`${name}: organisation_id may be null`] : [])];
  });
}

/** Every policy there is, as PostgreSQL writes it; one more, or one in other words, would add rows. */
const ROWS: Readonly<Record<string, string>> = {
  diapason_app: `(organisation_id = NULLIF(current_setting('diapason.organisation'::text, true), ''::text))`,
  diapason_batch: `(organisation_id = ANY (( SELECT (NULLIF(current_setting('diapason.organisations'::text, true), ''::text))::text[] AS "nullif")::text[]))`,
  diapason_jobs: `(CURRENT_USER = 'diapason_jobs'::name)`,
  diapason_bi: `(organisation_id = ( SELECT l.organisation_id FROM bi_login l WHERE (l.login = SESSION_USER)))`,
  diapason_maintenance: `(current_setting('diapason.maintenance'::text, true) = 'on'::text)`,
};

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ');

async function gapsOfPolicies(sql: Sql): Promise<string[]> {
  const policies = await sql<{ table: string; name: string; roles: string[]; owner: string; rows: string; check: string; cmd: string }>(
    `SELECT c.relname AS table, p.polname AS name, ARRAY(SELECT CASE r WHEN 0 THEN 'public' ELSE pg_get_userbyid(r) END FROM unnest(p.polroles) AS r)::text[] AS roles, pg_get_userbyid(c.relowner) AS owner,
       pg_get_expr(p.polqual, p.polrelid) AS rows, coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '') AS check, p.polcmd AS cmd
     FROM pg_policy AS p JOIN pg_class AS c ON c.oid = p.polrelid WHERE ${IN_SCHEMA}`,
  );
  const wrong = policies.flatMap(({ table, name, roles, owner: holder, rows, check, cmd }) => {
    const expected = table === 'bi_login' && name === 'diapason_bi' ? '(login = SESSION_USER)' : ROWS[name];
    if (expected === undefined) return [`${table}: unknown policy ${name}`];
    const asExpected = plain(rows) === expected && plain(check) === expected && cmd === '*' && String(roles) === (name === 'diapason_maintenance' ? holder : name);
    const mayAll = (name !== 'diapason_jobs' && name !== 'diapason_bi') || accessTo(table, true)[name] !== undefined;
    return asExpected && mayAll ? [] : [`${table}: policy ${name} is not what it should be: ${String(roles)} ${cmd} ${plain(rows)} / ${plain(check)}`];
  });
  const there = new Set(policies.map(({ table, name }) => `${table} ${name}`));
  const granted = await sql<{ table: string; role: string }>(
    `SELECT c.relname AS table, role FROM pg_class AS c, unnest($1::name[]) AS r (role)
     WHERE c.relkind IN ('r', 'p') AND ${IN_SCHEMA} AND c.relrowsecurity AND (has_any_column_privilege(role, c.oid, 'SELECT, INSERT, UPDATE') OR has_table_privilege(role, c.oid, 'DELETE'))`,
    [ROLES],
  );
  return [...wrong, ...granted.filter(({ table, role }) => !there.has(`${table} ${role}`)).map(({ table, role }) => `${table}: no policy for ${role}`)];
}

/** Privileges that a role has and accessTo does not give it: TRUNCATE, say, which asks no policy. */
async function gapsOfGrants(sql: Sql): Promise<string[]> {
  const granted = await sql<{ table: string; is_view: boolean; of_organisation: boolean; role: string; privilege: string; whole: boolean }>(
    `SELECT c.relname AS table, c.relkind = 'v' AS is_view, EXISTS (SELECT 1 FROM pg_attribute AS a WHERE a.attrelid = c.oid AND a.attname = 'organisation_id' AND NOT a.attisdropped) AS of_organisation,
       role, privilege, has_table_privilege(role, c.oid, privilege) AS whole
     FROM pg_class AS c, unnest($1::name[]) AS r (role), unnest('{SELECT,INSERT,UPDATE,DELETE,TRUNCATE,REFERENCES,TRIGGER}'::text[]) AS p (privilege)
     WHERE c.relkind IN ('r', 'p', 'v') AND ${IN_SCHEMA}
       AND (has_table_privilege(role, c.oid, privilege) OR (privilege NOT IN ('DELETE', 'TRUNCATE', 'TRIGGER') AND has_any_column_privilege(role, c.oid, privilege)))`,
    [[...ROLES, 'public']],
  );
  return granted.flatMap(({ table, is_view, of_organisation, role, privilege, whole }) => {
    const access = is_view ? (table.startsWith('bi_') ? OF_A_BI_VIEW : {}) : accessTo(table, of_organisation);
    const given = Object.entries(access).find(([name]) => name === role)?.[1] ?? [];
    const isGiven = whole ? given.includes(privilege) : given.some((one) => one.startsWith(`${privilege} (`));
    return isGiven ? [] : [`${table}: ${role} has ${privilege}, which accessTo does not give`];
  });
}

/** A key between tables of organisations stays within one: PostgreSQL checks and cascades past row-level security. */
async function gapsOfKeys(sql: Sql): Promise<string[]> {
  const keys = await sql<{ key: string }>(
    `SELECT conrelid::regclass || '.' || conname AS key FROM pg_constraint AS k
     JOIN pg_attribute AS a ON a.attrelid = k.conrelid AND a.attname = 'organisation_id'
     JOIN pg_attribute AS b ON b.attrelid = k.confrelid AND b.attname = 'organisation_id'
     WHERE k.contype = 'f' AND NOT EXISTS (SELECT 1 FROM unnest(k.conkey, k.confkey) AS pair (here, there) WHERE here = a.attnum AND there = b.attnum)`,
  );
  return keys.map(({ key }) => `${key}: a foreign key without organisation_id may lead to another organisation`);
}

/** Whatever runs with its owner's rights looks past the caller's policies. */
async function gapsOfRoutines(sql: Sql): Promise<string[]> {
  const views = await sql<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class AS c WHERE ${IN_SCHEMA} AND c.relkind = 'v'
       AND NOT coalesce(c.reloptions::text ~ 'security_invoker=(true|on|1)', false)`,
  );
  const kept = await sql<{ name: string }>(`SELECT c.relname AS name FROM pg_class AS c WHERE ${IN_SCHEMA} AND c.relkind = 'm'`);
  const functions = await sql<{ name: string }>(`SELECT p.oid::regprocedure::text AS name FROM pg_proc AS p WHERE p.pronamespace = current_schema()::regnamespace AND p.prosecdef`);
  return [
    ...views.map(({ name }) => `${name}: a view needs WITH (security_invoker = true)`),
    ...kept.map(({ name }) => `${name}: a materialized view cannot be held to policies`),
    ...functions.map(({ name }) => `${name}: a SECURITY DEFINER function looks past policies`),
  ];
}
