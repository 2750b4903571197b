import { SAMPLE_SETTINGS } from '#domain';
import { AccountRepository, DirectoryRepository } from '#storage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysed, ORGANISATION } from '../../../test/contracts/analysis-store.fixture.js';
import { calibration, calibrationItems, calibrationList } from '../src/read-models/calibration.schema.js';
import { startTestApi, type TestApi } from './start-test-api.js';

const PASSWORD = 'une guitare accordée en la';
let api: TestApi;
let admin: string;
let anne: Reviewer;
let bruno: Reviewer;
/** Sees one team. */
let chloe: Reviewer;

interface Reviewer {
  readonly id: string;
  readonly cookie: string;
}

const cookieOf = (headers: Record<string, unknown>): string => String(headers['set-cookie']).split(';')[0]!;

async function reviewer(login: string, teams: 'all' | string[] = 'all'): Promise<Reviewer> {
  const made = await api.post('/v1/accounts').set('cookie', admin).send({ login, name: login, roles: ['supervisor'], teams });
  const joined = await api.post('/v1/links/use').send({ token: made.body.link.path.split('jeton=')[1], password: PASSWORD });
  return { id: made.body.account.id, cookie: cookieOf(joined.headers) };
}

beforeAll(async () => {
  api = await startTestApi(SAMPLE_SETTINGS, 'setup');
  await api.app.get(DirectoryRepository).put({ agents: [], customers: [], teams: [{ ref: 't-1', name: 'Nord' }] }, { organisationId: ORGANISATION, by: 'test' });
  const link = await api.app.get(AccountRepository).issueFirstLink(ORGANISATION);
  admin = cookieOf((await api.post('/v1/links/use').send({ token: link!.token, password: PASSWORD, login: 'admin', name: 'Dominique' })).headers);
  anne = await reviewer('anne');
  bruno = await reviewer('bruno');
  chloe = await reviewer('chloe', ['t-1']);
  await api.take(Array.from({ length: 12 }, (_, i) => analysed({ externalId: `c${i}`, startedAt: `2026-03-10T10:${10 + i}:00.000Z`, found: i % 2 === 0 ? ['refus', 'jargon'] : ['refus'] })));
});
afterAll(() => api.stop());

const as = (who: Reviewer, method: 'get' | 'post' | 'put', path: string) => api[method](`/v1/calibrations${path}`).set('cookie', who.cookie);
const draw = (change: object = {}, key?: string) => {
  const asked = as(anne, 'post', '');
  return (key === undefined ? asked : asked.set('idempotency-key', key)).send({ name: 'Mars', size: 6, seed: 'mars', reviewers: [anne.id, bruno.id], ...change });
};
const itemsOf = async (who: Reviewer, id: string) => calibrationItems.parse((await as(who, 'get', `/${id}/items`)).body).items;
const judge = (who: Reviewer, id: string, finding: string, body: object = { verdict: 'confirmed' }) => as(who, 'put', `/${id}/items/${finding}/judgement`).send(body);
const codeOf = ({ status, text }: { status: number; text: string }): [number, string] => [status, JSON.parse(text).code];
const journalOf = async (type: string): Promise<{ payload: Record<string, unknown> }[]> => api.owner.query('SELECT payload FROM journal WHERE type = $1 ORDER BY position', [type]);

