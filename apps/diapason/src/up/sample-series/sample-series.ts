import type { Channel, Interaction } from '#domain';
import { AGENTS, customerOf, openingOf, type SeriesAgent, type SeriesCustomer } from './people.js';
import { exchangeStory, lateStory, refundStory, type Story } from './stories.js';

const CHANNELS: readonly Channel[] = ['chat', 'phone', 'email'];
const STORIES = [
  { kind: 'refund', story: refundStory },
  { kind: 'late', story: lateStory },
  { kind: 'exchange', story: exchangeStory },
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
  return AGENTS.flatMap((agent, who) =>
    STORIES.flatMap(({ kind, story }) => CHANNELS.flatMap((channel) => Array.from({ length: agent.each[kind] }, (_, n) => ({ story, channel, n })))).map(({ story, channel, n }, nth) => ({ agent, who, story, channel, n, nth })),
  ).map(({ agent, who, story, channel, n, nth }, number) => {
    const customer = customerOf(number);
    // Seven is no divisor of thirty-six: everybody works on all days, and neighbours of a story lie days apart.
    const at = FIRST_DAY + WORKING_DAYS[(nth * 7 + who * 5) % WORKING_DAYS.length]! * DAY_MS + ((number * 47) % 600) * 60_000;
    const startedAt = new Date(at).toISOString();
    const told = story({ agent, customer, channel, n, opening: openingOf(agent, nth, startedAt.slice(0, 10)) });
    return interactionOf(told, { agent, customer, channel, number, startedAt });
  });
}

interface Frame {
  readonly agent: SeriesAgent;
  readonly customer: SeriesCustomer;
  readonly channel: Channel;
  readonly number: number;
  readonly startedAt: string;
}

function interactionOf({ subject, turns }: Story, { agent, customer, channel, number, startedAt }: Frame): Interaction {
  const step = channel === 'email' ? 0 : 9_000;
  return {
    source: 'exemple-serie',
    externalId: `serie-${String(number + 1).padStart(3, '0')}`,
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
