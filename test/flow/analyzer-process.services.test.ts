import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RULEBOOK } from './analyzer.fixture.js';
import { Flow, brokers } from './flow.fixture.js';

const ROOT = path.join(import.meta.dirname, '../..');

describe.skipIf(brokers.length === 0)('the analyzer as a process of its own', () => {
  let flow: Flow;
  let child: ChildProcess | null = null;
  beforeEach(async () => {
    flow = await Flow.open(1);
  });
  afterEach(async () => {
    child?.kill('SIGKILL');
    child = null;
    await flow.close();
  });

  const start = (env: NodeJS.ProcessEnv) => {
    child = spawn(process.execPath, ['test/support/run-typescript.mjs', './apps/analyzer/src/main.ts'], {
      cwd: ROOT,
      env: { ...process.env, DATABASE_URL: flow.databaseUrl, KAFKA_BROKERS: brokers.join(','), KAFKA_PREFIX: flow.kafka.prefix, PORT: '0', ...env },
    });
    let told = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (told += text));
    const ended = once(child, 'exit').then(([code]: (number | null)[]) => ({ code, told }));
    return { ended, told: () => told, process: child };
  };

  it('answers health, and ends in order when it is told to', async () => {
    const { ended, told, process: running } = start({ DIAPASON_RULEBOOK: RULEBOOK, DIAPASON_ORGANISATION: 'essai', LOG_LEVEL: 'info' });
    await expect.poll(told, { timeout: 60_000 }).toContain('the analyzer is reading');
    const url = /"url":"([^"]+)"/.exec(told())?.[1];
    const ready = await fetch(`${url}/health/ready`);
    expect(await ready.json()).toMatchObject({ status: 'ok', checks: { analyzer: { status: 'ok' }, outbox: {}, views: {} } });
    running.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 0 });
  });

  it('does not start on settings that are wrong, and names them', async () => {
    const { code, told } = await start({ KAFKA_BROKERS: '', DIAPASON_ORGANISATION: 'Essai SA' }).ended;
    expect(code).toBe(2);
    expect(told).toContain('KAFKA_BROKERS : absente');
    expect(told).toContain('DIAPASON_ORGANISATION : « Essai SA »');
  });

  it('does not start on a rulebook that cannot be read', async () => {
    const { code, told } = await start({ DIAPASON_RULEBOOK: '/nowhere', LOG_LEVEL: 'warn' }).ended;
    expect(code).toBe(2);
    expect(told).toContain('/nowhere');
  });
});
