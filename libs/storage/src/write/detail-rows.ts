import type { PreparedItem } from './prepare.js';
import { insertRows, type Sql } from '../database/sql.js';
import { findingsOf } from './facts.js';
import { textOrNull } from './interaction-rows.js';
import { storableJson, storableText } from './storable.js';

const OF_INTERACTION = { organisation_id: 'text', interaction_id: 'uuid' } as const;

const TURN = {
  ...OF_INTERACTION,
  position: 'integer',
  turn_id: 'text',
  participant_id: 'text',
  text: 'text',
  offset_ms: 'double precision',
  duration_ms: 'double precision',
  private: 'boolean',
  words: 'jsonb',
  zones: 'jsonb',
} as const;

const FINDING = {
  ...OF_INTERACTION,
  finding_id: 'uuid',
  revision: 'bigint',
  channel: 'text',
  day: 'date',
  started_at: 'timestamptz',
  rule_id: 'text',
  polarity: 'text',
  severity: 'text',
  commitment: 'text',
  agent_ref: 'text',
  status: 'text',
  evidence: 'jsonb',
  explanation: 'text',
  instead: 'text',
  confidence: 'double precision',
  observed: 'boolean',
} as const;

const AGENT = { ...OF_INTERACTION, agent_ref: 'text', started_at: 'timestamptz' } as const;

/** Writes the turns, agents and findings of interactions that have none. */
export async function insertDetails(sql: Sql, items: readonly PreparedItem[]): Promise<void> {
  await insertRows(sql, 'turn', TURN, items.flatMap(turnRows), { orderBy: ['organisation_id', 'interaction_id', 'position'] });
  await insertRows(sql, 'interaction_agent', AGENT, items.flatMap(agentRows), {
    orderBy: ['organisation_id', 'interaction_id', 'agent_ref'],
  });
  await insertRows(sql, 'finding', FINDING, items.flatMap(findingRows), { orderBy: ['organisation_id', 'finding_id'] });
}

const keyOf = ({ source }: PreparedItem): Record<keyof typeof OF_INTERACTION, unknown> => ({
  organisation_id: source.organisationId,
  interaction_id: source.interactionId,
});

function turnRows(item: PreparedItem): Record<keyof typeof TURN, unknown>[] {
  const { interaction, analysis } = item.source;
  return interaction.turns.map((turn, position) => ({
    ...keyOf(item),
    position,
    turn_id: storableText(turn.id),
    participant_id: storableText(turn.participantId),
    text: storableText(turn.text),
    offset_ms: turn.offsetMs,
    duration_ms: turn.durationMs,
    private: turn.private === true,
    words: turn.words === undefined ? null : storableJson(turn.words),
    zones: storableJson(
      analysis.zones.filter((zone) => zone.turn === position).map(({ kind, start, end }) => ({ kind, start, end })),
    ),
  }));
}

const agentRows = (item: PreparedItem): Record<keyof typeof AGENT, unknown>[] =>
  item.facts.agentRefs.map((ref) => ({ ...keyOf(item), agent_ref: ref, started_at: item.startedAt.toISOString() }));

function findingRows(item: PreparedItem): Record<keyof typeof FINDING, unknown>[] {
  const known = new Map(item.facts.findings.map((fact) => [fact.id, fact]));
  return findingsOf(item.source).map((finding) => ({
    ...keyOf(item),
    finding_id: finding.id,
    revision: item.revision,
    channel: item.facts.channel,
    day: item.facts.day,
    started_at: item.startedAt.toISOString(),
    rule_id: finding.ruleId,
    polarity: finding.polarity,
    severity: finding.severity,
    commitment: finding.commitment,
    agent_ref: textOrNull(finding.agentRef),
    status: known.get(finding.id)?.status,
    evidence: storableJson(finding.evidence),
    explanation: storableText(finding.explanation),
    instead: textOrNull(finding.instead),
    confidence: finding.confidence,
    observed: known.get(finding.id)?.observed === true,
  }));
}
