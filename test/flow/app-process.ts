import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Starts one app of the built command line as a process of its own, and resolves to its address, as its log tells it. */
export async function startProcess(app: string, env: Readonly<Record<string, string>>, children: ChildProcess[]): Promise<string> {
  const child = spawn(process.execPath, ['bin/diapason.mjs', app], { cwd: ROOT, env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] });
  children.push(child);
  let log = '';
  child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
  for (;;) {
    const url = /"url":"([^"]+)"/.exec(log)?.[1];
    if (url !== undefined) return url;
    if (child.exitCode !== null) throw new Error(`${app} ended with ${child.exitCode}:\n${log}`);
    await sleep(50);
  }
}
