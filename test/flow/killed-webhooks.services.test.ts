import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { SAMPLE_SETTINGS } from '#domain';
import { openDatabase, OrganisationRepository, PgAnalysisStore } from '#storage';
import type { DataSource } from 'typeorm';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { type Received, type Receiver, startReceiver } from '../../apps/api/test/webhook-receiver.js';
import { analysed, batchOf, ORGANISATION } from '../contracts/analysis-store.fixture.js';
import { openOwner } from '../support/owner.js';
import { createTestDatabase } from '../support/postgres.js';
import { startProcess } from './app-process.js';

const INTERACTIONS = 20;
/** Two findings each. */
const EVENTS = 2 * INTERACTIONS;
/** As many as one webhook has under way at once: docs/webhooks.md. */
const AT_ONCE = 4;

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let owner: DataSource;
let source: DataSource;
let receiver: Receiver;
/** What the receiver does with its n-th delivery, from 1; nothing: it answers 204. */
let meet: (count: number, response: ServerResponse) => void;
const children: ChildProcess[] = [];

beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'));
  source = await openDatabase(database.url);
  owner = await openOwner(database.url);
  await new OrganisationRepository(source).ensureOrganisation({ id: ORGANISATION, name: 'Maison Test', timeZone: 'Europe/Paris', settings: SAMPLE_SETTINGS, reason: 'essai' });
});
afterAll(async () => {
  await Promise.all([source.destroy(), owner.destroy()]);
  await database.drop();
});
beforeEach(async () => {
  meet = () => undefined;
  receiver = await startReceiver(({ count }, response) => meet(count, response));
});
afterEach(async () => {
  await Promise.all(children.splice(0).map(kill));
  await receiver.stop();
  await owner.query('DELETE FROM webhook');
});

/** The built API as a process of its own: it alone sends. */
async function startSender(): Promise<{ url: string; child: ChildProcess }> {
  const url = await startProcess('api', { DATABASE_URL: database.url, PORT: '0', DIAPASON_ORGANISATION: ORGANISATION, DIAPASON_ACCESS: 'open', DIAPASON_WEBHOOKS_PRIVATE: '1' }, children);
  return { url, child: children.at(-1)! };
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await gone(child);
}
const gone = async (child: ChildProcess): Promise<void> => void (child.exitCode === null && child.signalCode === null && (await once(child, 'exit')));

async function hook(url: string): Promise<void> {
  const answer = await fetch(new URL('/v1/webhooks', url), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ name: 'Entrepôt', url: receiver.url }) });
  expect(answer.status).toBe(201);
}

let counted = 0;
const take = () => new PgAnalysisStore(source).record(batchOf(Array.from({ length: INTERACTIONS }, () => analysed({ externalId: `k-${++counted}`, found: ['refus', '+accueil'] }))));

const deliverySchema = z.object({ data: z.object({ id: z.string(), at: z.string() }) });
const seenIn = ({ headers, body }: Received) => ({ id: String(headers['webhook-id']), event: deliverySchema.parse(JSON.parse(body)).data });
const eventsSeen = () => new Set(receiver.received.map((got) => seenIn(got).event.id));
const waiting = async (): Promise<number> => Number((await owner.query(`SELECT count(*) AS count FROM webhook_delivery WHERE state <> 'delivered'`))[0].count);
/** What the dead process had in hand is nobody else's for a minute. */
const letTheLeaseEnd = () => owner.query(`UPDATE webhook_delivery SET next_at = clock_timestamp() WHERE state = 'waiting'`);

/** After the process is gone: another one sends what is left, and every event has come under one id. */
async function comesWhole(): Promise<void> {
  await letTheLeaseEnd();
  await startSender();
  await expect.poll(() => eventsSeen().size, { timeout: 60_000 }).toBe(EVENTS);
  await expect.poll(waiting, { timeout: 60_000 }).toBe(0);
  const seen = receiver.received.map(seenIn);
  expect(eventsSeen().size).toBe(EVENTS);
  // The same event under the same id, however often, and no two events under one.
  expect(new Set(seen.map(({ id, event }) => `${id} ${event.id}`)).size).toBe(EVENTS);
  expect(new Set(seen.map(({ id }) => id)).size).toBe(EVENTS);
  // Whatever order they come in, `data.id` tells the one in which they happened.
  const inOrder = seen.map(({ event }) => event).sort((a, b) => placeOf(a.id) - placeOf(b.id));
  expect(inOrder.map(({ at }) => at)).toEqual(inOrder.map(({ at }) => at).sort());
}
const placeOf = (id: string): number => {
  const [xid = 0, position = 0, part = 0] = id.split('-').map(Number);
  return xid * 1e9 + position * 1e3 + part;
};

it('killed before the receiver answers: all of it comes again, under the same ids', async () => {
  const { url, child } = await startSender();
  await hook(url);
  meet = (count, response) => {
    // Said to nobody yet: the answer stays open.
    if (count <= AT_ONCE) response.writeHead(204);
    if (count === AT_ONCE) child.kill('SIGKILL');
  };
  await take();
  await gone(child);
  const held = receiver.received.map((got) => seenIn(got).id);
  expect(held).toHaveLength(AT_ONCE);
  await comesWhole();
  const counts = held.map((id) => receiver.received.filter((got) => seenIn(got).id === id).length);
  expect(counts).toEqual(held.map(() => 2));
});

it('killed as an answer leaves, in the middle: nothing is lost, and what comes again has its id', async () => {
  const { url, child } = await startSender();
  await hook(url);
  meet = (count, response) => {
    if (count === EVENTS / 2) response.once('finish', () => child.kill('SIGKILL'));
  };
  await take();
  await gone(child);
  expect(eventsSeen().size).toBeLessThan(EVENTS);
  await comesWhole();
  // Only what was under way may come twice.
  expect(receiver.received.length - EVENTS).toBeLessThanOrEqual(AT_ONCE);
});

it('killed before it has read what happened: nothing is lost, and nothing comes twice', async () => {
  const { url, child } = await startSender();
  await hook(url);
  await kill(child);
  await take();
  await comesWhole();
  expect(receiver.received).toHaveLength(EVENTS);
});
