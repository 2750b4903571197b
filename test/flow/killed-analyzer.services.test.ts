import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ChildAnalyzer, startChildAnalyzer } from './child-analyzer.js';
import { Flow, brokers } from './flow.fixture.js';
import { interactions } from './interactions.fixture.js';

/** Three batches a partition, the last one not full. */
const SENT = interactions(2400);

describe.skipIf(brokers.length === 0)('an analyzer that is killed', () => {
  let flow: Flow;
  let next: ChildAnalyzer | null = null;
  beforeEach(async () => {
    flow = await Flow.open();
    await flow.produce(SENT);
  });
  afterEach(async () => {
    await next?.stop();
    next = null;
    await flow.close();
  });

  it('between the commit of the database and that of Kafka loses nothing and doubles nothing', async () => {
    const doomed = startChildAnalyzer(flow, { at: 'after-commit', afterBatches: 2 });
    expect(await doomed.ended).toMatchObject({ signal: 'SIGKILL', said: expect.stringContaining('dying: after-commit') });
    // The very window: the database is ahead of Kafka, and the work is half done.
    const [kept, committed] = [await flow.keptPositions(), await flow.committedOffsets()];
    expect([...kept].filter(([partition, position]) => position > (committed.get(partition) ?? 0n))).not.toEqual([]);
    const [row] = await flow.rows<{ count: number }>('SELECT count(*)::int AS count FROM interaction');
    expect(row!.count).toBeGreaterThan(0);
    expect(row!.count).toBeLessThan(SENT.length);

    next = startChildAnalyzer(flow);
    await flow.untilKept();
    await flow.assertExactly(SENT);
  });

  it('in the middle of a batch loses nothing and doubles nothing', async () => {
    const doomed = startChildAnalyzer(flow, { at: 'in-transaction', afterBatches: 1 });
    expect(await doomed.ended).toMatchObject({ signal: 'SIGKILL', said: expect.stringContaining('dying: in-transaction') });
    const [row] = await flow.rows<{ count: number }>('SELECT count(*)::int AS count FROM interaction');
    expect(row!.count).toBeLessThan(SENT.length);

    next = startChildAnalyzer(flow);
    await flow.untilKept();
    await flow.assertExactly(SENT);
  });
});
