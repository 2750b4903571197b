import { type Channel, type CountedDays, STRICT_SETTINGS } from '#domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayAfter, worked } from './consistency-story.js';
import { startTestApi, type TestApi } from './start-test-api.js';

/**
 * Someone who wants what one person did on one day, and asks for every period to subtract two answers: reports of channels, teams, rules and
 * trends, over HTTP. Four weeks; two teams of six and one of two, busy on weekdays; one person alone at weekends and on a holiday.
 */
const FIRST = '2026-03-02';
const DAYS = 28;
const LEAST = { agents: 5, interactions: 20 };
const days = Array.from({ length: DAYS }, (_, n) => dayAfter(FIRST, n));
const isQuiet = (n: number): boolean => n % 7 >= 5 || n === 16;

interface Done {
  readonly day: string;
  readonly agent: string;
  readonly team: string;
  readonly channel: Channel;
  readonly count: number;
}
const WORLD: readonly Done[] = days.flatMap((day, n): Done[] => {
  if (isQuiet(n)) return [{ day, agent: 'nord-0', team: 'nord', channel: 'chat', count: 1 + (n % 3) }];
  const of = (team: string, a: number, channel: Channel, count: number): Done => ({ day, agent: `${team}-${a}`, team, channel, count });
  return [
    // A day off now and then, so that some days are no whole team's.
    ...[0, 1, 2, 3, 4, 5].filter((a) => (n + a) % 9 !== 0).flatMap((a) => [of('nord', a, 'chat', 3), of('nord', a, 'email', 2)]),
    ...[0, 1, 2, 3, 4, 5].filter((a) => (n + a) % 4 !== 0 && n % 5 !== 3).flatMap((a) => [of('sud', a, 'chat', 2), of('sud', a, 'email', 3)]),
    ...(n % 4 === 0 ? [of('petit', n % 2, 'email', 2)] : []),
  ];
});

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi(STRICT_SETTINGS);
  const items = WORLD.flatMap(({ day, agent, team, channel, count }) => Array.from({ length: count }, () => worked({ agent, team, channel, count: 1, from: day, found: { refus: 0.6 } })[0]!));
  await api.take(items);
}, 120_000);
afterAll(() => api.stop());

interface Shown {
  readonly group: string;
  readonly n: number;
  readonly counted: CountedDays;
}
interface Row {
  readonly channel?: string;
  readonly team?: { readonly ref: string } | null;
  readonly ruleId?: string;
  readonly from?: string;
  readonly figures?: { readonly interactions: number } | null;
  readonly flagged?: { readonly denominator: number } | null;
  readonly counted: CountedDays | null;
}

/** What a report shows of which group: the filters that were asked with, and what the row adds. */
async function shownBy(report: string, filters: Readonly<Record<string, string>>, period: Readonly<Record<string, string>>): Promise<Shown[]> {
  const { status, body } = await api.get(`/v1/reports/${report}${report.includes('?') ? '&' : '?'}${new URLSearchParams({ ...filters, ...period }).toString()}`);
  expect([report, status]).toEqual([report, 200]);
  return body.rows.flatMap((row: Row): Shown[] => {
    const n = row.figures?.interactions ?? row.flagged?.denominator;
    expect(row.counted === null).toBe(n === undefined);
    if (n === undefined || row.counted === null) return [];
    const own = { ...filters, ...(report === 'channels' && { channel: row.channel! }), ...(report === 'teams' && { team: row.team?.ref ?? '' }) };
    return [{ group: `${own['channel'] ?? '*'} ${own['team'] ?? '*'}`, n, counted: row.counted }];
  });
}

const doneBy = (group: string, from: string, to: string): Done[] => {
  const [channel, team] = group.split(' ');
  return WORLD.filter((one) => one.day >= from && one.day <= to && (channel === '*' || one.channel === channel) && (team === '*' || one.team === team));
};
const sizeOf = (done: readonly Done[]) => ({ agents: new Set(done.map(({ agent }) => agent)).size, interactions: done.reduce((sum, { count }) => sum + count, 0) });
const showsSomebody = (done: readonly Done[]): boolean => done.length > 0 && (sizeOf(done).agents < LEAST.agents || sizeOf(done).interactions < LEAST.interactions);
const bounds = ({ from, to }: CountedDays): [string, string] => [from ?? days[0]!, to ?? days.at(-1)!];

