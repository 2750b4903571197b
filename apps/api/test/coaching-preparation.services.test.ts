import { SAMPLE_SETTINGS, STRICT_SETTINGS, type CoachingPreparation } from '#domain';
import { RulebookRepository } from '#storage';
import { afterEach, describe, expect, it } from 'vitest';
import { coachingPreparation } from '../src/read-models/coaching-figures.schema.js';
import { type Coaching, codeOf, daysAgo, type Member, nord, startCoaching, TODAY } from './coaching-story.js';
import { ORGANISATION, RULEBOOK } from '../../../test/contracts/analysis-store.fixture.js';
import { worked } from './consistency-story.js';
import { DESCRIPTION } from './start-test-api.js';

let api: Coaching;
let carla: Member;
afterEach(() => api.stop());

const FROM = 40;
const DETECTED = { ...STRICT_SETTINGS, personFigures: 'detected' } as const;

async function start(settings: typeof STRICT_SETTINGS): Promise<void> {
  api = await startCoaching(settings);
  carla = await api.member('carla', ['coach'], ['nord']);
}
const ask = (agent = 'nord-0', from = daysAgo(FROM), to = TODAY) => api.as(carla, 'get', `/coaching-preparations?agent=${agent}&from=${from}&to=${to}`);
const prepare = async (agent?: string, from?: string, to?: string): Promise<CoachingPreparation> => coachingPreparation.parse((await ask(agent, from, to)).body);
/** Peers with rates of the team, and nord-0 with the given ones. */
const team = (found: Record<string, number>, peers = 6, count = 30) => [
  ...Array.from({ length: peers }, (_, n) => nord(n + 1, FROM, { count, found: { refus: 0.2, jargon: 0.3, '+accueil': 0.3 } })).flat(),
  ...nord(0, FROM, { count, found }),
];

const mixed = (n: number, chat: number, phone: number) => [
  ...nord(n, FROM, { count: chat, found: { refus: 0.1 } }), ...nord(n, FROM, { count: phone, channel: 'phone', found: { refus: 0.6 } }),
];

describe('the preparation of a session', () => {
  it('proposes what chance does not explain, in both directions, with the words', async () => {
    await start(DETECTED);
    await api.take(team({ refus: 0.6, jargon: 0.3, '+accueil': 0.7 }));
    const found = await prepare();
    expect(found).toMatchObject({ agent: { ref: 'nord-0' }, team: { ref: 'nord' }, basis: 'detected', suppressed: null, examined: 3, notEnough: [], observed: [] });
    expect(found.proposals.map(({ ruleId, polarity, direction, position, peers, flagged }) => [ruleId, polarity, direction, position, peers, flagged.numerator, flagged.denominator])).toEqual([
      ['accueil', 'merit', 'strength', 'above-99.8', 6, 21, 30],
      ['refus', 'violation', 'to-work-on', 'above-99.8', 6, 18, 30],
    ]);
    const [, refus] = found.proposals;
    // By hand: everybody's rate on chat is (18 + 6 × 6) / 210.
    expect(refus!.expected).toBeCloseTo(54 / 210, 10);
    expect(refus!.flagged.interval!.low).toBeGreaterThan(refus!.expected);
    expect(refus!.excerpts).toHaveLength(5);
    expect(refus!.excerpts.every(({ agent, ruleId, evidence }) => agent!.ref === 'nord-0' && ruleId === 'refus' && evidence[0]!.quote !== '')).toBe(true);
    // Fewer violations than chance explains is a strength as well.
    const [better] = (await prepareOther({ refus: 0, jargon: 0.3, '+accueil': 0.3 })).proposals;
    expect(better).toMatchObject({ ruleId: 'refus', direction: 'strength', excerpts: [] });
  });

  it('compares on the same channels and contact reasons', async () => {
    await start(DETECTED);
    // On the phone everybody refuses often, and nord-0 is on the phone more than others.
    await api.take([...mixed(0, 10, 40), ...Array.from({ length: 6 }, (_, n) => mixed(n + 1, 40, 20)).flat()]);
    expect((await prepare()).proposals).toEqual([]);
  });

  it('counts confirmed findings, and nobody is outside while what waits could change it; confirmed words come first', { timeout: 120_000 }, async () => {
    await start(STRICT_SETTINGS);
    const own = nord(0, FROM, { count: 30, found: { refus: 0.6 } });
    const peers = Array.from({ length: 6 }, (_, n) => nord(n + 1, FROM, { count: 30, found: { refus: 0.1 } }));
    await api.take([...own, ...peers.flat()]);
    await api.judge(own);
    // What waits with the peers could still bring them to 3 of 30: not enough to explain 18.
    expect((await prepare()).proposals.map(({ ruleId, direction, flagged }) => [ruleId, direction, flagged.numerator])).toEqual([['refus', 'to-work-on', 18]]);
    await api.take(nord(0, 5, { count: 5, found: { refus: 1 } }));
    const { basis, proposals } = await prepare();
    expect([basis, proposals[0]!.flagged.numerator]).toEqual(['confirmed', 18]);
    // The latest five are detected, and the confirmed ones stand before them.
    expect(proposals[0]!.excerpts.map(({ status }) => status)).toEqual(Array(5).fill('confirmed'));
  });

  it('is « pas assez de données » where no count could be outside, and says so', async () => {
    await start(DETECTED);
    await api.take([...team({}), ...nord(0, FROM, { count: 2, found: { refus: 1 } })].filter(({ interaction, analysis }) => interaction.participants[1]!.ref !== 'nord-0' || analysis.findings.length > 0));
    // At 0.2 and more nobody tells two of two from chance.
    expect(await prepare()).toMatchObject({ suppressed: null, proposals: [], examined: 0, notEnough: ['accueil', 'jargon', 'refus'] });
  });
});

