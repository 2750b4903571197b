import { STRICT_SETTINGS, type AnsweredQuestion } from '#domain';
import { DirectoryRepository } from '#storage';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ORGANISATION } from '../../../test/contracts/analysis-store.fixture.js';
import { reportAnswersResponse } from '../src/report-answers/report-answers.message.js';
import { answering, keep, times, type Answering } from './answers-story.js';
import { dayAfter } from './consistency-story.js';
import { startTestApi, type TestApi } from './start-test-api.js';

/** Each test plays someone who wants one person's answers out of a report that shows groups only. */
let api: TestApi;
beforeEach(async () => {
  api = await startTestApi(STRICT_SETTINGS);
});
afterEach(() => api.stop());

const SOON = 'Je vous rembourse sous 48 h.';
const LATE = 'Vous serez remboursé sous dix jours.';
const HIDDEN = { counted: null, agents: null, answers: null, slots: [], suppressed: 'group-too-small' };

const refund = async (query = ''): Promise<AnsweredQuestion> =>
  reportAnswersResponse.parse((await api.get(`/v1/reports/consistency/answers${query}`)).body).rows.find(({ topic, reason }) => topic === 'refund' && reason === 'refund')!;
const team = (name: string, agents: number, each: number, more: Partial<Answering> = {}) =>
  Array.from({ length: agents }, (_, a) => answering({ agent: `${name}-${a}`, team: name, texts: times([each, a === 0 ? LATE : SOON]), ...more })).flat();

describe('a question that too few answered', () => {
  it.each([
    ['four agents', 4, 10, 40],
    ['five agents with nineteen interactions', 5, 4, 19],
  ])('%s: no figure and no words', async (_name, agents, each, interactions) => {
    await keep(api, team('nord', agents, each).slice(0, interactions));
    expect(await refund()).toMatchObject(HIDDEN);
    expect(await refund('?reason=refund&topic=refund')).toMatchObject(HIDDEN);
    // The same answers to customers who came for something else are another question.
    await keep(api, team('nord', 4, 5, { reason: 'return' }));
    expect(await refund()).toMatchObject(HIDDEN);
  });

  it('a person under two names is one person', async () => {
    await keep(api, team('nord', 5, 5));
    expect((await refund()).agents).toBe(5);
    await api.app.get(DirectoryRepository).merge('agent', 'nord-0', ['nord-1'], { organisationId: ORGANISATION, by: 'essai' });
    expect(await refund()).toMatchObject(HIDDEN);
  });
});

describe('subtraction', () => {
  it('of a team from everybody: hidden when the rest is one person', async () => {
    await keep(api, [...team('nord', 6, 5), ...team('sud', 1, 20)]);
    expect((await refund()).agents).toBe(7);
    expect(await refund('?team=nord')).toMatchObject(HIDDEN);
    expect(await refund('?team=sud')).toMatchObject(HIDDEN);
    await keep(api, team('sud', 5, 5));
    expect((await refund('?team=nord')).agents).toBe(6);
    expect((await refund('?team=sud')).agents).toBe(5);
  });

  it('of a channel from all channels: the one person on the phone', async () => {
    await keep(api, [...team('nord', 6, 5), ...team('nord', 1, 20, { channel: 'phone' })]);
    expect(await refund('?channel=chat')).toMatchObject(HIDDEN);
    expect(await refund('?channel=phone')).toMatchObject(HIDDEN);
    const { slots } = await refund();
    for (const { channels, betweenChannels } of slots) {
      expect(channels).toEqual([]);
      expect(betweenChannels).toMatchObject({ verdict: 'not-enough-data', groups: 0 });
    }
  });

  it('of a day from a period: any two answers differ by enough people and interactions', async () => {
    // One person alone answers at weekends; on weekdays three to six others do.
    const weeks = Array.from({ length: 5 }, (_, w) => dayAfter('2026-03-02', 7 * w));
    await keep(
      api,
      weeks.flatMap((monday) => [
        ...[0, 1, 2, 3, 4].flatMap((day) => team('semaine', day < 2 ? 6 : 3, 1, { day: dayAfter(monday, day) })),
        ...[5, 6].flatMap((day) => answering({ agent: 'weekend', day: dayAfter(monday, day), texts: [LATE] })),
      ]),
    );
    const days = Array.from({ length: 37 }, (_, n) => dayAfter('2026-03-01', n));
    const ends: AnsweredQuestion[] = [];
    for (const day of days) ends.push(await refund(`?to=${day}`));
    const sizes = [...new Set(ends.map(({ answers }) => answers ?? 0))].sort((a, b) => a - b);
    expect(sizes.length).toBeGreaterThan(2);
    sizes.slice(1).forEach((size, i) => expect(size - sizes[i]!).toBeGreaterThanOrEqual(20));
    // The last days wait until there are enough of them.
    const whole = await refund();
    await keep(api, answering({ agent: 'weekend', day: '2026-04-20', texts: [LATE] }));
    expect(await refund()).toEqual(whole);
  });
});
