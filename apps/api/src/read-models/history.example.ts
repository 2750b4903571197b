import type { ContradictionView, CustomerTimeline, PledgeView } from '#domain';
import { exampleFinding, exampleSummary } from './examples.js';

const evidence = (turn: number, quote: string) => ({ turn, start: 0, end: quote.length, quote, sense: 'said' as const });

export const examplePledge: PledgeView = {
  id: '5b0d7c5e-2f27-5c37-9f0e-6a8f1c1d2e31',
  interactionId: exampleSummary.id,
  channel: 'phone',
  at: '2026-09-14T07:12:00.000Z',
  agent: { ref: 'agent-07', name: 'Camille Roux' },
  customer: { ref: 'client-12', name: 'Jeanne Exemple' },
  caseRef: 'D-1052',
  act: 'call-back',
  object: null,
  amount: null,
  quantity: null,
  evidence: evidence(3, 'je vous rappelle demain avant midi'),
  deadline: { quote: 'demain avant midi', by: '2026-09-15T12:00', dueAt: '2026-09-15T10:00:00.000Z' },
  condition: null,
  status: 'broken',
  settledAt: '2026-09-15T10:00:00.000Z',
  settledBy: null,
  contradicted: false,
};

export const exampleContradiction: ContradictionView = {
  id: '0f0e9a1c-44d2-5a0b-8d0e-1f2a3b4c5d6e',
  kind: 'amount-changed',
  detail: '60\u00A0€, puis 45\u00A0€.',
  customer: { ref: 'client-12', name: 'Jeanne Exemple' },
  earlier: { interactionId: '7c1d2e3f-0a1b-5c2d-8e3f-4a5b6c7d8e9f', channel: 'email', at: '2026-09-10T08:00:00.000Z', agentRef: 'agent-03', agent: { ref: 'agent-03', name: 'Agent C' }, evidence: [evidence(1, 'nous vous rembourserons 60 €')] },
  later: { interactionId: exampleSummary.id, channel: 'phone', at: '2026-09-14T07:12:00.000Z', agentRef: 'agent-07', agent: { ref: 'agent-07', name: null }, evidence: [evidence(3, 'on vous remboursera quarante-cinq euros')] },
};

export const exampleTimeline: CustomerTimeline = {
  customer: { ref: 'client-12', name: 'Jeanne Exemple' },
  pledges: { open: 0, kept: 1, 'kept-late': 0, unheard: 0, broken: 1, released: 0 },
  contradictions: 1,
  items: [
    {
      interaction: exampleSummary,
      findings: [exampleFinding],
      pledges: [examplePledge],
      contradictions: [exampleContradiction],
      customer: [{ kind: 'displeased', ...evidence(2, 'On m’avait dit soixante euros, je suis déçue.') }],
      wording: { displeasedBefore: 0, displeasedAfter: 1, thanksBefore: 0, thanksAfter: 0, sentencesBefore: 1, sentencesAfter: 3 },
    },
  ],
  next: null,
};
