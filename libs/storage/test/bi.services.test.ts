import { randomBytes } from 'node:crypto';
import { STRICT_SETTINGS } from '#domain';
import { BiAccess, BiFigures } from '#storage';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { analysed, ORGANISATION, type Wanted } from '../../../test/contracts/analysis-store.fixture.js';
import { openTestStorage, type TestStorage } from './storage-fixture.js';

let storage: TestStorage;
let figures: BiFigures;
let access: BiAccess;
/** Logins belong to the whole server. */
let login: string;

beforeEach(async () => {
  storage = await openTestStorage(STRICT_SETTINGS);
  figures = new BiFigures(storage.dataSource, storage.reports);
  access = new BiAccess(storage.url);
  login = `bi_${randomBytes(5).toString('hex')}`;
});
afterEach(async () => {
  for (const { login: name } of await access.list()) await access.revoke(name, 'test');
  await storage.close();
});

let next = 0;
/** One interaction of each of these agents, in turn. */
async function keep(count: number, agents: number, wanted: Omit<Wanted, 'externalId' | 'agent'>): Promise<void> {
  await storage.keep(Array.from({ length: count }, (_, i) => analysed({ ...wanted, agent: `a-${i % agents}`, externalId: `bi-${next++}` })));
  await storage.projector.settle();
}

async function connected<T>(work: (ask: (text: string) => Promise<Record<string, unknown>[] | string>) => Promise<T>): Promise<T> {
  const granted = await access.grant(ORGANISATION, login, 'test');
  const url = new URL(storage.url);
  [url.username, url.password] = [login, granted!.password];
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    return await work((text) => client.query(text).then((result) => [result].flat().at(-1)!.rows, ({ code }: { code: string }) => code));
  } finally {
    await client.end();
  }
}

const OCTOBER = '2026-10-14T10:00:00+02:00';
const SEPTEMBER = '2026-09-03T10:00:00+02:00';

describe('the views bi_*', () => {
  it('say what the reports say, month by month, and follow them', async () => {
    await keep(30, 6, { channel: 'email', startedAt: OCTOBER, found: ['refus'] });
    await keep(30, 6, { channel: 'chat', startedAt: SEPTEMBER });
    expect(await figures.refresh(ORGANISATION)).toBe(2);
    expect(await figures.refresh(ORGANISATION)).toBe(0);
    await connected(async (ask) => {
      const { rows } = await storage.reports.reportChannels(ORGANISATION, { from: '2026-10-01', to: '2026-10-31' });
      expect(await ask(`SELECT to_char(month, 'YYYY-MM-DD') AS month, channel, interactions, violations, with_violation, violation_rate, violation_low, violation_high, suppressed FROM bi_channel_month ORDER BY month`)).toEqual([
        expect.objectContaining({ month: '2026-09-01', channel: 'chat', interactions: 30, violations: 0, violation_rate: 0 }),
        {
          month: '2026-10-01',
          channel: 'email',
          interactions: 30,
          violations: 30,
          with_violation: 30,
          violation_rate: rows[0]!.figures!.withViolation.rate,
          violation_low: rows[0]!.figures!.withViolation.interval!.low,
          violation_high: 1,
          suppressed: null,
        },
      ]);
      // A person's figures count what a reviewer confirmed: nothing yet, so there is no rate.
      expect(await ask(`SELECT interactions, violations, violation_rate, awaiting_review, basis FROM bi_agent_month WHERE agent_ref = 'a-0' AND month = '2026-10-01'`)).toEqual([
        { interactions: 5, violations: 0, violation_rate: null, awaiting_review: 5, basis: 'confirmed' },
      ]);
      expect(await ask(`SELECT rule_id, findings, flagged, interactions FROM bi_rule_month WHERE month = '2026-10-01'`)).toEqual([]);
      await keep(1, 1, { channel: 'email', startedAt: OCTOBER });
      expect(await figures.refresh(ORGANISATION)).toBe(1);
      expect(await ask(`SELECT interactions FROM bi_month ORDER BY month`)).toEqual([{ interactions: 30 }, { interactions: 31 }]);
      expect(await ask('SELECT count(*)::int AS n FROM bi_day')).toEqual([{ n: 2 }]);
    });
  });

  it('hide again what a stricter setting hides, and refreshing twice at once changes nothing', async () => {
    await keep(30, 6, { channel: 'email', startedAt: OCTOBER });
    await storage.organisations.changeSettings(ORGANISATION, { ...STRICT_SETTINGS, groupMinAgents: 7 }, 'test');
    await storage.projector.settle();
    const done = await Promise.all([figures.refresh(ORGANISATION), figures.refresh(ORGANISATION), figures.refresh(ORGANISATION)]);
    expect(done).toContain(1);
    await connected(async (ask) => {
      for (const view of ['bi_month', 'bi_channel_month', 'bi_team_month', 'bi_day']) expect([view, await ask(`SELECT interactions, violations, suppressed FROM ${view}`)]).toEqual([view, [{ interactions: null, violations: null, suppressed: 'group-too-small' }]]);
    });
  });

  it('come to the same after the views were rebuilt', async () => {
    await keep(30, 6, { channel: 'email', startedAt: OCTOBER, found: ['refus'] });
    await figures.refresh(ORGANISATION);
    const rows = () => storage.owner.query('SELECT subject, month, key, interactions, violations FROM bi_figure ORDER BY 1, 2, 3');
    const before = await rows();
    await storage.projector.rebuild();
    await storage.owner.query('DELETE FROM bi_refresh');
    await figures.refresh(ORGANISATION);
    expect(await rows()).toEqual(before);
  });
});

