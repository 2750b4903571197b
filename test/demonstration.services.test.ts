import type { Browser } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startTestChromium } from './support/chromium.js';
import { useConsole } from './support/console-under-test.js';

const browser: Browser | null = await startTestChromium();
const list = z.object({ items: z.array(z.unknown()) });
const calibrationList = z.object({ items: z.array(z.object({ id: z.string(), state: z.enum(['open', 'closed']) })) });
const calibration = z.object({ agreement: z.object({ overall: z.object({ judgements: z.int() }) }) });
const sessionList = z.object({ items: z.array(z.object({ id: z.string(), state: z.string() })) });
const measured = z.object({ peers: z.object({ agents: z.int() }), interval: z.object({ low: z.number(), high: z.number() }), regressionToMean: z.object({ warns: z.boolean() }) });
const effect = z.object({ rules: z.array(z.object({ ruleId: z.string(), verdict: z.string(), measured })) });
const channelReport = z.object({ rows: z.array(z.object({ figures: z.object({ interactions: z.int() }) })) });
const demonstration = z.object({ people: z.array(z.object({ id: z.string() })) });
const body = (accountId: string) => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ accountId }) });
const PATIENT = { timeout: 20_000 };

describe.skipIf(browser === null)('the demonstration, in Chromium', () => {
  const console = useConsole(browser, 'demonstration', ['--demonstration']);
  const at = (route: string) => new URL(route, console.up.url);
  const read = async <T>(route: string, schema: z.ZodType<T>) => schema.parse(await (await fetch(at(route))).json());
  const lookAs = async (who: string) => {
    const value = await console.page.locator('.look-as option', { hasText: who }).getAttribute('value');
    await console.page.getByLabel('Voir comme').selectOption(value);
    await expect.poll(() => console.page.locator('.open-notice').innerText(), PATIENT).toContain(who === 'tout le monde' ? 'Accès ouvert' : who);
  };

  it('has people who judged, disputed, answered, drew a sample, calibrated and coached', async () => {
    const states = await Promise.all(['open', 'upheld', 'overturned'].map(async (state) => [state, (await read(`/v1/disputes?state=${state}`, list)).items.length]));
    expect(states).toEqual([['open', expect.any(Number)], ['upheld', 1], ['overturned', 1]]);
    expect(states[0]![1]).toBeGreaterThan(0);
    const { items } = await read('/v1/calibrations', calibrationList);
    expect(items.map(({ state }) => state).sort()).toEqual(['closed', 'open']);
    const { agreement } = await read(`/v1/calibrations/${items.find(({ state }) => state === 'closed')!.id}`, calibration);
    expect(agreement.overall.judgements).toBe(54);
    expect((await read('/v1/findings?status=dismissed&limit=200', list)).items.length).toBeGreaterThan(20);
    expect((await read('/v1/samples', list)).items).toHaveLength(1);
    const sessions = (await read('/v1/coaching-sessions', sessionList)).items;
    expect(sessions.map(({ state }) => state).sort()).toEqual(['followed-up', 'planned']);
    const { rules } = await read(`/v1/coaching-sessions/${sessions.find(({ state }) => state === 'followed-up')!.id}/effect`, effect);
    expect(rules.map(({ ruleId, verdict }) => [ruleId, verdict])).toEqual([['issue.malheureusement', 'better'], ['egards.reconnaissance', 'nothing-certain']]);
    expect(rules[0]!.measured).toMatchObject({ peers: { agents: 5 }, regressionToMean: { warns: true } });
    expect(rules[0]!.measured.interval.high).toBeLessThan(0);
    expect((await read('/v1/evaluations?limit=50', list)).items.length).toBeGreaterThanOrEqual(15);
  });

  it('shows what the session changed, with its interval, and what of the figures nobody has read yet', async () => {
    await console.open('/');
    expect(await console.textOf('main .banner')).toMatch(/^[\d\s]+ constats à relire sur [\d\s]+\./u);
    expect(console.up.output()).toMatch(/480 interactions d’exemple · la console compte les 467 interactions où un conseiller parle/);
    const total = await read('/v1/reports/channels', channelReport);
    expect(total.rows.reduce((sum, { figures }) => sum + figures.interactions, 0)).toBe(467);
    const { items } = await read('/v1/coaching-sessions', sessionList);
    await console.open(`/coaching/${items.find(({ state }) => state === 'followed-up')!.id}`);
    await expect.poll(() => console.textOf('main'), PATIENT).toMatch(/Va dans le bon sens.*IC 95 % : −\d/u);
  });

  it('lets one look as an agent, who is led to own findings and sees what was answered', async () => {
    await console.open('/');
    await lookAs('Nadia Belkacem');
    await expect.poll(() => console.page.locator('h1').innerText(), PATIENT).toBe('Mes constats');
    expect(await console.page.getByRole('navigation', { name: 'Navigation principale' }).getByRole('link').allTextContents()).not.toContain('Annuaire');
    await lookAs('Marc Delaunay');
    await expect.poll(() => console.page.locator('h1').innerText(), PATIENT).toBe('Vue d’ensemble');
    await console.open('/relecture');
    expect(await console.textOf('main')).toContain('12 sur 36');
    await lookAs('tout le monde');
    expect(await console.page.locator('.menu').count()).toBe(0);
  });

  it('ends with the first account of somebody real: nobody looks as anybody any more', async () => {
    const { people } = await read('/v1/demonstration', demonstration);
    expect(people).toHaveLength(7);
    const person = people[0]!;
    const session = (await fetch(at('/v1/demonstration/session'), body(person.id))).headers.getSetCookie().join().split(';')[0]!;
    const me = async () => (await fetch(at('/v1/me'), { headers: { cookie: session } })).status;
    expect(await me()).toBe(200);
    // Nobody has a way in but the demonstration's: no link, no password.
    expect((await fetch(at(`/v1/accounts/${person.id}/link`), { method: 'POST' })).status).toBe(404);
    const account = { login: 'claire', name: 'Claire', roles: ['admin'], teams: 'all', agentRef: null };
    expect((await fetch(at('/v1/accounts'), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(account) })).status).toBe(201);
    expect(await me()).toBe(401);
    expect((await read('/v1/demonstration', demonstration)).people).toEqual([]);
    expect((await fetch(at('/v1/demonstration/session'), body(person.id))).status).toBe(404);
  });
});
