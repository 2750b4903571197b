import { type Announce, contentHash, type Erasure, type ErasureCounts, type OutboxMessage } from '#domain';
import type { Sql } from '../database/sql.js';
import { lockDirectory } from '../directory/identity.rows.js';
import { letNobodyJudge } from '../history/lock-customers.js';
import { appendToJournal } from '../write/journal.js';
import { writeToOutbox } from '../write/pg-outbox.js';
import { tellAgain } from '../write/told-analyses.js';
import { refHash, rememberErased } from './erased-records.js';
import { eraseCoaching } from './erase-coaching.js';
import { eraseHistory } from './erase-history.js';
import { keptOfCustomer, type KeptOfCustomer } from './kept-of-customer.js';
import { eraseWaiting, findWaiting, type WaitingTraces } from './waiting-traces.js';
import { tells } from './words.js';

export interface ErasureRequest {
  readonly organisationId: string;
  readonly erasureId: string;
  /** Any ref of the person. */
  readonly customerRef: string;
  readonly reason: string;
  readonly by: string;
  /** Tells whoever listens to findings that those of an interaction are gone. */
  readonly withdraw: (organisationId: string, interactionId: string) => OutboxMessage;
  /** Tells what is left of findings in interactions of others. */
  readonly announce: Announce;
}

/** `done`: now, or by the same request before (`again`) · `other`: the id was used for another request · `tells`: the reason says who it is. */
export type Erased =
  | { readonly kind: 'done'; readonly erasure: Erasure; readonly again: boolean }
  | { readonly kind: 'missing' | 'other' | 'tells' };

/** What stands where a ref or words stood. */
const GONE = 'effacé';

export const requestHash = (customerRef: string, reason: string): string => contentHash(['erasure', customerRef, reason]);

/** Within a transaction: what an erasure would take; null when nobody knows the customer. */
export async function countKept(sql: Sql, organisationId: string, customerRef: string, owners: readonly string[]): Promise<ErasureCounts | null> {
  const kept = await keptOfCustomer(sql, organisationId, customerRef);
  return kept.known ? counted(sql, organisationId, kept, await findWaiting(sql, organisationId, owners, kept)) : null;
}

/**
 * Within a transaction: erases a person. Nobody judges histories and nobody edits the directory meanwhile, so that what arrives at the same
 * time is either seen and erased, or comes after and is known by its hash.
 * @param owners whose letters and messages are looked through: the organisation, and '' where nobody else's those could be
 */
export async function eraseCustomerIn(sql: Sql, request: ErasureRequest, owners: readonly string[]): Promise<Erased> {
  const { organisationId, erasureId, customerRef, reason, by } = request;
  await lockDirectory(sql, organisationId);
  await letNobodyJudge(sql, organisationId);
  const before = await readErasureIn(sql, organisationId, erasureId);
  if (before !== null) return before.requestHash === requestHash(customerRef, reason) ? { kind: 'done', erasure: before.erasure, again: true } : { kind: 'other' };
  const kept = await keptOfCustomer(sql, organisationId, customerRef);
  if (!kept.known) return { kind: 'missing' };
  if ([...kept.refs, ...kept.names].some((name) => tells(reason, name))) return { kind: 'tells' };
  const waiting = await findWaiting(sql, organisationId, owners, kept);
  const counts = await counted(sql, organisationId, kept, waiting);

  await eraseWaiting(sql, organisationId, owners, waiting, GONE);
  await eraseCoaching(sql, organisationId, kept, GONE);
  const changed = await eraseHistory(sql, organisationId, kept);
  for (const [table, column] of WHERE_REFS_LIE) await sql(`DELETE FROM ${table} WHERE organisation_id = $1 AND ${column} = ANY($2)`, [organisationId, kept.refs]);
  await sql(`DELETE FROM identity WHERE organisation_id = $1 AND kind = 'customer' AND ref = ANY($2)`, [organisationId, kept.refs]);
  await rewriteJournal(sql, organisationId, kept);

  const [row] = await sql<ErasureRow>(
    `INSERT INTO erasure (organisation_id, erasure_id, request_hash, ref_hashes, counts, reason, erased_by) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING *`,
    [organisationId, erasureId, requestHash(customerRef, reason), kept.refs.map((ref) => refHash(organisationId, ref)), counts, reason, by],
  );
  const ids = kept.interactions.map(({ interactionId }) => interactionId);
  await rememberErased(sql, organisationId, erasureId, [...ids, ...kept.factIds]);
  await appendToJournal(sql, [{ organisationId, type: 'customer.erased', payload: { erasureId, counts, by } }]);
  const left = await tellAgain(sql, changed.map((interactionId) => ({ organisationId, interactionId })), request.announce);
  await writeToOutbox(sql, [...ids.map((id) => ({ ...request.withdraw(organisationId, id), organisationId })), ...left]);
  return { kind: 'done', erasure: erasureOf(row!), again: false };
}

