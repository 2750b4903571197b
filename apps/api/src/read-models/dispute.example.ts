import type { FindingView, OwnFindings } from '#domain';
import { exampleAgentRow, exampleFinding, exampleReport } from './examples.js';

const ACCOUNT = '3f2c1b0a-9d8e-4c7b-8a69-5f4e3d2c1b0a';
const REVIEWER = '7a6b5c4d-3e2f-4a1b-9c8d-0e1f2a3b4c5d';
const RESOLVER = '1b2c3d4e-5f60-4718-8293-a4b5c6d7e8f9';
const AT = '2026-09-15T08:30:00.000Z';

const confirmed: FindingView = { ...exampleFinding, status: 'confirmed', review: { verdict: 'confirmed', reason: null, note: null, by: REVIEWER, at: AT }, names: { [REVIEWER]: 'Anne Exemple' } };

export const exampleCommentedFinding: FindingView = {
  ...confirmed,
  comment: { text: 'La cliente venait de me dire qu’elle avait déjà la réponse.', by: ACCOUNT, at: '2026-09-15T09:00:00.000Z' },
  names: { ...confirmed.names, [ACCOUNT]: 'Camille Roux' },
};

export const exampleDisputedFinding: FindingView = {
  ...confirmed,
  status: 'disputed',
  dispute: { state: 'open', reason: 'Je citais la cliente : ces mots ne sont pas les miens.', by: ACCOUNT, at: '2026-09-16T10:00:00.000Z', against: { by: REVIEWER, at: AT }, ruling: null },
  names: { ...confirmed.names, [ACCOUNT]: 'Camille Roux' },
};

const ruling = { cause: 'wrong-context', reason: 'Ces mots citent la cliente.', by: RESOLVER, at: '2026-09-17T14:00:00.000Z' } as const;

export const exampleResolvedFinding: FindingView = {
  ...exampleDisputedFinding,
  status: 'dismissed',
  review: { verdict: 'dismissed', reason: ruling.cause, note: ruling.reason, by: ruling.by, at: ruling.at },
  dispute: { ...exampleDisputedFinding.dispute!, state: 'overturned', ruling: { outcome: 'overturned', ...ruling } },
  names: { ...exampleDisputedFinding.names, [RESOLVER]: 'Bruno Exemple' },
};

export const exampleOwnFindings: OwnFindings = {
  agent: exampleAgentRow.agent,
  disputeDays: 30,
  openDisputes: 0,
  report: exampleReport(exampleAgentRow),
  items: [{ finding: confirmed, surroundings: [{ before: 'Bonjour, ', after: ' : votre commande est déjà partie.' }], disputableUntil: '2026-10-15T08:30:00.000Z' }],
  next: null,
};
