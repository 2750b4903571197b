// Reads of the API at BENCH_INTERACTIONS (1,000,000 unless told) interactions and three findings for each: the real API process over
// HTTP against the very statements that it sends, sent by `pg` on one connection, one request after the other, in turn.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { STRICT_SETTINGS } from '#domain';
import { compileRulebook, loadRulebook } from '#nlp';
import { openDatabase, OrganisationRepository, Projector, RulebookRepository, startEmbeddedPostgres } from '#storage';
import { freePort } from '../../test/support/free-port.js';
import { openOwner } from '../../test/support/owner.js';
import { fill } from './fill.js';
import { openPeer, recordStatements } from './statements.js';
import { ADDRESSES } from './addresses.js';

const COUNT = Number(process.env['BENCH_INTERACTIONS'] ?? 1_000_000);
const ROUNDS = 40;
const ORGANISATION = 'bench';
const log = (text: string): void => void process.stderr.write(`${text}\n`);

const kept = process.env['BENCH_DATA'];
const folder = kept ?? (await mkdtemp(path.join(tmpdir(), 'diapason-bench-reads-')));
const server = await startEmbeddedPostgres({ dataDir: folder, settings: { shared_buffers: '1GB', max_wal_size: '8GB', work_mem: '32MB' } });
try {
  await prepare();
  const statements = await recordStatements(server.url, ORGANISATION, ADDRESSES.map(({ address }) => address));
  const peer = await openPeer(server.url, ORGANISATION);
  const api = await startApiProcess();
  try {
    const rows = [];
    for (const [i, { name, address }] of ADDRESSES.entries()) {
      const [ours, theirs] = await inTurn(() => ask(`${api.url}${address}`), () => peer.run(statements[i]!));
      const note = `p95 ${ours.p95.toFixed(1)} ms against ${theirs.p95.toFixed(1)} ms; ${COUNT} interactions, ${ROUNDS} requests; ${statements[i]!.length} statements; the aim is p95 < 50 ms and ratio ≤ 1.5`;
      log(`${name}: ${note}`);
      rows.push({ measure: `API read: ${name}`, ours: ours.median, peer: theirs.median, ratio: ours.median / theirs.median, unit: 'ms', note });
    }
    console.log(JSON.stringify(rows));
  } finally {
    api.stop();
    await peer.close();
  }
} finally {
  await server.stop();
  if (kept === undefined) await rm(folder, { recursive: true, force: true });
}

/** The database as it is once everything is recorded and the views have read it; a folder that has it already (BENCH_DATA) is taken as it is. */
async function prepare(): Promise<void> {
  const database = await openDatabase(server.url);
  const organisations = new OrganisationRepository(database);
  if ((await organisations.readOrganisation(ORGANISATION)) === null) {
    await organisations.ensureOrganisation({ id: ORGANISATION, name: 'Bench', timeZone: 'Europe/Paris', settings: STRICT_SETTINGS, reason: 'bench' });
    const loaded = loadRulebook('rulebooks/exemple');
    if (!loaded.ok) throw new Error('the sample rulebook cannot be read');
    const { description } = compileRulebook(loaded.rulebook);
    await new RulebookRepository(database).publishRulebook(ORGANISATION, description);
    const owner = await openOwner(server.url);
    await fill(owner, ORGANISATION, description, COUNT, log);
    log('the views read the journal…');
    await new Projector(database).settle(3_600_000);
    await owner.query('VACUUM ANALYZE');
    await owner.destroy();
  } else {
    await new Projector(database).settle(3_600_000);
  }
  await database.destroy();
}

async function startApiProcess(): Promise<{ url: string; stop: () => void }> {
  const port = await freePort();
  const env = { ...process.env, DATABASE_URL: server.url, DIAPASON_ORGANISATION: ORGANISATION, DIAPASON_ACCESS: 'open', HOST: '127.0.0.1', PORT: String(port), LOG_LEVEL: 'error' };
  const child = spawn(process.execPath, ['bin/diapason.mjs', 'api'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const url = `http://127.0.0.1:${port}`;
  for (const deadline = Date.now() + 60_000; ; await new Promise((go) => setTimeout(go, 100))) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error(`the API did not start (${child.exitCode})`);
    if (await fetch(`${url}/v1/organisation`).then(({ ok }) => ok, () => false)) return { url, stop: () => void child.kill() };
  }
}

async function ask(url: string): Promise<void> {
  const response = await fetch(url);
  const text = await response.text();
  if (!response.ok) throw new Error(`${url}: ${response.status} ${text.slice(0, 300)}`);
}

interface Times {
  readonly median: number;
  readonly p95: number;
}

/** Milliseconds of both, after a few rounds that warm the caches. */
async function inTurn(ours: () => Promise<unknown>, theirs: () => Promise<unknown>): Promise<[Times, Times]> {
  const times: [number[], number[]] = [[], []];
  for (let round = -5; round < ROUNDS; round++) {
    for (const [who, run] of [ours, theirs].entries()) {
      const started = performance.now();
      await run();
      if (round >= 0) times[who]!.push(performance.now() - started);
    }
  }
  return [timesOf(times[0]), timesOf(times[1])];
}

function timesOf(times: number[]): Times {
  const sorted = times.toSorted((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)]!, p95: sorted[Math.ceil(sorted.length * 0.95) - 1]! };
}
