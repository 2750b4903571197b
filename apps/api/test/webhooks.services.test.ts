import { RETRY_AFTER, SAMPLE_SETTINGS, STRICT_SETTINGS } from '#domain';
import { DeliveryQueue, OrganisationRepository } from '#storage';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { analysed, ORGANISATION } from '../../../test/contracts/analysis-store.fixture.js';
import { WebhookPump } from '../src/webhooks/webhook-pump.js';
import { WebhookSender } from '../src/webhooks/webhook-sender.js';
import { startTestApi, type TestApi } from './start-test-api.js';
import { type Answer, type Received, type Receiver, startReceiver } from './webhook-receiver.js';

const REACH = { privateAddresses: true };
let api: TestApi;
const receivers: Receiver[] = [];
beforeAll(async () => {
  api = await startTestApi(SAMPLE_SETTINGS, 'open', { webhooks: REACH });
});
afterAll(() => api.stop());
beforeEach(() => api.app.get(OrganisationRepository).changeSettings(ORGANISATION, SAMPLE_SETTINGS, 'essai'));
afterEach(async () => {
  await api.owner.query('DELETE FROM webhook');
  for (const receiver of receivers.splice(0)) await receiver.stop();
});

async function receiverOf(answer?: Answer): Promise<Receiver> {
  const receiver = await startReceiver(answer);
  receivers.push(receiver);
  return receiver;
}
async function hook(url: string, more: object = {}) {
  const answer = await api.post('/v1/webhooks').send({ name: 'Entrepôt', url, ...more });
  expect(answer.status).toBe(201);
  return { ...answer.body.webhook, secret: answer.body.secret };
}
let counted = 0;
const take = (more: Partial<Parameters<typeof analysed>[0]> = {}) => api.take([analysed({ externalId: `w-${++counted}`, found: ['refus', '+accueil'], ...more })]);
const read = async (id: string) => (await api.get(`/v1/webhooks/${id}`)).body;
const deliveriesOf = async (id: string) => (await api.get(`/v1/webhooks/${id}/deliveries`)).body.items;
/** Lets time pass, as far as deliveries can tell. */
const bringForward = () => api.owner.query(`UPDATE webhook_delivery SET next_at = now() WHERE state = 'waiting' AND lease IS NULL`);
const verified = (secret: string, { body, headers }: Received): unknown => new Webhook(secret).verify(body, Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])));
const idsOf = (received: readonly Received[]) => received.map(({ headers }) => headers['webhook-id']);