const WHERE_REFS_LIE = [
  ['reported_fact', 'customer_key'],
  ['history_due', 'customer_key'],
  ['customer_history', 'customer_key'],
  ['customer', 'ref'],
] as const;

/** For an UPDATE of the journal: a member without the person's refs ($2), `GONE` ($3) in their place. */
const withoutRef = (name: string): string => `CASE WHEN payload->>'${name}' = ANY($2::text[]) THEN jsonb_build_object('${name}', $3::text) ELSE '{}'::jsonb END`;

const countOf = (table: string, as: string): string => `(SELECT count(*)::int FROM ${table} WHERE organisation_id = $1 AND interaction_id = ANY($2::uuid[])) AS ${as}`;

async function rewriteJournal(sql: Sql, organisationId: string, { refs, interactions }: KeptOfCustomer): Promise<void> {
  await sql(
    `UPDATE journal SET payload = jsonb_set(payload, '{review,note}', 'null') WHERE organisation_id = $1 AND type = 'finding.reviewed'
       AND payload->'before'->>'interactionId' = ANY($2::text[]) AND payload->'review'->>'note' IS NOT NULL`,
    [organisationId, interactions.map(({ interactionId }) => interactionId)],
  );
  await sql(
    `UPDATE journal SET payload = payload || ${['ref', 'to', 'from'].map(withoutRef).join(' || ')} WHERE organisation_id = $1
       AND (type = 'customer.described' OR (type IN ('identity.attached', 'identity.detached') AND payload->>'kind' = 'customer'))
       AND (payload->>'ref' = ANY($2::text[]) OR payload->>'to' = ANY($2::text[]) OR payload->>'from' = ANY($2::text[]))`,
    [organisationId, refs, GONE],
  );
}

async function counted(sql: Sql, organisationId: string, { refs, interactions, factIds }: KeptOfCustomer, waiting: WaitingTraces): Promise<ErasureCounts> {
  const [row] = await sql<Pick<ErasureCounts, 'turns' | 'findings' | 'reviews' | 'statements' | 'pledges' | 'contradictions'>>(
    `SELECT ${countOf('turn', 'turns')}, ${countOf('finding', 'findings')}, ${countOf('review', 'reviews')}, ${countOf('statement', 'statements')}, ${countOf('pledge', 'pledges')},
       (SELECT count(*)::int FROM contradiction AS k WHERE k.organisation_id = $1 AND EXISTS (SELECT 1 FROM statement AS s WHERE s.organisation_id = k.organisation_id
          AND s.statement_id IN (k.earlier_id, k.later_id) AND s.interaction_id = ANY($2::uuid[]))) AS contradictions`,
    [organisationId, interactions.map(({ interactionId }) => interactionId)],
  );
  return {
    refs: refs.length,
    interactions: interactions.length,
    shared: interactions.filter(({ shared }) => shared).length,
    ...row!,
    facts: factIds.length,
    messages: waiting.messages.length,
    deadLetters: waiting.letters.length,
    conversations: waiting.conversations.length,
  };
}

interface ErasureRow {
  erasure_id: string;
  request_hash: string;
  counts: ErasureCounts;
  reason: string;
  erased_by: string;
  erased_at: Date;
}

export async function readErasureIn(sql: Sql, organisationId: string, erasureId: string): Promise<{ readonly erasure: Erasure; readonly requestHash: string } | null> {
  const [row] = await sql<ErasureRow>('SELECT * FROM erasure WHERE organisation_id = $1 AND erasure_id = $2', [organisationId, erasureId]);
  return row === undefined ? null : { erasure: erasureOf(row), requestHash: row.request_hash };
}

const erasureOf = (row: ErasureRow): Erasure => ({ id: row.erasure_id, at: row.erased_at.toISOString(), by: row.erased_by, reason: row.reason, counts: row.counts });
