import type { AnalysedInteraction, PledgeAct } from '#domain';
import { ORGANISATION } from '../../test/contracts/analysis-store.fixture.js';
import { heard, type Said } from '../../test/history/history.fixture.js';

const DAY_MS = 86_400_000;
const ACTS: readonly PledgeAct[] = ['refund', 'call-back', 'deliver', 'reply', 'send-document', 'send-technician', 'gesture'];
const CHANNELS = ['email', 'chat', 'phone'] as const;
const START = Date.parse('2026-01-05T09:00:00Z');

const dayOf = (n: number): string => new Date(START + n * DAY_MS).toISOString();

/** The `n`th interaction of a customer, a day after the one before: a pledge with a date, a refusal or a fulfilment, and how the customer is addressed. */
export function interaction(customer: string, n: number): AnalysedInteraction {
  const said: Said[] = [
    { kind: 'pledge', words: `parole ${n}`, act: ACTS[n % ACTS.length]!, topics: [`objet-${n % 5}`], euros: 20 + (n % 3), due: dayOf(n + 4).slice(0, 10) },
    { kind: n % 4 === 0 ? 'fulfilment' : 'refusal', words: `suite ${n}`, act: ACTS[(n + 3) % ACTS.length]!, topics: [`objet-${n % 3}`] },
    { kind: 'address', words: `vous ${n}`, register: 'vous' },
  ];
  return heard(ORGANISATION, { externalId: `${customer}-${n}`, customer, channel: CHANNELS[n % 3]!, startedAt: dayOf(n), caseRef: `d-${n % 4}`, said });
}
