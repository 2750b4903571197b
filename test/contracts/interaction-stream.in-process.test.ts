import { InProcessStream } from '#messaging';
import { expect, it } from 'vitest';
import { interactionStreamContract } from './interaction-stream.contract.js';

interactionStreamContract('in process', async () => new InProcessStream({ patienceMs: 2_000 }));

const message = { key: 'a', value: Buffer.from('1'), headers: {} };

it('acknowledges nothing before the handler is done, in process', async () => {
  const stream = new InProcessStream();
  let kept = false;
  await stream.subscribe('interactions', 'analyzer', async () => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    kept = true;
  });
  await stream.publish('interactions', [message]);
  expect(kept).toBe(true);
});

it('travels together what is published together, in process', async () => {
  const stream = new InProcessStream({ partitions: 1 });
  const sizes: number[] = [];
  await stream.subscribe('interactions', 'analyzer', async ({ records }) => void sizes.push(records.length));
  await Promise.all(Array.from({ length: 1200 }, () => stream.publish('interactions', [message])));
  expect(sizes).toEqual([500, 500, 200]);
});

it('rejects with the reason of the handler, in process', async () => {
  const stream = new InProcessStream();
  await stream.subscribe('interactions', 'analyzer', async () => {
    throw new Error('more than half of the last 100 records were parked');
  });
  await expect(stream.publish('interactions', [message])).rejects.toThrow('more than half');
});

it('waits for the first subscriber of interactions, then says that there is none', async () => {
  const stream = new InProcessStream({ patienceMs: 5_000 });
  const seen: bigint[] = [];
  const published = stream.publish('interactions', [message]);
  await stream.subscribe('interactions', 'analyzer', async ({ records }) => void seen.push(records[0]!.offset));
  await published;
  expect(seen).toEqual([0n]);
  const lonely = new InProcessStream({ patienceMs: 50 });
  await expect(lonely.publish('interactions', [message])).rejects.toThrow('nobody has subscribed');
  expect(await lonely.trouble()).toContain('nobody');
});

it('refuses interactions once the subscriber has left or the stream is closed', async () => {
  const stream = new InProcessStream();
  const subscription = await stream.subscribe('interactions', 'analyzer', async () => undefined);
  await subscription.stop();
  await expect(stream.publish('interactions', [message])).rejects.toThrow('stopping');
  await stream.close();
  await expect(stream.publish('findings', [message])).rejects.toThrow('closed');
});