describe('a webhook', () => {
  it('gets every event of a finding from now on, once, signed', async () => {
    await take();
    const receiver = await receiverOf();
    const { secret, id } = await hook(receiver.url);
    await take();
    const [finding] = (await api.get('/v1/findings?rule=refus&limit=1')).body.items;
    await api.put(`/v1/findings/${finding.id}/review`).send({ verdict: 'confirmed' });
    await vi.waitFor(() => expect(receiver.received).toHaveLength(3), 10_000);
    const bodies = receiver.received.map((got) => verified(secret, got)).sort((a, b) => (JSON.stringify(a).includes('reviewed') ? 1 : 0) - (JSON.stringify(b).includes('reviewed') ? 1 : 0));
    expect(bodies[2]).toEqual({
      type: 'finding.reviewed',
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      data: expect.objectContaining({ type: 'finding.reviewed', channel: 'chat', finding: expect.objectContaining({ id: finding.id, ruleId: 'refus', status: 'confirmed', agentRef: 'a-1' }) }),
    });
    expect(() => verified('whsec_' + Buffer.alloc(32).toString('base64'), receiver.received[0]!)).toThrow('signature');
    expect(() => verified(secret, { ...receiver.received[0]!, body: '{}' })).toThrow('signature');
    expect(new Set(idsOf(receiver.received)).size).toBe(3);
    // Of what was said, nothing.
    expect(JSON.stringify(receiver.received)).not.toContain('dossier');
    await vi.waitFor(async () => expect((await deliveriesOf(id)).map(({ state }: { state: string }) => state)).toEqual(['delivered', 'delivered', 'delivered']));
    expect((await deliveriesOf(id)).map(({ type }: { type: string }) => type)).toEqual(['finding.reviewed', 'finding.detected', 'finding.detected']);
  });

  it('gets only the events that it asked for', async () => {
    const receiver = await receiverOf();
    await hook(receiver.url, { types: ['finding.withdrawn'] });
    await take({ externalId: 'seul' });
    await take({ externalId: 'seul', revision: 2, text: 'Autre chose a été dit.' });
    await vi.waitFor(() => expect(receiver.received).toHaveLength(2), 10_000);
    expect(receiver.received.map(({ body }) => JSON.parse(body).type)).toEqual(['finding.withdrawn', 'finding.withdrawn']);
  });

  it('names no agent for what nobody confirmed, as the settings are when it is sent', async () => {
    const receiver = await receiverOf((got, response) => void (response.statusCode = got.count <= 2 ? 503 : 204));
    await hook(receiver.url);
    await take({ agent: 'a-7' });
    await vi.waitFor(() => expect(receiver.received).toHaveLength(2), 10_000);
    expect(receiver.received.map(({ body }) => JSON.parse(body).data.finding.agentRef)).toEqual(['a-7', 'a-7']);
    await api.app.get(OrganisationRepository).changeSettings(ORGANISATION, STRICT_SETTINGS, 'essai');
    await vi.waitFor(async () => {
      await bringForward();
      expect(receiver.received).toHaveLength(4);
    }, 10_000);
    expect(receiver.received.slice(2).map(({ body }) => JSON.parse(body).data.finding.agentRef)).toEqual([null, null]);
    await take({ agent: 'a-7' });
    await vi.waitFor(() => expect(receiver.received).toHaveLength(6), 10_000);
    expect(receiver.received.slice(4).map(({ body }) => JSON.parse(body).data.finding.agentRef)).toEqual([null, null]);
  });

  it('is tried again after each pause, then stopped; let go on, it loses nothing', async () => {
    let up = false;
    const receiver = await receiverOf((_got, response) => void (response.statusCode = up ? 200 : 500));
    const { id } = await hook(receiver.url);
    await take({ found: ['refus'] });
    const pauses: number[] = [];
    for (let attempt = 1; attempt <= RETRY_AFTER.length; attempt++) {
      await vi.waitFor(async () => expect((await deliveriesOf(id))[0]).toMatchObject({ attempts: attempt, state: 'waiting', lastStatus: 500, lastFailure: 'status' }), 10_000);
      const [row] = await api.owner.query('SELECT round(extract(epoch FROM next_at - clock_timestamp()))::int AS pause FROM webhook_delivery');
      pauses.push(row.pause);
      await bringForward();
    }
    for (const [i, pause] of pauses.entries()) expect(Math.abs(pause - RETRY_AFTER[i]!)).toBeLessThan(5);
    await vi.waitFor(async () => expect(await read(id)).toMatchObject({ state: 'stopped', stopped: 'failed', waiting: 0 }), 10_000);
    expect(receiver.received).toHaveLength(RETRY_AFTER.length + 1);
    expect(new Set(idsOf(receiver.received)).size).toBe(1);
    await take({ found: ['jargon'] });
    expect((await api.post(`/v1/webhooks/${id}/deliveries/${(await deliveriesOf(id))[0].id}/redeliver`)).body.code).toBe('webhook_idle');
    up = true;
    expect((await api.patch(`/v1/webhooks/${id}`).send({ state: 'active' })).body).toMatchObject({ state: 'active', stopped: null });
    await vi.waitFor(() => expect(receiver.received).toHaveLength(RETRY_AFTER.length + 3), 10_000);
    expect(new Set(receiver.received.slice(-2).map(({ body }) => JSON.parse(body).data.finding.ruleId))).toEqual(new Set(['jargon', 'refus']));
    const [entry] = await api.owner.query(`SELECT payload FROM journal WHERE type = 'webhook.stopped' AND payload->>'webhookId' = $1`, [id]);
    expect(entry.payload).toMatchObject({ reason: 'failed' });
  }, 60_000);

  it('is stopped at once by 410', async () => {
    const receiver = await receiverOf((_got, response) => void (response.statusCode = 410));
    const { id } = await hook(receiver.url);
    await take({ found: ['refus'] });
    await vi.waitFor(async () => expect(await read(id)).toMatchObject({ state: 'stopped', stopped: 'gone' }), 10_000);
    expect(receiver.received).toHaveLength(1);
  });

  it('is heard when it asks for time', async () => {
    const receiver = await receiverOf((_got, response) => void response.writeHead(429, { 'retry-after': '600' }).end());
    const { id } = await hook(receiver.url);
    await take({ found: ['refus'] });
    await vi.waitFor(async () => {
      const [{ nextAttemptAt, attempts }] = await deliveriesOf(id);
      expect(attempts).toBe(1);
      expect(Date.parse(nextAttemptAt) - Date.now()).toBeGreaterThan(500_000);
    }, 10_000);
  });

  it('gets the same delivery again, under the same id, from whoever comes after a process that died before it wrote down the answer', async () => {
    const receiver = await receiverOf();
    const { id } = await hook(receiver.url);
    await api.patch(`/v1/webhooks/${id}`).send({ state: 'paused' });
    await take({ found: ['refus'] });
    const queue = api.app.get(DeliveryQueue);
    // No other hands while this one dies.
    const record = vi.spyOn(queue, 'record').mockRejectedValueOnce(new Error('kill -9'));
    await api.patch(`/v1/webhooks/${id}`).send({ state: 'active' });
    await vi.waitFor(() => expect(receiver.received).toHaveLength(1), 10_000);
    await vi.waitFor(() => expect(record).toHaveBeenCalled());
    record.mockRestore();
    expect((await deliveriesOf(id))[0]).toMatchObject({ state: 'waiting', attempts: 0 });
    // The lease ends.
    await api.owner.query('UPDATE webhook_delivery SET next_at = now()');
    await vi.waitFor(async () => expect((await deliveriesOf(id))[0]).toMatchObject({ state: 'delivered', attempts: 1 }), 10_000);
    expect(new Set(idsOf(receiver.received))).toEqual(new Set([(await deliveriesOf(id))[0].id]));
    expect(receiver.received).toHaveLength(2);
  });

  it('gets nothing twice from several processes that work at once', async () => {
    const receiver = await receiverOf();
    const settings = { organisationId: ORGANISATION, webhooks: REACH };
    const pumps = [1, 2, 3].map(() => new WebhookPump(api.app.get(DeliveryQueue), api.app.get(WebhookSender), settings));
    const { id } = await hook(receiver.url);
    for (const pump of pumps) pump.onApplicationBootstrap();
    await api.take(Array.from({ length: 150 }, (_, i) => analysed({ externalId: `foule-${i}`, found: ['refus', '+accueil'] })));
    await vi.waitFor(async () => expect((await read(id)).waiting + receiver.received.length).toBeGreaterThanOrEqual(300), 20_000);
    await vi.waitFor(async () => expect(await read(id)).toMatchObject({ waiting: 0 }), 30_000);
    await Promise.all(pumps.map((pump) => pump.onModuleDestroy()));
    expect(receiver.received).toHaveLength(300);
    expect(new Set(receiver.received.map(({ body }) => JSON.parse(body).data.id)).size).toBe(300);
  }, 60_000);
});

