// What the history of a customer costs: an interaction of somebody who has 200 earlier ones against one of somebody new, and recording with
// histories against recording without them; on the embedded PostgreSQL, one after the other in this run.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type AnalysedInteraction, type HistoryPass, STRICT_SETTINGS } from '#domain';
import { openDatabase, OrganisationRepository, PgAnalysisStore, startEmbeddedPostgres } from '#storage';
import { batchOf, ORGANISATION } from '../../test/contracts/analysis-store.fixture.js';
import { testJudge } from '../../test/history/history.fixture.js';
import { interaction } from './bench-interaction.js';
import { spokenInteraction } from './spoken-interaction.js';

const EARLIER = 200;
const SAMPLES = 60;
const CUSTOMERS = Number(process.env['CUSTOMERS'] ?? 10_000);
const BATCH = 500;

const pass: HistoryPass = { judge: testJudge(), asOf: '2027-01-01T00:00:00.000Z', announce: () => [] };

const folder = await mkdtemp(path.join(tmpdir(), 'diapason-bench-history-'));
const server = await startEmbeddedPostgres({ dataDir: folder });
const database = await openDatabase(server.url);
const store = new PgAnalysisStore(database);
const record = (items: readonly AnalysedInteraction[], history: HistoryPass | undefined): Promise<unknown> => store.record({ ...batchOf(items), ...(history === undefined ? {} : { history }) });
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

try {
  await new OrganisationRepository(database).ensureOrganisation({ id: ORGANISATION, name: 'Bench', timeZone: 'Europe/Paris', settings: STRICT_SETTINGS, reason: 'bench' });
  console.log(JSON.stringify([await oneMore('made up', interaction), await oneMore('as agents speak', spokenInteraction), await all()]));
} finally {
  await database.destroy();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}

/** One interaction more, in a transaction of its own, newest of its customer. */
async function oneMore(what: string, make: (customer: string, n: number) => AnalysedInteraction) {
  const one = (customer: string, n: number): AnalysedInteraction => make(`${what}-${customer}`, n);
  for (let n = 0; n < EARLIER; n += 50) await record(Array.from({ length: 50 }, (_, i) => one('ancien', n + i)), pass);
  const known: number[] = [];
  const fresh: number[] = [];
  for (let n = 0; n < SAMPLES; n += 1) {
    const [old, anew] = [one('ancien', EARLIER + n), one(`nouveau-${n}`, EARLIER + n)];
    known.push(await timed(() => record([old], pass)));
    fresh.push(await timed(() => record([anew], pass)));
  }
  const [ours, peer] = [median(known), median(fresh)];
  return { measure: `one more interaction, ${what}: ${EARLIER} earlier ones against none`, ours, peer, ratio: ours / peer, unit: 'ms', note: `medians of ${SAMPLES}, alternating; below 3 is the aim` };
}

/** Many customers with two interactions each, in batches, in the order of time. */
async function all() {
  const rate = async (prefix: string, history: HistoryPass | undefined): Promise<number> => {
    const started = performance.now();
    for (let n = 0; n < 2 * CUSTOMERS; n += BATCH) {
      await record(Array.from({ length: BATCH }, (_, i) => interaction(`${prefix}-${(n + i) % CUSTOMERS}`, n + i < CUSTOMERS ? 1 : 8)), history);
    }
    return (2 * CUSTOMERS) / ((performance.now() - started) / 1000);
  };
  const peer = await rate('sans', undefined);
  const ours = await rate('avec', pass);
  return { measure: `recording ${CUSTOMERS} customers with histories against without`, ours, peer, ratio: ours / peer, unit: 'interactions/s', note: 'one connection; turns, findings, journal and outbox included; PostgreSQL writing three statements and two pledges more bounds it' };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
