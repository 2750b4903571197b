import { proportion, STRICT_SETTINGS, type AnsweredQuestion, type AnsweredSlot, type AnswersReport } from '#domain';
import { OrganisationRepository } from '#storage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORGANISATION } from '../../../test/contracts/analysis-store.fixture.js';
import { reportAnswersResponse } from '../src/report-answers/report-answers.message.js';
import { answering, keep, times } from './answers-story.js';
import { startTestApi, type TestApi } from './start-test-api.js';

const SOON = 'Je vous rembourse sous 48 h.';
const LATE = 'Vous serez remboursé sous dix jours.';
const IF_SENT = 'Si vous nous renvoyez le colis, nous vous remboursons sous dix jours.';
const REFUSED = 'Nous ne pouvons pas vous rembourser.';
const GIFT = (euros: number): string => `Je vous offre un avoir de ${euros} € sur votre compte.`;

let api: TestApi;
const report = async (query = ''): Promise<AnswersReport> => {
  const answer = await api.get(`/v1/reports/consistency/answers${query}`);
  expect(answer.status).toBe(200);
  return reportAnswersResponse.parse(answer.body);
};
const questionOf = async (topic: string, query = ''): Promise<AnsweredQuestion> => (await report(query)).rows.find((row) => row.topic === topic)!;
const slotOf = async (topic: string, slot: string, query = ''): Promise<AnsweredSlot> => (await questionOf(topic, query)).slots.find((one) => one.slot === slot)!;

/** Six people: on the chat refunds take 48 h, on the phone ten days; two of the twelve in each person's calls hear no, or a condition. */
beforeAll(async () => {
  api = await startTestApi(STRICT_SETTINGS);
  await keep(
    api,
    Array.from({ length: 6 }, (_, a) => [
      ...answering({ agent: `a-${a}`, channel: 'chat', texts: times([9, SOON], [1, LATE]) }),
      ...answering({ agent: `a-${a}`, channel: 'phone', texts: times([1, SOON], [7, LATE], [1, IF_SENT], [1, REFUSED]) }),
      // Two give 10 €, the others 20 €.
      ...answering({ agent: `a-${a}`, channel: 'email', reason: 'delivery', texts: times([6, GIFT(a < 2 ? 10 : 20)]) }),
    ]).flat(),
  );
});
afterAll(() => api.stop());

