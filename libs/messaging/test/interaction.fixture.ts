import type { Interaction, OutgoingMessage, StreamRecord } from '#domain';

/** A small chat, made up. */
export const anInteraction = (changes: Partial<Interaction> = {}): Interaction => ({
  source: 'chatwoot',
  externalId: 'c-1',
  revision: 1,
  channel: 'chat',
  startedAt: '2026-03-02T09:15:00+01:00',
  participants: [
    { id: 'a', role: 'agent', ref: 'agent-7', team: { ref: 'team-1' } },
    { id: 'c', role: 'customer' },
  ],
  turns: [
    { id: '1', participantId: 'c', text: 'Bonjour, où est mon colis ? 📦' },
    { id: '2', participantId: 'a', text: "Désolé mais c'est impossible.", offsetMs: 4000 },
  ],
  ...changes,
});

/** The record that a broker would hand over for a message. */
export const recordOf = (message: OutgoingMessage, offset = 0n): StreamRecord => ({
  key: message.key === null ? null : Buffer.from(message.key),
  value: message.value,
  headers: Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, Buffer.from(value)])),
  offset,
  timestamp: 1_772_439_300_000,
});
