import { randomUUID } from 'node:crypto';
import type { Outbox, OutboxMessage } from '#domain';
import { describe, expect, it } from 'vitest';

export interface OutboxHarness {
  /** Two outboxes on the same data, as two processes would have. */
  readonly outboxes: readonly [Outbox, Outbox];
  /** Writes messages as their cause would, in one transaction. */
  write(messages: readonly OutboxMessage[]): Promise<void>;
}

/** Every adapter of Outbox keeps this. Each test starts with an empty outbox and leaves one. */
export function outboxContract(harness: () => OutboxHarness): void {
  describe('Outbox', () => {
    it('hands messages over in writing order, byte-identical, once', async () => {
      const raw: OutboxMessage = { stream: 'dead-letters', key: null, value: null, headers: { raw: Buffer.from([0, 255, 10]) } };
      const texts = numbered(5);
      await harness().write([...texts, raw]);
      const seen: OutboxMessage[] = [];
      const [outbox] = harness().outboxes;
      expect(await outbox.drain(4, take(seen))).toBe(4);
      expect(await outbox.drain(4, take(seen))).toBe(2);
      expect(await outbox.drain(4, take(seen))).toBe(0);
      expect(seen.map(keyOf)).toEqual([...texts, raw].map(keyOf));
      expect(seen.map(({ stream }) => stream)).toEqual([...texts, raw].map(({ stream }) => stream));
      expect(seen[0]).toMatchObject({ value: Buffer.from('value 0') });
      expect(seen[5]).toEqual(raw);
    });

    it('keeps everything when publishing fails, and sends it the next time', async () => {
      await harness().write(numbered(3));
      const [outbox] = harness().outboxes;
      await expect(outbox.drain(10, fail)).rejects.toThrow('broker away');
      const seen: OutboxMessage[] = [];
      expect(await outbox.drain(10, take(seen))).toBe(3);
      expect(seen).toHaveLength(3);
    });

    it('never gives two callers the same message, and keeps the order among them', async () => {
      const messages = numbered(200);
      await harness().write(messages);
      const seen: OutboxMessage[] = [];
      const drainAll = async (outbox: Outbox): Promise<void> => {
        while ((await outbox.drain(7, take(seen))) > 0);
      };
      await Promise.all(harness().outboxes.flatMap((outbox) => [drainAll(outbox), drainAll(outbox)]));
      expect(seen.map(keyOf)).toEqual(messages.map(keyOf));
    });

    it('does not call publish when nothing waits', async () => {
      expect(await harness().outboxes[0].drain(10, fail)).toBe(0);
    });
  });
}

const numbered = (count: number): OutboxMessage[] => {
  const run = randomUUID();
  return Array.from({ length: count }, (_, n) => ({
    stream: 'findings',
    key: `${run} ${n}`,
    value: Buffer.from(`value ${n}`),
    headers: { ce_id: `${n}` },
  }));
};

const keyOf = ({ key }: OutboxMessage): string | null => (key === null ? null : key.toString());

const take =
  (seen: OutboxMessage[]) =>
  async (messages: readonly OutboxMessage[]): Promise<void> => {
    await Promise.resolve();
    seen.push(...messages);
  };

async function fail(): Promise<never> {
  throw new Error('broker away');
}
