import type { Outbox, OutboxMessage } from '#domain';
import { InProcessStream, OutboxPublisher } from '#messaging';
import { expect, it } from 'vitest';

const message = (key: string): OutboxMessage => ({ stream: 'findings', key, value: Buffer.from(key), headers: {} });

/** An outbox in memory; the one on PostgreSQL has its own tests. */
function memoryOutbox(waiting: OutboxMessage[]): Outbox {
  return {
    async drain(limit, publish) {
      const taken = waiting.slice(0, limit);
      if (taken.length > 0) await publish(taken);
      waiting.splice(0, taken.length);
      return taken.length;
    },
  };
}

async function listening(refuse: () => boolean = () => false) {
  const stream = new InProcessStream({ partitions: 1 });
  const seen: string[] = [];
  await stream.subscribe('findings', 'test', async ({ records }) => {
    if (refuse()) throw new Error('not now');
    seen.push(...records.map(({ key }) => String(key)));
  });
  return { stream, seen };
}

it('publishes what waits, in order, without being nudged', async () => {
  const { stream, seen } = await listening();
  const names = Array.from({ length: 1201 }, (_, at) => `m${at}`);
  const publisher = new OutboxPublisher(memoryOutbox(names.map(message)), stream);
  publisher.start();
  await expect.poll(() => seen.length).toBe(1201);
  await publisher.stop();
  expect(seen).toEqual(names);
});

it('looks at once when it is nudged', async () => {
  const { stream, seen } = await listening();
  const waiting: OutboxMessage[] = [];
  const publisher = new OutboxPublisher(memoryOutbox(waiting), stream, 3_600_000);
  publisher.start();
  for (const name of ['a', 'b', 'c']) {
    waiting.push(message(name));
    publisher.nudge();
    await expect.poll(() => seen.at(-1)).toBe(name);
  }
  waiting.push(message('written just before the end'));
  await publisher.stop();
  expect(seen.at(-1)).toBe('written just before the end');
});

it('goes on after a failure, says what is wrong meanwhile, and can stop in the middle of it', async () => {
  let broken = true;
  const { stream, seen } = await listening(() => broken);
  const publisher = new OutboxPublisher(memoryOutbox([message('a')]), stream, 10);
  publisher.start();
  await expect.poll(() => publisher.trouble(), { timeout: 10_000 }).toContain('not now');
  await publisher.stop();
  expect(seen).toEqual([]);
  broken = false;
  publisher.start();
  await expect.poll(() => seen, { timeout: 10_000 }).toEqual(['a']);
  expect(publisher.trouble()).toBeNull();
  await publisher.stop();
});
