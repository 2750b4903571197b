import { STRICT_SETTINGS, type AnalysedInteraction, type CoachingEffectReport } from '#domain';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { coachingEffectReport } from '../src/read-models/coaching-figures.schema.js';
import { type Coaching, codeOf, daysAgo, type Member, nord, startCoaching } from './coaching-story.js';

let api: Coaching;
let carla: Member;
let agent: Member;

const DETECTED = { ...STRICT_SETTINGS, personFigures: 'detected' } as const;
const HELD = 40;

async function start(settings: typeof STRICT_SETTINGS): Promise<void> {
  api = await startCoaching(settings);
  carla = await api.member('carla', ['coach'], ['nord']);
  agent = await api.member('aline', ['agent'], 'all', 'nord-0');
}

/** A session held so many days ago; its id. */
async function session(n: number, days = HELD, rules = ['refus'], windowDays = 28): Promise<string> {
  const { id } = (await api.as(carla, 'post', '/coaching-sessions').send({ agent: `nord-${n}`, rules, windowDays })).body;
  await api.as(carla, 'put', `/coaching-sessions/${id}/state`).send({ state: 'planned', on: daysAgo(days) });
  await api.holdOn(carla, id, daysAgo(days));
  return id;
}
const effect = async (id: string, who = carla, prefix = ''): Promise<CoachingEffectReport> => coachingEffectReport.parse((await api.as(who, 'get', `${prefix}/coaching-sessions/${id}/effect`)).body);
const shortOf = async (id: string) => (await effect(id)).rules[0]!.short;

/** Twenty on chat and twenty by email in each period, with those shares: [chat, email] before, then after. */
const periods = (n: number, before: [number, number], after: [number, number], rule = 'refus'): AnalysedInteraction[] =>
  ([[68, before], [39, after]] as const).flatMap(([from, [chat, email]]) => [
    ...nord(n, from, { count: 20, found: { [rule]: chat } }), ...nord(n, from, { count: 20, channel: 'email', found: { [rule]: email } }),
  ]);
const peers = (count = 6, rule = 'refus') => Array.from({ length: count }, (_, n) => periods(n + 1, [0.25, 0.1], [0.2, 0.1], rule)).flat();

describe('an effect computed by hand', () => {
  const items = [...periods(0, [0.5, 0.2], [0.2, 0.1]), ...peers()];
  let mine: string;
  beforeAll(async () => {
    await start(DETECTED);
    await api.take(items);
    mine = await session(0);
  });
  afterAll(() => api.stop());

  it('is what was computed by hand: change of the agent less that of peers, channel by channel', async () => {
    const found = await effect(mine);
    expect(found).toMatchObject({ agent: { ref: 'nord-0' }, basis: 'detected', windows: { before: { from: daysAgo(68), to: daysAgo(41) }, after: { from: daysAgo(39), to: daysAgo(12) } } });
    const { measured, verdict, short, better } = found.rules[0]!;
    expect([short, better]).toEqual([null, 'fewer']);
    // Agent: 10 + 4 of 40, then 4 + 2 of 40. Peers: 6 × (5 + 2) of 240, then 6 × (4 + 2).
    expect(measured!.coached).toMatchObject({ before: { numerator: 14, denominator: 40 }, after: { numerator: 6, denominator: 40 } });
    expect(measured!.peers).toMatchObject({ agents: 6, flagged: { before: { numerator: 42, denominator: 240 }, after: { numerator: 36, denominator: 240 } } });
    // Before: 14 − (20 × 0.25 + 20 × 0.1) = 7 of 40 more than peers on the same mix; after: 6 − (20 × 0.2 + 20 × 0.1) = 0.
    expect(measured!.estimate).toBeCloseTo(0 - 7 / 40, 10);
    expect(measured!.interval.low).toBeLessThan(measured!.estimate);
    expect(measured!.interval.high).toBeGreaterThan(measured!.estimate);
    expect(measured!.interval.level).toBe(0.95);
    // Peers do not differ at all: what looked striking before is chance, and so is all that comes back from it.
    expect(measured!.regressionToMean.warns).toBe(true);
    expect(verdict).toBe(measured!.interval.high < 0 ? 'better' : 'nothing-certain');
    // Asked again it is the same, and no word on the person.
    expect(await effect(mine)).toEqual(found);
  });

  it('an interaction is counted once, also when it is sent again', async () => {
    const found = await effect(mine);
    await api.take(items);
    expect(await effect(mine)).toEqual(found);
  });

  it('the agent is told own counts, how many peers, and the difference to the nearest point: nothing to subtract', async () => {
    const [full, own] = [(await effect(mine)).rules[0]!.measured!, (await effect(mine, agent, '/me')).rules[0]!.measured!];
    expect(own.coached).toEqual(full.coached);
    expect(own.peers).toEqual({ agents: 6, flagged: null });
    expect([own.undecided.peers, own.estimate]).toEqual([null, -0.17]);
    expect(JSON.stringify(own)).not.toContain('240');
    expect(codeOf(await api.as(agent, 'get', `/coaching-sessions/${mine}/effect`))).toEqual([403, 'forbidden']);
  });

  it('neighbouring windows: two sessions of one person on one rule within the same days tell nothing', async () => {
    const next = await session(0, HELD - 1);
    for (const one of [mine, next]) expect(await shortOf(one)).toEqual({ reason: 'overlap', found: null, needed: null });
  });

  it('a rule under observation counts for no one', async () => {
    await api.owner.query(`INSERT INTO rule_observation (organisation_id, rule_id, observed, since, confirmed, judged, low, threshold, decided_by) SELECT organisation_id, 'refus', true, now(), 0, 20, 0, 0.5, 'test' FROM organisation`);
    expect(await shortOf(mine)).toMatchObject({ reason: 'observed' });
  });
});

