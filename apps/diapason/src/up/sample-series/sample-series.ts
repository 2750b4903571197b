import type { Channel, Interaction } from '#domain';
import { AGENTS, customerOf, type SeriesAgent, type SeriesCustomer } from './people.js';
import { exchangeStory, lateStory, refundStory, type Story } from './stories.js';

const CHANNELS: readonly Channel[] = ['chat', 'phone', 'email'];
/** How many of each story an agent has, and on which channels one after the other. */
const PLAN = [
  { story: refundStory, each: 9, channels: CHANNELS },
  { story: lateStory, each: 6, channels: ['chat', 'phone', 'email'] },
  { story: exchangeStory, each: 3, channels: ['chat', 'phone', 'email'] },
] as const;

const FIRST_DAY = Date.parse('2026-09-01T07:00:00Z');
const DAY_MS = 86_400_000;
/** Thirty-six working days: 1 September to 20 October 2026. */
const WORKING_DAYS = Array.from({ length: 50 }, (_, n) => n).filter((n) => ![0, 6].includes(new Date(FIRST_DAY + n * DAY_MS).getUTCDay()));

/**
 * What no hand would write out: the few questions that a house hears every day, answered by every agent on every channel. Invented like the other samples, the
 * same at every start, each customer with one interaction.
 */
export function sampleSeries(): Interaction[] {
  let n = 0;
  return PLAN.flatMap(({ story, each, channels }) =>
    Array.from({ length: each }, (_, turn) =>
      AGENTS.map((agent): Interaction => {
        const customer = customerOf(n);
        const channel = channels[turn % channels.length]!;
        const told = story({ agent, customer, channel, n: Math.floor(turn / channels.length) });
        return interactionOf(told, { agent, customer, channel, n: n++ });
      }),
    ).flat(),
  );
}

function interactionOf({ subject, turns }: Story, { agent, customer, channel, n }: { agent: SeriesAgent; customer: SeriesCustomer; channel: Channel; n: number }): Interaction {
  // Seven is no divisor of thirty-six: neighbours of a story lie days apart.
  const day = WORKING_DAYS[(n * 7) % WORKING_DAYS.length]!;
  const startedAt = new Date(FIRST_DAY + day * DAY_MS + ((n * 47) % 600) * 60_000).toISOString();
  const step = channel === 'email' ? 0 : 9_000;
  return {
    source: 'exemple-serie',
    externalId: `serie-${String(n + 1).padStart(3, '0')}`,
    revision: 1,
    channel,
    startedAt,
    subject,
    participants: [
      { id: 'p1', role: 'customer', ref: customer.ref, name: customer.name },
      { id: 'p2', role: 'agent', ref: agent.ref, name: agent.name, team: agent.team },
    ],
    turns: turns.map((text, i) => ({ id: `m${i + 1}`, participantId: i % 2 === 0 ? 'p1' : 'p2', text, offsetMs: i * step })),
  };
}