describe('the administrator', () => {
  it('makes one webhook per key, sees its secret once, and keeps the journal free of addresses', async () => {
    const { url } = await receiverOf();
    const make = (name: string) => api.post('/v1/webhooks').set('idempotency-key', 'cle-1').send({ name, url: `${url}?jeton=secret` });
    const answers = await Promise.all(Array.from({ length: 10 }, () => make('Un')));
    expect(new Set(answers.map(({ body }) => body.webhook.id)).size).toBe(1);
    expect(answers.filter(({ body }) => /^whsec_[A-Za-z0-9+/]{43}=$/.test(body.secret ?? '')).length).toBe(1);
    expect((await make('Deux')).body.code).toBe('idempotency_conflict');
    const list = await api.get('/v1/webhooks');
    expect(list.body.items).toHaveLength(1);
    expect(list.text).not.toContain('whsec_');
    const entries = await api.owner.query(`SELECT type, payload::text AS text FROM journal WHERE type LIKE 'webhook.%' AND payload->>'webhookId' = $1`, [list.body.items[0].id]);
    expect(entries).toHaveLength(1);
    expect(entries[0].text).not.toContain('jeton');
  });

  it('changes what was read only', async () => {
    const { url } = await receiverOf();
    const { id } = await hook(url);
    const { headers } = await api.get(`/v1/webhooks/${id}`);
    expect((await api.patch(`/v1/webhooks/${id}`).set('if-match', headers['etag']!).send({ name: 'Autre' })).body).toMatchObject({ name: 'Autre', version: 2 });
    for (const answer of [
      await api.patch(`/v1/webhooks/${id}`).set('if-match', headers['etag']!).send({ name: 'Encore' }),
      await api.delete(`/v1/webhooks/${id}`).set('if-match', headers['etag']!),
      await api.post(`/v1/webhooks/${id}/secret`).set('if-match', headers['etag']!),
    ]) expect([answer.status, answer.body.code]).toEqual([412, 'precondition_failed']);
    expect((await api.delete(`/v1/webhooks/${id}`).set('if-match', '"2"')).status).toBe(200);
    for (const answer of [await api.get(`/v1/webhooks/${id}`), await api.patch(`/v1/webhooks/${id}`).send({}), await api.delete(`/v1/webhooks/${id}`), await api.post(`/v1/webhooks/${id}/test`), await api.post(`/v1/webhooks/${id}/secret`), await api.get(`/v1/webhooks/${id}/deliveries`)]) {
      expect([answer.status, answer.body.code]).toEqual([404, 'not_found']);
    }
  });

  it('changes the secret; the former one holds for a day', async () => {
    const receiver = await receiverOf();
    const { id, secret } = await hook(receiver.url);
    const rotated = await api.post(`/v1/webhooks/${id}/secret`);
    expect(rotated.body.webhook).toMatchObject({ version: 2, previousSecretUntil: expect.any(String) });
    await api.post(`/v1/webhooks/${id}/test`);
    for (const one of [secret, rotated.body.secret]) expect(verified(one, receiver.received[0]!)).toMatchObject({ type: 'webhook.test', data: {} });
    await api.owner.query(`UPDATE webhook SET previous_until = now() - interval '1 second'`);
    await api.post(`/v1/webhooks/${id}/test`);
    expect(() => verified(secret, receiver.received[1]!)).toThrow('signature');
    expect(verified(rotated.body.secret, receiver.received[1]!)).toBeTruthy();
  });

  it('tries it, and sends again what was sent', async () => {
    const receiver = await receiverOf((got, response) => void (response.statusCode = got.count === 1 ? 500 : 204));
    const { id } = await hook(receiver.url);
    expect((await api.post(`/v1/webhooks/${id}/test`)).body).toMatchObject({ type: 'webhook.test', state: 'given-up', attempts: 1, lastStatus: 500, lastFailure: 'status' });
    expect(await read(id)).toMatchObject({ state: 'active' });
    const { body: tried } = await api.post(`/v1/webhooks/${id}/test`);
    expect(tried).toMatchObject({ state: 'delivered', lastStatus: 204, lastFailure: null });
    expect((await api.post(`/v1/webhooks/${id}/deliveries/${tried.id}/redeliver`)).body).toMatchObject({ state: 'waiting', attempts: 0 });
    await vi.waitFor(() => expect(receiver.received).toHaveLength(3), 10_000);
    expect(idsOf(receiver.received)[2]).toBe(tried.id);
    const page = await api.get(`/v1/webhooks/${id}/deliveries?limit=1`);
    expect(page.headers['link']).toContain('rel="next"');
    expect((await api.get(`/v1/webhooks/${id}/deliveries?limit=1&cursor=${page.body.next}`)).body.items).toHaveLength(1);
    expect((await api.get(`/v1/webhooks/${id}/deliveries?cursor=faux`)).body.code).toBe('invalid_cursor');
  });
});
