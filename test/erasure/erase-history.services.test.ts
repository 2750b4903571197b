import { findingsMessage, withdrawnMessage } from '#messaging';
import { ErasureRepository, PgAnalysisStore, PgHistoryStore } from '#storage';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { batchOf } from '../contracts/analysis-store.fixture.js';
import { heard } from '../history/history.fixture.js';
import { late, openHistories, ORGANISATION, runInOrder, runTogether, startAnew, stateOf, tasksOf } from '../history/history-run.js';
import { chance, type RandomHistory, randomHistory } from '../history/random-history.js';

let histories: Awaited<ReturnType<typeof openHistories>>;
let source: DataSource;
let owner: DataSource;
beforeAll(async () => {
  histories = await openHistories();
  [source] = histories.sources;
  ({ owner } = histories);
});
afterAll(() => histories.close());

const pass = { ...late, announce: (told: Parameters<typeof findingsMessage>[0]) => [findingsMessage(told)] };
const erase = (own: DataSource, erasureId: string) =>
  new ErasureRepository(own).erase({ organisationId: ORGANISATION, erasureId, customerRef: 'c-1', reason: 'Demande', by: 'test', withdraw: withdrawnMessage, announce: pass.announce });
const anew = async (): Promise<void> => {
  await startAnew(owner);
  await owner.query('TRUNCATE erasure, erased_record, customer');
};
const erasureId = (n: number): string => `00000000-0000-4000-8000-00000000000${n}`;

/** What of a history is another customer's in the end. */
const ofOthers = ({ interactions, facts }: RandomHistory): RandomHistory => ({
  interactions: interactions.filter(({ revisions }) => revisions.at(-1)!.customer !== 'c-1'),
  facts: facts.filter(({ revisions }) => revisions.at(-1)!.customer !== 'c-1'),
});

describe('the histories of others, once one customer was erased', () => {
  it.each([1, 2, 3, 4])('are as if that one had never come (history %i)', async (seed) => {
    const history = randomHistory(seed, 2);
    await anew();
    await runInOrder(source, ofOthers(history));
    const expected = await stateOf(source, owner);
    await anew();
    await runTogether(histories.sources, tasksOf(history, chance(seed)));
    expect(await erase(source, erasureId(1))).toMatchObject({ kind: 'done' });
    while ((await new PgHistoryStore(source).judgeDue(ORGANISATION, late, 5)) > 0);
    expect(await stateOf(source, owner)).toEqual(expected);
  });

  it.each([5, 6])('while the same and others go on arriving: nothing is left in the end, nobody waits for ever (history %i)', async (seed) => {
    const history = randomHistory(seed, 2);
    const by = chance(seed);
    await anew();
    let n = 2;
    const erasing = async (own: DataSource): Promise<void> => void (await erase(own, erasureId(n++)));
    await runTogether(histories.sources, by.shuffle([...tasksOf(history, by), erasing, erasing, erasing]));
    await erase(source, erasureId(1));
    while ((await new PgHistoryStore(source).judgeDue(ORGANISATION, late, 5)) > 0);
    for (const table of ['statement', 'pledge', 'contradiction', 'finding', 'reported_fact', 'customer_history']) {
      expect([table, await owner.query(`SELECT 1 FROM ${table} WHERE customer_key = 'c-1'`)]).toEqual([table, []]);
    }
    expect(await owner.query(`SELECT 1 FROM interaction WHERE customer_ref = 'c-1'`)).toEqual([]);
    // Whatever still comes of it is refused.
    const gone = history.interactions.map(({ revisions }) => revisions.at(-1)!).filter(({ customer }) => customer === 'c-1');
    const outcomes = await new PgAnalysisStore(source).record({ ...batchOf(gone.map((one) => heard(ORGANISATION, { ...one, revision: 99 }))), history: late });
    const erased = outcomes.filter((outcome) => outcome.kind === 'park' && outcome.reason === 'erased');
    expect(erased.length).toBeGreaterThan(0);
  });
});

it('takes away what waits to be announced, and announces that it is gone', async () => {
  await anew();
  const [mine, other] = [
    heard(ORGANISATION, { externalId: 'améthyste', customer: 'c-1', channel: 'email', startedAt: '2026-03-02T10:00:00Z', said: [] }),
    heard(ORGANISATION, { externalId: 'table', customer: 'c-2', channel: 'email', startedAt: '2026-03-02T10:00:00Z', said: [] }),
  ];
  await new PgAnalysisStore(source).record({ ...batchOf([mine, other]), history: pass, announce: pass.announce });
  await erase(source, erasureId(1));
  const waiting: { key: string; value: string | null }[] = await owner.query(`SELECT convert_from(key, 'UTF8') AS key, convert_from(value, 'UTF8') AS value FROM outbox ORDER BY position`);
  expect(waiting).toEqual([
    { key: `${ORGANISATION}:${other.interactionId}`, value: expect.stringContaining('table') },
    { key: `${ORGANISATION}:${mine.interactionId}`, value: null },
  ]);
});
