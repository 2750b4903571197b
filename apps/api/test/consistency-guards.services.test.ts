import { STRICT_SETTINGS, type ConsistencyRow } from '#domain';
import { DirectoryRepository } from '#storage';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ORGANISATION } from '../../../test/contracts/analysis-store.fixture.js';
import { reportConsistencyResponse } from '../src/report-consistency/report-consistency.message.js';
import { dayAfter, worked } from './consistency-story.js';
import { startTestApi, type TestApi } from './start-test-api.js';

/** Each test plays someone who wants the detected figures of one person out of a report that shows groups only. */
let api: TestApi;
beforeEach(async () => {
  api = await startTestApi(STRICT_SETTINGS);
});
afterEach(() => api.stop());

const refus = async (query = ''): Promise<ConsistencyRow> =>
  reportConsistencyResponse.parse((await api.get(`/v1/reports/consistency${query}`)).body).rows.find(({ id, subject }) => id === 'refus' && subject === 'rule')!;

const HIDDEN = {
  counted: null, agents: null, mean: null, betweenAgents: null, betweenChannels: null, withinAgent: null, channels: [], funnel: null, suppressed: 'group-too-small',
};
const team = (name: string, agents: number, count: number) =>
  Array.from({ length: agents }, (_, a) => worked({ agent: `${name}-${a}`, team: name, count, found: { refus: 0.2 } })).flat();

describe('a group too small', () => {
  it.each([
    ['four agents', 4, 40],
    ['five agents with nineteen interactions', 5, 3.8],
  ])('%s: no figure of any kind, and no funnel either', async (_name, agents, each) => {
    const all = team('nord', agents, Math.ceil(each));
    await api.take(all.slice(0, Math.floor(agents * each)));
    expect(await refus()).toMatchObject(HIDDEN);
    expect(await refus('?rule=refus')).toMatchObject(HIDDEN);
    expect(await refus('?commitment=issue')).toMatchObject(HIDDEN);
  });

  it('five agents in the same four conversations are four interactions, not twenty', async () => {
    const items = team('nord', 5, 4);
    const together = items.slice(0, 4).map((item) => ({
      ...item,
      interaction: {
        ...item.interaction,
        participants: [
          ...item.interaction.participants,
          ...[1, 2, 3, 4].map((a) => ({ id: `x${a}`, role: 'agent' as const, ref: `nord-${a}`, team: { ref: 'nord' } })),
        ],
        turns: [...item.interaction.turns, ...[1, 2, 3, 4].map((a) => ({ id: `x${a}`, participantId: `x${a}`, text: 'Je prends la suite.' }))],
      },
    }));
    await api.take(together);
    expect(await refus()).toMatchObject(HIDDEN);
  });
});

it('a person under two names is one person', async () => {
  await api.take(team('nord', 5, 20));
  expect((await refus()).agents).toBe(5);
  await api.app.get(DirectoryRepository).merge('agent', 'nord-0', ['nord-1'], { organisationId: ORGANISATION, by: 'essai' });
  expect(await refus()).toMatchObject(HIDDEN);
  await api.take(team('nord', 6, 20).slice(-20));
  const { agents, mean, funnel } = await refus('?rule=refus');
  expect({ agents, n: mean!.denominator }).toEqual({ agents: 5, n: 120 });
  expect(funnel!.points.map(({ agent, flagged }) => [agent.ref, flagged.denominator])).toEqual([
    ['nord-0', 40], ['nord-2', 20], ['nord-3', 20], ['nord-4', 20], ['nord-5', 20],
  ]);
});

describe('subtraction', () => {
  it('of a team from everybody: hidden when the rest is one person', async () => {
    await api.take([...team('nord', 6, 20), ...team('sud', 1, 20)]);
    expect((await refus()).agents).toBe(7);
    expect(await refus('?team=nord')).toMatchObject(HIDDEN);
    expect(await refus('?team=sud')).toMatchObject(HIDDEN);
    await api.take(team('sud', 5, 20));
    expect((await refus('?team=nord')).agents).toBe(6);
    expect((await refus('?team=sud')).agents).toBe(5);
  });

  it('of a channel from all channels: the one person on the phone', async () => {
    await api.take([...team('nord', 6, 20), ...worked({ agent: 'nord-0', team: 'nord', channel: 'phone', count: 20, found: { refus: 0.5 } })]);
    expect(await refus('?channel=chat')).toMatchObject(HIDDEN);
    expect(await refus('?channel=phone')).toMatchObject(HIDDEN);
    // Beside the mean of all, the chats alone would tell the calls.
    // Of twenty days the last two wait for a third: seven interactions each.
    const all = await refus();
    expect(all.mean).toMatchObject({ numerator: 27, denominator: 126 });
    expect(all.channels).toEqual([]);
    expect(all.betweenChannels).toMatchObject({ verdict: 'not-enough-data', groups: 0 });
  });

  it('of a day from a period: any two answers differ by enough people and interactions', async () => {
    // One person alone works at weekends; on weekdays three to six others do.
    const weeks = Array.from({ length: 6 }, (_, w) => dayAfter('2026-03-02', 7 * w));
    await api.take(
      weeks.flatMap((monday) => [
        ...Array.from({ length: 6 }, (_, a) => worked({ agent: `week-${a}`, count: a < 3 ? 5 : 2, from: monday, found: { refus: 0.4 } })).flat(),
        ...worked({ agent: 'weekend', count: 2, from: dayAfter(monday, 5), found: { refus: 1 } }),
      ]),
    );
    const days = Array.from({ length: 44 }, (_, n) => dayAfter('2026-03-01', n));
    const ends = await Promise.all(days.map((day) => refus(`?to=${day}`)));
    const starts = await Promise.all(days.map((day) => refus(`?from=${day}`)));
    for (const answers of [ends, starts]) {
      const sizes = [...new Set(answers.map(({ mean }) => mean?.denominator ?? 0))].sort((a, b) => a - b);
      expect(sizes.length).toBeGreaterThan(2);
      sizes.slice(1).forEach((size, i) => expect(size - sizes[i]!).toBeGreaterThanOrEqual(20));
      // A day more is the same answer, or another week of everybody: never the weekend alone.
      const pairs = answers.slice(1).map((answer, i) => [answers[i]!, answer] as const);
      const sameSize = pairs.filter(([one, other]) => one.mean?.denominator === other.mean?.denominator);
      expect(sameSize.filter(([one, other]) => JSON.stringify(one) !== JSON.stringify(other))).toEqual([]);
    }
    // The last days wait until there are enough of them.
    const whole = await refus();
    await api.take(worked({ agent: 'weekend', count: 1, from: '2026-04-20', found: { refus: 1 } }));
    expect(await refus()).toEqual(whole);
  });
});
