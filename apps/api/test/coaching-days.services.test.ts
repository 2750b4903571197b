import { SAMPLE_SETTINGS } from '#domain';
import { CoachingRepository } from '#storage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORGANISATION } from '../../../test/contracts/analysis-store.fixture.js';
import { type Coaching, codeOf, daysAgo, type Member, nord, startCoaching, TODAY } from './coaching-story.js';

let api: Coaching;
let carla: Member;
let agent: Member;

beforeAll(async () => {
  api = await startCoaching(SAMPLE_SETTINGS);
  carla = await api.member('carla', ['coach'], ['nord']);
  agent = await api.member('aline', ['agent'], 'all', 'nord-0');
  await api.take(Array.from({ length: 7 }, (_, n) => [60, 25].flatMap((from) => nord(n, from, { count: 20, found: { refus: 0.5 } }))).flat());
});
afterAll(() => api.stop());

const move = (id: string, state: string, on: string) => api.as(carla, 'put', `/coaching-sessions/${id}/state`).send({ state, on });
const planned = async (on: string): Promise<string> => {
  const { id } = (await api.as(carla, 'post', '/coaching-sessions').send({ agent: 'nord-0', rules: ['refus'] })).body;
  await move(id, 'planned', on);
  return id;
};
const read = async (id: string) => (await api.as(carla, 'get', `/coaching-sessions/${id}`)).body;
const effect = async (id: string) => (await api.as(carla, 'get', `/coaching-sessions/${id}/effect`)).body;

describe('the day a session is held', () => {
  it('is no day of the past, however near: nothing is measured of days that the agent was told nothing of', async () => {
    const id = await planned(daysAgo(40));
    for (const on of [daysAgo(40), daysAgo(1), daysAgo(-1)]) {
      const refused = await move(id, 'held', on);
      expect(codeOf(refused)).toEqual([422, 'unprocessable']);
      expect(JSON.parse(refused.text).errors[0]).toMatchObject({ pointer: '#/on', detail: expect.stringContaining('le jour même') });
    }
    const english = await move(id, 'held', daysAgo(40)).set('accept-language', 'en');
    expect(JSON.parse(english.text).errors[0].detail).toContain('on the day itself');
    expect(await read(id)).toMatchObject({ state: 'planned', heldOn: null, version: 2 });
    expect((await effect(id)).windows).toBeNull();
    expect((await api.journalOf('coaching.moved')).filter(({ sessionId, to }) => sessionId === id && to === 'held')).toEqual([]);
  });

  it('does not become one afterwards, by another step, by a change, or by completing what was never held', async () => {
    const id = await planned(daysAgo(40));
    expect((await move(id, 'held', TODAY)).body).toMatchObject({ state: 'held', heldOn: TODAY });
    for (const [state, on] of [['held', daysAgo(40)], ['planned', daysAgo(40)], ['followed-up', daysAgo(40)]] as const) expect(codeOf(await move(id, state, on))).toEqual([409, 'coaching_step']);
    for (const change of [{ heldOn: daysAgo(40) }, { plannedOn: daysAgo(40) }, { on: daysAgo(40) }]) expect(codeOf(await api.as(carla, 'patch', `/coaching-sessions/${id}`).send(change))).toEqual([400, 'invalid_body']);
    // A shorter window would be over sooner.
    expect(codeOf(await api.as(carla, 'patch', `/coaching-sessions/${id}`).send({ windowDays: 14 }))).toEqual([409, 'coaching_fixed']);
    await api.as(agent, 'post', `/me/coaching-sessions/${id}/acknowledgement`);
    expect(codeOf(await move(id, 'followed-up', daysAgo(40)))).toEqual([422, 'unprocessable']);
    expect((await move(id, 'followed-up', TODAY)).status).toBe(200);
    expect(await read(id)).toMatchObject({ heldOn: TODAY, plannedOn: daysAgo(40) });
    expect((await effect(id)).rules[0]).toMatchObject({ verdict: 'not-enough-data', short: { reason: 'time', found: 0, needed: 28 }, measured: null });
  });

  it('is not given when a session is made, nor by a session taken away and made again', async () => {
    for (const more of [{ heldOn: daysAgo(40) }, { state: 'held', on: daysAgo(40) }]) {
      expect(codeOf(await api.as(carla, 'post', '/coaching-sessions').send({ agent: 'nord-0', rules: ['refus'], ...more }))).toEqual([400, 'invalid_body']);
    }
    const first = await planned(daysAgo(40));
    await api.as(carla, 'delete', `/coaching-sessions/${first}`);
    const second = await planned(daysAgo(40));
    expect(codeOf(await move(second, 'held', daysAgo(40)))).toEqual([422, 'unprocessable']);
  });

  it('is the organisation’s, whatever day it is elsewhere', async () => {
    const id = await planned(TODAY);
    const viewer = { side: 'coach', by: carla.id, teams: ['nord'] } as const;
    const hold = (on: string, now: string) => api.app.get(CoachingRepository).step({ organisationId: ORGANISATION, sessionId: id, viewer, version: undefined }, 'held', on, new Date(now));
    // Half past midnight in Paris, the evening before in London.
    expect(await hold('2026-07-01', '2026-07-01T22:30:00Z')).toEqual({ kind: 'day', why: 'not-today' });
    expect(await hold('2026-07-02', '2026-07-01T22:30:00Z')).toEqual({ kind: 'done' });
  });
});
