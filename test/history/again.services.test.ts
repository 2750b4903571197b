import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { HistoryPass } from '#domain';
import { judgeOfNoRules } from '#nlp';
import { DirectoryRepository, PgAnalysisStore, PgHistoryStore } from '#storage';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { batchOf, RULEBOOK } from '../contracts/analysis-store.fixture.js';
import { heard, type Heard } from './history.fixture.js';
import { judge, late, openHistories, ORGANISATION, runInOrder, runTogether, startAnew, stateOf, tasksOf } from './history-run.js';
import { chance, randomHistory } from './random-history.js';

const editing = { organisationId: ORGANISATION, by: 'test' };
const merge = (source: DataSource) => new DirectoryRepository(source).merge('customer', 'c-1', ['c-2'], editing);
const split = (source: DataSource) => new DirectoryRepository(source).split('customer', 'c-1', ['c-2'], editing);

/** Of each interaction told again: how many findings it has. */
const announce: HistoryPass['announce'] = ({ externalId, findings: found }) => [{ stream: 'findings', key: externalId, value: Buffer.from(String(found.length)), headers: {} }];
const again = async (own: DataSource): Promise<void> => void (await new PgHistoryStore(own).judgeDue(ORGANISATION, late, 1));

let histories: Awaited<ReturnType<typeof openHistories>>;
let source: DataSource;
let owner: DataSource;
let store: PgHistoryStore;
beforeAll(async () => {
  histories = await openHistories();
  [source] = histories.sources;
  ({ owner } = histories);
  store = new PgHistoryStore(source);
});
afterAll(() => histories.close());
beforeEach(async () => {
  await startAnew(owner);
  await owner.query('TRUNCATE history_judge, history_rule');
});

async function judgeAllDue(pass: HistoryPass = late): Promise<number> {
  let done = 0;
  for (let judged = 1; judged > 0; done += judged) judged = await store.judgeDue(ORGANISATION, pass, 7);
  return done;
}

const told = (externalId: string, customer: string, startedAt: string, euros: number): Heard => ({ externalId, customer, channel: 'email', startedAt, caseRef: 'd-1', said: [{ kind: 'pledge', words: `${externalId} : ${euros} €`, euros }] });
const record = (items: readonly Heard[], pass: HistoryPass = late) => new PgAnalysisStore(source).record({ ...batchOf(items.map((one) => heard(ORGANISATION, one))), history: pass });
const findings = async (): Promise<[string, string][]> =>
  (await owner.query('SELECT rule_id, explanation FROM finding ORDER BY rule_id')).map((row: { rule_id: string; explanation: string }) => [row.rule_id, row.explanation]);

describe('customers who turn out to be one, or two', () => {
  it('are judged as such without anything else coming', async () => {
    await record([told('m1', 'c-1', '2026-03-02T10:00:00Z', 60), told('m2', 'c-2', '2026-03-04T10:00:00Z', 45)]);
    expect([await findings(), await store.countDue(ORGANISATION)]).toEqual([[], 0]);
    await merge(source);
    expect(await store.countDue(ORGANISATION)).toBe(2);
    await judgeAllDue();
    expect([(await findings()).map(([rule]) => rule), await store.countDue(ORGANISATION)]).toEqual([['parole.changee'], 0]);
    await split(source);
    await judgeAllDue();
    expect(await findings()).toEqual([]);
  });

  it('are told again as such', async () => {
    await record([told('m1', 'c-1', '2026-03-02T10:00:00Z', 60), told('m2', 'c-2', '2026-03-04T10:00:00Z', 45)]);
    await owner.query('TRUNCATE outbox');
    await merge(source);
    await judgeAllDue({ ...late, announce });
    await split(source);
    await judgeAllDue({ ...late, announce });
    const messages = await owner.query(`SELECT convert_from(key, 'UTF8') AS key, convert_from(value, 'UTF8') AS value FROM outbox ORDER BY position`);
    expect(messages).toEqual([{ key: 'm2', value: '1' }, { key: 'm2', value: '0' }]);
  });

  it.each([1, 2, 3, 4, 5, 6])('come to the same whenever that is found out, while interactions and facts arrive (history %i)', async (seed) => {
    const history = randomHistory(seed, 3);
    const by = chance(seed * 7);
    for (const edits of [[merge], [merge, split], [merge, split, merge]]) {
      await startAnew(owner);
      if (edits.length !== 2) await merge(source);
      await runInOrder(source, history);
      const expected = await stateOf(source, owner);
      await startAnew(owner);
      let next = 0;
      // The edits keep their order, and fall anywhere between what arrives; histories are judged again meanwhile.
      const edit = async (own: DataSource): Promise<void> => void (await edits[next++]!(own));
      await runTogether(histories.sources, by.shuffle([...tasksOf(history, by), ...edits.map(() => edit), again, again, again]));
      await judgeAllDue();
      expect(await stateOf(source, owner)).toEqual(expected);
    }
  });
});

