import type { Channel, Interaction, WordsGone, InteractionSummary, Named, NotChecked, Participant, TurnView, WordConfidence } from '#domain';

export interface InteractionRow {
  interaction_id: string;
  source: string;
  external_id: string;
  revision: string;
  channel: Channel;
  started_at: Date;
  ended_at: Date | null;
  subject: string | null;
  case_ref: string | null;
  language: string;
  participants: Participant[];
  customer_person_ref: string | null;
  customer_name: string | null;
  agents: Named[];
  agent_spoke: boolean;
  violations: number;
  merits: number;
  rulebook_name: string;
  rulebook_version: string;
  rulebook_hash: string;
  not_checked: NotChecked[];
  direction: 'inbound' | 'outbound' | null;
  queue: string | null;
  tags: string[];
  recorded_at: Date;
  words_gone_day: string | null;
  words_gone_after: number | null;
  started_at_sent: string | null;
  ended_at_sent: string | null;
}

export interface TurnRow {
  position: number;
  turn_id: string;
  participant_id: string;
  text: string;
  offset_ms: number | null;
  duration_ms: number | null;
  private: boolean;
  zones: TurnView['zones'];
}

export type WholeTurnRow = Omit<TurnRow, 'zones'> & { readonly words: WordConfidence[] | null };

export const summaryOf = (row: InteractionRow): InteractionSummary => ({
  id: row.interaction_id,
  source: row.source,
  externalId: row.external_id,
  revision: Number(row.revision),
  channel: row.channel,
  startedAt: row.started_at.toISOString(),
  subject: row.subject,
  direction: row.direction,
  language: row.language,
  agents: row.agents,
  agentSpoke: row.agent_spoke,
  customer: row.customer_person_ref === null ? null : { ref: row.customer_person_ref, name: row.customer_name },
  caseRef: row.case_ref,
  violations: row.violations,
  merits: row.merits,
  wordsGone: wordsGoneOf(row),
});

export const wordsGoneOf = (row: { readonly words_gone_day: string | null; readonly words_gone_after: number | null }): WordsGone | null =>
  row.words_gone_day === null || row.words_gone_after === null ? null : { on: row.words_gone_day, afterDays: row.words_gone_after };

/** By role and ref, `agent:a-1`: the person behind. */
export type KnownSpeakers = ReadonlyMap<string, Named>;

export const turnOf = (row: TurnRow, speaker: Participant | undefined, known: KnownSpeakers): TurnView => ({
  position: row.position,
  id: row.turn_id,
  speaker: {
    role: speaker?.role ?? 'unknown',
    roleGuessed: speaker?.roleGuessed ?? false,
    ref: personOf(speaker, known)?.ref ?? null,
    // What the source called a person whom nobody has named since.
    name: personOf(speaker, known)?.name ?? speaker?.name ?? null,
  },
  text: row.text,
  offsetMs: row.offset_ms,
  durationMs: row.duration_ms,
  private: row.private,
  zones: row.zones,
});

const personOf = (speaker: Participant | undefined, known: KnownSpeakers): { readonly ref: string; readonly name: string | null } | undefined =>
  speaker?.ref === undefined ? undefined : (known.get(`${speaker.role}:${speaker.ref}`) ?? { ref: speaker.ref, name: null });

/** As it was taken in: what was not said is absent; instants of rows from before these columns are in UTC. */
export const interactionOf = (row: InteractionRow, turns: readonly WholeTurnRow[]): Interaction => ({
  source: row.source,
  externalId: row.external_id,
  revision: Number(row.revision),
  channel: row.channel,
  startedAt: row.started_at_sent ?? row.started_at.toISOString(),
  ...(row.ended_at !== null && { endedAt: row.ended_at_sent ?? row.ended_at.toISOString() }),
  ...(row.direction !== null && { direction: row.direction }),
  ...(row.subject !== null && { subject: row.subject }),
  ...(row.case_ref !== null && { caseRef: row.case_ref }),
  ...(row.queue !== null && { queue: row.queue }),
  ...(row.tags.length > 0 && { tags: row.tags }),
  participants: row.participants,
  turns: turns.map((turn) => ({
    id: turn.turn_id,
    participantId: turn.participant_id,
    text: turn.text,
    ...(turn.offset_ms !== null && { offsetMs: turn.offset_ms }),
    ...(turn.duration_ms !== null && { durationMs: turn.duration_ms }),
    ...(turn.private && { private: true }),
    ...(turn.words !== null && { words: turn.words }),
  })),
});
