import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { EmbeddedPostgresError, type PostgresBinaries } from './binaries.js';

const execute = promisify(execFile);

/** The directory names the major version: data files of one cannot be read by another. */
const HOME = 'postgres-18';
export const USER = 'diapason';

export interface Cluster {
  readonly data: string;
  readonly log: string;
  readonly password: string;
}

/** Opens the cluster of a data directory, made by initdb when there is none. */
export async function openCluster(binaries: PostgresBinaries, dataDir: string): Promise<Cluster> {
  const home = join(dataDir, HOME);
  if (!existsSync(home)) await createCluster(binaries, dataDir, home);
  return {
    data: join(home, 'data'),
    log: join(home, 'server.log'),
    password: await readFile(join(home, 'password'), 'utf8'),
  };
}

/** Builds aside and moves into place whole: a kill in the middle leaves no half cluster, and of two makers one wins. */
async function createCluster(binaries: PostgresBinaries, dataDir: string, home: string): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  for (const left of await readdir(dataDir)) {
    const maker = new RegExp(`^${HOME}\\.(\\d+)\\.[0-9a-f]+\\.new$`).exec(left)?.[1];
    if (maker && !isAlive(Number(maker))) await rm(join(dataDir, left), { recursive: true, force: true });
  }
  const draft = join(dataDir, `${HOME}.${process.pid}.${randomBytes(3).toString('hex')}.new`);
  await mkdir(draft, { mode: 0o700 });
  await writeFile(join(draft, 'password'), randomBytes(24).toString('base64url'), { mode: 0o600 });
  const options = ['-D', join(draft, 'data'), '-U', USER, '-A', 'scram-sha-256', `--pwfile=${join(draft, 'password')}`];
  const locale = ['-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  await command(binaries, 'initdb', [...options, ...locale, '--no-instructions']);
  try {
    await rename(draft, home);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  }
}

/** What postmaster.pid says of the running server; null when there is none or it is still starting. */
export async function runningServer(cluster: Cluster): Promise<{ pid: number; port: number } | null> {
  const lines = (await readFile(join(cluster.data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  return pid > 0 && port > 0 && isAlive(pid) ? { pid, port } : null;
}

/** Starts the server on a free loopback port, out of this process's group so that Ctrl-C reaches the app alone. */
export async function startServer(
  binaries: PostgresBinaries,
  cluster: Cluster,
  settings: Readonly<Record<string, string>>,
): Promise<void> {
  await removeStalePidFile(cluster);
  const all = { listen_addresses: '127.0.0.1', unix_socket_directories: '', log_checkpoints: 'off', ...settings };
  const options = Object.entries(all).map(([name, value]) => `-c ${name}=${value}`);
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    try {
      const flags = ['-D', cluster.data, '-l', cluster.log, '-w', '-t', '60', '-o', `-p ${port} ${options.join(' ')}`];
      await command(binaries, 'pg_ctl', [...flags, 'start']);
      return;
    } catch (error) {
      // The port may have been taken in between, or the children of a killed server may still be leaving.
      if ((await runningServer(cluster)) !== null) return;
      if (attempt === 4) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250 * attempt));
    }
  }
}

/** Ends the server's sessions, writes everything down and waits until it is gone. */
export async function stopServer(binaries: PostgresBinaries, cluster: Cluster): Promise<void> {
  await command(binaries, 'pg_ctl', ['-D', cluster.data, '-m', 'fast', '-w', '-t', '60', 'stop']);
}

/**
 * After a crash of the whole machine (or a container's restart) the recorded pid may belong to someone else, and
 * PostgreSQL would refuse to start for ever. Only where the system can tell whose pid it is.
 */
async function removeStalePidFile(cluster: Cluster): Promise<void> {
  const running = await runningServer(cluster);
  if (running === null || process.platform !== 'linux') return;
  const commandLine = await readFile(`/proc/${running.pid}/cmdline`, 'utf8').catch(() => '');
  if (!commandLine.includes(cluster.data)) await rm(join(cluster.data, 'postmaster.pid'), { force: true });
}

async function command(binaries: PostgresBinaries, program: 'initdb' | 'pg_ctl', args: readonly string[]): Promise<void> {
  const [file, ...rest] = [...binaries.prefix, binaries.bin(program), ...args];
  try {
    // Messages in English and without colours: they end up in an error report.
    await execute(file!, rest, { env: { ...process.env, LC_ALL: 'C', PG_COLOR: 'never' }, windowsHide: true });
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error && error.stderr ? error.stderr : error;
    throw new EmbeddedPostgresError(`PostgreSQL embarqué : ${program} a échoué.\n${String(said)}`.trim());
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new EmbeddedPostgresError('PostgreSQL embarqué : aucun port libre');
  return address.port;
}
