import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';

const run = promisify(execFile);
const REQUIREMENTS = path.join(import.meta.dirname, 'requirements.txt');

/**
 * The command of schemathesis, in a virtual environment of its own that the first run makes from requirements.txt (every package
 * pinned with its hashes) in the user's cache, or in SCHEMATHESIS_VENV_DIR.
 * @returns null, and says so aloud, without Python 3.11 with venv and pip; with REQUIRE_SCHEMATHESIS=1 that is an error.
 */
export async function findSchemathesis(): Promise<string | null> {
  const missing = await whatIsMissing();
  if (missing === null) return install();
  const message = `The tests by schema cannot run: ${missing}. Install Python 3.11 or later (apt-get install python3 python3-venv).`;
  if (process.env['REQUIRE_SCHEMATHESIS'] === '1') throw new Error(message);
  process.stderr.write(`\n*** ${message} ***\n\n`);
  return null;
}

async function whatIsMissing(): Promise<string | null> {
  const asked = await run('python3', ['-c', 'import ensurepip, sys, venv; print(sys.version_info >= (3, 11), sys.version.split()[0])'], { timeout: 30_000 }).catch(() => null);
  if (asked === null) return 'there is no Python with venv and pip';
  const [isNewEnough, version] = asked.stdout.trim().split(' ');
  return isNewEnough === 'True' ? null : `Python is ${version}, not 3.11 or later`;
}

async function install(): Promise<string> {
  const fingerprint = createHash('sha256').update(await readFile(REQUIREMENTS)).digest('hex').slice(0, 12);
  const cache = process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache');
  const directory = process.env['SCHEMATHESIS_VENV_DIR'] ?? path.join(cache, 'diapason-schemathesis', fingerprint);
  const [complete, python] = [path.join(directory, '.complete'), path.join(directory, 'bin/python')];
  if (await access(complete).then(() => false, () => true)) {
    await rm(directory, { recursive: true, force: true });
    await mkdir(path.dirname(directory), { recursive: true });
    await run('python3', ['-m', 'venv', directory], { timeout: 120_000 });
    await run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--only-binary', ':all:', '--require-hashes', '-r', REQUIREMENTS], { timeout: 300_000 });
    await writeFile(complete, '');
  }
  return path.join(directory, 'bin/schemathesis');
}

/** What schemathesis says of one run: its exit code (0: not one failure), its text, and what its summary counts. */
export interface Verdict {
  readonly code: number | null;
  readonly said: string;
  /** `Selected: 95/95`, `Tested: 95`. */
  readonly operations: { readonly selected: number; readonly of: number; readonly tested: number };
}

/** Runs it over a document by a configuration file. */
export async function runSchemathesis(command: string, { document, config, folder }: { readonly document: string; readonly config: string; readonly folder: string }): Promise<Verdict> {
  const child = spawn(command, ['--config-file', config, 'run', document], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NO_COLOR: '1', PYTHONUTF8: '1' } });
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [out, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  const said = `${out}${errors}`;
  const count = (pattern: RegExp, group = 1) => Number(pattern.exec(said)?.[group] ?? 0);
  const selected = /Selected: (\d+)\/(\d+)/;
  return { code, said, operations: { selected: count(selected), of: count(selected, 2), tested: count(/Tested: (\d+)/) } };
}
