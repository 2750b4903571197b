// Kafka → PostgreSQL: the real analyzer process against a bare kafkajs consumer that COPYs the very same rows into
// tables of the same shape (keys and indexes included), on the same topic, broker and server, one after the other.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { Interaction } from '#domain';
import { readPaths } from '#ingest';
import { encodeInteraction, KafkaStream } from '#messaging';
import { startEmbeddedPostgres } from '#storage';
import { startTestKafka } from '../../test/support/kafka.js';
import { dumpRows, makeBareTables } from './bare-rows.js';

const COUNT = Number(process.env['BENCH_INTERACTIONS'] ?? 10_000);
const ORGANISATION = 'bench';

process.env['REQUIRE_KAFKA'] = '1';
const kafka = (await startTestKafka())!;
const folder = await mkdtemp(path.join(tmpdir(), 'diapason-bench-'));
const postgres = await startEmbeddedPostgres({ dataDir: path.join(folder, 'postgres') });
try {
  await produce();
  const database = new Client({ connectionString: postgres.url });
  await database.connect();
  const ours = await rateOf(database, 'interaction', ['bin/diapason.mjs', 'analyzer'], {
    DATABASE_URL: postgres.url,
    KAFKA_BROKERS: kafka.brokers,
    DIAPASON_ORGANISATION: ORGANISATION,
    PORT: '0',
    LOG_LEVEL: 'error',
  });
  const rowsFile = path.join(folder, 'rows.json');
  const tables = await dumpRows(database);
  await writeFile(rowsFile, JSON.stringify(tables));
  await makeBareTables(database, tables);
  const peer = await rateOf(database, 'bare_interaction', ['bench/end-to-end/bare-consumer.mjs', rowsFile, String(COUNT)], {
    DATABASE_URL: postgres.url,
    KAFKA_BROKERS: kafka.brokers,
  });
  await database.end();
  const note = `${COUNT} interactions, ${tables.reduce((sum, { lines }) => sum + lines.length, 0)} rows`;
  console.log(JSON.stringify([{ measure: 'Kafka → PostgreSQL vs bare consume + COPY', ours, peer, unit: 'interactions/s', ratio: ours / peer, note }]));
} finally {
  await postgres.stop();
  await kafka.stop();
  await rm(folder, { recursive: true, force: true });
}

/** The sample interactions, over and over under new ids, each time of other customers: nobody writes five hundred times. */
async function produce(): Promise<void> {
  const samples: Interaction[] = [];
  for await (const item of readPaths(['samples'])) if (item.kind === 'interaction') samples.push(item.interaction);
  const stream = new KafkaStream({ brokers: kafka.brokers.split(','), partitions: 2 });
  for (let from = 0; from < COUNT; from += 1_000) {
    const messages = Array.from({ length: Math.min(1_000, COUNT - from) }, (_, i) =>
      encodeInteraction(ORGANISATION, anew(samples[(from + i) % samples.length]!, from + i, Math.floor((from + i) / samples.length))),
    );
    await stream.publish('interactions', messages);
  }
  await stream.close();
}

function anew(sample: Interaction, n: number, round: number): Interaction {
  const participants = sample.participants.map((one) => (one.role === 'customer' && one.ref !== undefined ? { ...one, ref: `${one.ref}/${round}` } : one));
  return { ...sample, source: 'bench', externalId: `n-${n}`, participants, ...(sample.caseRef === undefined ? {} : { caseRef: `${sample.caseRef}/${round}` }) };
}

/** Rows of `table` per second, from the first poll that sees some until all are there: start-up is not counted. */
async function rateOf(database: Client, table: string, args: readonly string[], env: Record<string, string>): Promise<number> {
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'inherit'] });
  try {
    let first: { count: number; at: number } | null = null;
    for (;;) {
      await sleep(20);
      if (child.exitCode !== null) throw new Error(`${args.join(' ')} ended with ${child.exitCode}`);
      const count = await countOf(database, table);
      const at = performance.now();
      if (count > 0) first ??= { count, at };
      if (first !== null && count >= COUNT) return (COUNT - first.count) / ((at - first.at) / 1000);
    }
  } finally {
    await end(child);
  }
}

async function countOf(database: Client, table: string): Promise<number> {
  // The table comes with the analyzer's migrations.
  const { rows } = await database.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [table]);
  if (!rows[0]!.there) return 0;
  const counted = await database.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`);
  return counted.rows[0]!.n;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}
