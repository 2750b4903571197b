import { SAMPLE_SETTINGS, STRICT_SETTINGS, type ReportFilter, type TrendStep } from '#domain';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { analysed, ORGANISATION, type Wanted } from '../../../test/contracts/analysis-store.fixture.js';
import { openTestStorage, type TestStorage } from './storage-fixture.js';

let storage: TestStorage;

beforeEach(async () => {
  storage = await openTestStorage();
});
afterEach(() => storage.close());

const relax = (settings: Partial<typeof SAMPLE_SETTINGS>) =>
  storage.organisations.changeSettings(ORGANISATION, { ...STRICT_SETTINGS, ...settings }, 'test');

const agents = (from: number, to: number): string[] => Array.from({ length: to - from + 1 }, (_, i) => `a-${from + i}`);

let next = 0;
async function keep(count: number, wanted: Omit<Wanted, 'externalId'>): Promise<void> {
  await storage.keep(Array.from({ length: count }, () => analysed({ ...wanted, externalId: `t-${next++}` })));
  await storage.projector.settle();
}

const hidden = async (filter: ReportFilter) =>
  (await storage.reports.reportTeams(ORGANISATION, filter)).rows.map(({ team, suppressed }) => [team?.ref, suppressed !== null]);
const steps = async (step: TrendStep) =>
  (await storage.reports.reportTrends(ORGANISATION, {}, step)).rows.map(({ from, to, figures }) => [from, to, figures?.interactions, figures?.violations]);

describe('figures of a team', () => {
  it('count an interaction that two of its members shared once, by present membership', async () => {
    await keep(3, { agent: 'a-1', team: 'e-1', found: ['refus'] });
    await keep(2, { agent: 'a-2', team: 'e-2' });
    await keep(1, { agent: 'a-3' });
    await storage.owner.query(`UPDATE agent SET team_ref = NULL WHERE ref = 'a-3'`);
    const shared = analysed({ externalId: 'shared', agent: 'a-1' });
    await storage.keep([
      {
        ...shared,
        interaction: {
          ...shared.interaction,
          participants: [...shared.interaction.participants, { id: 'b', role: 'agent' as const, ref: 'a-4', team: { ref: 'e-1' } }],
          turns: [...shared.interaction.turns, { id: 't2', participantId: 'b', text: 'Je prends la suite.' }],
        },
      },
    ]);
    await storage.projector.settle();
    const { rows } = await storage.reports.reportTeams(ORGANISATION, {});
    expect(rows).toMatchObject([
      { team: { ref: 'e-1', name: 'Équipe une' }, figures: { interactions: 4, violations: 3, withViolation: { numerator: 3, denominator: 4 } } },
      { team: { ref: 'e-2' }, figures: { interactions: 2, violations: 0 } },
      { team: null, figures: { interactions: 1 } },
    ]);
    expect((await storage.reports.reportTeams(ORGANISATION, { team: 'e-2' })).rows).toMatchObject([{ team: { ref: 'e-2' } }]);
  });

  it('hide a small team, and with it the one that would give it away by subtraction, filtered or not', async () => {
    await relax({});
    for (const agent of agents(1, 6)) await keep(10, { agent, team: 'e-1' });
    for (const agent of agents(7, 12)) await keep(5, { agent, team: 'e-2' });
    await keep(3, { agent: 'a-13', team: 'e-3' });
    expect(await hidden({})).toEqual([['e-1', false], ['e-2', true], ['e-3', true]]);
    expect(await hidden({ team: 'e-2' })).toEqual([['e-2', true]]);
  });
});

describe('trends', () => {
  it('go by day, week from Monday, or month of the organisation’s time zone', async () => {
    await keep(2, { startedAt: '2026-03-01T10:00:00Z', found: ['refus'] });
    // 23:30 in UTC on a Sunday is Monday the 9th in Paris.
    await keep(1, { startedAt: '2026-03-08T23:30:00Z' });
    await keep(3, { startedAt: '2026-03-31T10:00:00Z', found: ['refus', '+accueil'] });
    expect(await steps('day')).toEqual([['2026-03-01', '2026-03-01', 2, 2], ['2026-03-09', '2026-03-09', 1, 0], ['2026-03-31', '2026-03-31', 3, 3]]);
    expect(await steps('week')).toEqual([['2026-02-23', '2026-03-01', 2, 2], ['2026-03-09', '2026-03-15', 1, 0], ['2026-03-30', '2026-04-05', 3, 3]]);
    expect(await steps('month')).toEqual([['2026-03-01', '2026-03-31', 6, 5]]);
  });

  it('agree with the views when narrowed to a team', async () => {
    await keep(2, { agent: 'a-1', startedAt: '2026-03-02T10:00:00Z', found: ['refus'] });
    await keep(3, { agent: 'a-2', team: 'e-2', startedAt: '2026-03-03T10:00:00Z' });
    const { rows } = await storage.reports.reportTrends(ORGANISATION, { team: 'e-1' }, 'week');
    expect(rows).toMatchObject([{ from: '2026-03-02', figures: { interactions: 2, violations: 2 } }]);
  });

  it('hide small steps, which nothing else counts either', async () => {
    await relax({});
    for (const agent of agents(1, 6)) {
      await keep(8, { agent, startedAt: '2026-03-02T10:00:00Z' });
      await keep(5, { agent, startedAt: '2026-03-09T10:00:00Z' });
    }
    await keep(4, { agent: 'a-1', startedAt: '2026-03-16T10:00:00Z' });
    const { rows } = await storage.reports.reportTrends(ORGANISATION, {}, 'week');
    expect(rows.map(({ figures }) => figures?.interactions ?? null)).toEqual([48, 30, null]);
    const [month] = (await storage.reports.reportTrends(ORGANISATION, {}, 'month')).rows;
    expect(month).toMatchObject({ figures: { interactions: 78 }, counted: { from: '2026-03-02', to: '2026-03-09' } });
  });
});
