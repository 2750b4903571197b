import type { Announce, Channel, CounterEvidence, Evidence, Finding, NotChecked, OutboxMessage, Polarity, Severity, ToldAnalysis } from '#domain';
import type { Sql } from '../database/sql.js';
import type { InteractionKey } from './lock-interactions.js';
import type { PreparedItem } from './prepare.js';

export type OwnedMessage = OutboxMessage & { readonly organisationId: string };

/** What an interaction that is being kept tells by itself. */
export const toldOf = ({ source: { organisationId, interactionId, interaction, analysis } }: PreparedItem): ToldAnalysis => ({
  organisationId,
  interactionId,
  source: interaction.source,
  externalId: interaction.externalId,
  revision: interaction.revision,
  channel: interaction.channel,
  startedAt: interaction.startedAt,
  rulebook: analysis.rulebook,
  language: analysis.language,
  findings: analysis.findings,
  notChecked: analysis.notChecked,
  again: null,
});

interface ToldRow {
  organisation_id: string;
  interaction_id: string;
  source: string;
  external_id: string;
  revision: string;
  channel: Channel;
  started_at: string;
  rulebook_name: string;
  rulebook_version: string;
  rulebook_hash: string;
  language: string;
  not_checked: NotChecked[];
  xid: string;
}

interface FindingRow {
  organisation_id: string;
  interaction_id: string;
  finding_id: string;
  rule_id: string;
  polarity: Polarity;
  severity: Severity;
  commitment: string;
  agent_ref: string | null;
  evidence: Evidence[];
  against: CounterEvidence | null;
  explanation: string;
  instead: string | null;
  confidence: number;
}

/** What is found in interactions as they stand now, within the transaction that changed it; their rows are locked. */
export async function readTold(sql: Sql, keys: readonly InteractionKey[]): Promise<ToldAnalysis[]> {
  const wanted = [keys.map(({ organisationId }) => organisationId), keys.map(({ interactionId }) => interactionId)];
  const rows = await sql<ToldRow>(
    `SELECT i.organisation_id, i.interaction_id, i.source, i.external_id, i.revision, i.channel,
       coalesce(i.started_at_sent, to_char(i.started_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) AS started_at,
       i.rulebook_name, i.rulebook_version, i.rulebook_hash, i.language, i.not_checked, pg_current_xact_id()::text AS xid
     FROM interaction AS i WHERE (i.organisation_id, i.interaction_id) IN (SELECT * FROM unnest($1::text[], $2::uuid[]))
     ORDER BY i.organisation_id, i.interaction_id`,
    wanted,
  );
  const findings = new Map<string, FindingRow[]>();
  for (const row of await sql<FindingRow>(FINDINGS, wanted)) {
    const key = `${row.organisation_id}/${row.interaction_id}`;
    findings.set(key, [...(findings.get(key) ?? []), row]);
  }
  return rows.map((row) => ({
    organisationId: row.organisation_id,
    interactionId: row.interaction_id,
    source: row.source,
    externalId: row.external_id,
    revision: Number(row.revision),
    channel: row.channel,
    startedAt: row.started_at,
    rulebook: { name: row.rulebook_name, version: row.rulebook_version, hash: row.rulebook_hash },
    language: row.language,
    findings: (findings.get(`${row.organisation_id}/${row.interaction_id}`) ?? []).map(findingOf),
    notChecked: row.not_checked,
    // One transaction tells an interaction once; transactions never share a number.
    again: row.xid,
  }));
}

// Apart from the interactions: of two tables of which it knows little PostgreSQL would go through one of them for each row of the other.
const FINDINGS = `SELECT organisation_id, interaction_id, finding_id, rule_id, polarity, severity, commitment, agent_ref, evidence, against, explanation, instead, confidence
  FROM finding WHERE (organisation_id, interaction_id) IN (SELECT * FROM unnest($1::text[], $2::uuid[])) AND NOT by_hand
  ORDER BY (evidence->0->>'turn')::int, (evidence->0->>'start')::int, finding_id`;

const findingOf = (row: FindingRow): Finding => ({
  id: row.finding_id,
  ruleId: row.rule_id,
  polarity: row.polarity,
  severity: row.severity,
  commitment: row.commitment,
  ...(row.agent_ref === null ? {} : { agentRef: row.agent_ref }),
  evidence: row.evidence,
  ...(row.against === null ? {} : { against: row.against }),
  explanation: row.explanation,
  ...(row.instead === null ? {} : { instead: row.instead }),
  confidence: row.confidence,
});

/** Messages that tell what is found in interactions whose findings the history of their customers changed. */
export async function tellAgain(sql: Sql, changed: readonly InteractionKey[], announce: Announce): Promise<OwnedMessage[]> {
  if (changed.length === 0) return [];
  return (await readTold(sql, changed)).flatMap((told) => owned(told, announce));
}

export const owned = (told: ToldAnalysis, announce: Announce): OwnedMessage[] => announce(told).map((message) => ({ ...message, organisationId: told.organisationId }));

/**
 * Messages of a batch: each revision that was kept, the last of each interaction with what its customer's history finds in it, then the other
 * interactions that history changed.
 */
export async function tellBatch(
  sql: Sql,
  kept: readonly PreparedItem[],
  final: ReadonlySet<PreparedItem>,
  changed: ReadonlyMap<string, InteractionKey>,
  announce: Announce,
): Promise<OwnedMessage[]> {
  const byKey = new Map(changed.size === 0 ? [] : (await readTold(sql, [...changed.values()])).map((told) => [`${told.organisationId}/${told.interactionId}`, told]));
  const messages = kept.flatMap((item) => {
    const whole = final.has(item) ? byKey.get(item.key) : undefined;
    if (whole === undefined) return owned(toldOf(item), announce);
    byKey.delete(item.key);
    return owned({ ...whole, again: null }, announce);
  });
  return [...messages, ...[...byKey.values()].flatMap((told) => owned(told, announce))];
}
