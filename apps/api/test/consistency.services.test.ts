import { spreadOf, STRICT_SETTINGS, type ConsistencyRow, type FindingView } from '#domain';
import { OrganisationRepository, Projector } from '#storage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORGANISATION } from '../../../test/contracts/analysis-store.fixture.js';
import { reportConsistencyResponse } from '../src/report-consistency/report-consistency.message.js';
import { worked } from './consistency-story.js';
import { startTestApi, type TestApi } from './start-test-api.js';

const report = async (api: TestApi, query = '') => {
  const answer = await api.get(`/v1/reports/consistency${query}`);
  expect(answer.status).toBe(200);
  return reportConsistencyResponse.parse(answer.body);
};
const rowOf = async (api: TestApi, id: string, query = ''): Promise<ConsistencyRow> => (await report(api, query)).rows.find((row) => row.id === id && row.subject === 'rule')!;

const funnelOf = async (api: TestApi) => (await rowOf(api, 'refus', '?rule=refus')).funnel!;
const findingsOf = async (api: TestApi, agent: string): Promise<FindingView[]> => (await api.get(`/v1/findings?agent=${agent}&rule=refus&limit=200`)).body.items;
async function confirm(api: TestApi, agent: string): Promise<void> {
  for (const { id } of await findingsOf(api, agent)) await api.put(`/v1/findings/${id}/review`).send({ verdict: 'confirmed' }).expect(200);
  await api.app.get(Projector).settle();
}

