import { type CountedFigures, type Evaluation, type EvaluationSummary, type InteractionEvaluations, proportion, type ScoreReport } from '#domain';
import { exampleSummary } from './examples.js';
import { exampleDefinition, exampleScorecard } from './scorecard.example.js';

const agent = { ref: 'agent-07', name: 'Camille Roux' };
const team = { ref: 'equipe-nord', name: 'Équipe Nord' };
const { id, name } = exampleScorecard;
const whole = { numerator: 1, denominator: 1 };

export const exampleEvaluationSummary: EvaluationSummary = {
  id: '2d3e4f50-6172-5839-8a4b-5c6d7e8f9012',
  scorecard: { id, name, version: 1 },
  interactionId: exampleSummary.id,
  channel: 'email',
  startedAt: exampleSummary.startedAt,
  agent,
  team,
  state: 'submitted',
  by: { id: '5e0c7f86-6a51-4c1f-9b5f-0d8a0a1f2b3c', name: 'Anne' },
  draftedAt: '2026-11-12T16:00:00.000Z',
  submittedAt: '2026-11-12T16:20:00.000Z',
  result: {
    state: 'scored',
    score: { ...whole, percent: 100 },
    failures: [],
    sections: [{ id: 'accueil', score: whole }, { id: 'solution', score: null }],
    criteria: [{ id: 'salue', state: 'counted', result: whole, why: null }, { id: 'ecoute', state: 'left-out', result: null, why: 'condition' }],
  },
  replaces: null,
  replacedBy: null,
  acknowledgedAt: null,
};

export const exampleEvaluation: Evaluation = {
  ...exampleEvaluationSummary,
  definition: exampleDefinition,
  answers: [{ criterion: 'salue', answer: 'yes', comment: null, evidence: [{ turn: 0, start: 0, end: 7, quote: 'Bonjour' }] }],
  comment: null,
  revision: 3,
};

export const exampleInteractionEvaluations: InteractionEvaluations = {
  automatic: [
    {
      scorecard: { id, name },
      agent,
      now: {
        state: 'open', score: null, failures: [], sections: [{ id: 'accueil', score: null }, { id: 'solution', score: null }],
        criteria: [{ id: 'refus', state: 'open', result: null, why: null }], version: 1, basis: 'confirmed', computedAt: '2026-11-12T15:00:00.000Z',
      },
      before: [],
    },
  ],
  human: [exampleEvaluationSummary],
  fillable: [{ id, name, version: 1 }],
  agents: [agent],
};

const figures: CountedFigures = {
  n: 24, mean: 0.8125, interval: { low: 0.72, high: 0.905, level: 0.95 }, distribution: [0, 1, 3, 8, 12], criticalFailures: proportion(1, 24), open: 3, counted: null,
};

export const exampleScoreReport: ScoreReport = {
  scorecard: { id, name },
  by: 'agent',
  basis: 'confirmed',
  period: { from: '2026-11-01', to: '2026-11-30', timeZone: 'Europe/Paris' },
  lag: 0,
  rows: [{ agent, team, channel: null, automatic: figures, human: { ...figures, n: 12, distribution: [0, 0, 2, 4, 6], criticalFailures: proportion(0, 12), open: 0 }, suppressed: [] }],
};
