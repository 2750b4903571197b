import { type FindingView, STRICT_SETTINGS } from '#domain';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Projector } from '#storage';
import { analysed } from '../../../test/contracts/analysis-store.fixture.js';
import { findingView } from '../src/read-models/finding.schema.js';
import { startTestApi, type TestApi } from './start-test-api.js';

let api: TestApi;
let stories = 0;
let story: string;
beforeAll(async () => {
  api = await startTestApi({ ...STRICT_SETTINGS, groupMinAgents: 1, groupMinInteractions: 1 });
});
afterAll(() => api.stop());
// Each test has an interaction and an agent of its own.
beforeEach(async () => {
  story = `r${++stories}`;
  await api.take([spoken()]);
});

const spoken = (more: Partial<Parameters<typeof analysed>[0]> = {}) => analysed({ externalId: story, agent: `agent-${story}`, found: ['refus', 'jargon'], ...more });
const findings = async (): Promise<FindingView[]> => (await api.get(`/v1/findings?agent=agent-${story}`)).body.items.map((item: unknown) => findingView.parse(item));
const findingOf = async (rule: string): Promise<FindingView> => (await findings()).find(({ ruleId }) => ruleId === rule)!;
const review = (id: string) => `/v1/findings/${id}/review`;
const CONFIRMED = { verdict: 'confirmed' };
const DISMISSED = { verdict: 'dismissed', reason: 'wrong-context', note: 'La cliente plaisante.' };

const agentRow = async () => {
  await api.app.get(Projector).settle();
  return (await api.get(`/v1/reports/agents?agent=agent-${story}`)).body.rows[0];
};
const ruleRow = async (rule: string) => (await api.get('/v1/reports/rules')).body.rows.find(({ ruleId }: { ruleId: string }) => ruleId === rule);
const journalOf = (id: string): Promise<{ review: unknown }[]> =>
  api.owner.query(`SELECT payload->'review' AS review FROM journal WHERE type = 'finding.reviewed' AND payload->>'findingId' = $1 ORDER BY position`, [id]);