describe('agents of one team', () => {
  let api: TestApi;
  /** Ten agents, forty chats each; two of them say it six times as often as the others; everybody welcomes alike. */
  const AGENTS = Array.from({ length: 10 }, (_, a) => ({ agent: `a-${a}`, refus: a < 2 ? 0.6 : 0.1 }));
  beforeAll(async () => {
    api = await startTestApi(STRICT_SETTINGS);
    await api.take(AGENTS.flatMap(({ agent, refus }) => worked({ agent, count: 40, found: { refus, '+accueil': 0.5 } })));
  });
  afterAll(() => api.stop());

  it('are told apart where they differ beyond chance, beside the mean', async () => {
    const { basis, lag, rows } = await report(api);
    expect({ basis, lag }).toEqual({ basis: 'detected', lag: 0 });
    expect(rows.map(({ subject, id, polarity }) => [subject, id, polarity])).toEqual([
      ['commitment', 'issue', 'violation'],
      ['commitment', 'issue', 'merit'],
      ['rule', 'jargon', 'violation'],
      ['rule', 'refus', 'violation'],
      ['rule', 'accueil', 'merit'],
    ]);
    const refus = rows[3]!;
    expect(refus).toMatchObject({ agents: 10, mean: { numerator: 80, denominator: 400, rate: 0.2 }, suppressed: null, funnel: null, counted: { from: '2026-03-02', to: '2026-04-10' } });
    const expected = spreadOf(AGENTS.map(({ agent, refus: share }) => ({ group: agent, stratum: 'chat', n: 40, events: 40 * share })))!;
    expect(refus.betweenAgents).toMatchObject({ verdict: 'beyond-chance', groups: 10, leftOut: 0 });
    expect(refus.betweenAgents!.deviation).toBeCloseTo(expected.deviation, 12);
    expect(refus.betweenAgents!.interval!.low).toBeCloseTo(expected.interval.low, 12);
    expect(refus.betweenAgents!.p! / expected.p).toBeCloseTo(1, 9);
    expect(refus.betweenAgents!.deviation).toBeGreaterThan(0.15);
  });

  it('are said to be alike only so far as is known, and nothing is said on too little', async () => {
    const accueil = await rowOf(api, 'accueil');
    expect(accueil.betweenAgents).toMatchObject({ verdict: 'nothing-certain', deviation: 0, interval: { low: 0 } });
    const jargon = await rowOf(api, 'jargon');
    expect(jargon.mean).toMatchObject({ numerator: 0, denominator: 400 });
    expect(jargon.betweenAgents).toEqual({ verdict: 'not-enough-data', groups: 0, leftOut: 0, deviation: null, interval: null, p: null, q: null });
    expect((await rowOf(api, 'refus')).betweenChannels!.verdict).toBe('not-enough-data');
  });

  it('count for a commitment once, however many of its rules found something', async () => {
    await api.take(worked({ agent: 'a-3', count: 10, found: { refus: 1, jargon: 1 } }));
    const { rows } = await report(api);
    const [commitment] = rows;
    expect(commitment!.mean).toMatchObject({ numerator: 90, denominator: 410 });
  });

  it('do not look more apart for being asked about alone', async () => {
    const all = await rowOf(api, 'refus');
    const alone = await rowOf(api, 'refus', '?rule=refus');
    expect(alone.betweenAgents).toEqual(all.betweenAgents);
    expect(all.betweenAgents!.q).toBeGreaterThan(all.betweenAgents!.p!);
  });

  describe('in a funnel', () => {
    it('are nowhere outside as long as nobody has judged a finding', async () => {
      const { basis, undecided, points, mean } = await funnelOf(api);
      expect({ basis, undecided, mean: mean.numerator }).toEqual({ basis: 'confirmed', undecided: 90, mean: 0 });
      expect(points.map(({ agent }) => agent.ref)).toEqual(AGENTS.map(({ agent }) => agent));
      // Nothing of a person that was only detected: neither in the share, nor in what is expected, nor in the limits.
      for (const { flagged, expected, position, limits } of points) {
        expect({ flagged: flagged.numerator, expected, position, limits }).toEqual({
          flagged: 0, expected: 0, position: 'within', limits: [{ level: 0.95, low: 0, high: 0 }, { level: 0.998, low: 0, high: 0 }],
        });
      }
    });

    it('are outside once confirmed findings put them there, whatever becomes of the rest', async () => {
      await confirm(api, 'a-0');
      // 24 of 40 confirmed. If all the others are confirmed as well, everybody's rate is 22 %: still far above.
      const first = await funnelOf(api);
      expect(first.points[0]).toMatchObject({ flagged: { numerator: 24, denominator: 40 }, position: 'above-99.8' });
      // a-1 did the same, but nobody has judged it.
      expect(first.points[1]).toMatchObject({ flagged: { numerator: 0 }, position: 'within' });
      expect(first.undecided).toBe(66);

      for (const { agent } of AGENTS.slice(1)) await confirm(api, agent);
      const all = await funnelOf(api);
      expect(all.undecided).toBe(0);
      expect(all.points.map(({ position }) => position)).toEqual([
        'above-99.8', 'above-99.8', 'within', 'within', 'within', 'within', 'within', 'within', 'within', 'within',
      ]);
      expect(all.overdispersion).toBeGreaterThan(3);
    });

    it('are there for a commitment and its rules too, and only when asked for', async () => {
      const { rows } = await report(api, '?commitment=issue');
      expect(rows.map(({ subject, funnel: shown }) => [subject, shown!.points.length])).toEqual([
        ['commitment', 10], ['commitment', 10], ['rule', 10], ['rule', 10], ['rule', 10],
      ]);
      expect((await report(api)).rows.every(({ funnel: shown }) => shown === null)).toBe(true);
      expect((await report(api, '?rule=unknown')).rows).toEqual([]);
    });

    it('count a dismissed finding nowhere', async () => {
      const [one] = await findingsOf(api, 'a-0');
      await api.put(`/v1/findings/${one!.id}/review`).send({ verdict: 'dismissed', reason: 'wrong-words' }).expect(200);
      const row = await rowOf(api, 'refus', '?rule=refus');
      expect(row.mean!.numerator).toBe(89);
      expect(row.funnel!.points[0]!.flagged.numerator).toBe(23);
    });
  });

  it('are shown by detected findings where the organisation decided so, with its reason in the journal', async () => {
    await api.app.get(OrganisationRepository).changeSettings(ORGANISATION, { ...STRICT_SETTINGS, personFigures: 'detected' }, 'essai');
    const { funnel } = await rowOf(api, 'jargon', '?rule=jargon');
    expect(funnel).toMatchObject({ basis: 'detected', undecided: 0, mean: { numerator: 10 } });
  });

  it('come as CSV, and a parameter that would narrow to one person is refused', async () => {
    const csv = await api.get('/v1/reports/consistency?format=csv');
    expect(csv.headers['content-disposition']).toBe('attachment; filename="consistency.csv"');
    expect(csv.text.split('\r\n')[0]).toContain('betweenAgentsVerdict,betweenAgentsGroups,betweenAgentsLeftOut,betweenAgentsDeviation');
    expect(csv.text).toContain('beyond-chance');
    const refused = await api.get('/v1/reports/consistency?agent=a-0');
    expect([refused.status, refused.body.code]).toEqual([400, 'invalid_query']);
    expect((await api.get('/v1/reports/consistency?from=2026-03-05&to=2026-03-04')).status).toBe(422);
  });
});

