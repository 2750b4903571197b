import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { withOptions } from '../database/session-options.js';
import { type Sql, sqlState } from '../database/sql.js';
import { MAINTENANCE } from '../protection/policies.js';
import { BI_ROLE, DatabaseRightsError, quoted } from '../protection/roles.js';
import { appendToJournal } from '../write/journal.js';

const NO_RIGHT = '42501';

/** A login of PostgreSQL that reads the views `bi_*` of one organisation. */
export interface BiLogin {
  readonly login: string;
  readonly organisationId: string;
  readonly createdAt: Date;
}

/** Logins that a BI tool uses. The others of the server are not ours: a name that is there already and not in our list is refused. */
export class BiAccess {
  /** @param url of the tables' owner */
  constructor(private readonly url: string) {}

  /** Those there are, by name. */
  list(): Promise<BiLogin[]> {
    return this.inTransaction((sql) => sql<BiLogin>('SELECT login, organisation_id AS "organisationId", created_at AS "createdAt" FROM bi_login ORDER BY login'));
  }

  /**
   * Makes a login that reads an organisation's figures and nothing else. Its password is told here and never again.
   * @returns null when the server has a login of that name
   * @throws DatabaseRightsError with the SQL for an administrator where our user may not make logins
   */
  grant(organisationId: string, login: string, by: string): Promise<{ readonly password: string } | null> {
    const password = randomBytes(24).toString('base64url');
    return this.inTransaction(async (sql) => {
      const taken = await sql('SELECT 1 FROM pg_roles WHERE rolname = $1 UNION ALL SELECT 1 FROM bi_login WHERE login = $1', [login]);
      if (taken.length > 0) return null;
      await sql('INSERT INTO bi_login (organisation_id, login) VALUES ($1, $2)', [organisationId, login]);
      await appendToJournal(sql, [{ organisationId, type: 'bi-login.granted', payload: { login, by } }]);
      for (const statement of granting(login, password)) await sql(statement);
      return { password };
    }, granting(login, '…'));
  }

  /** Takes the login away; a session that is open sees no row from then on. False when it is none of ours. */
  revoke(login: string, by: string): Promise<boolean> {
    const statements = [`REVOKE ${BI_ROLE} FROM ${quoted(login)}`, `DROP ROLE ${quoted(login)}`];
    return this.inTransaction(async (sql) => {
      const [gone] = await sql<{ organisation_id: string }>('DELETE FROM bi_login WHERE login = $1 RETURNING organisation_id', [login]);
      if (gone === undefined) return false;
      await appendToJournal(sql, [{ organisationId: gone.organisation_id, type: 'bi-login.revoked', payload: { login, by } }]);
      // A database restored on another server: the login has stayed behind.
      const there = await sql('SELECT 1 FROM pg_roles WHERE rolname = $1', [login]);
      for (const statement of there.length === 0 ? [] : statements) await sql(statement);
      return true;
    }, statements);
  }

  private async inTransaction<T>(work: (sql: Sql) => Promise<T>, forAnAdministrator: readonly string[] = []): Promise<T> {
    const client = new Client({ connectionString: withOptions(this.url, `-c ${MAINTENANCE}=on`) });
    await client.connect();
    try {
      await client.query('BEGIN');
      const done = await work(async (text, values = []) => (await client.query(text, [...values])).rows);
      await client.query('COMMIT');
      return done;
    } catch (error) {
      if (sqlState(error) !== NO_RIGHT || forAnAdministrator.length === 0) throw error;
      const text = ['Base de données : cet utilisateur n’a pas le droit de gérer des comptes de lecture (docs/bi.md). Il lui faudrait CREATEROLE et le rôle ' + BI_ROLE + ' avec ADMIN OPTION, pour exécuter :', '', ...forAnAdministrator.map((line) => `  ${line};`)];
      throw new DatabaseRightsError(text.join('\n'), { cause: error });
    } finally {
      await client.end();
    }
  }
}

/** The password is of letters, digits, `-` and `_`: it needs no quoting. */
const granting = (login: string, password: string): string[] => [
  `CREATE ROLE ${quoted(login)} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE INHERIT CONNECTION LIMIT 10 PASSWORD '${password}'`,
  `ALTER ROLE ${quoted(login)} SET default_transaction_read_only = on`,
  `ALTER ROLE ${quoted(login)} SET statement_timeout = '60s'`,
  `GRANT ${BI_ROLE} TO ${quoted(login)}`,
];
