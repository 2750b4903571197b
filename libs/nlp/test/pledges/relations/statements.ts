import { type Address, type Claim, type Fact, type Fulfilment, type Pledge, type Refusal, type Statement, stableId, statementIdOf } from '#domain';

type Told<S extends Statement> = Partial<Omit<S, 'evidence' | 'kind'>> & { readonly at: string; readonly quote?: string };

let made = 0;

function base<K extends Statement['kind']>(kind: K, told: { readonly at: string; readonly interactionId?: string; readonly quote?: string }) {
  made += 1;
  const interactionId = told.interactionId ?? stableId('essai', told.at);
  const quote = told.quote ?? `${kind} ${made}`;
  const place = { turn: 0, start: made * 100, end: made * 100 + quote.length };
  return {
    kind,
    id: statementIdOf(interactionId, 1, kind, place),
    interactionId,
    revision: 1,
    channel: 'email' as const,
    caseRef: 'd-1',
    agentRef: 'a-1',
    confidence: 1,
    evidence: { ...place, quote, sense: 'said' as const },
  };
}

const ABOUT = { act: 'refund' as const, actor: 'company' as const, object: null, topics: [], amount: null, quantity: null };

/** Hand-made statements: what matters is given, the rest is of one case. Without an interaction's id, each moment is one of its own. */
export const pledge = ({ quote, ...told }: Told<Pledge>): Pledge => ({
  ...base('pledge', { ...told, quote }), ...ABOUT, deadline: null, condition: null, firmness: told.condition ? 'conditional' : 'firm', because: null, ...told,
});
export const refusal = ({ quote, ...told }: Told<Refusal>): Refusal => ({ ...base('refusal', { ...told, quote }), ...ABOUT, ...told });
export const fulfilment = ({ quote, ...told }: Told<Fulfilment>): Fulfilment => ({ ...base('fulfilment', { ...told, quote }), ...ABOUT, done: true, ...told });
export const claim = ({ quote, ...told }: Told<Claim>): Claim => ({ ...base('claim', { ...told, quote }), question: 'cost', answer: 'free', topics: [], amount: null, ...told });
export const address = ({ quote, ...told }: Told<Address>): Address => ({ ...base('address', { ...told, quote }), register: 'vous', ...told });
export const fact = (told: Partial<Fact> & { readonly at: string }): Fact => ({ id: stableId('fait', told.at), act: 'refund', caseRef: 'd-1', topics: [], amount: null, ...told });

/** Due at the end of a day in Paris, in winter. */
export const by = (day: string): NonNullable<Pledge['deadline']> => ({
  words: { start: 0, end: 1, quote: 'x' },
  from: null,
  by: { local: day, instant: new Date(Date.parse(`${day}T23:00:00Z`)).toISOString() },
});
export const eur = (value: number) => ({ value, currency: 'EUR' as const });
