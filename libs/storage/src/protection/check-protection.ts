import type { Sql } from '../database/sql.js';
import { DatabaseRightsError, ROLES } from './roles.js';

/**
 * Looks, as the processes will work, whether PostgreSQL really keeps organisations apart.
 * @throws DatabaseRightsError naming the role or table that would let rows through
 */
export async function checkProtection(sql: Sql): Promise<void> {
  const [session] = await sql<{ role: string }>('SELECT current_user AS role');
  if (session!.role !== 'diapason_app') throw new DatabaseRightsError(`Base de données : la connexion travaille comme « ${session!.role} » au lieu de « diapason_app » ; un intermédiaire (pgbouncer ?) laisse tomber les options de connexion.`);
  const roles = await sql<{ role: string }>(
    `SELECT r.rolname AS role FROM pg_roles AS r WHERE r.rolname = ANY($1)
       AND (r.rolsuper OR r.rolbypassrls OR pg_has_role(r.oid, (SELECT relowner FROM pg_class WHERE oid = 'organisation'::regclass), 'USAGE'))`,
    [ROLES],
  );
  if (roles.length > 0) {
    const names = roles.map(({ role }) => role).join(', ');
    throw new DatabaseRightsError(`Base de données : ${names} passerait outre la séparation des organisations (superutilisateur, BYPASSRLS, ou membre du propriétaire des tables). Retirez-lui ces droits : ALTER ROLE … NOSUPERUSER NOBYPASSRLS, REVOKE … FROM ….`);
  }
  const open = await sql<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attname = 'organisation_id' AND NOT a.attisdropped
     WHERE c.relkind IN ('r', 'p') AND c.relnamespace = current_schema()::regnamespace AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
       AND has_any_column_privilege('diapason_app', c.oid, 'SELECT')`,
  );
  if (open.length > 0) throw new DatabaseRightsError(`Base de données : la table ${open.map(({ name }) => name).join(', ')} est ouverte sans séparation des organisations (ALTER TABLE … ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY).`);
}
