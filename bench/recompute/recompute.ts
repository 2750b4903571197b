// How fast the histories of many customers are judged again as a whole, as after a change of rules, on two connections to the embedded
// PostgreSQL; beside it, in this run, how fast they were recorded. CUSTOMERS (10,000 unless told; `--all`: 100,000), 3 or 4 interactions each.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type HistoryPass, STRICT_SETTINGS } from '#domain';
import { openDatabase, OrganisationRepository, PgAnalysisStore, PgHistoryStore, startEmbeddedPostgres } from '#storage';
import { batchOf, ORGANISATION } from '../../test/contracts/analysis-store.fixture.js';
import { openOwner } from '../../test/support/owner.js';
import { testJudge } from '../../test/history/history.fixture.js';
import { interaction } from '../history/bench-interaction.js';

const CUSTOMERS = process.argv.includes('--all') ? 100_000 : Number(process.env['CUSTOMERS'] ?? 10_000);
const BATCH = 500;
const AT_ONCE = 200;
const WORKERS = 2;
/** Every third customer has a fourth one. */
const perCustomer = (customer: number): number => (customer % 3 === 0 ? 4 : 3);

const judge = testJudge();
const pass: HistoryPass = { judge, asOf: '2027-01-01T00:00:00.000Z', announce: () => [] };
const folder = await mkdtemp(path.join(tmpdir(), 'diapason-bench-recompute-'));
const server = await startEmbeddedPostgres({ dataDir: folder });
const database = await openDatabase(server.url);
const log = (text: string): void => void process.stderr.write(`${text}\n`);

try {
  await new OrganisationRepository(database).ensureOrganisation({ id: ORGANISATION, name: 'Bench', timeZone: 'Europe/Paris', settings: STRICT_SETTINGS, reason: 'bench' });
  const store = new PgHistoryStore(database);
  await store.adoptRules(ORGANISATION, 'a'.repeat(64), judge);
  const { count, rate: peer } = await recordAll();
  log(`recorded ${count} interactions of ${CUSTOMERS} customers, ${Math.round(peer)}/s`);
  const same = await again(store, 'same', count);
  log(`judged again, nothing changed: ${Math.round(same)}/s`);
  const owner = await openOwner(server.url);
  for (const table of ['finding', 'contradiction', 'pledge']) await owner.query(`DELETE FROM ${table}`);
  await owner.destroy();
  const anew = await again(store, 'anew', count);
  log(`judged again, all written anew: ${Math.round(anew)}/s`);
  const note = `${CUSTOMERS} customers, ${count} interactions, ${WORKERS} connections, ${AT_ONCE} customers a transaction; the aim is 2,000/s on two cores`;
  const row = (what: string, ours: number) => ({ measure: `histories judged again as a whole, ${what}, against recording them`, ours, peer, ratio: ours / peer, unit: 'interactions/s', note });
  console.log(JSON.stringify([row('nothing changes', same), row('all is written anew', anew)]));
} finally {
  await database.destroy();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}

async function recordAll(): Promise<{ count: number; rate: number }> {
  const analysis = new PgAnalysisStore(database);
  const started = performance.now();
  let count = 0;
  // A customer's interactions days apart, as they come: batches hold many customers.
  for (let n = 0; n < 4; n += 1) {
    const customers = Array.from({ length: CUSTOMERS }, (_, customer) => customer).filter((customer) => n < perCustomer(customer));
    const batches = Array.from({ length: Math.ceil(customers.length / BATCH) }, (_, at) => customers.slice(at * BATCH, (at + 1) * BATCH));
    await inParallel(batches, (batch) => analysis.record({ ...batchOf(batch.map((customer) => interaction(`client-${customer}`, 1 + 3 * n))), history: pass }));
    count += customers.length;
  }
  return { count, rate: count / ((performance.now() - started) / 1000) };
}

async function again(store: PgHistoryStore, hash: string, count: number): Promise<number> {
  const anew: HistoryPass = { ...pass, judge: { ...judge, hash } };
  const started = performance.now();
  const { asked } = await store.adoptRules(ORGANISATION, 'b'.repeat(64), anew.judge);
  if (asked !== CUSTOMERS) throw new Error(`${asked} of ${CUSTOMERS} customers are to be judged`);
  let done = 0;
  await inParallel(Array.from({ length: WORKERS }), async () => {
    for (let judged = 1; judged > 0; done += judged) judged = await store.judgeDue(ORGANISATION, anew, AT_ONCE);
  });
  if (done !== CUSTOMERS) throw new Error(`${done} of ${CUSTOMERS} customers were judged`);
  return count / ((performance.now() - started) / 1000);
}

async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  const queue = [...items];
  await Promise.all(
    Array.from({ length: WORKERS }, async () => {
      while (queue.length > 0) await work(queue.shift()!);
    }),
  );
}
