import { type InteractionStream, INTERACTION_STREAM } from '#domain';
import { encodeInteraction } from '#messaging';
import { createHttpApp } from '#runtime';
import { Projector } from '#storage';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CloudEvent, Kafka } from 'cloudevents';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ORGANISATION, testAnalyzer } from './analyzer.fixture.js';
import { Flow, brokers } from './flow.fixture.js';
import { interactions, nthInteraction } from './interactions.fixture.js';

describe.skipIf(brokers.length === 0)('the way of a record', () => {
  let flow: Flow;
  let app: NestFastifyApplication | null = null;
  beforeEach(async () => {
    flow = await Flow.open();
  });
  afterEach(async () => {
    await app?.close();
    app = null;
    await flow.close();
  });

  it('leads from Kafka to rows, views and announced findings', async () => {
    app = await createHttpApp(testAnalyzer({ databaseUrl: flow.databaseUrl, kafka: flow.kafka }));
    const sent = interactions(20);
    await flow.produce(sent);
    await flow.untilKept();
    await flow.assertExactly(sent);
    await app.get(Projector).settle();
    const [finding] = await flow.rows(`SELECT rule_id, polarity, agent_ref, evidence FROM finding WHERE rule_id = 'issue.impossible' LIMIT 1`);
    expect(finding).toMatchObject({
      polarity: 'violation',
      agent_ref: expect.stringMatching(/^agent-/),
      evidence: [expect.objectContaining({ quote: expect.stringMatching(/^c'est impossible$/i) })],
    });
    const rulebooks = await flow.rows(`SELECT name, version FROM rulebook_version`);
    expect(rulebooks).toEqual([{ name: 'essai', version: '1.0.0' }]);
    expect((await app.inject('/health/ready')).statusCode).toBe(200);
  });

  it('replaces a revision by a higher one, and drops what comes twice or late', async () => {
    app = await createHttpApp(testAnalyzer({ databaseUrl: flow.databaseUrl, kafka: flow.kafka }));
    const [first, second] = [nthInteraction(0), { ...nthInteraction(3), externalId: 'chat-0', revision: 2 }];
    await flow.produce([first, first, second, first]);
    await flow.untilKept();
    expect(await flow.rows('SELECT revision::int FROM interaction')).toEqual([{ revision: 2 }]);
    // The first revision had a violation, the second has none.
    expect(await flow.rows('SELECT rule_id FROM finding')).toEqual([]);
    const { body } = await app.inject('/metrics');
    expect(body).toContain('diapason_records_dropped_total{reason="duplicate"} 1');
    expect(body).toContain('diapason_records_dropped_total{reason="superseded"} 1');
  });

  it('reads a topic that was made anew, whatever position was kept of the old one', async () => {
    app = await createHttpApp(testAnalyzer({ databaseUrl: flow.databaseUrl, kafka: flow.kafka }));
    await flow.produce(interactions(10));
    await flow.untilKept();
    await app.close();
    await flow.rows('UPDATE stream_position SET next_offset = 1000000');
    app = await createHttpApp(testAnalyzer({ databaseUrl: flow.databaseUrl, kafka: flow.kafka }));
    const more = interactions(30);
    await flow.produce(more);
    const count = async () => (await flow.rows('SELECT 1 FROM interaction')).length;
    await expect.poll(count, { timeout: 60_000 }).toBe(30);
    await expect(flow.assertExactly(more)).resolves.toBeUndefined();
  });

  it('leads the same way from structured events and from plain JSON', async () => {
    app = await createHttpApp(testAnalyzer({ databaseUrl: flow.databaseUrl, kafka: flow.kafka }));
    const sent = interactions(12);
    await flow.send(
      sent.map((interaction, at) => {
        const binary = encodeInteraction(ORGANISATION, interaction);
        if (at % 3 === 0) return binary;
        if (at % 3 === 1) return { ...binary, key: null, headers: {} };
        const event = new CloudEvent({ type: String(binary.headers['ce_type']), source: '/autre', organisation: ORGANISATION, data: interaction });
        const { headers, value } = Kafka.structured(event);
        return { key: binary.key, value: Buffer.from(value), headers: { 'content-type': String(headers['content-type']) } };
      }),
    );
    await flow.untilKept();
    await expect(flow.assertExactly(sent)).resolves.toBeUndefined();
  });

  it('is the same in process, where publishing resolves after the commit', async () => {
    app = await createHttpApp(testAnalyzer({ databaseUrl: flow.databaseUrl }));
    const stream = app.get<InteractionStream>(INTERACTION_STREAM);
    const sent = interactions(300);
    await Promise.all(sent.map((interaction) => stream.publish('interactions', [encodeInteraction(ORGANISATION, interaction)])));
    const [row] = await flow.rows<{ count: number }>('SELECT count(*)::int AS count FROM interaction');
    expect(row!.count).toBe(sent.length);
    expect(await flow.keptPositions()).toEqual(new Map());
    expect((await app.inject('/health/ready')).statusCode).toBe(200);
  });

  it('stops where more than half is bad, says so, and writes nothing away', async () => {
    app = await createHttpApp(testAnalyzer({ databaseUrl: flow.databaseUrl, kafka: flow.kafka }));
    const bad = { key: 'k', value: Buffer.from('{'), headers: {} };
    await flow.send(Array.from({ length: 400 }, () => bad));
    const ready = () => app!.inject('/health/ready');
    await expect.poll(async () => (await ready()).statusCode, { timeout: 60_000 }).toBe(503);
    expect((await ready()).json().checks.analyzer.trouble).toContain('not_json');
    expect(await flow.rows('SELECT 1 FROM dead_letter')).toEqual([]);
    expect((await app.inject('/metrics')).body).toMatch(/^diapason_breaker_open 1$/m);
    await app.close();
    // The operator's way out: let them be parked.
    app = await createHttpApp(testAnalyzer({ databaseUrl: flow.databaseUrl, kafka: flow.kafka, breaker: false }));
    await flow.untilKept();
    expect(await flow.rows('SELECT 1 FROM dead_letter')).toHaveLength(400);
    expect((await app.inject('/metrics')).body).toMatch(/^diapason_breaker_open 0$/m);
    expect((await ready()).statusCode).toBe(200);
  });

  it('rejects what is published in process once the breaker is open, with its reason', async () => {
    app = await createHttpApp(testAnalyzer({ databaseUrl: flow.databaseUrl }));
    const stream = app.get<InteractionStream>(INTERACTION_STREAM);
    const bad = { key: 'k', value: Buffer.from('{'), headers: {} };
    await expect(stream.publish('interactions', Array.from({ length: 100 }, () => bad))).rejects.toThrow('rien n\'est perdu');
    const good = encodeInteraction(ORGANISATION, nthInteraction(1));
    await expect(stream.publish('interactions', [good])).rejects.toThrow('plus de la moitié');
    expect((await app.inject('/health/ready')).statusCode).toBe(503);
  });
});
