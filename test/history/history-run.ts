import { SAMPLE_SETTINGS, type FactBatch, type HistoryPass } from '#domain';
import { openDatabase, OrganisationRepository, PgAnalysisStore, PgHistoryStore, Projector } from '#storage';
import type { DataSource } from 'typeorm';
import { inject } from 'vitest';
import { batchOf, recordAt } from '../contracts/analysis-store.fixture.js';
import { openOwner } from '../support/owner.js';
import { createTestDatabase } from '../support/postgres.js';
import { heard, reported, testJudge } from './history.fixture.js';
import type { chance, RandomHistory } from './random-history.js';

export const judge = testJudge();
/** All data is from March; some pledges fall due in April, between these two. */
const EARLY = '2026-04-01T00:00:00.000Z';
export const LATE = '2026-04-20T00:00:00.000Z';
export const late: HistoryPass = { judge, asOf: LATE, announce: () => [] };

/** Always the same organisation: ids hold it, and decide between things that were said at the same instant. */
export const ORGANISATION = 'maison-test';

/** Three processes' connections to a database of one test file, and the owner's, which sees everything. */
export async function openHistories(): Promise<{ readonly url: string; readonly sources: readonly [DataSource, DataSource, DataSource]; readonly owner: DataSource; close(): Promise<void> }> {
  const database = await createTestDatabase(inject('postgresUrl'));
  const sources = [await openDatabase(database.url), await openDatabase(database.url), await openDatabase(database.url)] as const;
  const owner = await openOwner(database.url);
  await new OrganisationRepository(sources[0]).ensureOrganisation({ id: ORGANISATION, name: 'Maison', timeZone: 'Europe/Paris', settings: SAMPLE_SETTINGS, reason: 'test' });
  return {
    url: database.url,
    sources: [...sources],
    owner,
    close: async () => {
      await Promise.all([...sources, owner].map((source) => source.destroy()));
      await database.drop();
    },
  };
}

export async function startAnew(owner: DataSource): Promise<void> {
  await owner.query(`TRUNCATE identity, history_due, interaction, statement, pledge, contradiction, reported_fact, customer_history, journal, outbox,
    view_agent_day, view_agent_week, view_agent_month, view_channel_day, view_rule_day, view_rule_month, view_agent_rule_day, view_agent_rule_month, view_shared_rule,
    view_shared_pair_day, view_shared_pair_month, view_shared_interaction CASCADE`);
}

export const factBatch = (facts: FactBatch['facts'], history: HistoryPass): FactBatch => ({
  topic: 'facts.test',
  partition: 0,
  position: null,
  facts,
  deadLetters: [],
  history,
  bury: ({ reason }) => ({ stream: 'dead-letters', key: reason, value: null, headers: {} }),
});

/** What arrives, as tasks that may run in any order and at the same time; only a withdrawal waits for what it takes away. */
export function tasksOf(history: RandomHistory, by: ReturnType<typeof chance>): ((source: DataSource) => Promise<void>)[] {
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
export async function runTogether(sources: readonly DataSource[], tasks: readonly ((source: DataSource) => Promise<void>)[]): Promise<void> {
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
export async function runInOrder(source: DataSource, history: RandomHistory): Promise<void> {
  const standing = history.interactions.filter(({ withdrawn }) => !withdrawn).map(({ revisions }) => revisions.at(-1)!);
  const facts = history.facts.map(({ revisions }) => revisions.at(-1)!);
  const events = [
    ...standing.map((one) => ({ at: one.startedAt, run: () => new PgAnalysisStore(source).record({ ...batchOf([heard(ORGANISATION, one)]), history: late }) })),
    ...facts.map((one) => ({ at: one.at, run: () => new PgHistoryStore(source).recordFacts(factBatch([{ ...reported(ORGANISATION, one), record: recordAt(0) }], late)) })),
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

export async function stateOf(source: DataSource, owner: DataSource): Promise<Record<keyof typeof STATE, Record<string, unknown>[]>> {
  await new Projector(source).settle();
  const rows = (query: string): Promise<Record<string, unknown>[]> => owner.query(query, [ORGANISATION]);
  return {
    pledges: await rows(STATE.pledges),
    contradictions: await rows(STATE.contradictions),
    findings: await rows(STATE.findings),
    agents: await rows(STATE.agents),
    channels: await rows(STATE.channels),
    rules: await rows(STATE.rules),
  };
}
