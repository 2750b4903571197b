import { STRICT_SETTINGS } from '#domain';
import { OrganisationRepository } from '#storage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysed, ORGANISATION } from '../../../test/contracts/analysis-store.fixture.js';
import { reportAgentsResponse } from '../src/report-agents/report-agents.message.js';
import { reportChannelsResponse } from '../src/report-channels/report-channels.message.js';
import { reportRulesResponse } from '../src/report-rules/report-rules.message.js';
import { reportTeamsResponse } from '../src/report-teams/report-teams.message.js';
import { reportTrendsResponse } from '../src/report-trends/report-trends.message.js';
import { startTestApi, type TestApi } from './start-test-api.js';

/** 24 mails by 6 agents, every third with a violation; 3 chats by one agent: too small a group. */
const STORY = [
  ...Array.from({ length: 24 }, (_, n) =>
    analysed({
      externalId: `mail-${n}`,
      channel: 'email',
      agent: `a-${n % 6}`,
      startedAt: `2026-03-${String(1 + n).padStart(2, '0')}T09:00:00.000Z`,
      found: n % 3 === 0 ? ['refus'] : [],
    }),
  ),
  ...Array.from({ length: 3 }, (_, n) => analysed({ externalId: `chat-${n}`, channel: 'chat', agent: 'a-0', found: ['refus'] })),
];

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi(STRICT_SETTINGS);
  await api.take(STORY);
});
afterAll(() => api.stop());

describe('under the strict settings', () => {
  it('counts only confirmed findings of a person, and says what waits', async () => {
    const report = reportAgentsResponse.parse((await api.get('/v1/reports/agents')).body);
    expect([report.basis, report.lag, report.rows.length]).toEqual(['confirmed', 0, 6]);
    const first = report.rows.find(({ agent }) => agent.ref === 'a-0')!;
    expect(first).toMatchObject({ interactions: 7, violations: 0, awaitingReview: 7, withViolation: { numerator: 0, denominator: 7 } });
  });

  it('hides the channel that would show a person, and the one that the month less it would show: no figure of it gets out', async () => {
    const answer = await api.get('/v1/reports/channels');
    const { basis, rows } = reportChannelsResponse.parse(answer.body);
    expect(basis).toBe('detected');
    expect(rows.find(({ channel }) => channel === 'chat')).toEqual({ channel: 'chat', figures: null, suppressed: 'group-too-small', counted: null });
    expect(rows.find(({ channel }) => channel === 'email')).toEqual({ channel: 'email', figures: null, suppressed: 'group-too-small', counted: null });
    for (const channel of ['email', 'chat']) {
      expect((await api.get(`/v1/reports/channels?channel=${channel}`)).body.rows).toMatchObject([{ channel, figures: null }]);
      expect((await api.get(`/v1/reports/trends?by=month&channel=${channel}`)).body.rows).toMatchObject([{ figures: null, suppressed: 'group-too-small' }]);
    }
    const csv = await api.get('/v1/reports/channels?format=csv');
    expect(csv.text).toContain('\r\nchat,,,,,,,,,,,,,,group-too-small,,\r\n');
  });

  it('gives a rule its share of the interactions it could run on', async () => {
    const { rows } = reportRulesResponse.parse((await api.get('/v1/reports/rules')).body);
    expect(rows.find(({ ruleId }) => ruleId === 'refus')).toMatchObject({ flagged: { numerator: 11, denominator: 25 }, suppressed: null, counted: { from: null, to: '2026-03-22' } });
  });

  it('hides what would show the small group by subtraction: all but the mails are the chats', async () => {
    const { rows } = reportRulesResponse.parse((await api.get('/v1/reports/rules?channel=email')).body);
    expect(rows.find(({ ruleId }) => ruleId === 'refus')).toMatchObject({ flagged: null, findings: null, suppressed: 'group-too-small' });
  });
});

describe('teams and trends', () => {
  it('are reports like the others, as JSON and as CSV', async () => {
    const teams = reportTeamsResponse.parse((await api.get('/v1/reports/teams')).body);
    // The 23rd and 24th wait for days that make them enough to be told apart.
    expect(teams.rows).toMatchObject([{ team: { ref: 'e-1' }, figures: { interactions: 25 }, counted: { from: null, to: '2026-03-22' } }]);
    expect((await api.get('/v1/reports/teams?format=csv')).text).toMatch(/^team,teamName,interactions,/);
    const trends = reportTrendsResponse.parse((await api.get('/v1/reports/trends?by=month')).body);
    expect(trends.rows).toMatchObject([{ from: '2026-03-01', to: '2026-03-31', figures: { interactions: 25 }, counted: { from: '2026-03-01', to: '2026-03-22' } }]);
    expect((await api.get('/v1/reports/trends?format=csv&by=month')).text).toMatch(/\r\n2026-03-01,2026-03-31,25,.*,2026-03-01,2026-03-22\r\n/);
    expect((await api.get('/v1/reports/trends?by=decade')).body.code).toBe('invalid_query');
  });
});

describe('a report', () => {
  it('covers the period asked for', async () => {
    const { period, rows } = reportAgentsResponse.parse((await api.get('/v1/reports/agents?from=2026-03-01&to=2026-03-06&channel=email')).body);
    expect(period).toEqual({ from: '2026-03-01', to: '2026-03-06', timeZone: 'Europe/Paris' });
    expect(rows.map(({ interactions }) => interactions)).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it('filters by agent and team', async () => {
    const one = reportAgentsResponse.parse((await api.get('/v1/reports/agents?agent=a-3')).body);
    expect(one.rows.map(({ agent }) => agent.ref)).toEqual(['a-3']);
    expect((await api.get('/v1/reports/agents?team=nobody')).body.rows).toEqual([]);
  });

  it('is CSV by Accept or by parameter, which wins', async () => {
    const csv = await api.get('/v1/reports/agents').set('Accept', 'text/csv');
    expect(csv.headers['content-type']).toContain('text/csv');
    expect(csv.headers['content-disposition']).toBe('attachment; filename="agents.csv"');
    expect(csv.text.split('\r\n')).toHaveLength(8);
    expect((await api.get('/v1/reports/agents?format=json').set('Accept', 'text/csv')).body.rows).toHaveLength(6);
    const excel = await api.get('/v1/reports/rules?format=csv&excel=true');
    expect(excel.text).toMatch(/^\uFEFFrule;polarity;severity;/);
  });

  it('follows the settings', async () => {
    const relaxed = { ...STRICT_SETTINGS, personFigures: 'detected' } as const;
    await api.app.get(OrganisationRepository).changeSettings(ORGANISATION, relaxed, 'essai');
    const report = reportAgentsResponse.parse((await api.get('/v1/reports/agents?agent=a-0')).body);
    expect([report.basis, report.rows[0]!.violations]).toEqual(['detected', 7]);
  });
});
