import { SAMPLE_SETTINGS } from '#domain';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Coaching, type Member, startCoaching, TODAY } from '../../apps/api/test/coaching-story.js';
import { analysed } from '../contracts/analysis-store.fixture.js';
import { dumpEverything, residues } from './residue.js';

let api: Coaching;
let carla: Member;
let aline: Member;

/** Nobody else says or is any of these. */
const HERS = 'Madame, votre guéridon améthyste arrive jeudi matin.';
const WORDS = ['c-quartz', 'améthyste', 'guéridon'];
const her = analysed({ externalId: 'q-1', customer: 'c-quartz', agent: 'nord-0', team: 'nord', text: HERS, found: ['refus'] });
const other = analysed({ externalId: 'q-2', customer: 'c-2', agent: 'nord-0', team: 'nord', found: ['refus'] });

beforeAll(async () => {
  api = await startCoaching(SAMPLE_SETTINGS);
  carla = await api.member('carla', ['coach'], ['nord']);
  aline = await api.member('aline', ['agent'], 'all', 'nord-0');
  await api.take([her, other]);
});
afterAll(() => api.stop());

it('an erased customer leaves the agenda, notes and actions that are about her, and nothing else goes', async () => {
  const agenda = [her, other].map(({ analysis }) => analysis.findings[0]!.id);
  const { id } = (await api.as(carla, 'post', '/coaching-sessions').send({ agent: 'nord-0', rules: ['refus'], agenda })).body;
  const path = `/coaching-sessions/${id}`;
  await api.as(carla, 'put', `${path}/state`).send({ state: 'planned', on: TODAY });
  const kept = { text: 'Proposer une date avant de refuser', dueOn: null, done: false };
  await api.as(carla, 'patch', path).send({ actions: [{ text: 'Rappeler c-quartz' }, kept] });
  await api.as(carla, 'put', `${path}/note`).send({ text: 'Ton juste : « VOTRE guéridon améthyste arrive jeudi matin »', shared: true });
  await api.as(aline, 'put', `/me${path}/note`).send({ text: 'La date m’aide. Je le referai jeudi.', shared: true });
  // A session that has nothing of hers on its agenda, and pages that were opened before.
  const apart = (await api.as(carla, 'post', '/coaching-sessions').send({ agent: 'nord-0', rules: ['refus'] })).body.id;
  await api.as(carla, 'put', `/coaching-sessions/${apart}/note`).send({ text: 'Bien dit : votre guéridon améthyste arrive jeudi matin', shared: true });
  const opened = (await api.as(carla, 'get', path)).headers['etag']!;
  expect(residues(await dumpEverything(api.owner), WORDS).length).toBeGreaterThan(0);

  const erased = await api.as(api.admin, 'post', '/erasures').send({ customer: 'c-quartz', reason: 'Demande n° 42' });
  expect(erased.status).toBe(201);
  expect(residues(await dumpEverything(api.owner), WORDS)).toEqual([]);
  const { body } = await api.as(carla, 'get', path);
  expect(body.agenda.map(({ findingId }: { findingId: string }) => findingId)).toEqual([agenda[1]]);
  expect(body.actions).toEqual([{ text: 'effacé', dueOn: null, done: false }, kept]);
  expect(body.notes.map(({ text }: { text: string }) => text)).toEqual(['effacé', 'La date m’aide. Je le referai jeudi.']);
  expect((await api.as(carla, 'patch', path).set('if-match', opened).send({ actions: [{ text: 'Rappeler c-quartz' }] })).status).toBe(412);
});