describe('a calibration', () => {
  it('is drawn over the rules alike, once for a key, the same for the same seed', async () => {
    const first = calibration.parse((await draw({ name: 'Clé' }, 'k')).body);
    expect(first).toMatchObject({ state: 'open', findings: 6, agreement: null, reviewers: [{ judged: 0 }, { judged: 0 }] });
    expect(first.reviewers.map(({ name }) => name).sort((a, b) => (a! < b! ? -1 : 1))).toEqual(['anne', 'bruno']);
    const drawn = await itemsOf(anne, first.id);
    expect(drawn.map(({ ruleId }) => ruleId).sort()).toEqual([...Array(3).fill('jargon'), ...Array(3).fill('refus')]);
    const again = await Promise.all(Array.from({ length: 8 }, () => draw({ name: 'Clé' }, 'k')));
    expect(new Set(again.map(({ body }) => body.id))).toEqual(new Set([first.id]));
    expect((await itemsOf(bruno, (await draw({ name: 'Autre' })).body.id)).map(({ findingId }) => findingId)).toEqual(drawn.map(({ findingId }) => findingId));
    expect(codeOf(await draw({ name: 'Clé', size: 4 }, 'k'))).toEqual([422, 'idempotency_conflict']);
    expect(codeOf(await draw({ channels: ['phone'] }))).toEqual([422, 'nothing_to_draw']);
    expect(calibrationList.parse((await as(bruno, 'get', '')).body).items.map(({ name }) => name)).toEqual(['Autre', 'Clé']);
  });

  it('is for reviewers who may see all that it shows', async () => {
    for (const reviewers of [[anne.id, chloe.id], [anne.id, 'personne']]) {
      const refused = await draw({ reviewers });
      expect(codeOf(refused)).toEqual([422, 'unprocessable']);
      expect(JSON.parse(refused.text).errors[0].pointer).toBe('#/reviewers/1');
    }
    expect(codeOf(await draw({ reviewers: [anne.id, anne.id] }))).toEqual([422, 'unprocessable']);
    const { id } = (await draw()).body;
    expect(codeOf(await as(chloe, 'get', `/${id}`))).toEqual([404, 'not_found']);
    expect(codeOf(await as(chloe, 'get', `/${id}/items`))).toEqual([404, 'not_found']);
    expect((await as(chloe, 'get', '')).body.items).toEqual([]);
    const [item] = await itemsOf(anne, id);
    expect(codeOf(await judge(chloe, id, item!.findingId))).toEqual([404, 'not_found']);
    expect(codeOf(await judge({ id: 'admin', cookie: admin }, id, item!.findingId))).toEqual([403, 'not_a_reviewer']);
    expect((await api.get('/v1/calibrations')).status).toBe(401);
  });

  it('is blind until it is closed, and then tells how far reviewers agree', async () => {
    const { id } = (await draw({ size: 12 })).body;
    const items = await itemsOf(anne, id);
    const words = items[0]!.finding!;
    expect(words.evidence[0]!.quote).not.toBe('');
    for (const hidden of ['status', 'review', 'byHand', 'names', 'agent', 'team', 'against']) expect(words).not.toHaveProperty(hidden);

    for (const [index, { findingId }] of items.entries()) {
      await judge(anne, id, findingId, index < 6 ? { verdict: 'confirmed' } : { verdict: 'dismissed', reason: 'wrong-context', note: 'Elle plaisante.' });
    }
    const seen = await itemsOf(bruno, id);
    expect(JSON.stringify(seen)).not.toContain('plaisante');
    expect(seen.every(({ mine, judgements }) => mine === null && judgements === null)).toBe(true);
    expect(calibration.parse((await as(bruno, 'get', `/${id}`)).body)).toMatchObject({ state: 'open', agreement: null });
    const [first] = items;
    expect(codeOf(await as(anne, 'post', `/${id}/items/${first!.findingId}/remarks`).send({ text: 'Alors ?' }))).toEqual([409, 'calibration_open']);
    expect(codeOf(await as(anne, 'put', `/${id}/items/${first!.findingId}/resolution`).send({ verdict: 'confirmed' }))).toEqual([409, 'calibration_open']);

    // Bruno says the same but once; the last judgement closes it.
    for (const [index, { findingId }] of items.entries()) await judge(bruno, id, findingId, index < 5 ? { verdict: 'confirmed' } : { verdict: 'dismissed', reason: 'wrong-words' });
    const closed = calibration.parse((await as(anne, 'get', `/${id}`)).body);
    expect(closed).toMatchObject({ state: 'closed', agreement: { overall: { findings: 12, compared: 12, judgements: 24, confirmed: 11 / 24, observed: 11 / 12 } } });
    // By hand: α = 1 − (n − 1)·Do/De with 2 of 24 values in unlike pairs, 11 confirmed and 13 dismissed; AC1 with pe = 2·p(1 − p).
    expect(closed.agreement!.overall.alpha!.value).toBeCloseTo(1 - (23 * 2) / (2 * 11 * 13), 10);
    const chance = 2 * (11 / 24) * (13 / 24);
    expect(closed.agreement!.overall.ac1!.value).toBeCloseTo((11 / 12 - chance) / (1 - chance), 10);
    expect(closed.agreement!.rules.map(({ ruleId, findings }) => [ruleId, findings])).toEqual([['jargon', 6], ['refus', 6]]);
    expect((await itemsOf(bruno, id))[5]!.judgements).toHaveLength(2);
    expect(codeOf(await judge(anne, id, first!.findingId))).toEqual([409, 'calibration_closed']);
    expect((await journalOf('calibration.closed')).filter(({ payload }) => payload['calibrationId'] === id)).toHaveLength(1);
  });

  it('is discussed and resolved once closed, by one at a time', async () => {
    const { id } = (await draw({ size: 2 })).body;
    const [item] = await itemsOf(anne, id);
    const path = `/${id}/items/${item!.findingId}`;
    await judge(anne, id, item!.findingId);
    expect((await as(anne, 'post', `/${id}/close`).send()).body).toMatchObject({ state: 'closed', agreement: { overall: { compared: 0, judgements: 1, alpha: null, ac1: null } } });
    expect((await as(bruno, 'post', `${path}/remarks`).send({ text: 'Il propose pourtant une date.' })).body.remarks).toMatchObject([{ by: bruno.id, text: 'Il propose pourtant une date.' }]);
    const resolve = (who: Reviewer, tag: string, body: object = { verdict: 'dismissed', reason: 'wrong-context' }) => as(who, 'put', `${path}/resolution`).set('if-match', tag).send(body);
    const both = await Promise.all([resolve(anne, '"none"'), resolve(bruno, '"none"')]);
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 412]);
    const won = both.find(({ status }) => status === 200)!;
    expect(won.body.resolution).toMatchObject({ verdict: 'dismissed', reason: 'wrong-context' });
    expect((await resolve(bruno, String(won.headers['etag']), { verdict: 'confirmed' })).body.resolution).toMatchObject({ verdict: 'confirmed', by: bruno.id });
    expect(codeOf(await as({ id: 'admin', cookie: admin }, 'post', `${path}/remarks`).send({ text: 'Bonjour' }))).toEqual([403, 'not_a_reviewer']);
    // The finding itself is as it was.
    expect((await api.get(`/v1/findings/${item!.findingId}`).set('cookie', admin)).body).toMatchObject({ status: 'detected', review: null });
  });

  it('counts a judgement once, however often it is sent at once', async () => {
    const { id } = (await draw({ size: 2 })).body;
    const [item] = await itemsOf(anne, id);
    const sent = await Promise.all(Array.from({ length: 40 }, () => judge(anne, id, item!.findingId)));
    expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([200]));
    expect((await journalOf('calibration.judged')).filter(({ payload }) => payload['calibrationId'] === id)).toHaveLength(1);
    expect((await as(anne, 'get', `/${id}`)).body.reviewers.find((one: { id: string }) => one.id === anne.id).judged).toBe(1);
  });

  it('keeps its place when a revision no longer has the finding', async () => {
    await api.take([analysed({ externalId: 'late', startedAt: '2026-05-10T10:00:00.000Z', found: ['refus'] })]);
    const drawn = await draw({ from: '2026-05-10', to: '2026-05-10', size: 2 });
    const [before] = await itemsOf(anne, drawn.body.id);
    await judge(anne, drawn.body.id, before!.findingId);
    await api.take([analysed({ externalId: 'late', revision: 2, startedAt: '2026-05-10T10:00:00.000Z', found: [] })]);
    expect(await itemsOf(anne, drawn.body.id)).toMatchObject([{ findingId: before!.findingId, finding: null, mine: { verdict: 'confirmed' } }]);
  });

  it.each([
    ['an unknown calibration', 'get', '/6f0e1d2c-4b3a-5998-8776-5a4b3c2d1e0f', 404, 'not_found'],
    ['an id that is none', 'get', '/mars', 400, 'invalid_path'],
    ['another parameter', 'get', '?x=1', 400, 'invalid_query'],
    ['closing what is not there', 'post', '/6f0e1d2c-4b3a-5998-8776-5a4b3c2d1e0f/close', 404, 'not_found'],
  ] as const)('refuses %s', async (_name, method, path, status, code) => {
    expect(codeOf(await as(anne, method, path).send())).toEqual([status, code]);
  });
});
