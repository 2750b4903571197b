import {
  type AgentReportRow,
  type ChannelReportRow,
  type CountedDays,
  type Figures,
  type FindingView,
  type InteractionDetail,
  type InteractionSummary,
  type Organisation,
  proportion,
  type Report,
  type RulebookDescription,
  type RuleReportRow,
  type TeamReportRow,
  type TrendReportRow,
  STRICT_SETTINGS,
  type WholeInteraction,
} from '#domain';

/** One small story for every example of the OpenAPI document; the people and the brand are made up. */

const hash = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const agent = { ref: 'agent-07', name: 'Camille Roux' };
const team = { ref: 'equipe-nord', name: 'Équipe Nord' };
const said = 'Bonjour, désolée mais c’est impossible.';

export const exampleSummary: InteractionSummary = {
  id: '0c6d5f2e-3c1a-5b7e-9d41-8f2a6b0c1d2e',
  source: 'mailbox',
  externalId: '<20260914.091200@maison.example>',
  revision: 1,
  channel: 'email',
  startedAt: '2026-09-14T09:12:00.000Z',
  subject: 'Commande 2041',
  direction: 'outbound',
  language: 'fr',
  agents: [agent],
  agentSpoke: true,
  customer: { ref: 'client-112', name: 'Dominique Faure' },
  caseRef: 'dossier-2041',
  violations: 1,
  merits: 0,
  wordsGone: null,
};

export const exampleFinding: FindingView = {
  id: '6f0e1d2c-4b3a-5998-8776-5a4b3c2d1e0f',
  interactionId: exampleSummary.id,
  revision: 1,
  channel: 'email',
  startedAt: exampleSummary.startedAt,
  agent,
  team,
  ruleId: 'refus.impossible',
  rulebook: { name: 'exemple', version: '1.0.0', hash },
  polarity: 'violation',
  severity: 'major',
  commitment: { id: 'issue', text: 'Un client entend toujours ce que nous pouvons faire pour lui' },
  status: 'detected',
  review: null,
  byHand: null,
  comment: null,
  dispute: null,
  evidence: [{ turn: 0, start: 22, end: 38, quote: said.slice(22, 38), sense: 'said' }],
  against: null,
  explanation: 'Ferme l’échange ; le client repart sans solution.',
  instead: 'Voici ce que je peux vous proposer : …',
  confidence: 1,
  wordsGone: null,
  names: {},
};

export const exampleReviewedFinding: FindingView = {
  ...exampleFinding,
  status: 'dismissed',
  review: { verdict: 'dismissed', reason: 'wrong-context', note: 'La cliente plaisante, l’agent aussi.', by: 'local', at: '2026-09-15T08:30:00.000Z' },
};

export const exampleInteraction: InteractionDetail = {
  ...exampleSummary,
  endedAt: null,
  rulebook: exampleFinding.rulebook,
  turns: [
    {
      position: 0,
      id: '0',
      speaker: { role: 'agent', roleGuessed: false, ref: agent.ref, name: agent.name },
      text: said,
      offsetMs: 0,
      durationMs: null,
      private: false,
      zones: [{ kind: 'greeting', start: 0, end: 8 }],
    },
  ],
  findings: [exampleFinding],
  notChecked: [],
};

/** The same, as it was taken in. */
export const exampleWhole: WholeInteraction = {
  id: exampleSummary.id,
  interaction: {
    source: exampleSummary.source,
    externalId: exampleSummary.externalId,
    revision: 1,
    channel: 'email',
    startedAt: exampleSummary.startedAt,
    subject: 'Commande 2041',
    caseRef: 'dossier-2041',
    participants: [
      { id: 'a', role: 'agent', ...agent, team },
      { id: 'c', role: 'customer', ref: 'client-112', name: 'Dominique Faure' },
    ],
    turns: [{ id: '0', participantId: 'a', text: said, offsetMs: 0 }],
  },
  recordedAt: '2026-09-14T09:12:30.000Z',
  language: 'fr',
  rulebook: exampleFinding.rulebook,
  findings: [exampleFinding],
  notChecked: [],
};

const figures: Figures = {
  interactions: 80,
  withViolation: proportion(12, 80),
  withMerit: proportion(41, 80),
  violations: 15,
  merits: 63,
};

/** A Monday to Wednesday at the end wait for the rest of their week. */
const COUNTED: CountedDays = { from: '2026-09-01', to: '2026-09-27' };

export const exampleAgentRow: AgentReportRow = { agent, team, ...figures, awaitingReview: 3 };

export const exampleChannelRow: ChannelReportRow = { channel: 'email', figures, suppressed: null, counted: COUNTED };

export const exampleTeamRow: TeamReportRow = { team, figures, suppressed: null, counted: COUNTED };

export const exampleTrendRow: TrendReportRow = { from: '2026-09-07', to: '2026-09-13', figures, suppressed: null, counted: { from: '2026-09-07', to: '2026-09-13' } };

export const exampleRuleRow: RuleReportRow = {
  ruleId: exampleFinding.ruleId,
  polarity: 'violation',
  severity: 'major',
  why: exampleFinding.explanation,
  flagged: proportion(9, 240),
  findings: 10,
  notChecked: 0,
  precision: proportion(22, 24),
  observation: null,
  sampled: {
    samples: 1,
    interactions: 200,
    precision: { numerator: 41, denominator: 50, rate: 0.81, interval: { low: 0.68, high: 0.9, level: 0.95 }, effectiveSize: 46.2 },
    recall: { numerator: 41, denominator: 45, rate: 0.62, interval: { low: 0.36, high: 0.83, level: 0.95 }, effectiveSize: 13.1 },
  },
  suppressed: null,
  counted: COUNTED,
};

export const exampleReport = <Row>(row: Row): Report<Row> => ({
  basis: 'confirmed',
  period: { from: '2026-09-01', to: '2026-09-30', timeZone: 'Europe/Paris' },
  lag: 0,
  rows: [row],
});

export const exampleRulebook: RulebookDescription = {
  ...exampleFinding.rulebook,
  language: 'fr',
  promise: 'Nous sommes des gentlemen au service d’autres gentlemen',
  commitments: { issue: 'Un client entend toujours ce que nous pouvons faire pour lui' },
  rules: [
    {
      id: 'refus.impossible',
      kind: 'wording',
      polarity: 'violation',
      severity: 'major',
      serves: 'issue',
      why: exampleFinding.explanation,
      instead: 'Voici ce que je peux vous proposer : …',
      speaker: 'agent',
      channels: ['email', 'chat', 'phone'],
    },
  ],
};

export const exampleOrganisation: Organisation = {
  id: 'maison-exemple',
  name: 'Maison Exemple',
  timeZone: 'Europe/Paris',
  settings: STRICT_SETTINGS,
};
