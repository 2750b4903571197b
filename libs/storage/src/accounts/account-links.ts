import type { AccountLink, LinkPurpose } from '#domain';
import type { Sql } from '../database/sql.js';
import { hashOf, newSecret } from './secret.js';

/** How long a link holds, in hours. */
const HOURS: Readonly<Record<LinkPurpose, number>> = { first: 24, invitation: 72, reset: 24 };

/** Makes a link; those that the account had before it no longer open anything. */
export async function issueLinkIn(sql: Sql, organisationId: string, purpose: LinkPurpose, accountId: string | null): Promise<AccountLink> {
  const token = newSecret();
  await sql('DELETE FROM account_link WHERE organisation_id = $1 AND (expires_at <= now() OR account_id = $2)', [organisationId, accountId]);
  const [row] = await sql<{ expires_at: Date }>(
    `INSERT INTO account_link (organisation_id, hash, purpose, account_id, expires_at) VALUES ($1, $2, $3, $4, now() + make_interval(hours => $5))
     RETURNING expires_at`,
    [organisationId, hashOf(token), purpose, accountId, HOURS[purpose]],
  );
  return { token, purpose, expiresAt: row!.expires_at.toISOString() };
}

/** What stands behind a link that still holds. */
export interface OpenLink {
  readonly purpose: LinkPurpose;
  readonly accountId: string | null;
}

/** Of a link `l` of organisation $1: not expired, its account not disabled, and of no account only while there is none. */
export const LINK_HOLDS = `l.expires_at > now() AND CASE WHEN l.account_id IS NULL
  THEN NOT EXISTS (SELECT FROM account AS a WHERE a.organisation_id = $1 AND NOT a.invented)
  ELSE EXISTS (SELECT FROM account AS a WHERE a.organisation_id = $1 AND a.account_id = l.account_id AND a.disabled_at IS NULL) END`;

/** Takes a link out of use, once. Null: it opens nothing (any more). */
export async function takeLinkIn(sql: Sql, organisationId: string, token: string): Promise<OpenLink | null> {
  const [row] = await sql<{ purpose: LinkPurpose; account_id: string | null }>(
    `DELETE FROM account_link AS l WHERE l.organisation_id = $1 AND l.hash = $2 AND ${LINK_HOLDS} RETURNING purpose, account_id`,
    [organisationId, hashOf(token)],
  );
  return row === undefined ? null : { purpose: row.purpose, accountId: row.account_id };
}
