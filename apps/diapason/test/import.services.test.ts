import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { ROOT, runDiapason } from './run-diapason.js';
import { startUp, type Up } from './start-up.js';

const MANY = 6_000;
const ALL = new RegExp(`0 nouvelle, ${MANY} déjà là, 0 refusée`);

const chat = (externalId: string) => ({
  source: 'essai',
  externalId,
  channel: 'chat',
  startedAt: '2026-09-07T10:00:00+02:00',
  participants: [{ id: 'a', role: 'agent', ref: 'a-1' }],
  turns: [{ id: '0', participantId: 'a', text: 'Bonjour' }],
});

let folder: string;
let data: string;
let up: Up;
const file = (name: string): string => path.join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'diapason-import-'));
  data = path.join(folder, 'data');
  up = await startUp(data, ['--no-samples']);
  await writeFile(file('good.jsonl'), `${JSON.stringify(chat('g-1'))}\n${JSON.stringify(chat('g-2'))}\n`);
  await writeFile(file('bad.jsonl'), `${JSON.stringify(chat('b-1'))}\n{"channel":\n${JSON.stringify({ ...chat('b-2'), channel: 'fax' })}\n`);
  await writeFile(file('many.jsonl'), Array.from({ length: MANY }, (_, i) => `${JSON.stringify(chat(`m-${i}`))}\n`).join(''));
});
afterAll(async () => {
  await up?.end('SIGTERM');
  await rm(folder, { recursive: true, force: true });
});

const run = (...args: string[]) => runDiapason(['import', ...args], '', { DIAPASON_URL: up.url, DIAPASON_DATA: data });

it('--dry-run reads, reports and sends nothing', async () => {
  const { code, stdout } = await run(file('good.jsonl'), '--dry-run');
  expect([code, stdout]).toEqual([0, expect.stringContaining('2 lisibles, 0 refusée ; rien n’a été envoyé')]);
  expect((await run(file('good.jsonl'))).stdout).toContain('2 nouvelles, 0 déjà là, 0 refusée');
});

it('--report has every refusal as a JSON line with its place and reason; what is good is taken all the same', async () => {
  const { code, stdout, stderr } = await run(file('bad.jsonl'), '--report', file('refused.jsonl'));
  expect([code, stdout]).toEqual([1, expect.stringMatching(/canonical +1 +0 +2\n1 nouvelle, 0 déjà là, 2 refusées/)]);
  expect(stderr).toContain('[invalid_interaction]');
  const lines = (await readFile(file('refused.jsonl'), 'utf8')).trimEnd().split('\n').map((line): unknown => JSON.parse(line));
  expect(lines).toMatchObject([
    { file: file('bad.jsonl'), place: 'ligne 2', format: 'canonical', reason: 'not_json' },
    { file: file('bad.jsonl'), place: 'ligne 3', format: 'canonical', reason: 'invalid_interaction' },
  ]);
});

it('what was taken is skipped when it is imported again, and known when it is sent again', async () => {
  expect((await run(file('good.jsonl'))).stdout).toContain('0 nouvelle, 0 déjà là, 0 refusée\n0 fichier lu, 1 déjà pris avant');
  expect((await run(file('good.jsonl'), '--again')).stdout).toContain('0 nouvelle, 2 déjà là, 0 refusée');
});

it('killed in the middle it goes on where it was, and nothing is there twice', async () => {
  const state = file('state.txt');
  const child = spawn(process.execPath, ['bin/diapason.mjs', 'import', file('many.jsonl'), '--to', up.url, '--state', state], { cwd: ROOT, stdio: 'ignore' });
  const gone = once(child, 'exit');
  await vi.waitFor(async () => expect(await readFile(state, 'utf8')).toContain('at '), { timeout: 60_000, interval: 5 });
  child.kill('SIGKILL');
  await gone;
  const { code, stdout } = await run(file('many.jsonl'), '--state', state);
  const [, fresh, known] = /(\d+) nouvelles?, (\d+) déjà là, 0 refusée/.exec(stdout) ?? [];
  expect(code).toBe(0);
  expect(Number(fresh)).toBeGreaterThan(0);
  expect(Number(fresh) + Number(known)).toBeLessThan(MANY);
  expect((await run(file('many.jsonl'), '--again', '--state', state)).stdout).toMatch(ALL);
});

it('with the server killed in the middle, what it had acknowledged is there, and the rest comes the next time', async () => {
  const [state, server] = [file('server-state.txt'), file('server')];
  const first = await startUp(server, ['--no-samples']);
  const importing = runDiapason(['import', file('many.jsonl'), '--to', first.url, '--state', state], '');
  await vi.waitFor(async () => expect(await readFile(state, 'utf8')).toContain('at '), { timeout: 60_000, interval: 5 });
  await first.end('SIGKILL');
  expect(await importing).toMatchObject({ code: 2, stderr: expect.stringContaining('ne répond pas') });
  const again = await startUp(server, ['--no-samples']);
  try {
    const { code, stdout } = await runDiapason(['import', file('many.jsonl'), '--to', again.url, '--state', state], '');
    const [, fresh, known] = /(\d+) nouvelles?, (\d+) déjà là, 0 refusée/.exec(stdout) ?? [];
    expect(code).toBe(0);
    expect(Number(fresh)).toBeGreaterThan(0);
    expect(Number(fresh) + Number(known)).toBeLessThan(MANY);
    expect((await idsAt(again.url)).sort()).toEqual(Array.from({ length: MANY }, (_, i) => `m-${i}`).sort());
  } finally {
    await again.end('SIGTERM');
  }
});