describe('got round', () => {
  it('four peers are no group, nor the agent of no team', async () => {
    await start(DETECTED);
    await api.take([...team({ refus: 0.9 }, 4, 40), ...worked({ agent: 'solo', team: '', count: 20, found: { refus: 1 } })]);
    expect(await prepare()).toMatchObject({ suppressed: 'group-too-small', proposals: [], examined: 0 });
    const solo = await api.as(api.admin, 'get', `/coaching-preparations?agent=solo&from=${daysAgo(FROM)}&to=${TODAY}`);
    expect([solo.status, solo.body.suppressed ?? solo.body.code]).toEqual([200, expect.stringMatching(/no-team|group-too-small/)]);
  });

  it('a neighbouring period is cut where a day alone would show a person', async () => {
    await start(DETECTED);
    await api.take([...team({ refus: 0.6 }), ...nord(1, 2, { count: 1, found: { refus: 1 } })]);
    const [whole, shorter] = [await prepare(), await prepare('nord-0', daysAgo(FROM), daysAgo(3))];
    // The day two days ago has one agent: it is counted in neither.
    expect(whole.proposals[0]!.counted).toEqual(shorter.proposals[0]!.counted);
    expect(whole.proposals).toEqual(shorter.proposals);
  });

  it('whoever sees every team is told the same', async () => {
    await start(DETECTED);
    await api.take([...team({ refus: 0.6 }), ...worked({ agent: 'sud-0', team: 'sud', from: daysAgo(FROM), count: 30, found: { refus: 1 } })]);
    // One person in the rest of the organisation could be had by subtraction: nobody is told.
    expect((await prepare()).suppressed).toBe('group-too-small');
    await api.take(Array.from({ length: 5 }, (_, n) => worked({ agent: `sud-${n + 1}`, team: 'sud', from: daysAgo(FROM), count: 30, found: { refus: 0.5 } })).flat());
    const everything = (await api.as(api.admin, 'get', `/coaching-preparations?agent=nord-0&from=${daysAgo(FROM)}&to=${TODAY}`)).body;
    expect(everything).toEqual(await prepare());
    expect(everything.proposals.length).toBeGreaterThan(0);
  });

  it('a rule under observation does not count', async () => {
    await start(DETECTED);
    await api.take(team({ refus: 0.6, jargon: 0.9 }));
    await api.owner.query(`INSERT INTO rule_observation (organisation_id, rule_id, observed, since, confirmed, judged, low, threshold, decided_by) SELECT organisation_id, 'jargon', true, now(), 0, 20, 0, 0.5, 'test' FROM organisation`);
    const found = await prepare();
    expect([found.observed, found.proposals.map(({ ruleId }) => ruleId)]).toEqual([['jargon'], ['accueil', 'refus']]);
  });

  it('a rule newer than the interactions does not count', async () => {
    await start(DETECTED);
    const before = { ...RULEBOOK, version: '0.9.0', hash: 'b'.repeat(64) };
    const rulebooks = api.app.get(RulebookRepository);
    await rulebooks.publishRulebook(ORGANISATION, { ...DESCRIPTION, ...before, rules: DESCRIPTION.rules.filter(({ id }) => id !== 'refus') });
    await rulebooks.publishRulebook(ORGANISATION, DESCRIPTION);
    const old = team({ refus: 0.6, jargon: 0.8 }).map((item) => ({ ...item, analysis: { ...item.analysis, rulebook: before } }));
    await api.take(old);
    const found = await prepare();
    expect([found.proposals.map(({ ruleId }) => ruleId), found.notEnough]).toEqual([['accueil', 'jargon'], ['refus']]);
  });

  it('a period that ends before it begins, or none, is refused', async () => {
    await start(SAMPLE_SETTINGS);
    expect(codeOf(await ask('nord-0', TODAY, daysAgo(3)))).toEqual([422, 'unprocessable']);
    expect(codeOf(await api.as(carla, 'get', '/coaching-preparations?agent=nord-0'))).toEqual([400, 'invalid_query']);
    expect(codeOf(await ask('personne'))).toEqual([404, 'not_found']);
  });
});

async function prepareOther(found: Record<string, number>): Promise<CoachingPreparation> {
  await api.stop();
  await start(DETECTED);
  await api.take(team(found, 6, 40));
  return prepare();
}
