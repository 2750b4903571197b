// The bare peer: kafkajs eachBatch, and for every batch its share of the rows by COPY in one transaction. No reading,
// no judging, no idempotence: what Kafka and PostgreSQL allow when nothing is thought about.
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import kafkajs from 'kafkajs';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

const [rowsFile, total] = process.argv.slice(2);
const tables = JSON.parse(readFileSync(rowsFile, 'utf8'));
const database = new Client({ connectionString: process.env.DATABASE_URL });
await database.connect();

let taken = 0;
let queue = Promise.resolve();
const consumer = new kafkajs.Kafka({ brokers: process.env.KAFKA_BROKERS.split(','), logLevel: kafkajs.logLevel.NOTHING }).consumer({
  groupId: 'bare',
  maxWaitTimeInMs: 200,
});
await consumer.connect();
await consumer.subscribe({ topic: 'diapason.interactions.v1', fromBeginning: true });
await consumer.run({
  eachBatch: async ({ batch }) => {
    for (let at = 0; at < batch.messages.length; at += 500) {
      const messages = batch.messages.slice(at, at + 500);
      // One connection: chunks of several partitions take turns.
      queue = queue.then(() => copyShare(messages.length));
      await queue;
    }
  },
});

async function copyShare(count) {
  const [from, to] = [taken / total, (taken + count) / total];
  taken += count;
  await database.query('BEGIN');
  for (const { table, columns, lines } of tables) {
    const share = lines.slice(Math.round(from * lines.length), Math.round(to * lines.length));
    if (share.length === 0) continue;
    const copy = database.query(copyFrom(`COPY bare_${table} (${columns.join(', ')}) FROM STDIN`));
    await pipeline(Readable.from([`${share.join('\n')}\n`]), copy);
  }
  await database.query('COMMIT');
}

async function stop() {
  await consumer.disconnect();
  await database.end();
  process.exit(0);
}
process.on('SIGTERM', () => void stop());
