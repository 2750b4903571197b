import { type CoachedRuleEffect, directionOf, fixedMembers, type RuleCell, ruleEffect, STRICT_SETTINGS, toldToAgent, windowsAround } from '#domain';
import { describe, expect, it } from 'vitest';

const cell = (agent: string, period: RuleCell['period'], n: number, confirmed: number, undecided = 0): RuleCell => ({
  agent, coached: agent === 'a', period, stratum: 'chat', n, detected: confirmed + undecided, confirmed, undecided,
});
const pair = (agent: string, before: [number, number], after: [number, number], waiting: [number, number] = [0, 0]): RuleCell[] => [
  cell(agent, 'before', ...before, waiting[0]), cell(agent, 'after', ...after, waiting[1]),
];
const peers = ['b', 'c', 'd', 'e', 'f', 'g'].flatMap((agent) => pair(agent, [60, 12], [60, 12]));

describe('the effect on a rule', () => {
  it('is the change beyond that of peers, good in the direction of the rule', () => {
    const cells = [...pair('a', [60, 42], [60, 6]), ...peers];
    expect(ruleEffect(cells, 'violation', 'confirmed', STRICT_SETTINGS)).toMatchObject({
      verdict: 'better', measured: { estimate: -0.6, coached: { before: { numerator: 42, denominator: 60 }, after: { numerator: 6 } }, peers: { agents: 6, flagged: { before: { numerator: 72, denominator: 360 } } } },
    });
    expect(ruleEffect(cells, 'merit', 'confirmed', STRICT_SETTINGS).verdict).toBe('worse');
  });

  it('is certain only if it would be whatever became of what waits, with peers too', () => {
    const own = pair('a', [60, 42], [60, 6]);
    const waiting = ['b', 'c', 'd', 'e', 'f', 'g'].flatMap((agent) => pair(agent, [60, 12], [60, 2], [40, 0]));
    expect(ruleEffect([...own, ...waiting], 'violation', 'confirmed', STRICT_SETTINGS)).toMatchObject({ verdict: 'nothing-certain', measured: { undecided: { coached: 0, peers: 240 } } });
    expect(ruleEffect([...pair('a', [60, 42], [60, 6], [0, 40]), ...peers], 'violation', 'confirmed', STRICT_SETTINGS).verdict).toBe('nothing-certain');
    // What counts detected findings waits for nobody.
    expect(ruleEffect([...own, ...peers], 'violation', 'detected', STRICT_SETTINGS)).toMatchObject({ verdict: 'better', measured: { undecided: { coached: 0, peers: 0 } } });
  });

  it('is « pas assez de données » below the organisation’s smallest group', () => {
    const cells = [...pair('a', [60, 42], [60, 6]), ...peers];
    expect(ruleEffect(cells, 'violation', 'confirmed', { ...STRICT_SETTINGS, groupMinAgents: 7 }).short).toEqual({ reason: 'peers', found: 6, needed: 7 });
    expect(ruleEffect(cells, 'violation', 'confirmed', { ...STRICT_SETTINGS, groupMinInteractions: 400 }).short).toEqual({ reason: 'peer-interactions', found: 360, needed: 400 });
    expect(ruleEffect(pair('a', [60, 42], [60, 6]), 'violation', 'confirmed', { ...STRICT_SETTINGS, groupMinAgents: 1 }).short).toMatchObject({ reason: 'peers', needed: 4 });
  });

  it('is told to the agent without a count of peers', () => {
    const found: CoachedRuleEffect = { ruleId: 'refus', polarity: 'violation', better: 'fewer', ...ruleEffect([...pair('a', [61, 42], [60, 6]), ...peers], 'violation', 'confirmed', STRICT_SETTINGS) };
    const { measured } = toldToAgent(found);
    expect(measured).toMatchObject({ peers: { agents: 6, flagged: null }, estimate: -0.59, undecided: { coached: 0, peers: null } });
    expect(Number.isInteger(measured!.interval.low * 100) || Math.abs(measured!.interval.low * 100 - Math.round(measured!.interval.low * 100)) < 1e-9).toBe(true);
    const short = { ruleId: 'refus', polarity: 'violation', better: 'fewer', verdict: 'not-enough-data', measured: null } as const;
    expect(toldToAgent({ ...short, short: { reason: 'events', found: 3, needed: 10 } }).short).toEqual({ reason: 'events', found: null, needed: 10 });
    expect(toldToAgent({ ...short, short: { reason: 'peers', found: 3, needed: 5 } }).short).toEqual({ reason: 'peers', found: 3, needed: 5 });
  });
});

it('compares as many days before as after, without the day of the session', () => {
  expect(windowsAround('2026-03-10', 14)).toEqual({ before: { from: '2026-02-24', to: '2026-03-09' }, after: { from: '2026-03-11', to: '2026-03-24' } });
});

it('a rule says in which direction it is good', () => {
  expect([directionOf('violation', 'above-95'), directionOf('violation', 'below-99.8'), directionOf('merit', 'above-99.8'), directionOf('merit', 'below-95')]).toEqual(['to-work-on', 'strength', 'strength', 'to-work-on']);
  expect([directionOf('merit', 'within'), directionOf('violation', 'not-enough-data')]).toEqual([null, null]);
});

it('ever less of a session changes', () => {
  const action = { text: 'Relire', dueOn: null, done: false };
  const everything = { rules: ['refus'], agenda: [], actions: [{ ...action, text: 'Autre' }], windowDays: 30, followUpOn: null };
  expect(fixedMembers('planned', everything, [action])).toEqual([]);
  expect(fixedMembers('held', everything, [action])).toEqual(['rules', 'agenda', 'windowDays']);
  expect(fixedMembers('acknowledged', everything, [action])).toEqual(['rules', 'agenda', 'actions', 'windowDays']);
  expect(fixedMembers('acknowledged', { actions: [{ ...action, done: true }] }, [action])).toEqual([]);
  expect(fixedMembers('followed-up', { actions: [action] }, [action])).toEqual(['actions']);
});
