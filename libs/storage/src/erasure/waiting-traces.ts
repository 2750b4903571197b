import type { Sql } from '../database/sql.js';
import type { KeptOfCustomer } from './kept-of-customer.js';
import { mentions, spellings } from './mentions.js';

/** Bytes that wait somewhere and hold words of the person: positions in `outbox` and `dead_letter`, keys of gathered conversations. */
export interface WaitingTraces {
  readonly messages: readonly string[];
  readonly letters: readonly string[];
  readonly conversations: readonly { readonly source: string; readonly external_id: string }[];
}

/** Whether bytes hold one of the needles: SQL over an expression and a placeholder. */
const holds = (bytes: string, needlesAt: string): string => `EXISTS (SELECT 1 FROM unnest(${needlesAt}::bytea[]) AS n (needle) WHERE position(n.needle IN ${bytes}) > 0)`;

/** By the key of an interaction or fact that goes, or by one of the refs. */
export async function findWaiting(sql: Sql, organisationId: string, owners: readonly string[], { refs, interactions, factIds }: KeptOfCustomer): Promise<WaitingTraces> {
  const ids = [...interactions.map(({ interactionId }) => interactionId), ...factIds];
  const keys = ids.map((id) => Buffer.from(`${organisationId}:${id}`));
  const names = new Set(refs);
  const needles = refs.flatMap(spellings).map((spelling) => Buffer.from(spelling));
  const messages = await sql<{ position: string; value: Buffer | null; keyed: boolean }>(
    `SELECT position, value, key = ANY($2::bytea[]) AS keyed FROM outbox WHERE organisation_id = ANY($1) AND (key = ANY($2::bytea[]) OR ${holds('value', '$3')})`,
    [owners, keys, needles],
  );
  const letters = await sql<{ position: string; value: Buffer | null; keyed: boolean }>(
    `SELECT position, value, coalesce(key = ANY($2::bytea[]), false) OR coalesce(interaction_id = ANY($4::uuid[]), false) AS keyed FROM dead_letter
     WHERE organisation_id = ANY($1) AND (key = ANY($2::bytea[]) OR interaction_id = ANY($4::uuid[]) OR ${holds('value', '$3')})`,
    [owners, keys, needles, ids],
  );
  const conversations = await sql<{ source: string; external_id: string; state: string; keyed: boolean }>(
    `SELECT g.source, g.external_id, g.state, i.source IS NOT NULL AS keyed FROM gathered_conversation AS g
     LEFT JOIN unnest($2::text[], $3::text[]) AS i (source, external_id) ON i.source = g.source AND i.external_id = g.external_id
     WHERE g.organisation_id = $1 AND (i.source IS NOT NULL OR ${holds(`convert_to(g.state, 'UTF8')`, '$4')})`,
    [organisationId, interactions.map(({ source }) => source), interactions.map(({ externalId }) => externalId), needles],
  );
  const own = ({ keyed, value }: { readonly keyed: boolean | null; readonly value: Buffer | null }): boolean => keyed === true || (value !== null && mentions(value, names));
  return {
    messages: messages.filter(own).map(({ position }) => position),
    letters: letters.filter(own).map(({ position }) => position),
    conversations: conversations.filter(({ keyed, state }) => own({ keyed, value: Buffer.from(state) })),
  };
}

/** What was said of a letter that goes, in the journal too, may quote it. */
export async function eraseWaiting(sql: Sql, organisationId: string, owners: readonly string[], { messages, letters, conversations }: WaitingTraces, instead: string): Promise<void> {
  await sql(`DELETE FROM outbox WHERE organisation_id = ANY($1) AND position = ANY($2::bigint[])`, [owners, messages]);
  await sql(`DELETE FROM dead_letter WHERE organisation_id = ANY($1) AND position = ANY($2::bigint[])`, [owners, letters]);
  await sql(
    `UPDATE journal SET payload = jsonb_set(payload, '{reason}', to_jsonb($3::text))
     WHERE organisation_id = $1 AND type = 'dead-letter.discarded' AND payload->>'letterId' = ANY($2::text[])`,
    [organisationId, letters, instead],
  );
  await sql(
    `DELETE FROM gathered_conversation AS g USING unnest($2::text[], $3::text[]) AS gone (source, external_id)
     WHERE g.organisation_id = $1 AND g.source = gone.source AND g.external_id = gone.external_id`,
    [organisationId, conversations.map(({ source }) => source), conversations.map(({ external_id }) => external_id)],
  );
}
