import { SAMPLE_SETTINGS } from '#domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysed } from '../../../test/contracts/analysis-store.fixture.js';
import { claimed, queueItemPage, queueList } from '../src/read-models/review-queue.schema.js';
import { reviewSample, sampleList } from '../src/read-models/review-sample.schema.js';
import { startTestApi, type TestApi } from './start-test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi(SAMPLE_SETTINGS);
  await api.take(Array.from({ length: 20 }, (_, i) => analysed({ externalId: `q${i}`, startedAt: `2026-03-10T10:${10 + i}:00.000Z`, found: i % 4 === 0 ? ['refus'] : [] })));
});
afterAll(() => api.stop());

const SAMPLE = { name: 'Mars', rules: ['refus'], size: 10 };

describe('queues', () => {
  it('are listed with what waits, paged, taken, given back and assigned', async () => {
    expect(queueList.parse((await api.get('/v1/queues')).body).queues.map(({ queue, interactions }) => [queue, interactions.count])).toEqual([['new', 5], ['uncertain', 0], ['disputed', 0]]);
    const page = await api.get('/v1/queues/new/items?limit=2');
    expect(queueItemPage.parse(page.body).items).toHaveLength(2);
    expect(page.headers['link']).toContain('rel="next"');
    const { item } = claimed.parse((await api.post('/v1/queues/new/claim').send({})).body);
    expect(item!.hold!.by).toBe('local');
    expect(queueItemPage.parse((await api.get('/v1/queues/new/items')).body).items[0]!.hold).toEqual(item!.hold);
    expect((await api.delete(`/v1/interactions/${item!.interactionId}/hold`)).body).toEqual({ interactionId: item!.interactionId });
    expect(queueItemPage.parse((await api.get('/v1/queues/new/items')).body).items[0]!.hold).toBeNull();
    const assigned = await api.put(`/v1/interactions/${item!.interactionId}/assignment`).send({ to: 'local', dueOn: '2026-04-01' });
    expect(assigned.body).toEqual({ interactionId: item!.interactionId, to: 'local', dueOn: '2026-04-01' });
    expect((await api.get('/v1/queues')).body.queues[0]).toMatchObject({ mine: { count: 1 }, due: '2026-04-01' });
  });

  it.each([
    ['an unknown queue', '/v1/queues/urgent/items', 400, 'invalid_path'],
    ['a sample that is not there', '/v1/queues/6f0e1d2c-4b3a-5998-8776-5a4b3c2d1e0f/items', 404, 'not_found'],
    ['a cursor of nothing', '/v1/queues/new/items?cursor=x', 422, 'invalid_cursor'],
    ['another parameter', '/v1/queues?x=1', 400, 'invalid_query'],
  ])('refuse %s', async (_name, address, status, code) => {
    const answer = await api.get(address);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('refuse a due date for nobody, and an interaction that is not there', async () => {
    const where = '/v1/interactions/6f0e1d2c-4b3a-5998-8776-5a4b3c2d1e0f/assignment';
    expect((await api.put(where).send({ to: null, dueOn: '2026-04-01' })).body.code).toBe('unprocessable');
    expect((await api.put(where).send({ to: 'local' })).body.code).toBe('not_found');
  });
});

describe('samples', () => {
  it('are drawn once for a key, listed, and done item by item', async () => {
    const draw = (body: object, key: string) => api.post('/v1/samples').set('idempotency-key', key).send(body);
    const drawn = await draw(SAMPLE, 'mars');
    expect(drawn.status).toBe(201);
    const sample = reviewSample.parse(drawn.body);
    expect(sample).toMatchObject({ drawn: 10, completed: 0, frame: { rules: ['refus'] } });
    expect((await draw(SAMPLE, 'mars')).body).toEqual(drawn.body);
    expect((await draw({ ...SAMPLE, size: 12 }, 'mars')).body.code).toBe('idempotency_conflict');
    expect((await draw(SAMPLE, ' ')).body.code).toBe('invalid_header');
    expect((await draw({ ...SAMPLE, channels: ['phone'] }, 'telephone')).body.code).toBe('nothing_to_draw');
    expect((await draw({ ...SAMPLE, size: 2 }, 'deux')).body.code).toBe('invalid_body');
    expect(sampleList.parse((await api.get('/v1/samples')).body).items).toHaveLength(1);

    const { item } = claimed.parse((await api.post(`/v1/queues/${sample.id}/claim`).send({})).body);
    const completion = `/v1/samples/${sample.id}/items/${item!.interactionId}/completion`;
    for (const { id } of item!.waiting) {
      expect((await api.put(completion)).body.code).toBe('findings_waiting');
      await api.put(`/v1/findings/${id}/review`).send({ verdict: 'confirmed' });
    }
    expect(reviewSample.parse((await api.put(completion)).body).completed).toBe(1);
    const next = claimed.parse((await api.post(`/v1/queues/${sample.id}/claim`).send({})).body).item!;
    expect(next.interactionId).not.toBe(item!.interactionId);
    expect(reviewSample.parse((await api.delete(completion)).body).completed).toBe(0);
    expect((await api.put(`/v1/samples/${sample.id}/items/6f0e1d2c-4b3a-5998-8776-5a4b3c2d1e0f/completion`)).body.code).toBe('not_found');
  });
});
