import type { Interaction, OutgoingMessage, StreamRecord } from '#domain';
import { contentHash, interactionIdOf, PARK_REASONS } from '#domain';
import { decodeInteraction } from '#messaging';
import { createHttpApp } from '#runtime';
import assert from 'node:assert/strict';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORGANISATION, testAnalyzer } from '../flow/analyzer.fixture.js';
import { brokers, Flow } from '../flow/flow.fixture.js';
import { nthInteraction } from '../flow/interactions.fixture.js';
import { inMode, MODES, nthAttackedRecord, RECORD_ID, sampleInteractions, withId } from './attacked-records.js';

const ATTACKED = 2_400;
const GOOD = 600;
const LATER = 90;
/** What no mode can read: enough to open any breaker. */
const NOISE = 200;

const good = (n: number): OutgoingMessage => withId(inMode(MODES[n % MODES.length]!, ORGANISATION, nthInteraction(n)), `g${n}`);
/** Its id is a good one's, its content is not; every third is the good one itself, sent again. */
const contradiction = (n: number): OutgoingMessage => withId(inMode('binary', ORGANISATION, n % 3 === 0 ? nthInteraction(n) : { ...nthInteraction(n), subject: `Autre ${n}` }), `c${n}`);

const asRecord = ({ key, value, headers }: OutgoingMessage): StreamRecord => ({
  key: key === null ? null : Buffer.from(key),
  value,
  headers: Object.fromEntries(Object.entries(headers).map(([name, bytes]) => [name, Buffer.from(bytes)])),
  offset: 0n,
  timestamp: 0,
});
const idOf = ({ headers }: StreamRecord): string => String(headers[RECORD_ID]);
const same = (a: Buffer | null, b: Buffer | null): boolean => (a === null || b === null ? a === b : a.equals(b));

