import { type FindingView, interactionIdOf, STRICT_SETTINGS } from '#domain';
import { Projector } from '#storage';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { analysed, ORGANISATION } from '../../../test/contracts/analysis-store.fixture.js';
import { findingView } from '../src/read-models/finding.schema.js';
import { startTestApi, type TestApi } from './start-test-api.js';

const TEXT = 'C’est hors de question 🙁, voyez ailleurs.';
let api: TestApi;
let stories = 0;
let story: string;
beforeAll(async () => {
  api = await startTestApi({ ...STRICT_SETTINGS, groupMinAgents: 1, groupMinInteractions: 1 });
});
afterAll(() => api.stop());
beforeEach(async () => {
  story = `h${++stories}`;
  await api.take([spoken()]);
});

const spoken = (more: Partial<Parameters<typeof analysed>[0]> = {}) => analysed({ externalId: story, agent: `agent-${story}`, text: TEXT, found: [], ...more });
const interaction = () => interactionIdOf(ORGANISATION, 'essai', story);
/** « voyez ailleurs », after a character of two UTF-16 units. */
const WORDS = { turn: 1, start: TEXT.indexOf('voyez'), end: TEXT.indexOf('.'), rule: 'refus' };
const add = (body: object = WORDS) => api.post(`/v1/interactions/${interaction()}/findings`).send(body);
const findings = async (): Promise<FindingView[]> => (await api.get(`/v1/interactions/${interaction()}`)).body.findings.map((one: unknown) => findingView.parse(one));
const agentRow = async () => {
  await api.app.get(Projector).settle();
  return (await api.get(`/v1/reports/agents?agent=agent-${story}`)).body.rows[0];
};
const ruleRow = async () => {
  await api.app.get(Projector).settle();
  return (await api.get('/v1/reports/rules')).body.rows.find(({ ruleId }: { ruleId: string }) => ruleId === 'refus');
};
const journalled = async (type: string): Promise<number> =>
  Number((await api.owner.query(`SELECT count(*) AS n FROM journal WHERE type = $1 AND payload->'after'->>'interactionId' = $2`, [type, interaction()]))[0].n);

describe('a finding by hand', () => {
  it('is shown with its words and author, and counts like a confirmed one, but in no precision', async () => {
    const before = await ruleRow();
    const answer = await add({ ...WORDS, note: ' Dit autrement. ' });
    expect(answer.status).toBe(201);
    const finding = findingView.parse(answer.body);
    expect(finding).toMatchObject({ ruleId: 'refus', status: 'confirmed', review: null, byHand: { by: 'local', note: 'Dit autrement.' }, explanation: 'Ferme l’échange.', evidence: [{ turn: 1, quote: 'voyez ailleurs', sense: 'said' }] });
    expect(finding.agent!.ref).toBe(`agent-${story}`);
    expect(await findings()).toEqual([finding]);
    expect(await agentRow()).toMatchObject({ violations: 1, withViolation: { numerator: 1, denominator: 1 }, awaitingReview: 0 });
    const after = await ruleRow();
    expect(after.precision).toEqual(before.precision);
    expect(after.findings).toBe(before.findings + 1);
  });

  it('is added once, though asked 1,000 times, 200 at once', async () => {
    for (let wave = 0; wave < 5; wave++) {
      const answers = await Promise.all(Array.from({ length: 200 }, () => add()));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    }
    expect(await journalled('finding.added')).toBe(1);
    expect(await agentRow()).toMatchObject({ violations: 1 });
  });

  it('can be taken back: every figure is as before', async () => {
    const [row, rule] = [await agentRow(), await ruleRow()];
    const { id } = (await add()).body;
    expect((await api.delete(`/v1/findings/${id}`)).body).toEqual({ id });
    expect(await findings()).toEqual([]);
    expect([await agentRow(), await ruleRow()]).toEqual([row, rule]);
    expect((await api.delete(`/v1/findings/${id}`)).body.code).toBe('not_found');
    expect([await journalled('finding.added'), await journalled('finding.removed')]).toEqual([1, 1]);
    expect((await add()).body.id).toBe(id);
  });

  it('is not judged, and a rule’s finding is not removed', async () => {
    const { id } = (await add()).body;
    expect((await api.put(`/v1/findings/${id}/review`).send({ verdict: 'confirmed' })).body.code).toBe('added_by_hand');
    await api.take([spoken({ revision: 2, found: ['jargon'] })]);
    const jargon = (await findings()).find(({ ruleId }) => ruleId === 'jargon')!;
    expect((await api.delete(`/v1/findings/${jargon.id}`)).body.code).toBe('found_by_rule');
    expect((await add({ turn: 1, start: 0, end: 9, rule: 'jargon' })).body.code).toBe('found_by_rule');
  });

  it.each([
    ['an unknown rule', { ...WORDS, rule: 'jamais' }, '#/rule'],
    ['a turn that is not there', { ...WORDS, turn: 9 }, '#/turn'],
    ['words beyond the end', { ...WORDS, end: 500 }, '#/end'],
    ['a blank', { ...WORDS, start: 5, end: 6 }, '#/end'],
    ['a rule about agents on a customer’s words', { ...WORDS, turn: 0, start: 0, end: 7 }, '#/turn'],
    ['an end before the start', { ...WORDS, end: 1 }, 'end'],
  ])('refuses %s, and names the field', async (_name, body, pointer) => {
    const answer = await add(body);
    expect([answer.status, answer.body.code]).toEqual([422, 'unprocessable']);
    expect(JSON.stringify(answer.body.errors)).toContain(pointer);
    expect(await findings()).toEqual([]);
  });

  it('does not know an interaction that is not there', async () => {
    expect((await api.post('/v1/interactions/6f0e1d2c-4b3a-5998-8776-5a4b3c2d1e0f/findings').send(WORDS)).body.code).toBe('not_found');
  });
});

