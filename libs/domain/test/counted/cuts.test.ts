import { type CountedGroup, CutsByGroup, firstEnd, lastEnd, periodBetween, weekOf } from '#domain';
import { describe, expect, it } from 'vitest';
import { cellsOf, dayOf, LEAST, randomWorld, type Worked } from './world.js';

const DAYS = 70;
const NEVER = Number.MAX_SAFE_INTEGER;
const over = (worked: readonly Worked[], presentWeek = NEVER): CutsByGroup => new CutsByGroup(cellsOf(worked), { least: LEAST, fromBeginning: true, presentWeek });
const busy = (day: number): Worked[] => [0, 1, 2, 3].map((a) => ({ day, channel: 'chat', team: 't', agent: `a-${a}`, interactions: 3 }));
const quiet = (day: number): Worked => ({ day, channel: 'chat', team: 't', agent: 'a-0', interactions: 1 });
const after = (cuts: CutsByGroup, group: CountedGroup = {}): string[] => cuts.of(group).cuts.map((cut) => cut.after);

describe('cuts', () => {
  it('stand after each day that shows nobody; a quiet weekend goes with its Friday, so that weeks stay whole', () => {
    const weeks = [0, 7].flatMap((monday) => [...[0, 1, 2, 3, 4].flatMap((n) => busy(monday + n)), quiet(monday + 5), quiet(monday + 6)]);
    expect(after(over(weeks))).toEqual(['', ...[0, 1, 2, 3, 6, 7, 8, 9, 10, 13].map(dayOf)]);
  });

  it('wait in a week that is not over for the piece after them, since what is left may still join the last one', () => {
    const days = [0, 1, 2].flatMap((n) => busy(n));
    expect(after(over(days, weekOf(dayOf(0))))).toEqual(['', dayOf(0), dayOf(1)]);
    expect(after(over([...days, quiet(3)], weekOf(dayOf(0))))).toEqual(['', dayOf(0), dayOf(1)]);
  });

  it('wait for weeks together where one alone would show somebody', () => {
    const sparse = [0, 8, 15, 22].map((day, a): Worked => ({ day, channel: 'chat', team: 't', agent: `a-${a}`, interactions: 2 }));
    expect(after(over(sparse))).toEqual(['', dayOf(15)]);
  });
});

const isOf = ({ channel, teams }: CountedGroup, one: Worked): boolean => (channel === undefined || one.channel === channel) && (teams === undefined || teams.includes(one.team));
const sizeOf = (worked: readonly Worked[]) => ({ agents: new Set(worked.map(({ agent }) => agent)).size, interactions: worked.reduce((sum, { interactions }) => sum + interactions, 0) });
const showsSomebody = (worked: readonly Worked[]): boolean => {
  const { agents, interactions } = sizeOf(worked);
  return interactions > 0 && (agents < LEAST.agents || interactions < LEAST.interactions);
};

describe.each([1, 2, 3, 4, 5, 6, 7, 8])('in the made-up world %i', (seed) => {
  const world = randomWorld(seed, DAYS);
  const all = over(world);
  const [teams, channels] = [[...new Set(world.map(({ team }) => team))], [...new Set(world.map(({ channel }) => channel))]];
  const groups: CountedGroup[] = [
    {},
    ...teams.map((team) => ({ teams: [team] })),
    ...channels.map((channel) => ({ channel })),
    ...channels.flatMap((channel) => teams.map((team) => ({ channel, teams: [team] }))),
  ];

  it('there is nothing, or enough, of a group and of the others between one cut and the next', () => {
    for (const group of groups) {
      const { cuts } = all.of(group);
      cuts.slice(1).forEach((cut, i) => {
        const between = world.filter(({ day }) => dayOf(day) > cuts[i]!.after && dayOf(day) <= cut.after);
        const own = between.filter((one) => isOf(group, one));
        expect([group, cut.after, showsSomebody(own)]).toEqual([group, cut.after, false]);
        // Others of the same channel or team are told by its own cuts.
        const others = group.channel !== undefined && group.teams !== undefined ? [] : between.filter((one) => !own.includes(one));
        expect([group, cut.after, 'others', showsSomebody(others)]).toEqual([group, cut.after, 'others', false]);
      });
    }
  });

  it('a few weeks tell the same days as all of them, or none', () => {
    const cells = cellsOf(world);
    let told = 0;
    for (const group of groups) {
      for (let day = 40; day < DAYS; day += 3) {
        const first = weekOf(dayOf(day)) - 3;
        const few = new CutsByGroup(cells.filter((cell) => weekOf(cell.day) >= first), { least: LEAST, fromBeginning: false, presentWeek: NEVER });
        for (const endOf of [firstEnd, lastEnd]) {
          const end = endOf(few.of(group), dayOf(day));
          if (end === null) continue;
          told += 1;
          const known = endOf(all.of(group), dayOf(day));
          expect([group, day, end.cut.after, end.exact]).toEqual([group, day, known?.cut.after, known?.exact]);
        }
      }
    }
    expect(told).toBeGreaterThan(0);
  });
});

it('a period keeps the ends that were asked for where nothing is left out', () => {
  const cuts = over([0, 1, 2].flatMap((n) => busy(n))).of({});
  const asked = { from: dayOf(1), to: dayOf(5) };
  expect(periodBetween(firstEnd(cuts, asked.from)!, lastEnd(cuts, asked.to)!, asked)).toEqual(asked);
  expect(periodBetween(firstEnd(cuts, dayOf(4))!, lastEnd(cuts, dayOf(5))!, { from: dayOf(4), to: dayOf(5) })).toBeNull();
});