describe.skipIf(brokers.length === 0)(`${ATTACKED} attacked records among good ones`, () => {
  let flow: Flow;
  let app: NestFastifyApplication | null = null;
  let sent: Map<string, StreamRecord>;
  const start = async (breaker: boolean): Promise<void> => {
    await app?.close();
    app = await createHttpApp(testAnalyzer({ databaseUrl: flow.databaseUrl, kafka: flow.kafka, breaker }));
  };
  const kept = async (table: string): Promise<number> => (await flow.rows(`SELECT 1 FROM ${table}`)).length;
  const metrics = async (): Promise<string> => (await app!.inject('/metrics')).body;

  beforeAll(async () => {
    flow = await Flow.open(3);
    const seeds: readonly Interaction[] = await sampleInteractions();
    const noise = Array.from({ length: NOISE }, (_, n) => withId({ key: null, headers: {}, value: Buffer.from(`bruit ${n}`) }, `n${n}`));
    const contradictions = Array.from({ length: 150 }, (_, n) => contradiction(n));
    const attacked = Array.from({ length: ATTACKED - NOISE - contradictions.length }, (_, n) => nthAttackedRecord(n, ORGANISATION, seeds));
    const mixed = attacked.flatMap((message, n) => (n % 4 === 0 && n / 4 < GOOD ? [good(n / 4), message] : [message]));
    const rest = Array.from({ length: GOOD }, (_, n) => good(n)).slice(Math.ceil(attacked.length / 4));
    const all = [...noise, ...mixed, ...rest, ...contradictions];
    sent = new Map(all.map((message) => [String(message.headers[RECORD_ID]), asRecord(message)]));
    assert.equal(sent.size, ATTACKED + GOOD);
    // A broker takes requests of a bounded size.
    for (let at = 0; at < all.length; at += 20) await flow.send(all.slice(at, at + 20));
  });
  afterAll(async () => {
    await app?.close();
    await flow.close();
  });

  it('open the breaker, which health and metrics tell: what was not yet read stays where it is', async () => {
    await start(true);
    await expect.poll(metrics, { timeout: 90_000 }).toMatch(/^diapason_breaker_open 1$/m);
    const ready = await app!.inject('/health/ready');
    expect(ready.statusCode).toBe(503);
    expect(ready.json().checks.analyzer.trouble).toMatch(/plus de la moitié.*not_json \d+/);
    await app!.close();
    app = null;
    // Each partition had a batch in hand at most; what is below its position was kept or set aside, nothing else.
    const done = [...(await flow.keptPositions()).values()].reduce((sum, next) => sum + Number(next), 0);
    expect(done).toBeLessThan(ATTACKED / 2);
    expect(await kept('dead_letter') + (await kept('interaction'))).toBeLessThanOrEqual(done);
  });

  it('hold no partition up once it is off: all is read to the end, and so is what comes after', async () => {
    await start(false);
    await flow.untilKept();
    const later = Array.from({ length: LATER }, (_, n) => good(GOOD + n));
    for (const message of later) sent.set(String(message.headers[RECORD_ID]), asRecord(message));
    await flow.send(later);
    await flow.untilKept();
    expect((await flow.keptPositions()).size).toBe(3);
    const rows = await flow.rows<{ id: string }>(`SELECT interaction_id AS id FROM interaction WHERE source = 'essai'`);
    const expected = Array.from({ length: GOOD + LATER }, (_, n) => interactionIdOf(ORGANISATION, 'essai', `chat-${n}`));
    expect(rows.map(({ id }) => id).sort()).toEqual(expected.sort());
    expect((await app!.inject('/health/ready')).statusCode).toBe(200);
    expect(await metrics()).toMatch(/^diapason_breaker_open 0$/m);
  });

  it('are each kept or a dead letter, never both, never neither', async () => {
    const interactions = await flow.rows<{ id: string; revision: number; hash: string }>('SELECT interaction_id AS id, revision::int, content_hash AS hash FROM interaction');
    const rows = new Map(interactions.map((row) => [row.id, row]));
    const letters = await kept('dead_letter');
    const dead = new Set((await flow.published('dead-letters', letters)).map(idOf));
    expect(dead.size).toBe(letters);
    const accepted = new Set<string>();
    for (const [id, record] of sent) {
      const read = decodeInteraction(record, ORGANISATION);
      if (read.kind !== 'done' || read.value.organisationId !== ORGANISATION) continue;
      const { source, externalId, revision } = read.value.interaction;
      const row = rows.get(interactionIdOf(ORGANISATION, source, externalId));
      if (row !== undefined && (row.revision > revision || (row.revision === revision && row.hash === contentHash(read.value.interaction)))) accepted.add(id);
    }
    expect([...accepted].filter((id) => dead.has(id))).toEqual([]);
    expect([...accepted, ...dead].sort()).toEqual([...sent.keys()].sort());
    // Attacks of which none got through, or all did, would show nothing.
    expect([...accepted].filter((id) => id.startsWith('a')).length).toBeGreaterThan(300);
    expect([...dead].filter((id) => id.startsWith('a')).length).toBeGreaterThan(800);
  });

  it('are dead letters byte for byte, key and headers too, each for the reason that it has', async () => {
    const reasons = new Map<string, number>();
    for (const letter of await flow.published('dead-letters', await kept('dead_letter'))) {
      const record = sent.get(idOf(letter))!;
      const reason = String(letter.headers['diapason-dlq-reason']);
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      const own = Object.keys(letter.headers).filter((name) => !name.startsWith('kafka_dlt-') && name !== 'diapason-dlq-reason');
      const intact = same(letter.key, record.key) && same(letter.value, record.value) && own.length === Object.keys(record.headers).length && own.every((name) => same(letter.headers[name] ?? null, record.headers[name] ?? null));
      expect({ id: idOf(letter), intact }).toEqual({ id: idOf(letter), intact: true });
      const read = decodeInteraction(record, ORGANISATION);
      // What can be read is a dead letter only for what the store knows, or for whom it names.
      const due = read.kind === 'park' ? [read.reason] : ['id_conflict', 'unknown_organisation'];
      expect({ id: idOf(letter), reason: due.includes(reason) ? due : reason }).toEqual({ id: idOf(letter), reason: due });
    }
    // Our own fault is none of the reasons: nothing that can be read may fail to be judged or kept. Facts come on a stream of their own, and nobody was erased.
    const others: readonly string[] = ['analysis_failed', 'invalid_fact', 'erased'];
    expect([...reasons.keys()].sort()).toEqual(PARK_REASONS.filter((reason) => !others.includes(reason)).toSorted());
    expect(reasons.get('id_conflict')).toBeGreaterThanOrEqual(100);
  });
});
