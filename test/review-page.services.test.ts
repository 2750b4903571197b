import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startUp, type Up } from '../apps/diapason/test/start-up.js';
import { startTestChromium } from './support/chromium.js';

const browser: Browser | null = await startTestChromium();

const said = (externalId: string, text: string) => ({
  source: 'essai',
  externalId,
  channel: 'chat',
  subject: `Échange ${externalId}`,
  startedAt: `2026-09-07T10:0${externalId}:00+02:00`,
  participants: [
    { id: 'c', role: 'customer', ref: `client-${externalId}` },
    { id: 'a', role: 'agent', ref: 'a-1', name: 'Camille' },
  ],
  turns: [
    { id: '0', participantId: 'c', text: 'Où est mon colis ?' },
    { id: '1', participantId: 'a', text },
  ],
});
const KILLS = 'Bonjour, malheureusement je ne sais pas où est votre colis.';
const CLEAN = 'Bonjour, voyez donc avec quelqu’un d’autre, merci.';

describe.skipIf(browser === null)('« À relire » in Chromium, by keyboard alone', () => {
  let up: Up;
  let data: string;
  let page: Page;
  const send = (method: string, route: string, body: unknown) =>
    fetch(new URL(route, up.url), { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const read = async (route: string) => JSON.parse(await (await fetch(new URL(route, up.url))).text());
  const bar = () => page.getByRole('region', { name: 'Relecture' });
  const waiting = async (): Promise<number> => (await read('/v1/queues')).queues[0].interactions.count;
  const press = (key: string) => page.keyboard.press(key);
  const subject = () => page.getByRole('heading', { level: 1 }).innerText();

  beforeAll(async () => {
    data = await mkdtemp(path.join(tmpdir(), 'diapason-test-review-'));
    up = await startUp(data, ['--no-samples']);
    page = await browser!.newPage({ locale: 'fr-FR' });
  });
  afterAll(async () => {
    await browser?.close();
    await up.end('SIGTERM');
    await rm(data, { recursive: true, force: true });
  });

  it('says that nothing waits', async () => {
    await page.goto(new URL('/relecture', up.url).href, { waitUntil: 'networkidle' });
    await expect.poll(() => page.locator('main').innerText(), { timeout: 15_000 }).toContain('Rien à relire ici');
    expect(await page.locator('main').innerText()).toContain('Aucun échantillon n’a encore été tiré.');
  });

  it('takes the next, judges by c and e, goes on by n, and says when all is done', async () => {
    await send('POST', '/v1/interactions', [said('1', KILLS), said('2', KILLS)]);
    await expect.poll(waiting).toBe(2);
    await page.reload({ waitUntil: 'networkidle' });
    await press('n');
    await expect.poll(() => bar().getByRole('status').innerText()).toMatch(/\d+ constats? à juger ici/);
    expect(await subject()).toContain('Échange 1');
    expect((await read('/v1/queues/new/items')).items[0].hold.by).toBe('local');
    const count = (await read(`/v1/interactions/${page.url().split('/').at(-1)!.split('?')[0]}`)).findings.length;
    await press('c');
    for (let judged = 1; judged < count; judged++) {
      await expect.poll(() => bar().getByRole('status').innerText()).toContain(String(count - judged));
      await press('j');
      await page.getByRole('button', { name: 'Écarter' }).waitFor();
      await press('e');
      await page.getByRole('radio').first().waitFor();
      await press('Enter');
    }
    await expect.poll(() => bar().getByRole('status').innerText()).toBe('Tout est jugé ici.');
    await press('n');
    await expect.poll(subject).toContain('Échange 2');
    expect(await waiting()).toBe(1);
    await press('n');
    await expect.poll(() => page.locator('main').innerText()).toContain('C’est tout pour cette file');
    // Passed on, not judged: it still waits.
    expect(await waiting()).toBe(1);
  });

  it('adds a missing finding on selected words by m, shows it, and takes it back by r', async () => {
    await send('POST', '/v1/interactions', [said('3', CLEAN)]);
    await expect.poll(async () => (await read('/v1/interactions')).items.length).toBe(3);
    const { id } = (await read('/v1/interactions')).items.find((one: { externalId: string }) => one.externalId === '3');
    await page.goto(new URL(`/interactions/${id}`, up.url).href, { waitUntil: 'networkidle' });
    await page.evaluate(`(() => {
      const words = document.querySelector('[data-turn="1"] .words');
      const nodes = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
      let text = nodes.nextNode();
      while (!text.data.includes('voyez')) text = nodes.nextNode();
      getSelection().setBaseAndExtent(text, text.data.indexOf('voyez'), text, text.data.indexOf(', merci'));
    })()`);
    await press('m');
    const field = page.getByLabel('Les mots, tels qu’ils sont dans le texte');
    expect(await field.inputValue()).toBe('voyez donc avec quelqu’un d’autre');
    await press('Enter');
    await expect.poll(() => page.locator('main').innerText()).toContain('Ajouté à la main');
    const findings = async () => (await read(`/v1/interactions/${id}`)).findings.filter(({ byHand }: { byHand: object | null }) => byHand !== null);
    const [finding] = await findings();
    expect(finding.evidence[0]).toMatchObject({ turn: 1, start: CLEAN.indexOf('voyez'), quote: 'voyez donc avec quelqu’un d’autre' });
    await press('r');
    await expect.poll(async () => (await findings()).length).toBe(0);
    await expect.poll(() => page.locator('main').innerText()).not.toContain('Ajouté à la main');
    await press('m');
    await page.keyboard.type('jamais dit');
    expect(await page.locator('.missing-finding').innerText()).toContain('Ces mots ne sont pas dans cet échange.');
    await press('Escape');
    expect(await page.locator('.missing-finding').count()).toBe(0);
  });

  it('works through a sample: « rien d’autre » by f', async () => {
    const drawn = await send('POST', '/v1/samples', { name: 'Essai', size: 8 });
    const sample = JSON.parse(await drawn.text());
    expect(sample.drawn).toBe(3);
    await page.goto(new URL(`/relecture?file=${sample.id}`, up.url).href, { waitUntil: 'networkidle' });
    await press('n');
    for (let i = 0; i < 3; i++) {
      await expect.poll(() => bar().getByRole('status').innerText()).not.toBe('');
      const { findings } = await read(`/v1/interactions/${page.url().split('/').at(-1)!.split('?')[0]}`);
      for (const { id } of findings.filter((one: { status: string }) => one.status === 'detected')) await send('PUT', `/v1/findings/${id}/review`, { verdict: 'confirmed' });
      await page.reload({ waitUntil: 'networkidle' });
      const before = page.url();
      await expect.poll(() => bar().getByRole('status').innerText()).toContain('Tout est jugé.');
      await press('f');
      await expect.poll(() => page.url()).not.toBe(before);
    }
    await expect.poll(() => page.locator('main').innerText()).toContain('3 sur 3');
    expect((await read(`/v1/samples/${sample.id}`)).completed).toBe(3);
    const rows = (await read('/v1/reports/rules')).rows.filter((row: { sampled: object | null }) => row.sampled !== null);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows[0].sampled).toMatchObject({ samples: 1, interactions: 3 });
    await page.goto(new URL('/regles', up.url).href, { waitUntil: 'networkidle' });
    expect(await page.locator('main').innerText()).toContain('D’après 3 échanges tirés au sort');
  });
});
