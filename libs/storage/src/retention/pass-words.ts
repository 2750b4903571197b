import type { Sql } from '../database/sql.js';
import { keyOfCustomer } from '../history/customer-key.js';
import { lockCustomers } from '../history/lock-customers.js';
import type { People } from '../history/touched-histories.js';
import { lockInteractions } from '../write/lock-interactions.js';
import { HELD } from './held.js';

/** Words of which channel pass, and when. */
export interface WordsPeriod {
  readonly channel: 'phone' | 'written';
  /** Words of days before this one pass … */
  readonly from: string;
  /** … even where somebody still needs them, before this one. */
  readonly atTheLatest: string;
  readonly today: string;
  readonly days: number;
}

/** In order of time, where the next batch begins. */
export interface Place {
  readonly at: string;
  readonly id: string;
}

/** Interactions whose words pass, as a FROM and a WHERE on `i`; binds organisation, from, atTheLatest as $1 to $3. */
export const wordsToPass = ({ channel }: WordsPeriod): string => `FROM interaction AS i WHERE i.organisation_id = $1 AND i.channel ${channel === 'phone' ? '=' : '<>'} 'phone'
  AND i.day < $2::date AND i.started_at < ($2::date + 3)::timestamptz AND i.words_gone_on IS NULL AND (i.day < $3::date OR NOT ${HELD})`;

/**
 * Within a transaction: takes the words of the next interactions away, wherever they lie: what was said, subjects, tags, names, quotes in findings of
 * theirs and of others that are held against them, statements with their pledges and contradictions, messages that wait. The findings themselves,
 * judgements and figures stay as they are, and no history changes them any more.
 * @returns how many, and where to go on; null when that was all
 */
export async function passWords(sql: Sql, organisationId: string, period: WordsPeriod, after: Place | null, limit: number): Promise<{ readonly count: number; readonly next: Place | null }> {
  const bound = [organisationId, period.from, period.atTheLatest];
  const found = await sql<{ interaction_id: string; customer_ref: string | null; at: string }>(
    `SELECT i.interaction_id, i.customer_ref, i.started_at::text AS at ${wordsToPass(period)}
       AND ($4::timestamptz IS NULL OR (i.started_at, i.interaction_id) > ($4::timestamptz, $5::uuid)) ORDER BY i.started_at, i.interaction_id LIMIT $6`,
    [...bound, after?.at ?? null, after?.id ?? null, limit],
  );
  const last = found.at(-1);
  const next = found.length < limit || last === undefined ? null : { at: last.at, id: last.interaction_id };
  if (found.length === 0) return { count: 0, next };
  const people = await lockCustomers(sql, found.map((row) => ({ organisationId, customerKey: keyOfCustomer(row.customer_ref, row.interaction_id) })));
  const ids = found.map((row) => row.interaction_id);
  await lockInteractions(sql, ids.map((interactionId) => ({ organisationId, interactionId })));
  // Somebody may have disputed a finding, or brought another revision, while we waited.
  const still = await sql<WordlessItem>(
    `SELECT i.interaction_id, i.source, i.external_id, i.customer_ref ${wordsToPass(period)} AND i.interaction_id = ANY ($4::uuid[]) ORDER BY i.interaction_id`,
    [...bound, ids],
  );
  await takeWords(sql, organisationId, still, people, period);
  return { count: still.length, next };
}

const silent = (json: string): string => `(SELECT jsonb_agg(jsonb_set(e, '{quote}', '""') ORDER BY n) FROM jsonb_array_elements(${json}) WITH ORDINALITY AS q (e, n))`;

/** What a rule says by itself, of any version of the rulebook that an interaction was judged by, else of the present one: a detail may quote. */
const WHY = `coalesce((SELECT r->>'why' FROM interaction AS j JOIN rulebook_version AS v ON v.organisation_id = j.organisation_id AND v.hash = j.rulebook_hash, jsonb_array_elements(v.description->'rules') AS r
    WHERE j.organisation_id = f.organisation_id AND j.interaction_id = f.interaction_id AND r->>'id' = f.rule_id LIMIT 1),
  (SELECT r->>'why' FROM organisation AS o JOIN rulebook_version AS v ON v.organisation_id = o.organisation_id AND v.hash = o.current_rulebook, jsonb_array_elements(v.description->'rules') AS r
    WHERE o.organisation_id = f.organisation_id AND r->>'id' = f.rule_id LIMIT 1), '')`;

