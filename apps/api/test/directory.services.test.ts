import { SAMPLE_SETTINGS } from '#domain';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { analysed, ORGANISATION } from '../../../test/contracts/analysis-store.fixture.js';
import { listPeopleResponse } from '../src/list-people/list-people.message.js';
import { directoryChanges, personCard } from '../src/read-models/directory.schema.js';
import { startTestApi, type TestApi } from './start-test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi(SAMPLE_SETTINGS);
  await api.take([
    analysed({ externalId: 'm', channel: 'email', agent: 'lea@example.org', found: ['refus'], customer: 'jeanne@example.net' }),
    analysed({ externalId: 'c', channel: 'chat', agent: 'chatwoot:17', customer: 'c-1' }),
  ]);
});
afterAll(() => api.stop());

const refs = async (address: string): Promise<string[]> => listPeopleResponse.parse((await api.get(address)).body).items.map(({ ref }) => ref);
const post = (address: string, body: object, headers: Record<string, string> = {}) => api.post(address).set(headers).send(body);
const reported = async () => (await api.get('/v1/reports/agents')).body.rows.map(({ agent, interactions }: { agent: unknown; interactions: number }) => [agent, interactions]);

it('lists who was seen and waits to be attached, until the directory knows them', async () => {
  expect(await refs('/v1/agents?attached=false')).toEqual(['chatwoot:17', 'lea@example.org']);
  const directory = { agents: [{ ref: 'a/03', name: 'Léa Roussel', team: { ref: 't-1', name: 'Lavande' }, identities: ['lea@example.org'] }] };
  const dry = await api.put('/v1/directory?dryRun=true').send(directory);
  expect(directoryChanges.parse(dry.body).agents).toEqual({ added: 1, changed: 0, unchanged: 0, attached: 1 });
  expect(await refs('/v1/agents?attached=true')).toEqual([]);
  expect((await api.put('/v1/directory').send(directory)).body).toEqual(dry.body);
  expect((await api.put('/v1/directory').send(directory)).body.agents).toEqual({ added: 0, changed: 0, unchanged: 1, attached: 0 });
  expect(await refs('/v1/agents?attached=false')).toEqual(['chatwoot:17']);
  expect(await refs('/v1/agents?search=lavande')).toEqual([]);
  expect(await refs('/v1/agents?team=t-1&search=roussel')).toEqual(['a/03']);
  expect((await api.get('/v1/teams?search=LAV')).body.items).toEqual([{ ref: 't-1', name: 'Lavande', agents: 1 }]);
});

it('merges what another channel calls her, holds it to the version read, and takes it back', async () => {
  const read = await api.get(`/v1/agents/${encodeURIComponent('a/03')}`);
  const etag = read.headers['etag']!;
  expect(personCard.parse((await api.get('/v1/agents/lea%40example.org')).body)).toEqual(read.body);
  const merged = await post('/v1/agents/a%2F03/merge', { identities: ['chatwoot:17'] }, { 'if-match': etag });
  expect([merged.status, personCard.parse(merged.body).identities.map(({ ref }) => ref)]).toEqual([200, ['a/03', 'chatwoot:17', 'lea@example.org']]);
  expect(merged.headers['etag']).not.toBe(etag);
  expect(await reported()).toEqual([[{ ref: 'a/03', name: 'Léa Roussel' }, 2]]);
  expect(await post('/v1/agents/a%2F03/merge', { identities: ['x'] }, { 'if-match': etag })).toMatchObject({ status: 412, body: { code: 'precondition_failed' } });

  const split = await post('/v1/agents/a%2F03/split', { identities: ['chatwoot:17'] }, { 'if-match': merged.headers['etag']! });
  expect([split.status, split.headers['etag']]).toEqual([200, etag]);
  expect((await reported()).map(([, count]: [unknown, number]) => count)).toEqual([1, 1]);
  const journal = await api.owner.query(`SELECT type, payload FROM journal WHERE organisation_id = $1 AND payload->>'ref' = 'chatwoot:17' ORDER BY position`, [ORGANISATION]);
  expect(journal).toEqual([
    { type: 'identity.attached', payload: { kind: 'agent', ref: 'chatwoot:17', to: 'a/03', by: 'local' } },
    { type: 'identity.detached', payload: { kind: 'agent', ref: 'chatwoot:17', from: 'a/03', by: 'local' } },
  ]);
});

it('merges customers alike, and finds their interactions under any ref', async () => {
  expect((await post('/v1/customers/c-1/merge', { identities: ['jeanne@example.net'] })).status).toBe(200);
  for (const ref of ['c-1', 'jeanne%40example.net']) {
    const { items } = (await api.get(`/v1/interactions?customer=${ref}`)).body;
    expect(items.map(({ externalId, customer }: { externalId: string; customer: { ref: string } }) => [externalId, customer.ref]).sort()).toEqual([['c', 'c-1'], ['m', 'c-1']]);
  }
  expect(await refs('/v1/customers')).toEqual(['c-1']);
});

it('goes from page to page by Link', async () => {
  const first = await api.get('/v1/agents?limit=1');
  const next = /^<([^>]+)>; rel="next"$/.exec(first.headers['link'] ?? '')![1]!;
  expect([first.body.items[0].ref, ...(await refs(next))]).toEqual(['a/03', 'chatwoot:17']);
});

it.each([
  ['a ref of somebody else', () => api.put('/v1/directory').send({ agents: [{ ref: 'b-1' }, { ref: 'b-2', identities: ['y', 'lea@example.org'] }] }), 409, 'identity_conflict', '#/agents/1/identities/1'],
  ['a merge of a ref of somebody else', () => post('/v1/agents/chatwoot%3A17/merge', { identities: ['lea@example.org'] }), 409, 'identity_conflict', '#/identities/0'],
  ['a field nobody knows', () => api.put('/v1/directory').send({ agents: [{ ref: 'b-1', mood: 'good' }] }), 400, 'invalid_body', '#/agents/0/mood'],
  ['no ref at all', () => post('/v1/agents/a%2F03/split', { identities: [] }), 400, 'invalid_body', '#/identities'],
  ['an agent nobody knows', () => post('/v1/agents/nobody/merge', { identities: ['x'] }), 404, 'not_found', undefined],
  ['a customer nobody knows', () => api.get('/v1/customers/nobody'), 404, 'not_found', undefined],
  ['a filter nobody knows', () => api.get('/v1/customers?team=t-1'), 400, 'invalid_query', '#/team'],
  ['a cursor of nobody', () => api.get('/v1/teams?cursor=x'), 422, 'invalid_cursor', '#/cursor'],
] as const)('%s is a problem that says where', async (_, ask, status, code, pointer) => {
  const answer = await ask();
  expect([answer.status, answer.body.code, answer.body.errors?.[0]?.pointer]).toEqual([status, code, pointer]);
});