describe('the effect of a session', () => {
  afterEach(() => api.stop());

  it('is better for a merit that comes more often, worse for one that comes less, and only of the coached rules', async () => {
    await start(DETECTED);
    await api.take([...periods(0, [0.1, 0.1], [0.9, 0.9], '+accueil'), ...peers(6, '+accueil'), ...periods(7, [0.9, 0.9], [0, 0], '+accueil')]);
    const [more, less] = [(await effect(await session(0, HELD, ['accueil', 'jargon']))).rules, (await effect(await session(7, HELD, ['accueil']))).rules];
    expect(more.map(({ ruleId, better, verdict }) => [ruleId, better, verdict])).toEqual([['accueil', 'more', 'better'], ['jargon', 'fewer', 'not-enough-data']]);
    expect(more[1]!.short).toMatchObject({ reason: 'events', found: 0, needed: 10 });
    expect(less[0]!.verdict).toBe('worse');
  });

  it('counts confirmed findings, and is certain only if it would be whatever becomes of what waits', { timeout: 180_000 }, async () => {
    await start(STRICT_SETTINGS);
    const [before, after] = [periods(0, [0.9, 0.9], [0, 0]), periods(0, [0, 0], [0.9, 0.9]).filter(({ analysis }) => analysis.findings.length > 0)];
    const others = peers();
    await api.take([...before.filter(({ analysis }) => analysis.findings.length > 0), ...after, ...others]);
    const id = await session(0);
    expect((await effect(id)).rules[0]!.short).toMatchObject({ reason: 'events', found: 0 });
    await api.judge([...before, ...others]);
    // Of the agent's after nobody has judged anything yet: judged, it could undo what it looks like.
    expect((await effect(id)).rules[0]).toMatchObject({ verdict: 'nothing-certain', measured: { coached: { after: { numerator: 0 } }, undecided: { coached: 36, peers: 0 } } });
    await api.judge(after, { verdict: 'dismissed', reason: 'wrong-context' });
    expect((await effect(id)).rules[0]).toMatchObject({ verdict: 'better', measured: { undecided: { coached: 0, peers: 0 } } });
  });

  it('says what is missing', async () => {
    await start(DETECTED);
    await api.take([...periods(0, [0.5, 0.2], [0.2, 0.1]), ...peers(4), ...nord(5, 68, { count: 9, found: { refus: 0.2 } })]);
    const draft = (await api.as(carla, 'post', '/coaching-sessions').send({ agent: 'nord-0', rules: ['refus'] })).body.id;
    expect(await shortOf(draft)).toEqual({ reason: 'not-held', found: null, needed: null });
    expect((await effect(draft)).windows).toBeNull();
    expect(await shortOf(await session(0, 10, ['jargon']))).toEqual({ reason: 'time', found: 9, needed: 28 });
    expect(await shortOf(await session(0))).toEqual({ reason: 'peers', found: 4, needed: 5 });
    expect(await shortOf(await session(6))).toMatchObject({ reason: 'peers' });
    await api.take(periods(6, [0.25, 0.1], [0.2, 0.1]));
    const few = await session(5, HELD, ['accueil']);
    expect(await shortOf(few)).toMatchObject({ reason: 'interactions', found: 0, needed: 20 });
  });
});

describe('got round', () => {
  afterEach(() => api.stop());

  it('whoever is coached on the same rule is no peer: the group falls below the smallest, and nothing is told', async () => {
    await start(DETECTED);
    await api.take([...periods(0, [0.5, 0.2], [0.2, 0.1]), ...peers(5)]);
    const id = await session(0);
    expect((await effect(id)).rules[0]!.measured!.peers.agents).toBe(5);
    // On another rule: still a peer.
    await session(2, HELD, ['jargon']);
    expect((await effect(id)).rules[0]!.measured!.peers.agents).toBe(5);
    await session(1, HELD + 28);
    expect(await shortOf(id)).toEqual({ reason: 'peers', found: 4, needed: 5 });
  });

  it('too few interactions of peers, by the organisation’s own smallest group', async () => {
    await start({ ...DETECTED, groupMinInteractions: 300 });
    await api.take([...periods(0, [0.5, 0.2], [0.2, 0.1]), ...peers()]);
    expect(await shortOf(await session(0))).toEqual({ reason: 'peer-interactions', found: 240, needed: 300 });
  });
});