describe('another rulebook', () => {
  const NEXT = 'b'.repeat(64);
  const changed = { ...judge, hash: 'other' };

  it('has every history judged again: findings of a rule that is gone are taken back, those of one that is worded anew say so', async () => {
    await store.adoptRules(ORGANISATION, RULEBOOK.hash, judge);
    await record([told('m1', 'c-1', '2026-03-02T10:00:00Z', 60), told('m2', 'c-1', '2026-03-04T10:00:00Z', 45), told('m3', 'c-3', '2026-03-04T10:00:00Z', 45)]);
    expect((await findings()).map(([rule]) => rule)).toEqual(['parole.changee']);
    expect(await store.adoptRules(ORGANISATION, RULEBOOK.hash, judge)).toEqual({ asked: 0, young: new Set() });

    const worded = { ...changed, judge: (...args: Parameters<typeof judge.judge>) => withExplanations(judge.judge(...args), 'Autrement dit.') };
    expect((await store.adoptRules(ORGANISATION, NEXT, worded)).asked).toBe(2);
    expect(await judgeAllDue({ ...late, judge: worded })).toBe(2);
    expect(await findings()).toEqual([['parole.changee', 'Autrement dit.']]);

    const without = { ...judge, hash: 'third', rules: new Map(), judge: (...args: Parameters<typeof judge.judge>) => ({ ...judge.judge(...args), findings: [] }) };
    await store.adoptRules(ORGANISATION, 'c'.repeat(64), without);
    await judgeAllDue({ ...late, judge: without });
    expect(await findings()).toEqual([]);
  });

  it('without any rule over time takes back all that the last one found, and finds it again when the rules return', async () => {
    await store.adoptRules(ORGANISATION, RULEBOOK.hash, judge);
    await record([told('m1', 'c-1', '2026-03-02T10:00:00Z', 60), told('m2', 'c-1', '2026-03-04T10:00:00Z', 45)]);
    expect((await findings()).map(([rule]) => rule)).toEqual(['parole.changee']);
    await owner.query('TRUNCATE outbox');
    expect(await store.adoptRules(ORGANISATION, NEXT, null)).toEqual({ asked: 1, young: new Set() });
    // A process that still judges by the old rules leaves them to one that does not.
    expect(await store.judgeDue(ORGANISATION, late, 10)).toBe(0);
    expect(await judgeAllDue({ ...late, judge: judgeOfNoRules, announce })).toBe(1);
    expect([await findings(), await store.countDue(ORGANISATION)]).toEqual([[], 0]);
    expect(await owner.query(`SELECT convert_from(key, 'UTF8') AS key, convert_from(value, 'UTF8') AS value FROM outbox`)).toEqual([{ key: 'm2', value: '0' }]);
    expect(await owner.query('SELECT kind FROM contradiction')).toEqual([{ kind: 'amount-changed' }]);
    expect((await store.adoptRules(ORGANISATION, NEXT, null)).asked).toBe(0);
    expect((await store.adoptRules(ORGANISATION, RULEBOOK.hash, judge)).asked).toBe(1);
    await judgeAllDue();
    expect((await findings()).map(([rule]) => rule)).toEqual(['parole.changee']);
  });

  it('counts no violation of a new rule in what was judged before it', async () => {
    await store.adoptRules(ORGANISATION, RULEBOOK.hash, { ...judge, rules: new Map() });
    const none = { ...judge, judge: (...args: Parameters<typeof judge.judge>) => ({ ...judge.judge(...args), findings: [] }) };
    await record([told('m1', 'c-1', '2026-03-02T10:00:00Z', 60), told('m2', 'c-1', '2026-03-04T10:00:00Z', 45)], { ...late, judge: none });
    const { asked, young } = await store.adoptRules(ORGANISATION, NEXT, changed);
    expect([asked, [...young].sort()]).toEqual([1, ['parole.changee', 'parole.non-tenue', 'parole.tenue']]);
    await judgeAllDue({ ...late, judge: changed, young });
    expect(await findings()).toEqual([]);
    // What is judged by the new rulebook is measured by it, also against what was said before.
    const item = heard(ORGANISATION, told('m3', 'c-1', '2026-03-05T10:00:00Z', 30));
    await new PgAnalysisStore(source).record({ ...batchOf([{ ...item, analysis: { ...item.analysis, rulebook: { ...RULEBOOK, hash: NEXT } } }]), history: { ...late, judge: changed, young } });
    expect((await owner.query('SELECT i.external_id FROM finding f JOIN interaction i USING (organisation_id, interaction_id)')).map((row: { external_id: string }) => row.external_id)).toEqual(expect.arrayContaining(['m3']));
    expect(await owner.query(`SELECT 1 FROM finding f JOIN interaction i USING (organisation_id, interaction_id) WHERE i.external_id <> 'm3'`)).toEqual([]);
  });

  it('is not undone by a process that still judges by the old one', async () => {
    await store.adoptRules(ORGANISATION, NEXT, changed);
    await record([told('m1', 'c-1', '2026-03-02T10:00:00Z', 60)]);
    expect(await store.judgeDue(ORGANISATION, late, 10)).toBe(0);
    expect(await store.judgeDue(ORGANISATION, { ...late, judge: changed }, 10)).toBe(1);
  });
});

