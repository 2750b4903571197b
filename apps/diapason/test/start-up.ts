import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { ROOT } from './run-diapason.js';

export interface Up {
  readonly url: string;
  /** All that was printed so far, both streams. */
  output(): string;
  /** Sends the signal and resolves to the exit code (null when killed) once the process is gone. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Runs `diapason up` on a data folder and a free port until it prints its address; nobody works in the samples unless `--demonstration` is asked for. @param more of the environment */
export async function startUp(data: string, args: readonly string[] = [], more: Readonly<Record<string, string>> = {}): Promise<Up> {
  const { DATABASE_URL: _database, KAFKA_BROKERS: _kafka, ...env } = process.env;
  const child = spawn(process.execPath, ['bin/diapason.mjs', 'up', '--port', '0', '--data', data, ...(args.includes('--demonstration') ? [] : ['--no-demonstration']), ...args.filter((arg) => arg !== '--demonstration')], {
    cwd: ROOT,
    env: { ...env, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const url = await addressOf(child, () => output);
  return {
    url,
    output: () => output,
    async end(signal) {
      child.kill(signal);
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      return child.exitCode;
    },
  };
}

async function addressOf(child: ChildProcess, output: () => string): Promise<string> {
  for (;;) {
    const url = /Diapason est prêt : (\S+)/.exec(output())?.[1];
    if (url !== undefined) return url;
    if (child.exitCode !== null) throw new Error(`diapason up ended with ${child.exitCode}:\n${output()}`);
    await new Promise((wake) => setTimeout(wake, 50));
  }
}
