import { z } from 'zod';
import type { Line } from './line.js';
import { AGENT, key, type World } from './world.js';

const id = z.object({ id: z.string() });
const dayFromNow = (days: number): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date(Date.now() + days * 86_400_000));

const session = async (world: World, ...states: readonly ['planned'?, 'held'?]) => {
  const { ruleId } = await world.interaction();
  const made = await world.must('POST', { as: 'coach', url: '/v1/coaching-sessions', body: { agent: AGENT, rules: [ruleId] } }, id);
  for (const state of states) await world.must('PUT', { as: 'coach', url: `/v1/coaching-sessions/${made.id}/state`, body: { state, on: dayFromNow(0) } }, z.unknown());
  return made.id;
};

const DEFINITION = {
  name: 'Accueil', purpose: null,
  sections: [{ id: 'accueil', title: 'Accueil', criteria: [{ id: 'salue', question: 'Le client est-il salué ?', help: null, critical: null, condition: null, weight: 100, source: { kind: 'yes-no', notApplicable: true } }] }],
};
const scorecard = async (world: World, published: boolean) => {
  const made = await world.must('POST', { as: 'supervisor', url: '/v1/scorecards', body: DEFINITION }, id);
  if (published) await world.must('POST', { as: 'supervisor', url: `/v1/scorecards/${made.id}/versions/1/publication`, body: { effectiveOn: dayFromNow(0) } }, z.unknown());
  return made.id;
};
const ANSWERS = { answers: [{ criterion: 'salue', answer: 'yes', evidence: [{ turn: 1, start: 0, end: 7 }] }] };
const evaluation = async (world: World, upTo: 'draft' | 'answered' | 'submitted' = 'draft') => {
  const { id: interaction } = await world.interaction();
  const made = await world.must('POST', { as: 'supervisor', url: `/v1/interactions/${interaction}/evaluations`, body: { scorecard: await scorecard(world, true), agent: AGENT } }, id);
  const url = `/v1/evaluations/${made.id}`;
  if (upTo !== 'draft') await world.must('PUT', { as: 'supervisor', url: `${url}/answers`, body: ANSWERS }, z.unknown());
  if (upTo === 'submitted') await world.must('POST', { as: 'supervisor', url: `${url}/submission` }, z.unknown());
  return url;
};

/** Coaching, scorecards and evaluations. */
export const LINES_OF_PEOPLE: Readonly<Record<string, Line>> = {
  'POST /v1/coaching-sessions': { keyed: true, prepare: async (world) => ({ as: 'coach', url: '/v1/coaching-sessions', body: { agent: AGENT, rules: [(await world.interaction()).ruleId] }, headers: key() }) },
  'PATCH /v1/coaching-sessions/{id}': { versioned: true, prepare: async (world) => ({ as: 'coach', url: `/v1/coaching-sessions/${await session(world)}`, body: { windowDays: 40 }, headers: { 'if-match': '"1"' } }) },
  'DELETE /v1/coaching-sessions/{id}': { prepare: async (world) => ({ as: 'coach', url: `/v1/coaching-sessions/${await session(world)}` }) },
  'PUT /v1/coaching-sessions/{id}/note': { prepare: async (world) => ({ as: 'coach', url: `/v1/coaching-sessions/${await session(world, 'planned')}/note`, body: { text: 'Trois échanges relus.', shared: true } }) },
  'PUT /v1/coaching-sessions/{id}/state': { prepare: async (world) => ({ as: 'coach', url: `/v1/coaching-sessions/${await session(world)}/state`, body: { state: 'planned', on: dayFromNow(3) } }) },
  'POST /v1/me/coaching-sessions/{id}/acknowledgement': { prepare: async (world) => ({ as: 'agent', url: `/v1/me/coaching-sessions/${await session(world, 'planned', 'held')}/acknowledgement` }) },
  'PUT /v1/me/coaching-sessions/{id}/note': { prepare: async (world) => ({ as: 'agent', url: `/v1/me/coaching-sessions/${await session(world, 'planned', 'held')}/note`, body: { text: 'À revoir ensemble.' } }) },
  'POST /v1/demonstration/session': { apart: 'only where access is open', prepare: async (world) => ({ as: null, url: '/v1/demonstration/session', body: { accountId: world.idOf('coach') } }) },
  'POST /v1/scorecards': { keyed: true, prepare: async () => ({ as: 'supervisor', url: '/v1/scorecards', body: DEFINITION, headers: key() }) },
  'POST /v1/scorecards/check': { apart: 'only looks', prepare: async () => ({ as: 'supervisor', url: '/v1/scorecards/check', body: DEFINITION }) },
  'PUT /v1/scorecards/{id}/draft': { prepare: async (world) => ({ as: 'supervisor', url: `/v1/scorecards/${await scorecard(world, false)}/draft`, body: { ...DEFINITION, name: 'Autre' } }) },
  'DELETE /v1/scorecards/{id}/versions/{version}': { prepare: async (world) => ({ as: 'supervisor', url: `/v1/scorecards/${await scorecard(world, false)}/versions/1` }) },
  'POST /v1/scorecards/{id}/versions/{version}/publication': { prepare: async (world) => ({ as: 'supervisor', url: `/v1/scorecards/${await scorecard(world, false)}/versions/1/publication`, body: { effectiveOn: dayFromNow(0) } }) },
  'POST /v1/scorecards/{id}/versions/{version}/retirement': { prepare: async (world) => ({ as: 'supervisor', url: `/v1/scorecards/${await scorecard(world, true)}/versions/1/retirement`, body: { from: dayFromNow(5) } }) },
  'POST /v1/interactions/{id}/evaluations': { keyed: true, prepare: async (world) => {
    const [{ id: interaction }, card] = [await world.interaction(), await scorecard(world, true)];
    return { as: 'supervisor', url: `/v1/interactions/${interaction}/evaluations`, body: { scorecard: card, agent: AGENT }, headers: key() };
  } },
  'DELETE /v1/evaluations/{id}': { prepare: async (world) => ({ as: 'supervisor', url: await evaluation(world) }) },
  'PUT /v1/evaluations/{id}/answers': { prepare: async (world) => ({ as: 'supervisor', url: `${await evaluation(world)}/answers`, body: ANSWERS }) },
  'POST /v1/evaluations/{id}/submission': { prepare: async (world) => ({ as: 'supervisor', url: `${await evaluation(world, 'answered')}/submission` }) },
  'PUT /v1/evaluations/{id}/acknowledgement': { prepare: async (world) => ({ as: 'agent', url: `${await evaluation(world, 'submitted')}/acknowledgement` }) },
  'PUT /v1/evaluations/{id}/comment': { prepare: async (world) => ({ as: 'agent', url: `${await evaluation(world, 'submitted')}/comment`, body: { text: 'La cliente le savait déjà.' } }) },
};
