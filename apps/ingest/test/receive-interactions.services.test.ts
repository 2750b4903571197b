import { interactionIdOf } from '#domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chat, startTestIngest, type TestIngest } from './ingest-fixture.js';

let ingest: TestIngest;
beforeAll(async () => (ingest = await startTestIngest()));
afterAll(async () => ingest?.close());

async function post(body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${ingest.url}/v1/interactions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, body: JSON.parse(await response.text()) };
}

const large = (externalId: string, size: number) => chat(externalId, { turns: [{ id: '0', participantId: 'a', text: 'x'.repeat(size) }] });

describe('POST /v1/interactions', () => {
  it('takes an interaction in, and acknowledges it when it is kept', async () => {
    const { status, body } = await post(chat('un'));
    expect(status).toBe(202);
    expect(body).toEqual({ items: [{ id: interactionIdOf('maison-test', 'essai', 'un'), source: 'essai', externalId: 'un', revision: 1, status: 'accepted' }] });
    expect(await ingest.kept('essai', 'un')).toMatchObject({ revision: 1 });
  });

  it('takes nothing in twice', async () => {
    await post(chat('deux'));
    const before = ingest.arrived.length;
    const again = await post([chat('deux'), chat('trois'), chat('trois')]);
    expect(again.body.items.map(({ status }: { status: string }) => status)).toEqual(['duplicate', 'accepted', 'duplicate']);
    expect(ingest.arrived.length).toBe(before + 1);
  });

  it('replaces by a higher revision, and knows a lower one', async () => {
    await post(chat('quatre'));
    expect((await post(chat('quatre', { revision: 3, subject: 'corrigé' }))).body.items[0].status).toBe('accepted');
    expect((await post(chat('quatre', { revision: 2 }))).body.items[0].status).toBe('superseded');
    expect(await ingest.kept('essai', 'quatre')).toMatchObject({ revision: 3 });
  });

  it('refuses other content under the same revision, and with it the whole batch', async () => {
    await post(chat('cinq'));
    const { status, body } = await post([chat('six'), chat('cinq', { subject: 'autre' })]);
    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'id_conflict', errors: [{ pointer: '#/1/revision' }] });
    expect(await ingest.kept('essai', 'six')).toBeNull();
    expect((await post([chat('sept'), chat('sept', { subject: 'autre' })])).status).toBe(409);
  });

  it('names the wrong field, and takes nothing of the batch', async () => {
    const wrong = chat('huit', { channel: 'fax', turns: [{ id: '0', participantId: 'a', text: 7 }] });
    const { status, headers, body } = await post([chat('neuf'), wrong]);
    expect([status, headers.get('content-type')]).toEqual([422, 'application/problem+json']);
    expect(body.code).toBe('invalid_interaction');
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['#/1/channel', '#/1/turns/0/text']);
    expect(await ingest.kept('essai', 'neuf')).toBeNull();
    expect((await post(wrong, { 'accept-language': 'en' })).body).toMatchObject({ detail: expect.stringContaining('not valid'), errors: [{ pointer: '#/channel' }, {}] });
  });

  it.each([
    ['no interaction', [], 422],
    ['too many', Array.from({ length: 1001 }, (_, i) => chat(`n${i}`)), 422],
    ['a number', 7, 422],
    ['what is no JSON', '{"source":', 400],
    ['nesting without end', `[${'['.repeat(100_000)}${']'.repeat(100_000)}]`, 422],
  ])('refuses %s', async (_, body, status) => {
    expect((await post(body)).status).toBe(status);
  });

  it('refuses an interaction too large for the stream, but takes a large batch of small ones', async () => {
    expect((await post(large('dix', 1_100_000))).body).toMatchObject({ status: 413, code: 'payload_too_large' });
    expect((await post(['onze', 'douze', 'treize'].map((id) => large(id, 600_000)))).status).toBe(202);
  });

  it('acknowledges nothing while the stream takes nothing, and everything when sent again', async () => {
    ingest.broken.now = true;
    const { status, headers, body } = await post(chat('quatorze'));
    ingest.broken.now = false;
    expect([status, headers.get('retry-after'), body.code]).toEqual([503, '5', 'unavailable']);
    expect(await ingest.kept('essai', 'quatorze')).toBeNull();
    expect((await post(chat('quatorze'))).body.items[0].status).toBe('accepted');
  });
});
