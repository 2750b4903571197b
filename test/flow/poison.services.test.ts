import type { OutgoingMessage, ParkReason } from '#domain';
import { PARK_REASONS } from '#domain';
import { encodeInteraction } from '#messaging';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHttpApp } from '#runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORGANISATION, testAnalyzer } from './analyzer.fixture.js';
import { Flow, brokers } from './flow.fixture.js';
import { interactions, nthInteraction } from './interactions.fixture.js';

const GOOD = interactions(60);
const good = (n: number): OutgoingMessage => encodeInteraction(ORGANISATION, nthInteraction(n));
const spoilt = (n: number, changes: Partial<OutgoingMessage>): OutgoingMessage => ({ ...good(n), ...changes });
const changed = { ...nthInteraction(0), subject: 'Un autre contenu' };

const POISON: readonly (readonly [ParkReason, OutgoingMessage])[] = [
  ['empty_value', spoilt(100, { value: Buffer.alloc(0) })],
  ['empty_value', spoilt(101, { value: null, key: null })],
  ['too_large', spoilt(102, { value: Buffer.alloc(1_500_000, 'x') })],
  ['not_cloudevent', spoilt(103, { headers: { ce_type: 'diapason.interaction.v1', trace: Buffer.from([0, 255]) } })],
  ['unsupported_type', spoilt(104, { headers: { ...good(104).headers, ce_type: 'autre.v1' } })],
  ['not_json', spoilt(105, { value: Buffer.from('{"source": ') })],
  ['not_json', spoilt(106, { value: Buffer.from([0xff, 0xfe, 0x00]) })],
  ['invalid_interaction', spoilt(107, { value: Buffer.from(JSON.stringify({ ...nthInteraction(107), channel: 'telex' })) })],
  ['unknown_organisation', encodeInteraction('autre', nthInteraction(108))],
  ['id_conflict', encodeInteraction(ORGANISATION, changed)],
];

// A million bytes one by one would take toEqual half a minute.
const same = (a: Buffer | null, b: Buffer | null) => (a === null || b === null ? a === b : a.equals(b));

describe.skipIf(brokers.length === 0)('poison among good records', () => {
  let flow: Flow;
  let app: NestFastifyApplication;

  beforeAll(async () => {
    // One partition: whatever stops it stops everything.
    flow = await Flow.open(1);
    await flow.produce(GOOD.slice(0, 30));
    const mixed = GOOD.slice(30).flatMap((interaction, at) => {
      const poison = POISON[at];
      const message = encodeInteraction(ORGANISATION, interaction);
      return poison === undefined ? [message] : [poison[1], message];
    });
    await flow.send(mixed);
    app = await createHttpApp(testAnalyzer({ databaseUrl: flow.databaseUrl, kafka: flow.kafka }));
    await flow.untilKept();
  });
  afterAll(async () => {
    await app.close();
    await flow.close();
  });

  it('does not keep the good ones out, nor their partition up', async () => {
    await expect(flow.assertExactly(GOOD)).resolves.toBeUndefined();
  });

  it('goes to the dead letters, byte-identical, each with its reason and where it came from', async () => {
    const letters = await flow.published('dead-letters', POISON.length);
    expect(letters.map(({ headers }) => String(headers['diapason-dlq-reason']))).toEqual(POISON.map(([reason]) => reason));
    letters.forEach((letter, at) => {
      const [, sent] = POISON[at]!;
      expect(letter.key).toEqual(sent.key === null ? null : Buffer.from(sent.key));
      expect(same(letter.value, sent.value)).toBe(true);
      for (const [name, value] of Object.entries(sent.headers)) expect(letter.headers[name]).toEqual(Buffer.from(value));
      const added = Object.keys(letter.headers).filter((name) => !(name in sent.headers));
      expect(added.every((name) => name.startsWith('kafka_dlt-') || name === 'diapason-dlq-reason')).toBe(true);
      expect(String(letter.headers['kafka_dlt-original-topic'])).toMatch(/diapason\.interactions\.v1$/);
      expect(letter.headers['kafka_dlt-original-offset']?.readBigInt64BE()).toBe(BigInt(30 + 2 * at));
    });
    const rows = await flow.rows<{ reason: string }>('SELECT reason FROM dead_letter ORDER BY position');
    expect(rows.map(({ reason }) => reason)).toEqual(POISON.map(([reason]) => reason));
  });

  it('is counted, by reason', async () => {
    const { body } = await app.inject('/metrics');
    for (const reason of PARK_REASONS) {
      const count = POISON.filter(([parked]) => parked === reason).length;
      expect(body).toContain(`diapason_records_parked_total{reason="${reason}"} ${count}`);
    }
    expect(body).toContain(`diapason_records_consumed_total ${GOOD.length + POISON.length}`);
    expect(body).toContain('diapason_stream_lag{partition="0"} 0');
  });

  it('leaves the analyzer in good health', async () => {
    const ready = await app.inject('/health/ready');
    expect(ready.json()).toMatchObject({ status: 'ok' });
  });
});