interface WordlessItem {
  readonly interaction_id: string;
  readonly source: string;
  readonly external_id: string;
  readonly customer_ref: string | null;
}

async function takeWords(sql: Sql, organisationId: string, items: readonly WordlessItem[], people: People, { today, days }: WordsPeriod): Promise<void> {
  if (items.length === 0) return;
  const ids = items.map((item) => item.interaction_id);
  const key = [organisationId, ids];
  const histories = items.flatMap((item) => people.personOf({ organisationId, customerKey: keyOfCustomer(item.customer_ref, item.interaction_id) }).customerKeys);
  const keys = ids.map((id) => Buffer.from(`${organisationId}:${id}`));
  await sql('DELETE FROM turn WHERE organisation_id = $1 AND interaction_id = ANY ($2::uuid[])', key);
  await sql(
    `UPDATE interaction SET words_gone_on = $3, words_gone_after = $4, subject = NULL, tags = '[]', not_checked = (SELECT coalesce(jsonb_agg(c - 'reason' || '{"reason": ""}' ORDER BY n), '[]') FROM jsonb_array_elements(not_checked) WITH ORDINALITY AS q (c, n)),
       participants = (SELECT coalesce(jsonb_agg(CASE WHEN p->>'role' = 'agent' THEN p ELSE p - 'name' END ORDER BY n), '[]') FROM jsonb_array_elements(participants) WITH ORDINALITY AS q (p, n))
     WHERE organisation_id = $1 AND interaction_id = ANY ($2::uuid[])`,
    [...key, today, days],
  );
  await sql(`UPDATE finding AS f SET wordless = true, evidence = ${silent('f.evidence')}, explanation = ${WHY} WHERE f.organisation_id = $1 AND f.interaction_id = ANY ($2::uuid[])`, key);
  await sql(
    `UPDATE finding AS f SET wordless = true, against = jsonb_set(f.against, '{evidence}', ${silent(`f.against->'evidence'`)}), explanation = ${WHY}
     WHERE f.organisation_id = $1 AND f.customer_key = ANY ($3::text[]) AND f.relation_id IS NOT NULL AND f.against->>'interactionId' = ANY ($2::text[])`,
    [...key, [...new Set(histories)]],
  );
  await sql(`UPDATE hand_finding AS f SET evidence = ${silent('f.evidence')} WHERE f.organisation_id = $1 AND f.interaction_id = ANY ($2::uuid[])`, key);
  await sql(`UPDATE finding_comment SET place = jsonb_set(place, '{quote}', '""') WHERE organisation_id = $1 AND interaction_id = ANY ($2::uuid[]) AND place ? 'quote'`, key);
  await sql('DELETE FROM statement WHERE organisation_id = $1 AND interaction_id = ANY ($2::uuid[])', key);
  await sql('DELETE FROM review_task WHERE organisation_id = $1 AND interaction_id = ANY ($2::uuid[])', key);
  await sql('DELETE FROM outbox WHERE organisation_id = $1 AND key = ANY ($2::bytea[])', [organisationId, keys]);
  await sql('DELETE FROM dead_letter WHERE organisation_id = $1 AND (interaction_id = ANY ($2::uuid[]) OR key = ANY ($3::bytea[]))', [...key, keys]);
  await sql(
    `DELETE FROM gathered_conversation AS g USING unnest($2::text[], $3::text[]) AS gone (source, external_id) WHERE g.organisation_id = $1 AND g.source = gone.source AND g.external_id = gone.external_id`,
    [organisationId, items.map((item) => item.source), items.map((item) => item.external_id)],
  );
}
