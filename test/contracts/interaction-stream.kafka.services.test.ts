import type { StreamRecord } from '#domain';
import { KafkaStream, topicOf } from '#messaging';
import { randomUUID } from 'node:crypto';
import kafkajs from 'kafkajs';
import { describe, expect, inject, it } from 'vitest';
import { interactionStreamContract } from './interaction-stream.contract.js';

const brokers = inject('kafkaBrokers').split(',').filter(Boolean);
const options = () => ({ brokers, prefix: `test-${randomUUID()}.`, partitions: 2, sessionTimeoutMs: 6_000 });
const message = (value: string) => ({ key: 'a', value: Buffer.from(value), headers: {} });

describe.skipIf(brokers.length === 0)('on a real broker', () => {
  interactionStreamContract('Kafka', async () => new KafkaStream(options()));

  it('goes on where the group stood', async () => {
    const where = options();
    const seen: string[] = [];
    const take = async ({ records }: { records: readonly StreamRecord[] }) =>
      void seen.push(...records.map(({ value }) => String(value)));
    const before = new KafkaStream(where);
    await before.subscribe('interactions', 'group', take);
    await before.publish('interactions', [message('1'), message('2')]);
    await expect.poll(() => seen.length, { timeout: 30_000 }).toBe(2);
    await before.close();
    const after = new KafkaStream(where);
    await after.publish('interactions', [message('3')]);
    await after.subscribe('interactions', 'group', take);
    await expect.poll(() => seen.length, { timeout: 30_000 }).toBeGreaterThan(2);
    await after.close();
    expect(seen).toEqual(['1', '2', '3']);
  });

  it('commits the offset after the handler, never before', async () => {
    const where = options();
    const admin = new kafkajs.Kafka({ brokers, logLevel: kafkajs.logLevel.NOTHING }).admin();
    await admin.connect();
    const topic = topicOf('interactions', where.prefix);
    const committed = async () => {
      const [answer] = await admin.fetchOffsets({ groupId: `${where.prefix}group`, topics: [topic] });
      return answer!.partitions.map(({ offset }) => Number(offset)).filter((offset) => offset > 0);
    };
    const stream = new KafkaStream(where);
    let release: (() => void) | undefined;
    await stream.subscribe('interactions', 'group', () => new Promise<void>((resolve) => (release = resolve)));
    await stream.publish('interactions', [message('1')]);
    await expect.poll(() => release !== undefined, { timeout: 30_000 }).toBe(true);
    expect(await committed()).toEqual([]);
    release?.();
    await expect.poll(committed, { timeout: 30_000 }).toEqual([1]);
    await stream.close();
    await admin.disconnect();
  });

  it('makes the topics that are missing, also when several processes start together', async () => {
    const where = options();
    const streams = Array.from({ length: 4 }, () => new KafkaStream(where));
    await Promise.all(streams.map((stream) => stream.publish('interactions', [message('1')])));
    const seen = new Set<string>();
    await streams[0]!.subscribe('interactions', 'group', async ({ partition, records }) => {
      for (const { offset } of records) seen.add(`${partition}/${offset}`);
    });
    await expect.poll(() => seen.size, { timeout: 30_000 }).toBe(4);
    await Promise.all(streams.map((stream) => stream.close()));
  });

  it('takes more than a broker takes in one record batch, and a record larger than we accept', async () => {
    const stream = new KafkaStream(options());
    const value = Buffer.alloc(900_000, 'x');
    await stream.publish('interactions', Array.from({ length: 6 }, () => ({ key: 'a', value, headers: {} })));
    await stream.publish('interactions', [{ key: 'a', value: Buffer.alloc(1_500_000), headers: {} }]);
    let bytes = 0;
    await stream.subscribe('interactions', 'group', async ({ records }) => {
      for (const record of records) bytes += record.value?.length ?? 0;
    });
    await expect.poll(() => bytes, { timeout: 30_000 }).toBe(6 * 900_000 + 1_500_000);
    await stream.close();
  });
});

it('says so when no broker answers', async () => {
  const stream = new KafkaStream({ brokers: ['127.0.0.1:9'] });
  expect(await stream.trouble()).toContain('Kafka');
  await stream.close();
});