it('goes on after kill -9 where it was: nothing is left out', async () => {
  const customers = Array.from({ length: 40 }, (_, n) => `k-${n}`);
  await record(customers.flatMap((customer) => [told(`${customer}a`, customer, '2026-03-02T10:00:00Z', 60), told(`${customer}b`, customer, '2026-03-04T10:00:00Z', 45)]));
  const expected = await stateOf(source, owner);
  // As if a rule had been missing: everything has to be found again.
  await owner.query('DELETE FROM finding; DELETE FROM contradiction; DELETE FROM history_judge; TRUNCATE journal, view_agent_day, view_agent_week, view_agent_month, view_channel_day, view_rule_day, view_rule_month, view_agent_rule_day, view_agent_rule_month, view_shared_rule, view_shared_pair_day, view_shared_pair_month, view_shared_interaction');
  await record(customers.map((customer) => told(`${customer}c`, `${customer}-sans`, '2026-03-02T10:00:00Z', 10)));
  await store.adoptRules(ORGANISATION, RULEBOOK.hash, judge);
  const before = await store.countDue(ORGANISATION);
  const root = path.join(import.meta.dirname, '../..');
  const child = fork(path.join(root, 'test/support/run-typescript.mjs'), ['./test/history/judge-due.child.ts'], {
    cwd: root,
    execArgv: [],
    env: { ...process.env, DATABASE_URL: histories.url, DIE_AFTER: '9' },
  });
  const [, signal] = await once(child, 'close');
  expect(signal).toBe('SIGKILL');
  const left = await store.countDue(ORGANISATION);
  expect(left).toBeLessThan(before);
  expect(left).toBeGreaterThan(0);
  await judgeAllDue();
  const after = await stateOf(source, owner);
  expect([after.contradictions, after.findings]).toEqual([expected.contradictions, expected.findings]);
});

const withExplanations = <V extends { readonly findings: readonly { readonly finding: { readonly explanation: string } }[] }>(verdict: V, explanation: string): V => ({
  ...verdict,
  findings: verdict.findings.map((one) => ({ ...one, finding: { ...one.finding, explanation } })),
});