describe('whoever writes SQL', () => {
  it('cannot subtract the channels shown from the month to see the one that is hidden', async () => {
    await keep(40, 8, { channel: 'email', startedAt: OCTOBER });
    await keep(30, 8, { channel: 'chat', startedAt: OCTOBER });
    await keep(3, 1, { channel: 'phone', startedAt: OCTOBER, found: ['refus'] });
    await figures.refresh(ORGANISATION);
    await connected(async (ask) => {
      const shown = await ask('SELECT channel FROM bi_channel_month WHERE suppressed IS NULL ORDER BY channel');
      // Chat goes with it: what is left of the month is no small group then.
      expect(shown).toEqual([{ channel: 'email' }]);
      const left = await ask('SELECT (SELECT interactions FROM bi_month) - (SELECT sum(interactions)::int FROM bi_channel_month) AS n');
      expect(left).toEqual([{ n: 33 }]);
    });
    const asked = await storage.reports.reportChannels(ORGANISATION, { channel: 'chat' });
    expect(asked.rows).toMatchObject([{ channel: 'chat', figures: null }]);
  });

  it('sees one organisation, and of it nothing but these figures, whatever is tried', async () => {
    await keep(30, 6, { channel: 'email', startedAt: OCTOBER, found: ['refus'] });
    await figures.refresh(ORGANISATION);
    await storage.owner.query(`INSERT INTO bi_figure (organisation_id, subject, month, key, basis, interactions) VALUES ('autre', 'month', '2026-10-01', '', 'detected', 77)`);
    await storage.owner.query(`INSERT INTO bi_login (organisation_id, login) VALUES ('autre', 'somebody_else')`);
    await connected(async (ask) => {
      expect(await ask('SELECT interactions FROM bi_month')).toEqual([{ interactions: 30 }]);
      expect(await ask(`SELECT count(*)::int AS n FROM bi_figure WHERE organisation_id = 'autre'`)).toEqual([{ n: 0 }]);
      expect(await ask(`SET diapason.organisation = 'autre'; SELECT DISTINCT organisation_id FROM bi_figure`)).toEqual([{ organisation_id: ORGANISATION }]);
      expect(await ask(`SET diapason.maintenance = on; SELECT DISTINCT organisation_id FROM bi_figure`)).toEqual([{ organisation_id: ORGANISATION }]);
      expect(await ask('SELECT login FROM bi_login')).toEqual([{ login }]);
      const tables: { name: string }[] = await storage.owner.query(`SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = current_schema()::regnamespace AND relname NOT IN ('bi_figure', 'bi_login')`);
      expect(tables.length).toBeGreaterThan(30);
      for (const { name } of tables) expect([name, await ask(`SELECT 1 FROM ${name} LIMIT 1`)]).toEqual([name, '42501']);
      for (const text of [
        'SET ROLE diapason_app',
        'SET ROLE diapason_jobs',
        `SET SESSION AUTHORIZATION ${new URL(storage.url).username}`,
        `SET TRANSACTION READ WRITE; UPDATE bi_figure SET suppressed = NULL`,
        `SET TRANSACTION READ WRITE; INSERT INTO bi_login (organisation_id, login) VALUES ('autre', '${login}_2')`,
        `SET TRANSACTION READ WRITE; UPDATE bi_login SET organisation_id = 'autre'`,
        'SET TRANSACTION READ WRITE; CREATE TABLE mine (n int)',
        'SET row_security = off; SELECT * FROM bi_figure',
        'SET TRANSACTION READ WRITE; ALTER VIEW bi_month SET (security_invoker = false)',
      ])
        expect([text, await ask(text)]).toEqual([text, '42501']);
    });
  });

  it('sees nothing more once the login is taken away, and a name that the server has is refused', async () => {
    await keep(30, 6, { channel: 'email', startedAt: OCTOBER });
    await figures.refresh(ORGANISATION);
    await connected(async (ask) => {
      expect(await access.grant(ORGANISATION, login, 'test')).toBeNull();
      expect(await access.grant(ORGANISATION, 'diapason_app', 'test')).toBeNull();
      expect(await access.revoke(login, 'test')).toBe(true);
      expect(['42501', []]).toContainEqual(await ask('SELECT * FROM bi_month'));
      expect(await access.revoke(login, 'test')).toBe(false);
      expect(await access.revoke('diapason_app', 'test')).toBe(false);
    });
    expect(await storage.owner.query(`SELECT type, payload FROM journal WHERE type LIKE 'bi-login%' ORDER BY position`)).toEqual([
      { type: 'bi-login.granted', payload: { login, by: 'test' } },
      { type: 'bi-login.revoked', payload: { login, by: 'test' } },
    ]);
  });
});