describe('the same question', () => {
  it('is a contact reason and what is answered about; each slot has its values, with how they were put', async () => {
    const { basis, rows } = await report();
    expect(basis).toBe('detected');
    expect(rows.map(({ reason, topic, agents, answers }) => [reason, topic, agents, answers])).toEqual([['delivery', 'gesture', 6, 36], ['refund', 'refund', 6, 120]]);
    const slots = rows[1]!.slots.map(({ slot, stated, values }) => [slot, stated.numerator, stated.denominator, values.map(({ key, share }) => [key, share.numerator])]);
    expect(slots).toEqual([
      ['possible', 120, 120, [['yes', 114], ['no', 6]]],
      ['delay', 114, 120, [['P2D', 60], ['P10D', 48], ['P10D after', 6]]],
      ['condition', 114, 120, [['without', 108], ['with', 6]]],
    ]);
    const [two, ten] = rows[1]!.slots[1]!.values;
    expect(two).toMatchObject({ delay: { days: 2, workingDays: 2, minutes: null, afterEvent: false }, written: ['sous 48 h'], share: proportion(60, 114), samples: [] });
    expect(ten).toMatchObject({ delay: { days: 10, workingDays: 8 }, written: ['sous dix jours'] });
  });

  it('gets other answers on another channel, beyond chance, and the same from everybody', async () => {
    const delay = await slotOf('refund', 'delay');
    expect(delay.channels.map(({ channel, stated, values }) => [channel, stated.numerator, values.map(({ key, share }) => [key, share.numerator])])).toEqual([
      ['chat', 60, [['P2D', 54], ['P10D', 6]]],
      ['phone', 54, [['P2D', 6], ['P10D', 42], ['P10D after', 6]]],
    ]);
    expect(delay.betweenChannels).toMatchObject({ verdict: 'beyond-chance', groups: 2, leftOut: 0 });
    expect(delay.betweenAgents).toMatchObject({ verdict: 'nothing-certain', groups: 6 });
    // (60·59 + 48·47 + 6·5) / (114·113), and 54·53 + 6·5 of 60·59 on the chat.
    expect(delay.agreement).toMatchObject({ rate: 5826 / 12882, answers: 114 });
    expect(delay.channels[0]!.agreement!.rate).toBeCloseTo(2892 / 3540, 12);
    expect(delay.agreement!.interval.high).toBeLessThan(delay.channels[0]!.agreement!.interval.low);
  });

  it('gets other answers from other people, beyond chance; one channel alone has nothing to be compared with', async () => {
    const amount = await slotOf('gesture', 'amount');
    expect(amount.values.map(({ key, share }) => [key, share.numerator])).toEqual([['10 EUR', 12], ['20 EUR', 24]]);
    expect(amount.betweenAgents).toMatchObject({ verdict: 'beyond-chance', groups: 6 });
    expect(amount.betweenChannels).toEqual({ verdict: 'not-enough-data', groups: 0, leftOut: 0, p: null, q: null });
    const possible = await slotOf('gesture', 'possible');
    expect(possible.betweenAgents.verdict).toBe('not-enough-data');
    expect(possible.agreement!.rate).toBe(1);
  });

  it('opens down to the words, without a name', async () => {
    const { values } = await slotOf('refund', 'delay', '?topic=refund');
    for (const { samples } of values) expect(samples.length).toBe(3);
    const [latest] = values[0]!.samples;
    expect(latest).toMatchObject({ channel: 'chat', at: '2026-03-02T09:08:04.200Z', agent: null });
    expect(SOON.slice(latest!.evidence.start, latest!.evidence.end)).toBe(latest!.evidence.quote);
    const { body } = await api.get(`/v1/interactions/${latest!.interactionId}`);
    expect(body.turns[latest!.evidence.turn].text).toBe(SOON);
  });

  it('does not look more different for being asked about alone', async () => {
    const all = await slotOf('refund', 'delay');
    const alone = await slotOf('refund', 'delay', '?reason=refund&topic=refund');
    expect(alone.betweenChannels).toEqual(all.betweenChannels);
    expect((await report('?reason=refund&topic=refund')).rows).toHaveLength(1);
    expect((await report('?reason=unknown')).rows).toEqual([]);
  });

  it('of several words on one point has the last, and none of what is asked about another', async () => {
    await keep(api, answering({ agent: 'a-0', channel: 'chat', day: '2026-03-02', texts: [`${LATE} Pardon, je me trompe : ${SOON.toLowerCase()} Je vous rappelle demain.`] }));
    const after = await slotOf('refund', 'delay');
    expect(after.values.map(({ share }) => share.numerator)).toEqual([61, 48, 6]);
  });

  it('comes as CSV, one line per value and channel', async () => {
    const { text, headers } = await api.get('/v1/reports/consistency/answers?format=csv&reason=refund');
    expect(headers['content-disposition']).toBe('attachment; filename="answers.csv"');
    expect(text).toContain('refund,refund,');
    expect(text.split('\r\n').filter((line: string) => line.includes(',delay,phone,P10D,'))).toHaveLength(1);
  });
});

describe('people', () => {
  it('are not shown by answers that nobody confirmed, and nobody can ask for one', async () => {
    expect((await slotOf('gesture', 'amount', '?topic=gesture')).people).toBeNull();
    expect(JSON.stringify(await report('?topic=gesture'))).not.toMatch(/"a-[0-5]"|Agent a/);
    const refused = await api.get('/v1/reports/consistency/answers?agent=a-0');
    expect([refused.status, refused.body.code]).toEqual([400, 'invalid_query']);
    expect((await api.get('/v1/reports/consistency/answers?topic=other')).status).toBe(400);
  });

  it('are shown where the organisation decided so, with its reason in the journal: by ref, and only for one question', async () => {
    await api.app.get(OrganisationRepository).changeSettings(ORGANISATION, { ...STRICT_SETTINGS, personFigures: 'detected' }, 'essai');
    const { people, values } = await slotOf('gesture', 'amount', '?topic=gesture');
    expect(people!.map(({ agent, stated, values: own }) => [agent.ref, stated.numerator, own.map(({ key }) => key)])).toEqual([
      ['a-0', 6, ['10 EUR']], ['a-1', 6, ['10 EUR']], ['a-2', 6, ['20 EUR']], ['a-3', 6, ['20 EUR']], ['a-4', 6, ['20 EUR']], ['a-5', 6, ['20 EUR']],
    ]);
    expect(values[0]!.samples[0]!.agent).toMatchObject({ name: expect.stringMatching(/^Agent a-[01]$/) });
    expect((await slotOf('gesture', 'amount')).people).toBeNull();
  });
});
