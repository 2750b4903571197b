import { type CoachingEffectReport, type CoachingPreparation, type CoachingSession, type CoachingSessionSummary, proportion } from '#domain';
import { exampleFinding } from './examples.js';

const COACH = '5e0c7f86-6a51-4c1f-9b5f-0d8a0a1f2b3c';
const AGENT = '3f2c1b0a-9d8e-4c7b-8a69-5f4e3d2c1b0a';
const names = { agent: { ref: 'agent-07', name: 'Camille Roux' }, team: { ref: 'equipe-nord', name: 'Équipe Nord' } };

export const exampleCoachingSummary: CoachingSessionSummary = {
  id: '8a1f5a52-7a0e-5b0c-9f26-2f5b0a7d9e11',
  ...names,
  coach: { id: COACH, name: 'Anne Dumont' },
  state: 'acknowledged',
  plannedOn: '2026-10-05',
  heldOn: '2026-10-05',
  followUpOn: '2026-11-06',
  followedUpOn: null,
  acknowledgedAt: '2026-10-06T08:30:00.000Z',
  rules: [{ ruleId: exampleFinding.ruleId, polarity: 'violation' }],
  measure: { windowDays: 28, until: '2026-11-02' },
  createdAt: '2026-10-01T09:00:00.000Z',
  version: 5,
};

export const exampleCoachingSession: CoachingSession = {
  ...exampleCoachingSummary,
  agenda: [{ findingId: exampleFinding.id, ruleId: exampleFinding.ruleId, finding: { ...exampleFinding, status: 'confirmed' } }],
  actions: [{ text: 'Dire ce que l’on peut faire avant ce que l’on ne peut pas', dueOn: '2026-10-15', done: true }],
  notes: [
    { side: 'coach', by: COACH, name: 'Anne Dumont', text: 'Nous avons relu trois échanges ensemble.', shared: true, at: '2026-10-05T15:00:00.000Z' },
    { side: 'agent', by: AGENT, name: 'Camille Roux', text: 'La formulation « voici ce que je peux faire » me convient.', shared: true, at: '2026-10-06T08:25:00.000Z' },
  ],
};

export const exampleCoachingPreparation: CoachingPreparation = {
  ...names,
  basis: 'confirmed',
  period: { from: '2026-09-01', to: '2026-09-30', timeZone: 'Europe/Paris' },
  suppressed: null,
  proposals: [
    {
      ruleId: exampleFinding.ruleId,
      why: exampleFinding.explanation,
      polarity: 'violation',
      direction: 'to-work-on',
      counted: { from: '2026-09-01', to: '2026-09-30' },
      flagged: proportion(19, 80),
      expected: 0.11,
      limits: [{ level: 0.95, low: 4, high: 15 }, { level: 0.998, low: 2, high: 19 }],
      position: 'above-95',
      peers: 9,
      excerpts: [{ ...exampleFinding, status: 'confirmed' }],
    },
  ],
  examined: 14,
  notEnough: ['jargon.sigle'],
  observed: [],
};

export const exampleCoachingEffect: CoachingEffectReport = {
  sessionId: exampleCoachingSummary.id,
  ...names,
  basis: 'confirmed',
  timeZone: 'Europe/Paris',
  windows: { before: { from: '2026-09-07', to: '2026-10-04' }, after: { from: '2026-10-06', to: '2026-11-02' } },
  rules: [
    {
      ruleId: exampleFinding.ruleId,
      polarity: 'violation',
      better: 'fewer',
      verdict: 'nothing-certain',
      short: null,
      measured: {
        coached: { before: proportion(19, 80), after: proportion(9, 84) },
        peers: { agents: 9, flagged: { before: proportion(72, 640), after: proportion(70, 655) } },
        estimate: -0.12,
        interval: { low: -0.25, high: 0.01, level: 0.95 },
        regressionToMean: { expected: -0.05, warns: true },
        undecided: { coached: 2, peers: 11 },
      },
    },
  ],
};
