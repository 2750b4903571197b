import { EventEmitter, once } from 'node:events';
import type { InteractionFacts } from '#domain';
import { openDatabase, PgOutbox, Projector } from '#storage';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { analysed, joinedBy, ORGANISATION } from '../../../test/contracts/analysis-store.fixture.js';
import { openTestStorage, type TestStorage } from './storage-fixture.js';

const VIEW_TABLES = [
  'view_agent_day',
  'view_channel_day',
  'view_rule_day',
  'view_agent_week',
  'view_agent_month',
  'view_rule_month',
  'view_agent_rule_day',
  'view_agent_rule_month',
  'view_shared_rule',
  'view_shared_pair_day',
  'view_shared_pair_month',
  'view_shared_interaction',
];

let storage: TestStorage;

beforeEach(async () => {
  storage = await openTestStorage();
  await storage.projector.settle();
});
afterEach(() => storage.close());

const rowsOf = async (): Promise<unknown[][]> =>
  Promise.all(VIEW_TABLES.map((table) => storage.owner.query(`SELECT * FROM ${table} AS v ORDER BY v`)));

const interactions = async (): Promise<number> => {
  const [row] = await storage.owner.query('SELECT coalesce(sum(interactions), 0)::int AS sum FROM view_channel_day');
  return row.sum;
};

/** A varied history: several days, agents, channels, revisions that add, move and remove findings. */
async function writeHistory(): Promise<void> {
  const channels = ['email', 'chat', 'phone'] as const;
  for (let revision = 1; revision <= 3; revision++) {
    const items = Array.from({ length: 30 }, (_, n) =>
      analysed({
        externalId: `h-${n}`,
        revision,
        channel: channels[(n + revision) % 3]!,
        agent: n % 7 === 0 ? null : `a-${(n * revision) % 4}`,
        startedAt: `2026-0${3 + (n % 4)}-${String(1 + ((n + revision) % 9)).padStart(2, '0')}T23:30:00Z`,
        found: [[], ['refus'], ['refus', '+accueil'], ['+accueil', 'tutoiement']][(n + revision) % 4],
        notChecked: n % 5 === 0 ? ['refus', 'annonce'] : [],
      }),
    );
    const shared = items.map((item, n) => {
      if (n % 3 === 0) return item;
      const two = joinedBy(item, `a-${(n + revision) % 5}`, 'refus');
      return n % 4 > 0 ? two : joinedBy(two, `b-${n % 4}`);
    });
    await storage.keep(shared.filter((_, n) => revision === 1 || n % revision === 0));
    await judgeSome(revision);
  }
}

/** Every third finding is judged, some twice, some taken back: what comes later finds them so. */
async function judgeSome(round: number): Promise<void> {
  const rows: { finding_id: string }[] = await storage.owner.query('SELECT finding_id FROM finding ORDER BY finding_id');
  for (const [n, { finding_id: findingId }] of rows.entries()) {
    if (n % 3 !== 0) continue;
    const judgement = (n + round) % 2 === 0 ? ({ verdict: 'confirmed', reason: null, note: null } as const) : ({ verdict: 'dismissed', reason: 'wrong-words', note: null } as const);
    const request = { organisationId: ORGANISATION, findingId, by: 'essai', expects: () => true };
    await storage.reviews.review({ ...request, judgement });
    if (n % 9 === 0) await storage.reviews.review({ ...request, judgement: null });
  }
}

