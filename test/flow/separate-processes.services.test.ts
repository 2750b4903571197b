import { type ChildProcess, execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { createTestDatabase } from '../support/postgres.js';
import { startProcess } from './app-process.js';

const ROOT = path.resolve(import.meta.dirname, '../..');
const brokers = inject('kafkaBrokers');

/** As docs/running.md has it: the built command line, one process each, nothing shared but Kafka and PostgreSQL. */
describe.skipIf(brokers === '')('ingest, two analyzers and api as processes of their own', () => {
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  const children: ChildProcess[] = [];
  let ingest: string;
  let api: string;
  let headers: Record<string, string>;

  beforeAll(async () => {
    database = await createTestDatabase(inject('postgresUrl'));
    const prefix = `separate-${randomBytes(4).toString('hex')}.`;
    const start = (app: string) => startProcess(app, { DATABASE_URL: database.url, KAFKA_BROKERS: brokers, KAFKA_PREFIX: prefix, PORT: '0' }, children);
    api = await start('api');
    [ingest] = await Promise.all([start('ingest'), start('analyzer'), start('analyzer')]);
    const key = execFileSync(process.execPath, ['bin/diapason.mjs', 'keys', 'create', 'essai', '--scope', 'ingest:write', '--role', 'supervisor', '--all-teams'], {
      cwd: ROOT,
      env: { ...process.env, DATABASE_URL: database.url },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    headers = { 'content-type': 'application/json', authorization: `Bearer ${key.toString().trim()}` };
  });
  afterAll(async () => {
    for (const child of children) child.kill('SIGTERM');
    await Promise.all(children.map(async (child) => child.exitCode ?? once(child, 'exit')));
    await database.drop();
  });

  it('are closed to whoever has no key', async () => {
    expect((await post(ingest, interaction('s-0'), { 'content-type': 'application/json' })).status).toBe(401);
    expect((await fetch(new URL('/v1/interactions', api))).status).toBe(401);
  });

  it('takes in over Kafka what one receives, and the other answers with findings', async () => {
    const sent = await post(ingest, Array.from({ length: 40 }, (_, i) => interaction(`s-${i}`)), headers);
    expect(sent.status).toBe(202);
    const items = await settled(() => get(api, '/v1/interactions?limit=200', headers), 40);
    expect(new Set(items.map(({ externalId }) => externalId)).size).toBe(40);
    expect(items.every(({ violations }) => violations > 0)).toBe(true);
    expect((await post(ingest, interaction('s-0'), headers)).body).toMatchObject({ items: [{ status: 'duplicate' }] });
  });

  it('starts with the strict settings: what nobody has confirmed counts for nobody', async () => {
    // Figures follow interactions: they are read until the views have them.
    await expect.poll(() => get(api, '/v1/reports/agents', headers), { timeout: 30_000 }).toMatchObject({ basis: 'confirmed', rows: [{ violations: 0, awaitingReview: expect.any(Number) }] });
  });

  it('is ready, each of them, and stops with code 0', async () => {
    for (const url of [ingest, api]) expect((await fetch(new URL('/health/ready', url))).status).toBe(200);
    for (const child of children) child.kill('SIGTERM');
    expect(await Promise.all(children.map(codeOf))).toEqual([0, 0, 0, 0]);
  });
});

const listSchema = z.object({ items: z.array(z.object({ externalId: z.string(), violations: z.number() })) });

async function codeOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null) await once(child, 'exit');
  return child.exitCode;
}

async function settled(ask: () => Promise<unknown>, count: number): Promise<z.output<typeof listSchema>['items']> {
  for (;;) {
    const { items } = listSchema.parse(await ask());
    if (items.length >= count) return items;
    await sleep(100);
  }
}

const get = async (base: string, route: string, headers: Record<string, string>): Promise<unknown> => (await fetch(new URL(route, base), { headers })).json();

async function post(base: string, body: unknown, headers: Record<string, string>): Promise<{ status: number; body: unknown }> {
  const response = await fetch(new URL('/v1/interactions', base), {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

const interaction = (externalId: string) => ({
  source: 'test',
  externalId,
  channel: 'chat',
  startedAt: '2026-10-21T10:00:00+02:00',
  participants: [{ id: 'a', role: 'agent', ref: 'a-01' }],
  turns: [{ id: '1', participantId: 'a', text: 'Bonjour, malheureusement c’est impossible.' }],
});