const periodsOf = (shown: readonly Shown[]): [string, string][] => [...new Map(shown.map(({ counted }) => [bounds(counted).join(' '), bounds(counted)])).values()];

/** Every period with an end open, and some that have two. */
const PERIODS = [
  ...days.flatMap((day) => [{ to: day }, { from: day }]),
  ...days.flatMap((from, i) => [0, 6].filter((length) => i + length < DAYS).map((length) => ({ from, to: days[i + length]! }))),
  {},
];

async function everything(report: string, filters: Readonly<Record<string, string>>): Promise<Shown[]> {
  const shown: Shown[] = [];
  for (let i = 0; i < PERIODS.length; i += 8) {
    shown.push(...(await Promise.all(PERIODS.slice(i, i + 8).map((period) => shownBy(report, filters, period)))).flat());
  }
  return shown;
}

/** Interactions of one group that a first answer less a second one tells, where one holds the other. */
function differences(group: string, shown: readonly Shown[]): { readonly told: Done[]; readonly by: string }[] {
  const periods = periodsOf(shown);
  return periods.flatMap(([from, to]) =>
    periods
      .filter(([a, b]) => from <= a && b <= to)
      .map(([a, b]) => ({ told: doneBy(group, from, to).filter(({ day }) => day < a || day > b), by: `${group}: ${from}…${to} less ${a}…${b}` })),
  );
}

const ASKED: readonly [report: string, filters: Readonly<Record<string, string>>][] = [
  ['channels', {}],
  ['channels', { team: 'nord' }],
  ['teams', {}],
  ['teams', { channel: 'chat' }],
  ['rules', {}],
  ['rules', { team: 'sud' }],
  ['trends?by=day', {}],
  ['trends?by=week', {}],
  ['trends?by=month', {}],
  ['trends?by=day', { team: 'nord' }],
  ['trends?by=week', { channel: 'chat' }],
  ['trends?by=week', { team: 'nord', channel: 'chat' }],
];

describe('no two answers of reports', () => {
  const all: Shown[] = [];
  it.each(ASKED)('%s of %j: each figure is of the days that it says, and shows nobody', async (report, filters) => {
    const shown = await everything(report, filters);
    all.push(...shown);
    expect(shown.length).toBeGreaterThan(20);
    for (const { group, n, counted } of shown) {
      const [from, to] = bounds(counted);
      const done = doneBy(group, from, to);
      expect([group, from, to, n]).toEqual([group, from, to, sizeOf(done).interactions]);
      expect([group, from, to, showsSomebody(done)]).toEqual([group, from, to, false]);
    }
  }, 120_000);

  it('of one group, for any two periods and from any two reports, differ by what shows somebody', () => {
    const groups = new Map([...new Set(all.map(({ group }) => group))].map((name) => [name, all.filter(({ group }) => group === name)]));
    expect(groups.size).toBeGreaterThan(6);
    const told = [...groups].flatMap(([group, shown]) => differences(group, shown)).filter((one) => showsSomebody(one.told));
    expect(told.map(({ by }) => by)).toEqual([]);
  });

  it('of everybody and of one team or channel differ by what shows somebody', () => {
    const everybody = periodsOf(all.filter(({ group }) => group === '* *'));
    const told = all
      .filter(({ group }) => group !== '* *')
      .flatMap(({ group, counted }) => {
        const [a, b] = bounds(counted);
        const own = new Set(doneBy(group, a, b));
        return everybody
          .filter(([from, to]) => [...own].every(({ day }) => from <= day && day <= to))
          .map(([from, to]) => ({ by: `everybody ${from}…${to} less ${group} ${a}…${b}`, rest: doneBy('* *', from, to).filter((one) => !own.has(one)) }));
      })
      .filter(({ rest }) => showsSomebody(rest));
    expect([...new Set(told.map(({ by }) => by))]).toEqual([]);
  });
});
