import { type AnalysisStore, type RecordedBatch, type StreamRecord, done, park } from '#domain';
import { encodeInteraction } from '#messaging';
import { describe, expect, it } from 'vitest';
import { type Judge, judgeRecord } from '../src/analyse-interaction/judge.step.js';
import { recordBatch } from '../src/analyse-interaction/record.step.js';

const interaction = (externalId: string) => ({
  source: 'chatwoot',
  externalId,
  revision: 1,
  channel: 'chat' as const,
  startedAt: '2026-03-02T09:15:00+01:00',
  participants: [{ id: 'a', role: 'agent' as const }],
  turns: [{ id: '1', participantId: 'a', text: 'Bonjour.' }],
});
const record = (externalId: string, offset: bigint, organisationId = 'exemple'): StreamRecord => {
  const { key, value, headers } = encodeInteraction(organisationId, interaction(externalId));
  const bytes = Object.entries(headers).map(([name, text]) => [name, Buffer.from(text)]);
  return { key: Buffer.from(key ?? ''), value, headers: Object.fromEntries(bytes), offset, timestamp: 0 };
};
const judge: Judge = {
  organisationId: 'exemple',
  analyse: ({ externalId }) => {
    if (externalId === 'breaks') throw new RangeError('the reader broke');
    const rulebook = { name: 'exemple', version: '1', hash: 'h' };
    return { rulebook, findings: [], notChecked: [], language: 'fr', zones: [] };
  },
};

describe('judging a record', () => {
  it('parks an interaction that the analysis breaks on, with the detail', () => {
    expect(judgeRecord(record('breaks', 0n), judge)).toEqual(park('analysis_failed', 'RangeError: the reader broke'));
  });

  it("parks another organisation's interaction", () => {
    const outcome = judgeRecord(record('x', 0n, 'autre'), judge);
    expect(outcome).toMatchObject({ kind: 'park', reason: 'unknown_organisation' });
  });
});

/** Refuses batches that hold `bad`, as a database does that cannot keep one of the rows. */
class RefusingStore implements AnalysisStore {
  readonly kept: RecordedBatch[] = [];

  constructor(
    private readonly bad: string,
    private readonly code: string,
  ) {}

  async record(batch: RecordedBatch) {
    if (batch.analysed.some((item) => item.interaction.externalId === this.bad)) {
      throw Object.assign(new Error('value too long'), { code: this.code });
    }
    this.kept.push(batch);
    return batch.analysed.map(({ interactionId }) => done(interactionId));
  }

  async position() {
    return null;
  }
}

describe('recording a batch', () => {
  const place = { topic: 't', partition: 2, positioned: true };
  const judged = ['a', 'b', 'bad', 'c', 'd'].map((name, at) => {
    const from = record(name, BigInt(10 + at));
    return { record: from, outcome: judgeRecord(from, judge) };
  });

  it('parks the one record that the database cannot keep, keeps the others, and moves the position on', async () => {
    const store = new RefusingStore('bad', '22001');
    const outcomes = await recordBatch(store, 'group', place, judged);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'done', 'park', 'done', 'done']);
    expect(outcomes[2]).toMatchObject({ reason: 'analysis_failed', detail: 'not storable: value too long' });
    expect(store.kept.flatMap(({ analysed }) => analysed.map((item) => item.interaction.externalId))).toEqual(['a', 'b', 'c', 'd']);
    const offsets = store.kept.map(({ position }) => position?.nextOffset);
    expect(offsets).toEqual(offsets.toSorted((a, b) => Number((a ?? 0n) - (b ?? 0n))));
    expect(offsets.at(-1)).toBe(15n);
    expect(store.kept.flatMap(({ deadLetters }) => deadLetters.map((letter) => letter.record.offset))).toEqual([12n]);
  });

  it('gives up on any other failure: the batch comes again', async () => {
    const store = new RefusingStore('bad', '40001');
    await expect(recordBatch(store, 'group', place, judged)).rejects.toThrow('value too long');
    expect(store.kept).toEqual([]);
  });
});
