import { openRulebook } from '#analyzer';
import { type Interaction, type OutgoingMessage, type StreamName, type StreamRecord, interactionIdOf } from '#domain';
import { type KafkaOptions, KafkaStream, encodeInteraction, topicOf } from '#messaging';
import { analyse } from '#nlp';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import kafkajs, { type Admin } from 'kafkajs';
import { Client } from 'pg';
import { inject, vi } from 'vitest';
import { createTestDatabase } from '../support/postgres.js';
import { GROUP, ORGANISATION, RULEBOOK } from './analyzer.fixture.js';

export const brokers = inject('kafkaBrokers').split(',').filter(Boolean);

/** Dead letters are told apart by where they came from, events by their id. */
const different = (records: readonly StreamRecord[]): number => new Set(records.map(placeOrId)).size;

function placeOrId({ headers }: StreamRecord): string {
  const offset = headers['kafka_dlt-original-offset'];
  return offset === undefined ? String(headers['ce_id']) : `${headers['kafka_dlt-original-partition']?.toString('hex')}/${offset.toString('hex')}`;
}

/** A database and topics of one test's own, with eyes on both. */
export class Flow {
  private constructor(
    readonly databaseUrl: string,
    readonly kafka: KafkaOptions,
    readonly stream: KafkaStream,
    private readonly admin: Admin,
    private readonly sql: Client,
    private readonly drop: () => Promise<void>,
  ) {}

  static async open(partitions = 2): Promise<Flow> {
    const database = await createTestDatabase(inject('postgresUrl'));
    const kafka = { brokers, prefix: `test-${randomUUID()}.`, partitions, sessionTimeoutMs: 3_000 };
    const admin = new kafkajs.Kafka({ brokers, logLevel: kafkajs.logLevel.NOTHING }).admin();
    await admin.connect();
    const sql = new Client({ connectionString: database.url });
    await sql.connect();
    return new Flow(database.url, kafka, new KafkaStream(kafka), admin, sql, () => database.drop());
  }

  async close(): Promise<void> {
    await Promise.all([this.stream.close(), this.admin.disconnect(), this.sql.end()]);
    await this.drop();
  }

  async send(messages: readonly OutgoingMessage[]): Promise<void> {
    await this.stream.publish('interactions', messages);
  }

  async produce(interactions: readonly Interaction[]): Promise<void> {
    await this.send(interactions.map((interaction) => encodeInteraction(ORGANISATION, interaction)));
  }

  /**
   * All that was published to a stream, once there are so many different ones (announcements may repeat after a
   * crash, with the same id); waits no longer than a minute.
   */
  async published(name: StreamName, atLeast: number): Promise<readonly StreamRecord[]> {
    const records: StreamRecord[] = [];
    const subscription = await this.stream.subscribe(name, `reader-${randomUUID()}`, async (batch) => {
      records.push(...batch.records);
    });
    await vi.waitFor(() => assert.ok(different(records) >= atLeast, `${different(records)} of ${atLeast}`), { timeout: 60_000, interval: 50 });
    await subscription.stop();
    return records;
  }

  async rows<Row>(text: string): Promise<readonly Row[]> {
    return (await this.sql.query(text)).rows;
  }

  /** Waits until the analyzers have kept all that was sent to the topic. */
  async untilKept(stream: StreamName = 'interactions'): Promise<void> {
    const topic = topicOf(stream, this.kafka.prefix);
    const check = async () => {
      // Asked anew each time: a broker may refuse it for a moment when the topic is new.
      const ends = await this.admin.fetchTopicOffsets(topic);
      const kept = await this.keptPositions(stream);
      assert.deepEqual(ends.filter(({ partition, high }) => high !== '0' && kept.get(partition) !== BigInt(high)), []);
    };
    await vi.waitFor(check, { timeout: 90_000, interval: 100 });
  }

  /** Partition → the position kept in the database with the effects. */
  async keptPositions(stream: StreamName = 'interactions'): Promise<ReadonlyMap<number, bigint>> {
    const rows = (await this.rows<{ topic: string; partition: number; next_offset: string }>('SELECT topic, partition, next_offset FROM stream_position')).filter(
      ({ topic }) => topic === topicOf(stream, this.kafka.prefix),
    );
    return new Map(rows.map((row) => [row.partition, BigInt(row.next_offset)]));
  }

  /** Partition → the offset that the group committed to Kafka; absent before the first. */
  async committedOffsets(): Promise<ReadonlyMap<number, bigint>> {
    const topic = topicOf('interactions', this.kafka.prefix);
    const answers = await this.admin.fetchOffsets({ groupId: `${this.kafka.prefix}${GROUP}`, topics: [topic] });
    const partitions = answers.flatMap((answer) => answer.partitions).filter(({ offset }) => offset !== '-1');
    return new Map(partitions.map(({ partition, offset }) => [partition, BigInt(offset)]));
  }

  /** 0 lost, 0 doubled: rows, findings, journal and announcements are exactly those of these interactions. */
  async assertExactly(expected: readonly Interaction[]): Promise<void> {
    const rulebook = openRulebook(RULEBOOK);
    const ids = expected.map(({ source, externalId }) => interactionIdOf(ORGANISATION, source, externalId)).sort();
    const findings = expected.flatMap((interaction) => analyse(interaction, rulebook, ORGANISATION).findings.map(({ id }) => id));
    assert.ok(findings.length > 0);

    const kept = await this.rows<{ id: string }>('SELECT interaction_id AS id FROM interaction');
    assert.deepEqual(kept.map(({ id }) => id).sort(), ids);
    const found = await this.rows<{ id: string }>('SELECT finding_id AS id FROM finding');
    assert.deepEqual(found.map(({ id }) => id).sort(), findings.sort());
    const turns = await this.rows<{ count: number }>('SELECT count(*)::int AS count FROM turn');
    assert.equal(turns[0]!.count, expected.reduce((sum, interaction) => sum + interaction.turns.length, 0));
    // The journal is where a second time would show: figures are derived from it.
    const facts = await this.rows<{ id: string }>(
      `SELECT payload->>'interactionId' AS id FROM journal WHERE type LIKE 'interaction.%'`,
    );
    assert.deepEqual(facts.map(({ id }) => id).sort(), ids);
    const announced = await this.published('findings', ids.length);
    assert.deepEqual([...new Set(announced.map(({ headers }) => String(headers['ce_subject'])))].sort(), ids);
  }
}
