import type { Interaction } from '#domain';

const SAID = [
  "Désolée, c'est impossible.",
  'Je vous propose un échange.',
  "C'est impossible aujourd'hui, mais je vous propose demain.",
  'Voilà qui est fait, bonne journée.',
];

/** The nth of a row of made-up chats; what the agent says repeats every four. */
export const nthInteraction = (n: number): Interaction => ({
  source: 'essai',
  externalId: `chat-${n}`,
  revision: 1,
  channel: 'chat',
  startedAt: new Date(Date.UTC(2026, 2, 2, 8, 0, n)).toISOString(),
  participants: [
    { id: 'a', role: 'agent', ref: `agent-${n % 5}`, team: { ref: 'equipe-1' } },
    { id: 'c', role: 'customer', ref: `client-${n}` },
  ],
  turns: [
    { id: '1', participantId: 'c', text: 'Bonjour, où en est ma commande ?' },
    { id: '2', participantId: 'a', text: SAID[n % SAID.length]! },
  ],
});

export const interactions = (count: number): Interaction[] => Array.from({ length: count }, (_, n) => nthInteraction(n));
