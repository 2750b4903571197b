import {
  contentHash,
  findingIdOf,
  interactionIdOf,
  type AnalysedInteraction,
  type Channel,
  type Finding,
  type Interaction,
  type OutboxMessage,
  type RecordedBatch,
  type StreamPosition,
  type StreamRecord,
} from '#domain';

export const ORGANISATION = 'maison-test';
export const RULEBOOK = { name: 'essai', version: '1.0.0', hash: 'a'.repeat(64) };

export interface Wanted {
  readonly externalId: string;
  readonly organisationId?: string;
  readonly revision?: number;
  readonly channel?: Channel;
  readonly startedAt?: string;
  /** Ref of the agent; null for none. */
  readonly agent?: string | null;
  readonly team?: string;
  readonly customer?: string;
  readonly case?: string;
  /** What the agent says; other words, other content. */
  readonly text?: string;
  /** Rule ids that found something, `+` before a merit's. */
  readonly found?: readonly string[];
  readonly notChecked?: readonly string[];
  readonly rulebook?: typeof RULEBOOK;
}

/** An analysed interaction of one customer turn and one agent turn. */
export function analysed(wanted: Wanted): AnalysedInteraction {
  const { externalId, organisationId = ORGANISATION, revision = 1, text = 'Je vérifie votre dossier.' } = wanted;
  const agent = wanted.agent === undefined ? 'a-1' : wanted.agent;
  const interaction: Interaction = {
    source: 'essai',
    externalId,
    revision,
    channel: wanted.channel ?? 'chat',
    startedAt: wanted.startedAt ?? '2026-03-10T10:00:00.000Z',
    subject: `Sujet ${externalId}`,
    ...(wanted.case === undefined ? {} : { caseRef: wanted.case }),
    participants: [
      { id: 'c', role: 'customer', ref: wanted.customer ?? 'c-1', name: 'Client imaginé' },
      {
        id: 'a',
        role: 'agent',
        ...(agent === null ? {} : { ref: agent, name: `Agent ${agent}`, team: { ref: wanted.team ?? 'e-1', name: 'Équipe une' } }),
      },
    ],
    turns: [
      { id: 't0', participantId: 'c', text: 'Bonjour, où en est ma commande ?', offsetMs: 0 },
      { id: 't1', participantId: 'a', text, offsetMs: 4_200, durationMs: 1_500 },
    ],
  };
  const interactionId = interactionIdOf(organisationId, 'essai', externalId);
  const findings = (wanted.found ?? []).map((rule, i): Finding => {
    const ruleId = rule.replace('+', '');
    const place = { turn: 1, start: i, end: i + 2 };
    return {
      id: findingIdOf(organisationId, interactionId, revision, ruleId, place),
      ruleId,
      polarity: rule.startsWith('+') ? 'merit' : 'violation',
      severity: 'major',
      commitment: 'issue',
      ...(agent === null ? {} : { agentRef: agent }),
      evidence: [{ ...place, quote: text.slice(i, i + 2), sense: 'said' }],
      explanation: 'Ferme l’échange.',
      instead: 'Voici ce que je peux faire.',
      confidence: 1,
    };
  });
  return {
    organisationId,
    interactionId,
    interaction,
    contentHash: contentHash(interaction),
    analysis: {
      rulebook: wanted.rulebook ?? RULEBOOK,
      findings,
      notChecked: (wanted.notChecked ?? []).map((ruleId) => ({ ruleId, reason: 'locuteurs inconnus' })),
      language: 'fr',
      zones: [{ turn: 1, kind: 'body', start: 0, end: text.length }],
    },
  };
}

/** The same interaction with a second agent who says something too; a finding of hers when a rule is named. */
export function joinedBy(item: AnalysedInteraction, ref: string, found?: string): AnalysedInteraction {
  const interaction: Interaction = {
    ...item.interaction,
    participants: [...item.interaction.participants, { id: 'b', role: 'agent', ref, name: `Agent ${ref}`, team: { ref: 'e-1', name: 'Équipe une' } }],
    turns: [...item.interaction.turns, { id: 't2', participantId: 'b', text: 'Je prends le relais.', offsetMs: 9_000 }],
  };
  const place = { turn: 2, start: 0, end: 2 };
  const [like] = analysed({ externalId: item.interaction.externalId, agent: ref, found: [found ?? 'refus'] }).analysis.findings;
  const finding: Finding = {
    ...like!,
    id: findingIdOf(item.organisationId, item.interactionId, interaction.revision, like!.ruleId, place),
    evidence: [{ ...place, quote: 'Je', sense: 'said' }],
  };
  const findings = [...item.analysis.findings, ...(found === undefined ? [] : [finding])];
  return { ...item, interaction, contentHash: contentHash(interaction), analysis: { ...item.analysis, findings } };
}

export const recordAt = (offset: number | bigint): StreamRecord => ({
  key: Buffer.from(`key-${offset}`),
  value: Buffer.from([0, 255, Number(offset) % 256]),
  headers: { ce_id: Buffer.from([0x80, 0x00, 0x0a]), ce_type: Buffer.from('essai') },
  offset: BigInt(offset),
  timestamp: 1_773_000_000_000,
});

/** A batch of the given items, the first at `from`; positioned when `group` is given. */
export function batchOf(
  items: readonly AnalysedInteraction[],
  options: { readonly from?: number; readonly group?: string; readonly partition?: number } = {},
): RecordedBatch {
  const { from = 0, group, partition = 0 } = options;
  const topic = 'interactions.test';
  const position: StreamPosition | null =
    group === undefined ? null : { group, topic, partition, nextOffset: BigInt(from + items.length) };
  return {
    topic,
    partition,
    position,
    analysed: items.map((item, i) => ({ ...item, record: recordAt(from + i) })),
    deadLetters: [],
    announce: (told) => [message('findings', `${told.interactionId} r${told.revision}`)],
    bury: (letter) => message('dead-letters', `${letter.record.offset} ${letter.reason}`),
  };
}

const message = (stream: OutboxMessage['stream'], text: string): OutboxMessage => ({
  stream,
  key: text,
  value: Buffer.from(text),
  headers: { ce_id: text, raw: Buffer.from([1, 0, 2]) },
});
