import type { InteractionStream, OutgoingMessage, StreamBatch, StreamRecord } from '#domain';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';

const message = (key: string, value: string): OutgoingMessage => ({ key, value: Buffer.from(value), headers: {} });
const textOf = (record: StreamRecord): string => `${record.key?.toString()}=${record.value?.toString()}`;
const numbered = (count: number): OutgoingMessage[] =>
  Array.from({ length: count }, (_, at) => message(`key-${at % 7}`, String(at)));

async function until(condition: () => boolean): Promise<void> {
  await expect.poll(condition, { timeout: 60_000, interval: 20 }).toBe(true);
}

function collector() {
  const batches: StreamBatch[] = [];
  const records = () => batches.flatMap((batch) => batch.records);
  return { batches, records, take: async (batch: StreamBatch) => void batches.push(batch) };
}

/** What every InteractionStream promises; `make` gives a stream that shares nothing with other tests. */
export function interactionStreamContract(adapter: string, make: () => Promise<InteractionStream>): void {
  describe(`InteractionStream: ${adapter}`, () => {
    const open: InteractionStream[] = [];
    const fresh = async () => {
      const stream = await make();
      open.push(stream);
      return stream;
    };

    afterEach(async () => {
      await Promise.all(open.splice(0).map((stream) => stream.close()));
    });

    it('hands key, value and headers over byte by byte', async () => {
      const stream = await fresh();
      const seen = collector();
      await stream.subscribe('interactions', 'bytes', seen.take);
      const bytes = Buffer.from([0, 255, 128, 10, 13]);
      await stream.publish('interactions', [
        { key: bytes, value: bytes, headers: { 'content-type': 'application/json', raw: bytes, name: 'é' } },
        { key: null, value: null, headers: {} },
      ]);
      // At least once: a record may come twice.
      const kinds = () => new Set(seen.records().map(({ key }) => key === null));
      await until(() => kinds().size === 2);
      const full = seen.records().find(({ key }) => key !== null)!;
      expect(full.key).toEqual(bytes);
      expect(full.value).toEqual(bytes);
      expect(full.headers).toEqual({
        'content-type': Buffer.from('application/json'),
        raw: bytes,
        name: Buffer.from('é'),
      });
      expect(full.timestamp).toBeGreaterThan(1_600_000_000_000);
      expect(seen.records().find(({ key }) => key === null)?.value).toBeNull();
    });

    it('keeps the order of a key, in batches of at most 500 with ascending offsets', async () => {
      const stream = await fresh();
      const seen = collector();
      await stream.subscribe('interactions', 'order', seen.take);
      await stream.publish('interactions', numbered(3000));
      await until(() => seen.records().length >= 3000);
      for (let key = 0; key < 7; key += 1) {
        const values = seen.records().filter((record) => record.key?.toString() === `key-${key}`);
        const numbers = values.map(({ value }) => Number(value?.toString()));
        expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
      }
      const next = new Map<number, bigint>();
      for (const { partition, records } of seen.batches) {
        expect(records.length).toBeLessThanOrEqual(500);
        for (const { offset } of records) {
          expect(offset).toBeGreaterThanOrEqual(next.get(partition) ?? 0n);
          next.set(partition, offset + 1n);
        }
      }
    });

    it('gives a refused batch again, and loses and skips nothing', async () => {
      const stream = await fresh();
      const seen = collector();
      let refusals = 2;
      const subscription = await stream.subscribe('interactions', 'refuse', async (batch) => {
        if (refusals-- > 0) throw new Error('the database is away');
        await seen.take(batch);
      });
      await stream.publish('interactions', [message('a', '1'), message('a', '2')]);
      await stream.publish('interactions', [message('a', '3')]);
      await until(() => seen.records().length >= 3);
      expect(seen.records().map(textOf)).toEqual(['a=1', 'a=2', 'a=3']);
      expect(subscription.trouble()).toBeNull();
    });

    it('says what is wrong while a batch is refused', async () => {
      const stream = await fresh();
      let broken = true;
      const subscription = await stream.subscribe('interactions', 'trouble', async () => {
        if (broken) throw new Error('the database is away');
      });
      const published = stream.publish('interactions', [message('a', '1')]);
      await until(() => subscription.trouble()?.includes('the database is away') === true);
      broken = false;
      await published;
      await until(() => subscription.trouble() === null);
      expect(await stream.trouble()).toBeNull();
    });

    it('shows every record to every group', async () => {
      const stream = await fresh();
      const [one, two] = [collector(), collector()];
      await stream.subscribe('interactions', 'one', one.take);
      await stream.subscribe('interactions', 'two', two.take);
      await stream.publish('interactions', numbered(50));
      await until(() => one.records().length >= 50 && two.records().length >= 50);
      expect(new Set(one.records().map(textOf))).toEqual(new Set(two.records().map(textOf)));
    });

    it('shares the partitions among the subscribers of a group', async () => {
      const stream = await fresh();
      const [one, two] = [collector(), collector()];
      await stream.subscribe('interactions', 'shared', one.take);
      await stream.subscribe('interactions', 'shared', two.take);
      // A rebalance may still be going on: what matters is that the work ends up shared and whole.
      let sent = 0;
      while (one.records().length === 0 || two.records().length === 0) {
        await stream.publish('interactions', [message(`key-${sent}`, String(sent))]);
        sent += 1;
        await sleep(20);
      }
      await until(() => new Set([...one.records(), ...two.records()].map(textOf)).size >= sent);
      expect(new Set([...one.records(), ...two.records()].map(textOf)).size).toBe(sent);
    });

    it('finishes the batch in hand before it stops, and takes no other', async () => {
      const stream = await fresh();
      const seen = collector();
      let started = false;
      const subscription = await stream.subscribe('interactions', 'stop', async (batch) => {
        started = true;
        await sleep(300);
        await seen.take(batch);
      });
      const published = stream.publish('interactions', [message('a', '1')]);
      await until(() => started);
      await subscription.stop();
      expect(seen.records().map(textOf)).toEqual(['a=1']);
      await published;
      await stream.publish('interactions', [message('a', '2')]).catch(() => undefined);
      await sleep(300);
      expect(seen.records().map(textOf)).toEqual(['a=1']);
    });

    it('publishes to a stream that nobody must hear', async () => {
      const stream = await fresh();
      await expect(stream.publish('findings', [message('a', '1')])).resolves.toBeUndefined();
      await expect(stream.publish('dead-letters', [message('a', '1')])).resolves.toBeUndefined();
    });

    it('tells when it can take messages', async () => {
      const stream = await fresh();
      await stream.subscribe('interactions', 'ready', async () => undefined);
      expect(await stream.trouble()).toBeNull();
    });
  });
}
