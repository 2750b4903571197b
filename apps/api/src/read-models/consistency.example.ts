import { proportion, type ConsistencyRow } from '#domain';
import { exampleFinding } from './examples.js';

/** The same story as in examples.ts, six agents later. */
export const exampleConsistencyRow: ConsistencyRow = {
  subject: 'rule',
  id: exampleFinding.ruleId,
  text: exampleFinding.explanation,
  commitment: exampleFinding.commitment.id,
  polarity: 'violation',
  counted: { from: '2026-09-01', to: '2026-09-29' },
  agents: 6,
  mean: proportion(52, 412),
  betweenAgents: { verdict: 'beyond-chance', groups: 6, leftOut: 0, deviation: 0.061, interval: { low: 0.028, high: 0.17, level: 0.95 }, p: 0.0006, q: 0.004 },
  betweenChannels: { verdict: 'nothing-certain', groups: 2, leftOut: 0, deviation: 0, interval: { low: 0, high: 0.21, level: 0.95 }, p: 0.62, q: 0.8 },
  withinAgent: { verdict: 'not-enough-data', groups: 0, leftOut: 0, deviation: null, interval: null, p: null, q: null },
  channels: [
    { channel: 'email', flagged: proportion(29, 240), difference: -0.005, interval: { low: -0.08, high: 0.07, level: 0.95 }, verdict: 'nothing-certain' },
    { channel: 'chat', flagged: proportion(23, 172), difference: 0.008, interval: { low: -0.1, high: 0.11, level: 0.95 }, verdict: 'nothing-certain' },
  ],
  funnel: {
    basis: 'confirmed',
    mean: proportion(44, 412),
    overdispersion: 3.1,
    undecided: 8,
    points: [
      {
        agent: { ref: 'agent-07', name: 'Camille Roux' },
        team: { ref: 'equipe-nord', name: 'Équipe Nord' },
        flagged: proportion(9, 80),
        expected: 0.107,
        limits: [
          { level: 0.95, low: 4, high: 14 },
          { level: 0.998, low: 2, high: 18 },
        ],
        position: 'within',
      },
    ],
  },
  suppressed: null,
};
