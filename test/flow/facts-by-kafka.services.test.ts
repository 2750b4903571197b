import { encodeFact, encodeInteraction, topicOf } from '#messaging';
import type { OutgoingMessage, ReportedFact } from '#domain';
import { createHttpApp } from '#runtime';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEST_RULEBOOK } from '../history/history.fixture.js';
import { ORGANISATION, testAnalyzer } from './analyzer.fixture.js';
import { Flow, brokers } from './flow.fixture.js';

const MAIL = {
  source: 'essai',
  externalId: 'm1',
  revision: 1,
  channel: 'email' as const,
  startedAt: '2026-03-02T10:00:00+01:00',
  participants: [
    { id: 'c', role: 'customer' as const, ref: 'c-1' },
    { id: 'a', role: 'agent' as const, ref: 'a-1' },
  ],
  turns: [{ id: '1', participantId: 'a', text: 'Bonjour Madame, nous vous rembourserons 60 € sous trois jours. Cordialement.' }],
};
const FACT: ReportedFact = { source: 'erp', externalId: 'f1', revision: 1, customerRef: 'c-1', act: 'refund', at: '2026-03-04T14:00:00+01:00', amount: { value: 60, currency: 'EUR' } };
const good = encodeFact(ORGANISATION, FACT);

/** Each with the reason for which it is set aside. */
const BAD: readonly (readonly [string, OutgoingMessage])[] = [
  ['not_json', { ...good, value: Buffer.from([0xff, 0xfe, 0x00, 0x80]) }],
  ['invalid_fact', { key: null, headers: { trace: Buffer.from([0, 255]), 'content-type': 'application/json' }, value: Buffer.from(JSON.stringify({ ...FACT, act: 'autre' })) }],
  ['unknown_organisation', encodeFact('autre', FACT)],
  ['id_conflict', { ...encodeFact(ORGANISATION, { ...FACT, at: '2026-03-09T14:00:00+01:00' }), key: Buffer.from([1, 0, 2]) }],
  ['unsupported_type', encodeInteraction(ORGANISATION, MAIL)],
];

describe.skipIf(brokers.length === 0)('facts by Kafka', () => {
  let flow: Flow;
  let app: NestFastifyApplication;
  const start = () => createHttpApp(testAnalyzer({ databaseUrl: flow.databaseUrl, kafka: flow.kafka, breaker: false, rulebookDir: TEST_RULEBOOK, now: () => new Date('2026-03-20T09:00:00Z') }));

  beforeAll(async () => {
    flow = await Flow.open(1);
    app = await start();
    await flow.produce([MAIL]);
    await flow.untilKept();
  });
  afterAll(async () => {
    await app.close();
    await flow.close();
  });

  const send = async (...messages: readonly OutgoingMessage[]): Promise<void> => {
    await flow.stream.publish('facts', messages);
    await flow.untilKept('facts');
  };
  const state = async () => [
    await flow.rows(`SELECT status, settled_at = '2026-03-04T13:00:00Z' AS "onTime" FROM pledge`),
    await flow.rows('SELECT rule_id FROM finding'),
    await flow.rows(`SELECT count(*)::int FROM journal WHERE type = 'fact.reported'`),
  ];
  const KEPT = [[{ status: 'kept', onTime: true }], [{ rule_id: 'parole.tenue' }], [{ count: 1 }]];

  it('one settles a pledge of which nothing else was heard', async () => {
    expect((await state()).slice(0, 2)).toEqual([[{ status: 'unheard', onTime: false }], [{ rule_id: 'parole.non-tenue' }]]);
    await send(good);
    expect(await state()).toEqual(KEPT);
  });

  it('one that is delivered again counts once, and so does one that Kafka hands out again', async () => {
    await send(good, good);
    expect(await state()).toEqual(KEPT);
    await app.close();
    await flow.rows(`UPDATE stream_position SET next_offset = 0 WHERE topic = '${topicOf('facts', flow.kafka.prefix)}'`);
    app = await start();
    await send(good);
    expect(await state()).toEqual(KEPT);
    expect(await flow.rows('SELECT 1 FROM dead_letter')).toEqual([]);
  });

  it('those that cannot be read are set aside byte for byte, with the reason, and change nothing', async () => {
    await send(...BAD.map(([, message]) => message));
    expect(await state()).toEqual(KEPT);
    const letters = await flow.published('dead-letters', BAD.length);
    expect(letters.map(({ headers }) => String(headers['diapason-dlq-reason']))).toEqual(BAD.map(([reason]) => reason));
    for (const [at, [, sent]] of BAD.entries()) {
      const { key, value, headers } = letters[at]!;
      expect(key).toEqual(sent.key === null ? null : Buffer.from(sent.key));
      expect(value).toEqual(sent.value);
      const own = Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith('kafka_dlt-') && name !== 'diapason-dlq-reason'));
      expect(own).toEqual(Object.fromEntries(Object.entries(sent.headers).map(([name, bytes]) => [name, Buffer.from(bytes)])));
      expect(String(headers['kafka_dlt-original-topic'])).toBe(topicOf('facts', flow.kafka.prefix));
    }
    const kept = await flow.rows<{ topic: string; reason: string; value: Buffer }>('SELECT topic, reason, value FROM dead_letter ORDER BY position');
    expect(kept.map(({ reason, value }) => [reason, value])).toEqual(BAD.map(([reason, { value }]) => [reason, value]));
    expect(new Set(kept.map(({ topic }) => topic))).toEqual(new Set([topicOf('facts', flow.kafka.prefix)]));
  });
});