describe('channels', () => {
  let api: TestApi;
  const people = Array.from({ length: 12 }, (_, a) => `b-${a}`);
  beforeAll(async () => {
    api = await startTestApi(STRICT_SETTINGS);
    await api.take(
      people.flatMap((agent, a) => [
        // Everybody does the same on each channel, and twice as often on the phone; complaints make up most of the calls.
        ...worked({ agent, channel: 'email', queue: 'suivi', count: 30, found: { refus: 0.1, jargon: a < 6 ? 0.2 : 0.1 } }),
        ...worked({ agent, channel: 'phone', queue: 'suivi', count: 30, found: { refus: 0.4, jargon: a < 6 ? 0.2 : 0.1 } }),
      ]),
    );
  });
  afterAll(() => api.stop());

  it('are told apart, each with its gap and interval, and agents are not blamed for theirs', async () => {
    const refus = await rowOf(api, 'refus');
    expect(refus.betweenChannels).toMatchObject({ verdict: 'beyond-chance', groups: 2 });
    expect(refus.betweenAgents).toMatchObject({ verdict: 'nothing-certain', deviation: 0 });
    expect(refus.channels).toMatchObject([
      { channel: 'email', flagged: { numerator: 36, denominator: 360 }, verdict: 'beyond-chance' },
      { channel: 'phone', flagged: { numerator: 144, denominator: 360 }, verdict: 'beyond-chance' },
    ]);
    expect(refus.channels[0]!.difference).toBeCloseTo(-0.15, 12);
    expect(refus.channels[1]!.difference).toBeCloseTo(0.15, 12);
    for (const { difference, interval } of refus.channels) expect(interval!.low < difference! && difference! < interval!.high).toBe(true);
    const jargon = await rowOf(api, 'jargon');
    expect(jargon.channels.map(({ verdict }) => verdict)).toEqual(['nothing-certain', 'nothing-certain']);
    for (const { difference } of jargon.channels) expect(difference).toBeCloseTo(0, 12);
  });

  it('are compared on the same contact reasons only', async () => {
    // Calls about refunds, as the customers' words say whatever the queue, where the refusal is usual, would make the phone look worse than it is.
    await api.take(people.flatMap((agent) => worked({ agent, channel: 'phone', queue: 'suivi', reason: 'refund', count: 20, found: { refus: 0.9 } })));
    const { channels } = await rowOf(api, 'refus');
    const [email, phone] = channels;
    expect(email!.difference).toBeCloseTo(-0.15, 12);
    // 30 of 50 calls are compared with mails; the others only with each other.
    expect(phone!.difference).toBeCloseTo((0.15 * 30) / 50, 12);
  });

  it('leave out what a rule could not be checked on', async () => {
    await api.take(people.flatMap((agent) => worked({ agent, channel: 'email', count: 5, notChecked: ['jargon'] })));
    expect((await rowOf(api, 'jargon')).mean!.denominator).toBe(12 * 80);
    expect((await rowOf(api, 'refus')).mean!.denominator).toBe(12 * 85);
    // One rule of the commitment could run: the interaction counts for it.
    expect((await report(api)).rows[0]!.mean!.denominator).toBe(12 * 85);
  });
});
