import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runDiapason } from './run-diapason.js';
import { startUp, type Up } from './start-up.js';

interface Counted {
  readonly lag: number;
  readonly rows: readonly { readonly channel: string; readonly figures: { readonly interactions: number } }[];
}

const get = async (up: Up, route: string): Promise<unknown> => (await fetch(new URL(route, up.url))).json();
const isCounted = (value: unknown): value is Counted => typeof value === 'object' && value !== null && 'rows' in value;

async function interactionsByChannel(up: Up): Promise<Record<string, number>> {
  const report = await get(up, '/v1/reports/channels');
  if (!isCounted(report)) throw new Error(JSON.stringify(report));
  if (report.lag > 0) return interactionsByChannel(up);
  return Object.fromEntries(report.rows.map(({ channel, figures }) => [channel, figures.interactions]));
}

const own = (externalId: string) => ({
  source: 'test',
  externalId,
  channel: 'chat',
  startedAt: '2026-10-21T10:00:00+02:00',
  participants: [
    { id: 'a', role: 'agent', ref: 'a-01' },
    { id: 'c', role: 'customer', ref: 'c-01' },
  ],
  turns: [{ id: '1', participantId: 'a', text: 'Bonjour, malheureusement c’est impossible.' }],
});

const send = (up: Up, body: unknown): Promise<Response> =>
  fetch(new URL('/v1/interactions', up.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** One life of an installation: each test goes on where the one before it stopped. */
let data: string;
let up: Up;
beforeAll(async () => {
  data = await mkdtemp(path.join(tmpdir(), 'diapason-test-up-'));
  up = await startUp(data);
});
afterAll(async () => {
  await up.end('SIGTERM');
  await rm(data, { recursive: true, force: true });
});

it('takes the samples in over three channels, shows progress and prints its address', async () => {
  const counts = await interactionsByChannel(up);
  expect(Object.keys(counts).sort()).toEqual(['chat', 'email', 'phone']);
  expect(Object.values(counts).reduce((sum, n) => sum + n)).toBeGreaterThanOrEqual(60);
  expect(up.output()).toMatch(/Interactions d’exemple █+ (\d+)\/\1/);
  expect((await fetch(new URL('/health/ready', up.url))).status).toBe(200);
});

it('refuses to run twice on one folder, and says where the first one is', async () => {
  const { code, stderr } = await runDiapason(['up', '--port', '0', '--data', data]);
  expect(code).toBe(1);
  expect(stderr).toContain(up.url);
});

it('acknowledges what it has judged and kept, and survives kill -9 with it', async () => {
  const before = await interactionsByChannel(up);
  const accepted = await send(up, Array.from({ length: 50 }, (_, i) => own(`n-${i}`)));
  expect(accepted.status).toBe(202);
  await up.end('SIGKILL');

  up = await startUp(data);
  expect(up.output()).toContain('0 nouvelle,');
  const after = await interactionsByChannel(up);
  expect(after).toEqual({ ...before, chat: before['chat']! + 50 });
  const again = await send(up, own('n-0'));
  expect(await again.json()).toMatchObject({ items: [{ status: 'duplicate' }] });
});

it('stops on SIGTERM with code 0, and rebuilds its views to the same figures', async () => {
  const reports = async () => Promise.all(['agents', 'channels', 'rules'].map((name) => get(up, `/v1/reports/${name}`)));
  const before = await reports();
  expect(await up.end('SIGTERM')).toBe(0);

  const rebuilt = await runDiapason(['rebuild', 'views', '--data', data]);
  expect(rebuilt).toMatchObject({ code: 0, stdout: expect.stringContaining('Vues reconstruites') });

  up = await startUp(data);
  expect(await reports()).toEqual(before);
});
