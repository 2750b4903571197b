import { createHmac } from 'node:crypto';
import type { Interaction } from '#domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GatheredSender } from '../../src/gather-conversation/gathered-sender.js';
import { startTestIngest, type TestIngest } from '../ingest-fixture.js';
import { conversation, messageEvent, START, wholeConversation } from './events.js';

const SECRET = 'secret-de-test';
let ingest: TestIngest;
beforeAll(async () => (ingest = await startTestIngest({ chatwootSecrets: ['ancien', SECRET] })));
afterAll(async () => ingest?.close());

const signed = (body: string, secret = SECRET): Record<string, string> => {
  const timestamp = String(Math.floor(Date.now() / 1000));
  return { 'x-chatwoot-timestamp': timestamp, 'x-chatwoot-signature': `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}` };
};

async function post(event: object | string, headers?: Record<string, string>) {
  const body = typeof event === 'string' ? event : JSON.stringify(event);
  const response = await fetch(`${ingest.url}/v1/webhooks/chatwoot`, { method: 'POST', body, headers: { 'content-type': 'application/json', ...(headers ?? signed(body)) } });
  const answer: { status?: string | number; code?: string; externalId?: string; revision?: number } = JSON.parse(await response.text());
  return { status: response.status, body: answer };
}

/** Its highest revision: of two on their way at once, the lower may arrive last and is dropped. */
const latest = (externalId: string) =>
  ingest.arrived
    .map(({ interaction }) => interaction)
    .filter((interaction) => interaction.externalId === externalId)
    .reduce<Interaction | undefined>((highest, next) => (highest !== undefined && highest.revision > next.revision ? highest : next), undefined);

describe('POST /v1/webhooks/chatwoot', () => {
  it.each([
    ['no signature', {}],
    ['another’s signature', { ...signed('{}'), 'x-chatwoot-signature': `sha256=${'0'.repeat(64)}` }],
    ['a signature of another body', signed('{}')],
  ])('refuses %s and takes nothing in', async (_, headers) => {
    const answer = await post(messageEvent(100, 1, 1, 'contact', 'Bonjour'), headers);
    expect(answer).toMatchObject({ status: 401, body: { code: 'unauthorised' } });
    expect(await ingest.kept('chatwoot', '1-100')).toBeNull();
  });

  it('gathers messages into one interaction of growing revisions', async () => {
    const answers = [];
    for (const event of wholeConversation(7)) answers.push(await post(event));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 202));
    expect(answers[0]!.body).toEqual({ status: 'waiting', externalId: '1-7' });
    const revisions = answers.flatMap(({ body }) => body.revision ?? []);
    expect(revisions).toEqual([...revisions].sort((a, b) => a - b));
    expect(new Set(revisions).size).toBe(revisions.length);
    expect(latest('1-7')).toMatchObject({ revision: revisions.at(-1), turns: [{ id: '10' }, { id: '11', private: true }, { id: '12', text: 'Bonjour Madame, il arrive demain.' }] });
  });

  it('makes the same of the same events in reverse, and of all at once', async () => {
    for (const event of wholeConversation(8).toReversed()) await post(event);
    await Promise.all(wholeConversation(9).map((event) => post(event)));
    const { turns } = latest('1-7')!;
    for (const id of ['1-8', '1-9']) {
      expect(latest(id)?.turns).toEqual(turns);
      expect((await ingest.kept('chatwoot', id))?.revision).toBe(latest(id)?.revision);
    }
  });

  it('makes no revision of an event that comes again or says nothing new', async () => {
    const [, , , event] = wholeConversation(7);
    expect(await post(event!)).toEqual({ status: 202, body: { status: 'duplicate', externalId: '1-7' } });
    expect((await post({ event: 'webwidget_triggered', id: 4 })).body).toEqual({ status: 'ignored' });
  });

  it('keeps what the stream does not take, and sends it on later', async () => {
    ingest.broken.now = true;
    const answer = await post(messageEvent(20, 1, 1, 'contact', 'Bonjour ?'));
    expect(answer).toMatchObject({ status: 202, body: { status: 'accepted' } });
    expect(await ingest.kept('chatwoot', '1-20')).toBeNull();
    ingest.broken.now = false;
    await ingest.app.get(GatheredSender).sendWaiting();
    expect(await ingest.kept('chatwoot', '1-20')).toMatchObject({ revision: answer.body.revision });
  });

  it('goes on from an export that was imported meanwhile, without losing its words', async () => {
    await post(messageEvent(30, 2, 60, 'user', 'Bonjour Madame.'));
    const sample = {
      ...conversation(30, 90),
      account_id: 1,
      messages: [
        { id: 1, content: 'Avant le webhook', message_type: 0, created_at: START, private: false, sender: { id: 17, name: 'Jeanne Exemple' } },
        { id: 2, content: 'Bonjour Madame.', message_type: 1, created_at: START + 60, private: false, sender: { id: 3, name: 'Claire Aubry', email: 'claire.aubry@maison.example', type: 'user' } },
      ],
    };
    const imported = await fetch(`${ingest.url}/v1/imports`, { method: 'POST', body: JSON.stringify(sample) });
    expect(await imported.json()).toMatchObject({ accepted: 1 });
    await post(messageEvent(30, 3, 120, 'contact', 'Merci'));
    expect(latest('1-30')?.turns.map(({ text }) => text)).toEqual(['Avant le webhook', 'Bonjour Madame.', 'Merci']);
    expect((await ingest.kept('chatwoot', '1-30'))?.revision).toBe(latest('1-30')?.revision);
  });

  it.each([
    ['what is no JSON', '{', 400, 'invalid_json'],
    ['an event that is none', '{"event":"message_created"}', 422, 'invalid_interaction'],
    ['an event without end', `{"event":"message_created","x":${'['.repeat(100_000)}`, 400, 'invalid_json'],
    ['too much', `{"event":"${'x'.repeat(5_000_000)}"}`, 413, 'payload_too_large'],
  ])('refuses %s', async (_, body, status, code) => {
    expect(await post(body)).toMatchObject({ status, body: { code } });
  });
});