describe('Projector', () => {
  it('rebuilds the very rows it had', async () => {
    await writeHistory();
    await storage.projector.settle();
    const before = await rowsOf();
    expect(before.map((rows) => rows.length > 5)).toEqual(VIEW_TABLES.map(() => true));
    await storage.projector.rebuild();
    expect(await rowsOf()).toEqual(before);
    expect(await interactions()).toBe(30);
    expect(await storage.projector.lag()).toBe(0);
  });

  it('leaves no row of an interaction that was taken back', async () => {
    await storage.keep([analysed({ externalId: 'x', agent: 'a-1', channel: 'email', found: ['refus'] })]);
    await storage.projector.settle();
    await storage.keep([analysed({ externalId: 'x', revision: 2, agent: 'a-2', channel: 'chat' })]);
    await storage.projector.settle();
    const [agents, channels, rules] = await rowsOf();
    expect(agents).toMatchObject([{ agent_ref: 'a-2', interactions: 1, detected_violations: 0 }]);
    expect(channels).toMatchObject([{ channel: 'chat', interactions: 1, violations: 0 }]);
    expect(rules).toEqual([]);
  });

  it('counts the day of the organisation, not of UTC', async () => {
    await storage.keep([analysed({ externalId: 'night', startedAt: '2026-03-10T23:30:00Z' })]);
    await storage.projector.settle();
    const [row] = await storage.owner.query(`SELECT to_char(day, 'YYYY-MM-DD') AS day FROM view_channel_day`);
    expect(row.day).toBe('2026-03-11');
  });

  it('reads nothing past a transaction that is still open, and misses nothing once it commits', async () => {
    const early = storage.owner.createQueryRunner();
    await early.startTransaction();
    await appendTo(early, factsOf('slow'));
    // Journalled later, with a higher position and transaction id, and committed first.
    await storage.keep([analysed({ externalId: 'fast' })]);
    expect(await storage.projector.catchUp()).toBe(0);
    expect(await interactions()).toBe(0);
    await early.commitTransaction();
    await early.release();
    await storage.projector.settle();
    expect(await interactions()).toBe(2);
  });

  it('reads a lower transaction id with a higher position exactly once', async () => {
    const early = storage.owner.createQueryRunner();
    await early.startTransaction();
    // Takes its transaction id now, writes to the journal only after the other has committed.
    await early.query('SELECT pg_current_xact_id()');
    await storage.keep([analysed({ externalId: 'between' })]);
    await storage.projector.catchUp();
    await appendTo(early, factsOf('late'));
    await early.commitTransaction();
    await early.release();
    await storage.projector.settle();
    expect(await interactions()).toBe(2);
  });

  it('is not held back by a broker that hangs', async () => {
    await storage.keep([analysed({ externalId: 'announced' })]);
    const broker = new EventEmitter();
    const begun = once(broker, 'begun');
    const drained = new PgOutbox(storage.dataSource).drain(10, async () => {
      broker.emit('begun');
      await once(broker, 'answer');
    });
    await begun;
    await storage.keep([analysed({ externalId: 'meanwhile' })]);
    await storage.projector.settle(10_000);
    expect(await interactions()).toBe(2);
    broker.emit('answer');
    expect(await drained).toBe(1);
  });

  it('orders transactions by number, not by text', async () => {
    for (const name of ['first', 'second', 'third']) await storage.keep([analysed({ externalId: name })]);
    await storage.owner.query(
      `UPDATE journal SET xid = (ARRAY['99', '100', '101'])[rank]::xid8
       FROM (SELECT position AS at, row_number() OVER (ORDER BY position) AS rank FROM journal WHERE type = 'interaction.analysed') AS r
       WHERE position = at`,
    );
    await storage.owner.query(`UPDATE projection_cursor SET xid = '3', position = 0`);
    await storage.projector.settle();
    await storage.projector.settle();
    const cursors: { xid: string }[] = await storage.owner.query('SELECT DISTINCT xid::text AS xid FROM projection_cursor');
    expect(await interactions()).toBe(3);
    expect(cursors.length).toBe(1);
    await storage.projector.rebuild();
    expect(await interactions()).toBe(3);
  });

  it('forgets what was rolled back', async () => {
    const runner = storage.owner.createQueryRunner();
    await runner.startTransaction();
    await appendTo(runner, factsOf('undone'));
    await runner.rollbackTransaction();
    await runner.release();
    await storage.keep([analysed({ externalId: 'kept' })]);
    await storage.projector.settle();
    expect(await interactions()).toBe(1);
  });

  it('counts everything once when several processes project at the same time', async () => {
    const others = await Promise.all([openDatabase(storage.url), openDatabase(storage.url)]);
    const projectors = [storage.projector, ...others.map((source) => new Projector(source))];
    for (const projector of projectors) projector.run();
    await Promise.all(
      Array.from({ length: 10 }, (_, batch) =>
        storage.keep(Array.from({ length: 20 }, (__, n) => analysed({ externalId: `${batch}-${n}`, found: ['refus'] }))),
      ),
    );
    await storage.projector.settle();
    await Promise.all(projectors.map((projector) => projector.stop()));
    await Promise.all(others.map((source) => source.destroy()));
    expect(await interactions()).toBe(200);
    expect(projectors.map((projector) => projector.trouble())).toEqual([null, null, null]);
  });

  it('makes a view whose version changed again, from the journal', async () => {
    await storage.keep([analysed({ externalId: 'v' })]);
    await storage.projector.settle();
    await storage.owner.query(`UPDATE projection_cursor SET version = 0 WHERE view = 'channel-day'`);
    await storage.owner.query('ALTER TABLE view_channel_day DROP COLUMN merits');
    await (await openDatabase(storage.url)).destroy();
    expect(await interactions()).toBe(0);
    await storage.projector.settle();
    expect(await interactions()).toBe(1);
  });

  it('says so when the database came from another server, and rebuilds', async () => {
    await storage.keep([analysed({ externalId: 'dumped' })]);
    await storage.projector.settle();
    await storage.owner.query(`UPDATE journal SET xid = '9000000000'`);
    await storage.owner.query(`UPDATE projection_cursor SET xid = '9000000000'`);
    await storage.keep([analysed({ externalId: 'new' })]);
    await expect(storage.projector.catchUp()).rejects.toThrow(/rebuild views/);
    await storage.projector.rebuild();
    await storage.projector.settle();
    expect(await interactions()).toBe(2);
  });
});

const factsOf = (name: string): InteractionFacts => ({
  interactionId: analysed({ externalId: name }).interactionId,
  revision: 1,
  channel: 'chat',
  day: '2026-03-10',
  rulebook: analysed({ externalId: name }).analysis.rulebook,
  agentSpoke: true,
  agentRefs: [],
  findings: [],
  notChecked: [],
});

const appendTo = (runner: { query(text: string, values: unknown[]): Promise<unknown> }, facts: InteractionFacts): Promise<unknown> =>
  runner.query(`INSERT INTO journal (organisation_id, type, payload) VALUES ($1, 'interaction.analysed', $2)`, [
    ORGANISATION,
    JSON.stringify(facts),
  ]);