/** External ids of every interaction of a running Diapason. */
async function idsAt(url: string): Promise<string[]> {
  const ids: string[] = [];
  for (let next: string | undefined = '/v1/interactions?limit=200'; next !== undefined; ) {
    const response: Response = await fetch(new URL(next, url));
    const { items } = z.object({ items: z.array(z.object({ externalId: z.string() })) }).parse(await response.json());
    ids.push(...items.map(({ externalId }) => externalId));
    next = /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
  }
  return ids;
}

it('another Diapason gets everything, whatever the one before had', async () => {
  const state = file('state.txt');
  const other = await startUp(path.join(folder, 'other'), ['--no-samples']);
  try {
    const { stdout, stderr } = await run(file('good.jsonl'), file('many.jsonl'), '--state', state, '--to', other.url);
    expect(stderr).toContain('tout est repris depuis le début');
    expect(stdout).toContain(`${MANY + 2} nouvelles, 0 déjà là`);
  } finally {
    await other.end('SIGTERM');
  }
});

it('--watch takes what is there and what comes, until it is told to stop', async () => {
  const watched = await mkdtemp(file('watched-'));
  const child = spawn(process.execPath, ['bin/diapason.mjs', 'import', watched, '--watch', '--every', '0.2', '--to', up.url, '--state', file('watch.txt')], { cwd: ROOT });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await vi.waitFor(() => expect(output).toContain('Surveillance'), { timeout: 30_000 });
  await writeFile(path.join(watched, 'a.jsonl'), JSON.stringify(chat('w-1')));
  await vi.waitFor(() => expect(output).toContain('1 fichier : 1 nouvelle'), { timeout: 30_000 });
  child.kill('SIGINT');
  await once(child, 'close');
  expect([child.exitCode, output]).toEqual([0, expect.stringContaining('1 nouvelle, 0 déjà là, 0 refusée')]);
});

const mail = (id: string, from: string, ...headers: readonly string[]): string =>
  [`From: ${from}`, `To: ${from === 'sav@maison-exemple.fr' ? 'paul@client.example' : 'sav@maison-exemple.fr'}`, 'Date: Mon, 07 Sep 2026 09:12:33 +0200', `Message-ID: <${id}@fil>`, ...headers, '', 'Bonjour', ''].join('\n');

it('mails of one thread have one case, from a mailbox or a Maildir, whichever comes first', async () => {
  const maildir = path.join(folder, 'Maildir');
  await Promise.all(['cur', 'new', 'tmp'].map((name) => mkdir(path.join(maildir, name), { recursive: true })));
  await writeFile(path.join(maildir, 'cur', '1.host:2,S'), mail('trois', 'paul@client.example', 'In-Reply-To: <deux@fil>', 'References: <un@fil> <deux@fil>'));
  await writeFile(file('boite.mbox'), ['un', 'deux'].map((id, i) => `From x@y Mon Sep  7 09:12:33 2026\n${mail(id, i === 0 ? 'paul@client.example' : 'sav@maison-exemple.fr', ...(i === 0 ? [] : ['In-Reply-To: <un@fil>']))}\n`).join(''));
  expect((await run(maildir)).stdout).toContain('1 nouvelle, 0 déjà là, 0 refusée');
  expect((await run(file('boite.mbox'))).stdout).toContain('2 nouvelles, 0 déjà là, 0 refusée');
  await vi.waitFor(async () => {
    const page = z.object({ items: z.array(z.object({ source: z.string(), externalId: z.string(), caseRef: z.string().nullable() })) }).parse(await (await fetch(`${up.url}/v1/interactions?channel=email`)).json());
    expect(page.items.filter(({ source }) => source === 'mailbox').map(({ externalId, caseRef }) => `${externalId} ${caseRef}`).sort()).toEqual(['deux@fil un@fil', 'trois@fil un@fil', 'un@fil un@fil']);
  });
});

it.each([
  ['a Diapason that does not answer', ['good.jsonl', '--to', 'http://127.0.0.1:1', '--again'], 'ne répond pas'],
  ['an empty folder', ['.'], 'rien à importer'],
  ['a format nobody knows', ['good.jsonl', '--format', 'fax'], 'fax'],
  ['a dry run that watches', ['good.jsonl', '--dry-run', '--watch'], '--watch'],
  ['a report nobody can write', ['good.jsonl', '--report', 'absent/report.jsonl'], '--report'],
])('%s ends with 2 and says why', async (_, [name, ...args], told) => {
  const target = name === '.' ? await mkdtemp(file('empty-')) : file(name!);
  const { code, stderr } = await run(target, ...args);
  expect([code, stderr]).toEqual([2, expect.stringContaining(told)]);
});

it('keeps its state in the data folder, for its owner only', async () => {
  const states = await readdir(path.join(data, 'imports'));
  const modes = await Promise.all(states.map(async (name) => (await stat(path.join(data, 'imports', name))).mode & 0o777));
  expect(new Set(modes)).toEqual(new Set([0o600]));
});
