import type { Fact, Statement } from '#domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judge, LATE, openHistories, runInOrder, runTogether, startAnew, stateOf, tasksOf } from './history-run.js';
import { chance, randomHistory } from './random-history.js';

let histories: Awaited<ReturnType<typeof openHistories>>;
beforeAll(async () => {
  histories = await openHistories();
});
afterAll(() => histories.close());

describe('whatever arrives late, twice, corrected or at the same time as something else', () => {
  const seen = new Set<unknown>();

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('comes to what the order of time comes to (history %i)', async (seed) => {
    const history = randomHistory(seed);
    await startAnew(histories.owner);
    await runInOrder(histories.sources[0], history);
    const expected = await stateOf(histories.sources[0], histories.owner);
    for (const permutation of [1, 2, 3]) {
      await startAnew(histories.owner);
      await runTogether(histories.sources, tasksOf(history, chance(seed * 100 + permutation)));
      expect(await stateOf(histories.sources[0], histories.owner)).toEqual(expected);
    }
    expect(await contradictionsAtOnce()).toEqual(expected.contradictions.map(({ earlier, later, kind }) => [earlier, later, kind]));
    for (const { kind } of expected.contradictions) seen.add(kind);
    for (const { status } of expected.pledges) seen.add(status);
    for (const { rule_id } of expected.findings) seen.add(rule_id);
  });

  it('and all that can be found was found somewhere', () => {
    const all = ['deadline-moved', 'amount-changed', 'yes-to-no', 'conditional-turned-firm', 'two-versions', 'register-shift', 'open', 'kept', 'kept-late', 'unheard', 'broken', 'released', 'parole.changee', 'parole.non-tenue', 'parole.tenue'];
    expect(all.filter((one) => !seen.has(one))).toEqual([]);
  });
});

/** What judging each customer's whole history at once comes to, in the order of `STATE.contradictions`. */
async function contradictionsAtOnce(): Promise<string[][]> {
  const statements: { customer_key: string; body: Statement }[] = await histories.owner.query('SELECT customer_key, body FROM statement');
  const facts: { customer_key: string; fact: Fact }[] = await histories.owner.query(
    `SELECT customer_key, jsonb_build_object('id', fact_id, 'act', act, 'at', happened_at, 'topics', topics, 'amount', amount) || CASE WHEN case_ref IS NULL THEN '{}' ELSE jsonb_build_object('caseRef', case_ref) END AS fact FROM reported_fact
     UNION ALL SELECT customer_ref, jsonb_build_object('id', interaction_id, 'act', CASE channel WHEN 'phone' THEN 'call-back' ELSE 'reply' END, 'at', started_at, 'topics', '[]'::jsonb, 'amount', NULL) || CASE WHEN case_ref IS NULL THEN '{}' ELSE jsonb_build_object('caseRef', case_ref) END FROM interaction WHERE direction = 'outbound'`,
  );
  return [...new Set(statements.map(({ customer_key }) => customer_key))]
    .flatMap((customer) => judge.judge({ statements: ofCustomer(statements, customer).map(({ body }) => body), facts: ofCustomer(facts, customer).map(({ fact }) => fact) }, { from: -Infinity, to: Infinity }, LATE).contradictions)
    .map(({ kind, earlier, later }) => [earlier.evidence.quote, later.evidence.quote, kind])
    .sort(([a, b, k], [c, d, l]) => (`${b}|${a}|${k}` < `${d}|${c}|${l}` ? -1 : 1));
}

const ofCustomer = <T extends { customer_key: string }>(rows: readonly T[], customer: string): T[] => rows.filter(({ customer_key }) => customer_key === customer);
