import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Flow } from './flow.fixture.js';

export interface ChildAnalyzer {
  /** Resolves to the signal that ended it, or null when it ended by itself, and what it said on standard error. */
  readonly ended: Promise<{ readonly signal: NodeJS.Signals | null; readonly said: string }>;
  /** Resolves once it has joined its group. */
  readonly ready: Promise<unknown>;
  stop(): Promise<void>;
}

const ROOT = path.join(import.meta.dirname, '../..');

/** Starts analyzer.child.ts as a process; `fault` is where it kills itself. */
export function startChildAnalyzer(
  flow: Flow,
  fault: { readonly at: 'after-commit' | 'in-transaction'; readonly afterBatches: number } | null = null,
): ChildAnalyzer {
  const child = fork(path.join(ROOT, 'test/support/run-typescript.mjs'), ['./test/flow/analyzer.child.ts'], {
    cwd: ROOT,
    execArgv: [],
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    env: {
      ...process.env,
      DATABASE_URL: flow.databaseUrl,
      KAFKA: JSON.stringify(flow.kafka),
      LOG_LEVEL: 'warn',
      ...(fault && { DIE_AT: fault.at, DIE_AFTER: String(fault.afterBatches) }),
    },
  });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
  // `close`, not `exit`: its last words must have arrived.
  const ended = once(child, 'close').then(([, signal]: (NodeJS.Signals | null)[]) => ({ signal: signal ?? null, said }));
  return {
    ended,
    ready: once(child, 'message'),
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      await ended;
    },
  };
}
