/**
 * An analyzer in a process of its own, for tests to kill. DIE_AT names the moment: `after-commit` (the database has
 * committed, Kafka has not) or `in-transaction` (rows are written, nothing is committed); DIE_AFTER is how many
 * batches are kept before. The fault is here, not in the product.
 */
import { ANALYSIS_STORE, type AnalysisStore, type RecordedBatch } from '#domain';
import { PgAnalysisStore } from '#storage';
import { Test } from '@nestjs/testing';
import { writeSync } from 'node:fs';
import { testAnalyzer } from './analyzer.fixture.js';

const { DATABASE_URL, KAFKA, DIE_AT, DIE_AFTER } = process.env;

function die(): never {
  writeSync(2, `dying: ${DIE_AT}\n`);
  process.kill(process.pid, 'SIGKILL');
  // The signal may take a moment; nothing more must happen in it.
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
}

class DyingStore implements AnalysisStore {
  #left = Number(DIE_AFTER ?? 0);

  constructor(private readonly store: AnalysisStore) {}

  async record(batch: RecordedBatch) {
    if (this.#left-- > 0 || batch.analysed.length === 0) return this.store.record(batch);
    const announce = DIE_AT === 'in-transaction' ? die : batch.announce;
    const kept = await this.store.record({ ...batch, announce });
    return DIE_AT === 'after-commit' ? die() : kept;
  }

  position(...place: Parameters<AnalysisStore['position']>) {
    return this.store.position(...place);
  }
}

const root = testAnalyzer({ databaseUrl: DATABASE_URL!, kafka: JSON.parse(KAFKA!) });
const builder = Test.createTestingModule({ imports: [root] });
if (DIE_AT) {
  builder.overrideProvider(ANALYSIS_STORE).useFactory({ inject: [PgAnalysisStore], factory: (store: AnalysisStore) => new DyingStore(store) });
}
const app = await builder.compile();
await app.init();
process.on('SIGTERM', () => void app.close().then(() => process.exit(0)));
// Its test is over, however it ended.
process.on('disconnect', () => process.exit(1));
process.send?.('ready');
