// 100,000 interactions (BENCH_INTERACTIONS) in files of four formats, imported into `diapason up` by one command, which is
// killed (SIGKILL) in the middle and run again; then the server is killed in the middle, started again, and the command run
// a third time. Prints the most memory that the importer took by part of the work, its rate, and whether the set of
// interactions at the end is the very set that was written.  node test/support/run-typescript.mjs bench/import/interrupted.ts
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { type Up, startUp } from '../../apps/diapason/test/start-up.js';
import { writeFiles } from './write-files.js';

/** The importer's heap may not grow beyond: it would die of an import that holds what it has sent. */
const HEAP_MIB = 64;
const pageSchema = z.object({ items: z.array(z.object({ source: z.string(), externalId: z.string() })) });
const COUNT = Number(process.env['BENCH_INTERACTIONS'] ?? 100_000);
const folder = await mkdtemp(path.join(tmpdir(), 'diapason-bench-interrupted-'));
const files = path.join(folder, 'files');
const data = path.join(folder, 'data');
let up: Up | undefined;
try {
  const written = await writeFiles(files, COUNT);
  console.log(`${COUNT} interactions in ${written.files} files, ${written.megabytes.toFixed(0)} MB`);

  up = await startUp(data, ['--no-samples']);
  await importUntil('first run, importer killed after a quarter', 0.25, (importer) => importer.kill('SIGKILL'));
  const server = up;
  await importUntil('second run, server killed after half', 0.5, () => void server.end('SIGKILL'));
  up = await startUp(data, ['--no-samples']);
  await importUntil('third run, to the end');
  await importUntil('fourth run, nothing left to do');

  const kept = await keysAt(up.url);
  const distinct = new Set(kept);
  const lost = [...written.keys].filter((key) => !distinct.has(key)).length;
  const strange = [...distinct].filter((key) => !written.keys.has(key)).length;
  console.log(`kept ${kept.length}: ${lost} lost, ${kept.length - distinct.size} doubled, ${strange} that nobody wrote`);
  process.exitCode = lost + strange + (kept.length - distinct.size) === 0 ? 0 : 1;
} finally {
  await up?.end('SIGTERM');
  await rm(folder, { recursive: true, force: true });
}

/** Runs the import; `act` once it has the share of the files behind it. */
async function importUntil(title: string, share = Infinity, act: (importer: ChildProcess) => void = () => undefined): Promise<void> {
  const start = performance.now();
  const importer = spawn(process.execPath, [`--max-old-space-size=${HEAP_MIB}`, 'bin/diapason.mjs', 'import', files, '--to', up!.url, '--state', path.join(folder, 'state.txt')], {
    env: { ...process.env, DIAPASON_DATA: data },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [importer.stdout, importer.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const memory: number[] = [];
  let acted = false;
  const gone = once(importer, 'close');
  while (importer.exitCode === null && importer.signalCode === null) {
    await Promise.race([sleep(500), gone]);
    const resident = await residentOf(importer.pid!);
    if (resident !== null) memory.push(resident);
    if (acted || shareIn(output) < share) continue;
    acted = true;
    act(importer);
  }
  const seconds = (performance.now() - start) / 1000;
  const parts = [0, 1, 2, 3].map((part) => Math.max(0, ...memory.slice((part * memory.length) / 4, ((part + 1) * memory.length) / 4)).toFixed(0));
  console.log(`${title}: ${seconds.toFixed(1)} s, exit ${importer.exitCode ?? importer.signalCode}; most MiB resident by quarter of the time: ${parts.join(', ')}`);
  console.log(output.trimEnd().replaceAll(/^/gm, '    '));
}

/** MiB, from /proc; null when the process is gone or there is no /proc. */
async function residentOf(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kib = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  return kib === undefined ? null : Number(kib) / 1024;
}

/** The share of the files that an import says it has behind it; away from a terminal it says so once a quarter. */
function shareIn(output: string): number {
  return Math.max(0, ...[...output.matchAll(/^Import \S+ (?:(\d+) %|(\d+)\/(\d+))/gm)].map(([, percent, done, total]) => (percent === undefined ? Number(done) / Number(total) : Number(percent) / 100)));
}

/** Every interaction of the server, page by page. */
async function keysAt(url: string): Promise<string[]> {
  const keys: string[] = [];
  for (let next: string | null = '/v1/interactions?limit=200'; next !== null; ) {
    const response: Response = await fetch(new URL(next, url));
    const { items } = pageSchema.parse(await response.json());
    keys.push(...items.map(({ source, externalId }) => `${source} ${externalId}`));
    next = /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1] ?? null;
  }
  return keys;
}
