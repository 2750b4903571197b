import type { PreparedItem } from './prepare.js';
import { insertRows, type Sql } from '../database/sql.js';
import { customerOf } from './facts.js';
import { storableJson, storableText } from './storable.js';

const COLUMNS = {
  organisation_id: 'text',
  interaction_id: 'uuid',
  source: 'text',
  external_id: 'text',
  revision: 'bigint',
  content_hash: 'text',
  channel: 'text',
  day: 'date',
  started_at: 'timestamptz',
  ended_at: 'timestamptz',
  started_at_sent: 'text',
  ended_at_sent: 'text',
  direction: 'text',
  subject: 'text',
  case_ref: 'text',
  queue: 'text',
  tags: 'jsonb',
  participants: 'jsonb',
  customer_ref: 'text',
  agent_spoke: 'boolean',
  language: 'text',
  contact_reason: 'text',
  rulebook_name: 'text',
  rulebook_version: 'text',
  rulebook_hash: 'text',
  not_checked: 'jsonb',
} as const;
type Row = Record<keyof typeof COLUMNS, unknown>;

const KEY = ['organisation_id', 'interaction_id'] as const;

function rowOf({ source, startedAt, endedAt, facts }: PreparedItem): Row {
  const { organisationId, interactionId, interaction, contentHash, analysis } = source;
  return {
    organisation_id: organisationId,
    interaction_id: interactionId,
    source: storableText(interaction.source),
    external_id: storableText(interaction.externalId),
    revision: interaction.revision,
    content_hash: contentHash,
    channel: interaction.channel,
    day: facts.day,
    started_at: startedAt.toISOString(),
    ended_at: endedAt?.toISOString(),
    started_at_sent: interaction.startedAt,
    ended_at_sent: interaction.endedAt,
    direction: interaction.direction,
    subject: textOrNull(interaction.subject),
    case_ref: textOrNull(interaction.caseRef),
    queue: textOrNull(interaction.queue),
    tags: storableJson(interaction.tags ?? []),
    participants: storableJson(interaction.participants),
    customer_ref: textOrNull(customerOf(interaction)?.ref),
    agent_spoke: facts.agentSpoke,
    language: analysis.language,
    contact_reason: analysis.contactReason,
    rulebook_name: analysis.rulebook.name,
    rulebook_version: analysis.rulebook.version,
    rulebook_hash: analysis.rulebook.hash,
    not_checked: storableJson(analysis.notChecked),
  };
}

export const textOrNull = (text: string | undefined): string | null => (text === undefined ? null : storableText(text));

/** Inserts interactions that were not there; returns the keys (organisation/id) of those that now are, by us. */
export async function insertInteractions(sql: Sql, items: readonly PreparedItem[]): Promise<Set<string>> {
  const inserted = await insertRows<{ key: string }>(sql, 'interaction', COLUMNS, items.map(rowOf), {
    orderBy: KEY,
    tail: `ON CONFLICT ON CONSTRAINT interaction_pk DO NOTHING RETURNING organisation_id || '/' || interaction_id AS key`,
  });
  return new Set(inserted.map(({ key }) => key));
}

/** Replaces locked interactions whole; what hung on the old revision (turns, findings, agents) goes. */
export async function replaceInteractions(sql: Sql, items: readonly PreparedItem[]): Promise<void> {
  const replaced = Object.keys(COLUMNS).filter((name) => !(KEY as readonly string[]).includes(name));
  await insertRows(sql, 'interaction', COLUMNS, items.map(rowOf), {
    orderBy: KEY,
    tail: `ON CONFLICT ON CONSTRAINT interaction_pk DO UPDATE SET recorded_at = now(), words_gone_on = NULL, words_gone_after = NULL,
      ${replaced.map((name) => `${name} = excluded.${name}`).join(', ')}`,
  });
  if (items.length === 0) return;
  for (const table of ['turn', 'finding', 'interaction_agent']) {
    await sql(
      `DELETE FROM ${table} AS old USING unnest($1::text[], $2::uuid[]) AS r (organisation_id, interaction_id)
       WHERE old.organisation_id = r.organisation_id AND old.interaction_id = r.interaction_id`,
      [items.map(({ source }) => source.organisationId), items.map(({ source }) => source.interactionId)],
    );
  }
}
