import { type FindingView, STRICT_SETTINGS } from '#domain';
import { OrganisationRepository, Projector } from '#storage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysed, ORGANISATION } from '../../../test/contracts/analysis-store.fixture.js';
import { findingView } from '../src/read-models/finding.schema.js';
import { ruleReportRow } from '../src/read-models/figures.schema.js';
import { startTestApi, type TestApi } from './start-test-api.js';

/** Ten judgements are enough here. */
const SETTINGS = { ...STRICT_SETTINGS, groupMinAgents: 1, groupMinInteractions: 1, ruleMinPrecision: 0.5, ruleMinJudged: 10 };
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi(SETTINGS);
  await api.take(Array.from({ length: 30 }, (_, i) => analysed({ externalId: `o${i}`, agent: 'a-1', startedAt: `2026-03-10T10:${10 + i}:00.000Z`, found: ['refus', 'jargon'] })));
});
afterAll(() => api.stop());

const findings = async (rule: string): Promise<FindingView[]> => (await api.get(`/v1/findings?rule=${rule}&limit=200`)).body.items.map((item: unknown) => findingView.parse(item));
const confirm = (id: string) => api.put(`/v1/findings/${id}/review`).send({ verdict: 'confirmed' });
const dismiss = (id: string) => api.put(`/v1/findings/${id}/review`).send({ verdict: 'dismissed', reason: 'rule-too-strict' });
const agentRow = async () => {
  await api.app.get(Projector).settle();
  return (await api.get('/v1/reports/agents')).body.rows[0];
};
const channelRow = async () => {
  await api.app.get(Projector).settle();
  return (await api.get('/v1/reports/channels')).body.rows[0].figures;
};
const ruleRow = async (rule: string) => {
  await api.app.get(Projector).settle();
  return ruleReportRow.parse((await api.get('/v1/reports/rules')).body.rows.find(({ ruleId }: { ruleId: string }) => ruleId === rule));
};
const journalled = () => api.owner.query(`SELECT payload FROM journal WHERE type = 'rule.observed' ORDER BY position`);
const uncertain = async (): Promise<number> => (await api.get('/v1/queues')).body.queues[1].interactions.count;

describe('a rule that is judged wrong too often', () => {
  it('goes under observation once enough is judged, and counts for no one', async () => {
    const refus = await findings('refus');
    for (const { id } of refus.slice(0, 6)) await confirm(id);
    expect(await agentRow()).toMatchObject({ violations: 6 });
    for (const { id } of refus.slice(6, 9)) await dismiss(id);
    expect((await ruleRow('refus')).observation).toBeNull();
    await dismiss(refus[9]!.id);
    // 6 of 10: the interval begins at 31 %, under the half that is asked for.
    const row = await ruleRow('refus');
    expect(row).toMatchObject({ flagged: null, findings: null, observation: { confirmed: 6, judged: 10, threshold: 0.5 } });
    expect(row.observation!.low).toBeCloseTo(0.3127, 4);
    expect(await agentRow()).toMatchObject({ violations: 0, withViolation: { numerator: 0 } });
    expect(await channelRow()).toMatchObject({ violations: 30 });
    expect((await api.get('/v1/reports/teams')).body.rows[0].figures.violations).toBe(30);
    expect((await ruleRow('jargon')).findings).toBe(30);
    expect(await journalled()).toMatchObject([{ payload: { ruleId: 'refus', observed: true, by: 'diapason' } }]);
    // What it found waits among the uncertain: only judging brings it back.
    expect(await uncertain()).toBe(20);
  });

  it('does not count what comes meanwhile either', async () => {
    await api.take([analysed({ externalId: 'later', agent: 'a-1', found: ['refus'] }), analysed({ externalId: 'o29', revision: 2, agent: 'a-1', found: ['refus', 'jargon'] })]);
    const [latest] = await findings('refus');
    await confirm(latest!.id);
    expect(await agentRow()).toMatchObject({ interactions: 31, violations: 0 });
    expect(await channelRow()).toMatchObject({ violations: 30 });
  });

  it('comes to the same figures when the views are rebuilt', async () => {
    const before = [await agentRow(), await channelRow(), await ruleRow('refus')];
    await api.app.get(Projector).rebuild();
    expect([await agentRow(), await channelRow(), await ruleRow('refus')]).toEqual(before);
  });

  it('comes back by itself when its lower bound rises', async () => {
    const waiting = (await findings('refus')).filter(({ status }) => status === 'detected');
    for (const { id } of waiting.slice(0, 12)) await confirm(id);
    expect((await ruleRow('refus')).observation).toBeNull();
    expect((await agentRow()).violations).toBe(18);
    expect((await journalled()).map(({ payload }: { payload: { observed: boolean } }) => payload.observed)).toEqual([true, false]);
  });

  it('comes back by decision, with a reason; what was judged before counts no more against it', async () => {
    const jargon = await findings('jargon');
    for (const { id } of jargon.slice(0, 10)) await dismiss(id);
    expect((await ruleRow('jargon')).observation).toMatchObject({ confirmed: 0, judged: 10 });
    expect((await api.post('/v1/rules/jargon/observation/end').send({})).body.code).toBe('invalid_body');
    expect((await api.post('/v1/rules/refus/observation/end').send({ reason: 'x' })).body.code).toBe('not_found');
    expect((await api.post('/v1/rules/jargon/observation/end').send({ reason: 'Règle récrite.' })).body).toEqual({ ruleId: 'jargon' });
    expect(await ruleRow('jargon')).toMatchObject({ observation: null, findings: 20 });
    await dismiss(jargon[10]!.id);
    expect((await ruleRow('jargon')).observation).toBeNull();
    expect((await journalled()).at(-1)).toMatchObject({ payload: { ruleId: 'jargon', observed: false, reason: 'Règle récrite.', by: 'local' } });
  });

  it('never does where the organisation asks for nothing', async () => {
    await api.app.get(OrganisationRepository).changeSettings(ORGANISATION, { ...SETTINGS, ruleMinPrecision: 0 }, 'essai');
    for (const { id } of (await findings('jargon')).filter(({ status }) => status === 'detected')) await dismiss(id);
    expect((await ruleRow('jargon')).observation).toBeNull();
  });
});
