import { createHttpApp } from '#runtime';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testAnalyzer } from './analyzer.fixture.js';
import { Flow, brokers } from './flow.fixture.js';
import { interactions } from './interactions.fixture.js';

const SENT = interactions(1500);

describe.skipIf(brokers.length === 0)('two analyzers of one group', () => {
  let flow: Flow;
  beforeEach(async () => {
    flow = await Flow.open(4);
  });
  afterEach(() => flow.close());

  it('share the work, and a coming and going among them loses and doubles nothing', async () => {
    const start = () => createHttpApp(testAnalyzer({ databaseUrl: flow.databaseUrl, kafka: flow.kafka }));
    let sending = true;
    const producing = (async () => {
      for (let at = 0; at < SENT.length; at += 10) {
        await flow.produce(SENT.slice(at, at + 10));
        await sleep(sending ? 40 : 0);
      }
    })();
    const first = await start();
    const second = await start();
    const consumedBy = async (app: typeof first) => {
      const { body } = await app.inject('/metrics');
      return Number(/diapason_records_consumed_total (\d+)/.exec(body)?.[1]);
    };
    await expect.poll(() => consumedBy(second), { timeout: 60_000 }).toBeGreaterThan(0);
    expect(await consumedBy(first)).toBeGreaterThan(0);
    await first.close();
    sending = false;
    await producing;
    await flow.untilKept();
    await expect(flow.assertExactly(SENT)).resolves.toBeUndefined();
    await second.close();
  });
});
