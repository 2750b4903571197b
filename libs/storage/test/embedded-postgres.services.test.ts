import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#storage';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let dataDir: string;
let server: EmbeddedPostgres | null = null;

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'diapason-test-embedded-'));
});
afterEach(async () => {
  await server?.stop();
  server = null;
  await rm(dataDir, { recursive: true, force: true });
});

const start = async (): Promise<EmbeddedPostgres> => {
  server = await startEmbeddedPostgres({ dataDir });
  return server;
};

const stop = async (): Promise<void> => {
  await server?.stop();
  server = null;
};

async function query<Row>(url: string, text: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(text);
    return rows;
  } finally {
    await client.end();
  }
}

const postmasterPid = async (): Promise<number> =>
  Number((await readFile(path.join(dataDir, 'postgres-18', 'data', 'postmaster.pid'), 'utf8')).split('\n')[0]);

describe('embedded PostgreSQL', () => {
  it('is a durable UTF-8 server on the loopback address, behind a password that only its owner can read', async () => {
    const { url, adopted } = await start();
    expect(adopted).toBe(false);
    const [settings] = await query(
      url,
      `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit, current_setting('listen_addresses') AS listen,
         current_setting('server_encoding') AS encoding, datlocprovider AS provider, datlocale AS locale
       FROM pg_database WHERE datname = current_database()`,
    );
    expect(settings).toEqual({ fsync: 'on', commit: 'on', listen: '127.0.0.1', encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8' });
    const { mode } = await stat(path.join(dataDir, 'postgres-18', 'password'));
    // Windows has no such bits: there the folder is the user's own.
    expect(process.platform === 'win32' ? 0o600 : mode & 0o777).toBe(0o600);
    const wrong = new URL(url);
    wrong.password = 'wrong';
    await expect(query(wrong.href, 'SELECT 1')).rejects.toThrow(/password/);
  });

  it('keeps its data over a stop, and starts warm', async () => {
    await query((await start()).url, 'CREATE TABLE kept AS SELECT 1 AS n');
    await stop();
    expect(existsSync(path.join(dataDir, 'postgres-18', 'data', 'postmaster.pid'))).toBe(false);
    const { url, adopted } = await start();
    expect(adopted).toBe(false);
    expect(await query(url, 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
  });

  it('refuses a folder that another process uses', async () => {
    await start();
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(/Un autre Diapason utilise déjà/);
  });

  it('is taken over after a kill -9 of its process, without a lost acknowledged row', async () => {
    const child = spawnWriter();
    let acknowledged = 0;
    for await (const line of createInterface({ input: child.stdout! })) {
      acknowledged = Number(line);
      if (acknowledged === 200) break;
    }
    child.kill('SIGKILL');
    await once(child, 'exit');
    const pid = await postmasterPid();

    const { url, adopted } = await start();
    expect(adopted).toBe(true);
    expect(await postmasterPid()).toBe(pid);
    const [row] = await query<{ count: number }>(url, 'SELECT count(*)::int AS count FROM written');
    expect(row!.count).toBeGreaterThanOrEqual(acknowledged);
  });

  it('recovers when the server itself was killed, and when its pid now belongs to someone else', async () => {
    const { url } = await start();
    await query(url, 'CREATE TABLE kept AS SELECT 1 AS n');
    const pidFile = path.join(dataDir, 'postgres-18', 'data', 'postmaster.pid');
    const lines = (await readFile(pidFile, 'utf8')).split('\n');
    process.kill(Number(lines[0]), 'SIGKILL');
    await expect.poll(() => query(url, 'SELECT 1').then(() => 'up', () => 'down'), { timeout: 10_000 }).toBe('down');
    // This very process is alive, and no PostgreSQL.
    if (process.platform === 'linux') await writeFile(pidFile, [String(process.pid), ...lines.slice(1)].join('\n'));
    const again = await start();
    expect(await query(again.url, 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
  });

  it('clears what a process killed during initdb has left', async () => {
    await mkdir(path.join(dataDir, 'postgres-18.4194399.a1b2c3.new', 'data'), { recursive: true });
    await start();
    expect(await readdir(dataDir)).toEqual(['postgres-18']);
  });

  it('lets one of two processes that start together have an empty folder', async () => {
    const starts = await Promise.allSettled([startEmbeddedPostgres({ dataDir }), delayedStart()]);
    const won = starts.filter((result) => result.status === 'fulfilled');
    server = won[0]?.value ?? null;
    expect(won).toHaveLength(1);
    expect(await query(server!.url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
  });
});

/** As another process would: it comes a moment later, in the middle of the first one's initdb. */
async function delayedStart(): Promise<EmbeddedPostgres> {
  await new Promise((resolve) => setTimeout(resolve, 300));
  return startEmbeddedPostgres({ dataDir });
}

/** Another Node process that starts the server and writes rows, printing how many were acknowledged. */
function spawnWriter(): ChildProcess {
  const module = path.resolve(import.meta.dirname, '../src/embedded/start-embedded-postgres.ts');
  const program = `
    import { runnerImport } from 'vite';
    import pg from 'pg';
    const { module } = await runnerImport(${JSON.stringify(module)}, { configFile: false, logLevel: 'silent' });
    const { url } = await module.startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)} });
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query('CREATE TABLE written (n int)');
    for (let n = 1; ; n++) {
      await client.query('INSERT INTO written VALUES ($1)', [n]);
      console.log(n);
    }`;
  return spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
}