describe('a finding by hand and the next revision', () => {
  it('stays with its words, waits while they are gone, and is there again with them', async () => {
    const { id } = (await add()).body;
    await api.take([spoken({ revision: 2, found: ['jargon'] })]);
    expect((await findings()).map(({ id: one, ruleId, status }) => [one === id, ruleId, status])).toEqual([[false, 'jargon', 'detected'], [true, 'refus', 'confirmed']]);
    expect(await agentRow()).toMatchObject({ interactions: 1, violations: 1, awaitingReview: 1 });
    await api.take([spoken({ revision: 3, text: 'Tout autre chose a été dit ici même.' })]);
    expect(await findings()).toEqual([]);
    expect(await agentRow()).toMatchObject({ interactions: 1, violations: 0 });
    await api.take([spoken({ revision: 4 }), spoken({ revision: 5 })]);
    expect(await findings()).toMatchObject([{ id, revision: 5, byHand: { by: 'local' } }]);
    expect(await agentRow()).toMatchObject({ interactions: 1, violations: 1 });
    expect((await api.delete(`/v1/findings/${id}`)).status).toBe(200);
    expect(await agentRow()).toMatchObject({ interactions: 1, violations: 0 });
  });

  it('becomes the rule’s own, confirmed, once the rule finds the same words', async () => {
    // The fixture's rule finds the first two characters.
    await add({ turn: 1, start: 0, end: 2, rule: 'refus' });
    const before = (await ruleRow()).precision;
    await api.take([spoken({ revision: 2, found: ['refus'] })]);
    expect(await findings()).toMatchObject([{ ruleId: 'refus', status: 'confirmed', byHand: null, review: { verdict: 'confirmed', by: 'local' } }]);
    expect((await ruleRow()).precision).toMatchObject({ numerator: before.numerator + 1, denominator: before.denominator + 1 });
    expect(await agentRow()).toMatchObject({ interactions: 1, violations: 1 });
  });

  it('comes to the same figures when the views are rebuilt', async () => {
    await add();
    await api.take([spoken({ revision: 2, found: ['jargon'] })]);
    const rows = async () => (await api.get('/v1/reports/agents')).body.rows;
    const before = await rows();
    await api.app.get(Projector).rebuild();
    expect(await rows()).toEqual(before);
  });
});
