import type { Calibration, CalibrationItem } from '#domain';
import { exampleFinding } from './examples.js';

const ANNE = '5e0c7f86-6a51-4c1f-9b5f-0d8a0a1f2b3c';
const BRUNO = '9a1b2c3d-4e5f-4a6b-8c7d-0e1f2a3b4c5d';
const figures = {
  findings: 30, compared: 30, judgements: 60, confirmed: 0.65, observed: 0.9,
  alpha: { value: 0.7846, interval: { low: 0.55, high: 1, level: 0.95 } }, ac1: { value: 0.8165, interval: { low: 0.6, high: 1, level: 0.95 } },
};

export const exampleCalibration: Calibration = {
  id: '3c1f5a52-7a0e-5b0c-9f26-2f5b0a7d9e11',
  name: 'Refus, octobre',
  frame: { from: '2026-10-01', to: '2026-10-31', channels: [], teams: [], rules: ['refus.impossible'] },
  seed: 'octobre',
  dueOn: '2026-11-15',
  drawnBy: ANNE,
  drawnAt: '2026-11-02T08:00:00.000Z',
  state: 'closed',
  closedAt: '2026-11-12T16:20:00.000Z',
  findings: 30,
  reviewers: [{ id: ANNE, name: 'Anne', judged: 30, toJudge: 30 }, { id: BRUNO, name: 'Bruno', judged: 30, toJudge: 30 }],
  agreement: { overall: figures, rules: [{ ruleId: 'refus.impossible', ...figures }] },
};

const { status: _status, review: _review, comment: _comment, dispute: _dispute, agent: _agent, team: _team, against: _against, ...words } = exampleFinding;
const confirmed = { verdict: 'confirmed', reason: null, note: null } as const;
const dismissed = { verdict: 'dismissed', reason: 'wrong-context', note: 'La cliente plaisante.' } as const;

export const exampleItem: CalibrationItem = {
  position: 0,
  findingId: words.id,
  ruleId: words.ruleId,
  finding: words,
  mine: confirmed,
  judgements: [{ by: ANNE, ...confirmed }, { by: BRUNO, ...dismissed }],
  remarks: [{ by: BRUNO, at: '2026-11-12T16:30:00.000Z', text: 'Elle rit deux tours plus loin.' }],
  resolution: { ...confirmed, by: ANNE, at: '2026-11-12T16:40:00.000Z' },
};