describe('PUT /v1/findings/{id}/review', () => {
  it('confirms: from then on the finding counts for the person', async () => {
    const { id } = await findingOf('refus');
    // Nobody has looked yet: that is no rate of 0.
    expect((await agentRow()).withViolation).toEqual({ numerator: 0, denominator: 1, rate: null, interval: null });
    const answer = await api.put(review(id)).send({ ...CONFIRMED, note: '  Bien vu.  ' });
    expect(answer.status).toBe(200);
    const after = findingView.parse(answer.body);
    expect(after).toMatchObject({ id, status: 'confirmed', review: { verdict: 'confirmed', reason: null, note: 'Bien vu.', by: 'local' } });
    expect((await api.get(`/v1/findings/${id}`)).body).toEqual(after);
    expect(await agentRow()).toMatchObject({ interactions: 1, violations: 1, withViolation: { numerator: 1, denominator: 1 }, awaitingReview: 1 });
  });

  it('dismisses with a reason: from then on the finding counts nowhere', async () => {
    const found = await findings();
    for (const { id } of found) expect((await api.put(review(id)).send(DISMISSED)).status).toBe(200);
    expect(await agentRow()).toMatchObject({ violations: 0, awaitingReview: 0 });
    expect((await api.get(`/v1/interactions/${found[0]!.interactionId}`)).body).toMatchObject({ violations: 0, findings: [{ status: 'dismissed' }, { status: 'dismissed' }] });
    const list = (await api.get(`/v1/findings?agent=agent-${story}&status=detected`)).body.items;
    expect(list).toEqual([]);
    expect((await api.get(`/v1/findings?agent=agent-${story}&status=dismissed`)).body.items).toHaveLength(2);
  });

  it('makes the precision of the rule, with its denominator and interval', async () => {
    const before = (await ruleRow('refus')).precision;
    await api.put(review((await findingOf('refus')).id)).send(CONFIRMED);
    const { numerator, denominator, interval } = (await ruleRow('refus')).precision;
    expect([numerator, denominator]).toEqual([before.numerator + 1, before.denominator + 1]);
    expect(interval.level).toBe(0.95);
    expect((await api.get('/v1/reports/rules?format=csv')).text).toContain('precision');
  });

  it.each([
    ['no reason', { verdict: 'dismissed' }, 'reason'],
    ['an unknown reason', { verdict: 'dismissed', reason: 'bof' }, 'reason'],
    ['a reason to confirm', { verdict: 'confirmed', reason: 'wrong-words' }, 'reason'],
    ['an unknown verdict', { verdict: 'peut-être' }, 'verdict'],
    ['an empty note', { ...CONFIRMED, note: '   ' }, 'note'],
  ])('refuses %s, and names the field', async (_name, body, field) => {
    const { id } = await findingOf('refus');
    const answer = await api.put(review(id)).send(body);
    expect(answer.status).toBe(400);
    expect(answer.body.code).toBe('invalid_body');
    expect(JSON.stringify(answer.body.errors)).toContain(field);
    expect(await journalOf(id)).toEqual([]);
  });

  it('does not know a finding that is not there', async () => {
    expect((await api.put(review('6f0e1d2c-4b3a-5998-8776-5a4b3c2d1e0f')).send(CONFIRMED)).body.code).toBe('not_found');
    expect((await api.put(review('42')).send(CONFIRMED)).body.code).toBe('invalid_path');
  });

  it('acts once, however often the same judgement is sent at the same time', async () => {
    const { id } = await findingOf('refus');
    const answers = await Promise.all(Array.from({ length: 30 }, () => api.put(review(id)).send(CONFIRMED)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await journalOf(id)).toHaveLength(1);
    expect(await agentRow()).toMatchObject({ violations: 1, awaitingReview: 1 });
  });

  it('lets one of two reviewers who read the same version decide, and tells the other', async () => {
    const { id } = await findingOf('refus');
    const tag = (await api.get(`/v1/findings/${id}`)).headers['etag']!;
    const answers = await Promise.all([api.put(review(id)).set('if-match', tag).send(CONFIRMED), api.put(review(id)).set('if-match', tag).send(DISMISSED)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
    expect(answers.find(({ status }) => status === 412)!.body.code).toBe('precondition_failed');
    expect(await journalOf(id)).toHaveLength(1);
    const now = answers.find(({ status }) => status === 200)!.headers['etag']!;
    expect((await api.put(review(id)).set('if-match', now).send(DISMISSED)).status).toBe(200);
  });
});

describe('DELETE /v1/findings/{id}/review', () => {
  it('takes a judgement back: figures are as before, and the journal keeps both', async () => {
    const { id } = await findingOf('refus');
    const before = await agentRow();
    await api.put(review(id)).send(CONFIRMED);
    const answer = await api.delete(review(id));
    expect(answer.status).toBe(200);
    expect(findingView.parse(answer.body)).toMatchObject({ status: 'detected', review: null });
    expect(await agentRow()).toEqual(before);
    expect((await journalOf(id)).map((entry) => entry.review !== null)).toEqual([true, false]);
    expect((await api.delete(review(id))).status).toBe(200);
    expect(await journalOf(id)).toHaveLength(2);
  });
});

describe('a judgement and the next revision', () => {
  it('stays with the same words, and figures follow', async () => {
    await api.put(review((await findingOf('refus')).id)).send(CONFIRMED);
    await api.put(review((await findingOf('jargon')).id)).send(DISMISSED);
    await api.take([spoken({ revision: 2 }), spoken({ revision: 3 })]);
    const after = await findings();
    expect(after.map(({ ruleId, revision, status, review: given }) => [ruleId, revision, status, given?.verdict]).toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1))).toEqual([
      ['jargon', 3, 'dismissed', 'dismissed'],
      ['refus', 3, 'confirmed', 'confirmed'],
    ]);
    expect(await agentRow()).toMatchObject({ interactions: 1, violations: 1, awaitingReview: 0 });
    await api.delete(review(after.find(({ ruleId }) => ruleId === 'refus')!.id));
    expect(await agentRow()).toMatchObject({ interactions: 1, violations: 0, awaitingReview: 1 });
  });

  it('does not pass to other words', async () => {
    await api.put(review((await findingOf('refus')).id)).send(CONFIRMED);
    await api.take([spoken({ revision: 2, text: 'Autre chose a été dit.', found: ['refus'] })]);
    expect(await findings()).toMatchObject([{ ruleId: 'refus', revision: 2, status: 'detected', review: null }]);
    expect(await agentRow()).toMatchObject({ violations: 0, awaitingReview: 1 });
  });
});
