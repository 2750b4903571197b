import { SAMPLE_SETTINGS, type Fact, type FactBatch, type HistoryPass, type Statement } from '#domain';
import { openDatabase, OrganisationRepository, PgAnalysisStore, PgHistoryStore, Projector } from '#storage';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { batchOf, recordAt } from '../contracts/analysis-store.fixture.js';
import { createTestDatabase } from '../support/postgres.js';
import { heard, reported, testJudge } from './history.fixture.js';
import { chance, randomHistory, type RandomHistory } from './random-history.js';

const judge = testJudge();
/** All data is from March; some pledges fall due in April, between these two. */
const EARLY = '2026-04-01T00:00:00.000Z';
const LATE = '2026-04-20T00:00:00.000Z';
const late: HistoryPass = { judge, asOf: LATE, announce: () => [] };

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let sources: DataSource[];

beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'));
  sources = [await openDatabase(database.url), await openDatabase(database.url), await openDatabase(database.url)];
  await new OrganisationRepository(sources[0]!).ensureOrganisation({ id: ORGANISATION, name: 'Maison', timeZone: 'Europe/Paris', settings: SAMPLE_SETTINGS, reason: 'test' });
});
afterAll(async () => {
  await Promise.all(sources.map((source) => source.destroy()));
  await database.drop();
});

/** Always the same organisation: ids hold it, and decide between things that were said at the same instant. */
const ORGANISATION = 'maison-test';

async function startAnew(): Promise<void> {
  await sources[0]!.query(`TRUNCATE interaction, statement, pledge, contradiction, reported_fact, customer_history, journal, outbox,
    view_agent_day, view_channel_day, view_rule_day CASCADE`);
}

const factBatch = (facts: FactBatch['facts'], history: HistoryPass): FactBatch => ({
  topic: 'facts.test',
  partition: 0,
  position: null,
  facts,
  deadLetters: [],
  history,
  bury: () => {
    throw new Error('nothing is to be buried');
  },
});

/** What arrives, as tasks that may run in any order and at the same time; only a withdrawal waits for what it takes away. */
function tasksOf(history: RandomHistory, by: ReturnType<typeof chance>): ((source: DataSource) => Promise<void>)[] {
  const pass = (): HistoryPass => ({ judge, asOf: by.pick([EARLY, LATE]), announce: () => [] });
  const record = (revisions: RandomHistory['interactions'][number]['revisions']) => async (source: DataSource) =>
    void (await new PgAnalysisStore(source).record({ ...batchOf(revisions.map((one) => heard(ORGANISATION, one))), history: pass() }));
  return by.shuffle([
    ...history.interactions.flatMap(({ revisions, withdrawn }) => {
      const arrivals = by.shuffle(revisions).map((one) => record([one]));
      if (!withdrawn) return arrivals;
      const ids = [heard(ORGANISATION, revisions[0]!).interactionId];
      return [
        async (source: DataSource) => {
          for (const arrive of arrivals) await arrive(source);
          await new PgHistoryStore(source).withdraw(ORGANISATION, ids, pass());
        },
      ];
    }),
    ...history.facts.flatMap(({ revisions }) =>
      revisions.map((one) => async (source: DataSource) => {
        await new PgHistoryStore(source).recordFacts(factBatch([{ ...reported(ORGANISATION, one), record: recordAt(0) }], pass()));
      }),
    ),
  ]);
}

/** Three analyzers take tasks as they come free; then time passes. */
async function runTogether(tasks: readonly ((source: DataSource) => Promise<void>)[]): Promise<void> {
  const queue = [...tasks];
  await Promise.all(
    sources.map(async (source) => {
      for (let task = queue.shift(); task !== undefined; task = queue.shift()) await task(source);
    }),
  );
  const store = new PgHistoryStore(sources[0]!);
  while ((await store.passTime(ORGANISATION, late, 1)) > 0);
}

/** The same in the order of time, last revisions only, one after the other, with nothing that was withdrawn. */
async function runInOrder(history: RandomHistory): Promise<void> {
  const standing = history.interactions.filter(({ withdrawn }) => !withdrawn).map(({ revisions }) => revisions.at(-1)!);
  const facts = history.facts.map(({ revisions }) => revisions.at(-1)!);
  const events = [
    ...standing.map((one) => ({ at: one.startedAt, run: () => new PgAnalysisStore(sources[0]!).record({ ...batchOf([heard(ORGANISATION, one)]), history: late }) })),
    ...facts.map((one) => ({ at: one.at, run: () => new PgHistoryStore(sources[0]!).recordFacts(factBatch([{ ...reported(ORGANISATION, one), record: recordAt(0) }], late)) })),
  ].sort((a, b) => (a.at < b.at ? -1 : 1));
  for (const { run } of events) await run();
}

