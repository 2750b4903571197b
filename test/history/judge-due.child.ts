/** Judges what is due, one history at a time, and kills itself in the middle of one (DIE_AFTER). */
import { openDatabase, PgHistoryStore } from '#storage';
import { testJudge } from './history.fixture.js';

const source = await openDatabase(process.env['DATABASE_URL']!);
const store = new PgHistoryStore(source);
let left = Number(process.env['DIE_AFTER']);
const pass = {
  judge: testJudge(),
  asOf: '2026-04-20T00:00:00.000Z',
  // Called within the transaction: rows are written, nothing is committed.
  announce: () => {
    if (left-- <= 0) process.kill(process.pid, 'SIGKILL');
    return [];
  },
};
while ((await store.judgeDue('maison-test', pass, 1)) > 0);
await source.destroy();