const QUOTE = `body->'evidence'->>'quote'`;
/** Everything that a history comes to, without ids, which hold the organisation. */
const STATE = {
  pledges: `SELECT s.${QUOTE} AS words, p.status, p.settled_at, p.agent_ref, p.customer_key, coalesce(f.external_id, t.${QUOTE}, i.external_id) AS by
    FROM pledge p JOIN statement s ON s.organisation_id = p.organisation_id AND s.statement_id = p.pledge_id
    LEFT JOIN reported_fact f ON f.organisation_id = p.organisation_id AND f.fact_id = p.settled_by
    LEFT JOIN statement t ON t.organisation_id = p.organisation_id AND t.statement_id = p.settled_by
    LEFT JOIN interaction i ON i.organisation_id = p.organisation_id AND i.interaction_id = p.settled_by
    WHERE p.organisation_id = $1 ORDER BY words`,
  contradictions: `SELECT k.kind, k.detail, a.${QUOTE} AS earlier, b.${QUOTE} AS later, k.agent_ref, k.customer_key
    FROM contradiction k JOIN statement a ON a.organisation_id = k.organisation_id AND a.statement_id = k.earlier_id
    JOIN statement b ON b.organisation_id = k.organisation_id AND b.statement_id = k.later_id WHERE k.organisation_id = $1 ORDER BY later, earlier, kind`,
  findings: `SELECT f.rule_id, i.external_id, f.revision, f.agent_ref, f.evidence->0->>'quote' AS words, f.against->'evidence'->0->>'quote' AS against, f.explanation, f.channel, f.day
    FROM finding f JOIN interaction i USING (organisation_id, interaction_id) WHERE f.organisation_id = $1 ORDER BY words, against, rule_id, f.explanation`,
  agents: `SELECT to_jsonb(v) - 'organisation_id' AS row FROM view_agent_day v WHERE organisation_id = $1 ORDER BY row`,
  channels: `SELECT to_jsonb(v) - 'organisation_id' AS row FROM view_channel_day v WHERE organisation_id = $1 ORDER BY row`,
  rules: `SELECT to_jsonb(v) - 'organisation_id' AS row FROM view_rule_day v WHERE organisation_id = $1 ORDER BY row`,
};

async function stateOf(): Promise<Record<keyof typeof STATE, Record<string, unknown>[]>> {
  await new Projector(sources[0]!).settle();
  const rows = (query: string): Promise<Record<string, unknown>[]> => sources[0]!.query(query, [ORGANISATION]);
  return {
    pledges: await rows(STATE.pledges),
    contradictions: await rows(STATE.contradictions),
    findings: await rows(STATE.findings),
    agents: await rows(STATE.agents),
    channels: await rows(STATE.channels),
    rules: await rows(STATE.rules),
  };
}

describe('whatever arrives late, twice, corrected or at the same time as something else', () => {
  const seen = new Set<unknown>();

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('comes to what the order of time comes to (history %i)', async (seed) => {
    const history = randomHistory(seed);
    await startAnew();
    await runInOrder(history);
    const expected = await stateOf();
    for (const permutation of [1, 2, 3]) {
      await startAnew();
      await runTogether(tasksOf(history, chance(seed * 100 + permutation)));
      expect(await stateOf()).toEqual(expected);
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
  const statements: { customer_key: string; body: Statement }[] = await sources[0]!.query('SELECT customer_key, body FROM statement');
  const facts: { customer_key: string; fact: Fact }[] = await sources[0]!.query(
    `SELECT customer_key, jsonb_build_object('id', fact_id, 'act', act, 'at', happened_at, 'topics', topics, 'amount', amount) || CASE WHEN case_ref IS NULL THEN '{}' ELSE jsonb_build_object('caseRef', case_ref) END AS fact FROM reported_fact
     UNION ALL SELECT customer_ref, jsonb_build_object('id', interaction_id, 'act', CASE channel WHEN 'phone' THEN 'call-back' ELSE 'reply' END, 'at', started_at, 'topics', '[]'::jsonb, 'amount', NULL) || CASE WHEN case_ref IS NULL THEN '{}' ELSE jsonb_build_object('caseRef', case_ref) END FROM interaction WHERE direction = 'outbound'`,
  );
  return [...new Set(statements.map(({ customer_key }) => customer_key))]
    .flatMap((customer) => judge.judge({ statements: ofCustomer(statements, customer).map(({ body }) => body), facts: ofCustomer(facts, customer).map(({ fact }) => fact) }, { from: -Infinity, to: Infinity }, LATE).contradictions)
    .map(({ kind, earlier, later }) => [earlier.evidence.quote, later.evidence.quote, kind])
    .sort(([a, b, k], [c, d, l]) => (`${b}|${a}|${k}` < `${d}|${c}|${l}` ? -1 : 1));
}

const ofCustomer = <T extends { customer_key: string }>(rows: readonly T[], customer: string): T[] => rows.filter(({ customer_key }) => customer_key === customer);
