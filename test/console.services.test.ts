import type { Browser, Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Up } from '../apps/diapason/test/start-up.js';
import { startTestChromium } from './support/chromium.js';
import { useConsole } from './support/console-under-test.js';

const browser: Browser | null = await startTestChromium();

/** The page as its users meet it: the real service with the sample data, in a real browser. */
describe.skipIf(browser === null)('the console in Chromium', () => {
  const service = useConsole(browser, 'console');
  const { open, textOf, forgive } = service;
  let up: Up;
  let page: Page;
  beforeAll(() => {
    up = service.up;
  });
  beforeEach(() => {
    page = service.page;
  });


  it('shows violations and merits per channel and per agent, each with its count and interval', async () => {
    await open('/');
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
    const main = await textOf('main');
    for (const word of ['Courriel', 'Messagerie', 'Téléphone', 'Avec écart', 'Avec point fort']) expect(main).toContain(word);
    expect(main).toMatch(/\d+ % \d+ sur \d+ IC 95 % : [\d,]+ % à [\d,]+ %/);
    const names = await page.locator('main table').nth(1).locator('tbody th a').allInnerTexts();
    expect(names.length).toBe(12);
    // By name, never by rate.
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'fr')));
  });

  it('opens an interaction with the exact words marked, why they matter and what to say instead', async () => {
    const found: unknown = await (await fetch(new URL('/v1/findings?polarity=violation&rule=parole.on-verra&limit=1', up.url))).json();
    const [finding] = findingsSchema.parse(found).items;
    await open(`/interactions/${finding!.interactionId}?constat=${finding!.id}`);
    const [first] = finding!.evidence;
    const marked = page.locator(`[data-finding~="${finding!.id}"]`).first();
    expect(await marked.innerText()).toContain(first!.quote);
    const panel = await textOf('aside.panel');
    expect(panel).toContain(first!.quote);
    expect(panel).toContain('Pourquoi');
    expect(panel).toContain('Dites plutôt');
  });

  it('goes from finding to finding by keyboard', async () => {
    const list: unknown = await (await fetch(new URL('/v1/interactions?limit=200', up.url))).json();
    const busy = interactionsSchema.parse(list).items.find(({ violations }) => violations >= 2);
    await open(`/interactions/${busy!.id}`);
    const before = await textOf('aside.panel');
    await page.keyboard.press('j');
    await expect.poll(() => textOf('aside.panel')).not.toBe(before);
    await page.keyboard.press('k');
    await expect.poll(() => textOf('aside.panel')).toBe(before);
  });

  it('takes every key of a quick reader', async () => {
    const list: unknown = await (await fetch(new URL('/v1/interactions?limit=200', up.url))).json();
    const busy = interactionsSchema.parse(list).items.find(({ violations }) => violations >= 4);
    await open(`/interactions/${busy!.id}`);
    for (const key of ['j', 'j', 'j']) await page.keyboard.press(key, { delay: 0 });
    await expect.poll(() => textOf('.panel-position')).toMatch(/^4 sur/);
  });

  it('never calls clean an interaction in which no agent speaks', async () => {
    const list: unknown = await (await fetch(new URL('/v1/interactions?limit=200', up.url))).json();
    const silent = interactionsSchema.parse(list).items.find(({ agentSpoke }) => !agentSpoke);
    await open(`/interactions/${silent!.id}`);
    await expect.poll(() => textOf('aside.panel')).toContain('Rien à juger');
    expect(await textOf('main')).not.toContain('Toutes les règles ont été vérifiées');
  });

  it('says so when an address names nothing', async () => {
    await open('/interactions/xyz');
    await expect.poll(() => textOf('main')).toContain('introuvable');
    // The browser itself logs the refused request.
    forgive((text) => text.includes('400'));
  });

  it('lets a reviewer confirm, take back and dismiss by keyboard alone, and counts what was judged', async () => {
    const found: unknown = await (await fetch(new URL('/v1/findings?status=detected&polarity=violation&limit=1', up.url))).json();
    const [finding] = findingsSchema.parse(found).items;
    await open(`/interactions/${finding!.interactionId}?constat=${finding!.id}`);
    await page.keyboard.press('c');
    await expect.poll(() => textOf('.review')).toContain('Confirmé sur ce poste');
    await page.keyboard.press('r');
    await expect.poll(() => textOf('.review')).toContain('Écarter');
    await page.keyboard.press('e');
    await expect.poll(() => page.getByRole('radio').count()).toBe(4);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.type('La cliente plaisante');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => textOf('.review')).toMatch(/Écarté sur ce poste.*Ici, ces mots étaient justes.*La cliente plaisante/);
    await open('/constats?revue=confirmed');
    await expect.poll(() => textOf('main')).toContain('Aucun constat');
    await open('/constats?revue=dismissed');
    await expect.poll(() => page.locator('li.finding').count()).toBe(1);
  });

  it('tells a reviewer when somebody else was quicker, and shows what stands', async () => {
    const found: unknown = await (await fetch(new URL('/v1/findings?status=detected&polarity=merit&limit=1', up.url))).json();
    const [finding] = findingsSchema.parse(found).items;
    await open(`/interactions/${finding!.interactionId}?constat=${finding!.id}`);
    const other = await fetch(new URL(`/v1/findings/${finding!.id}/review`, up.url), { method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{"verdict":"confirmed"}' });
    expect(other.status).toBe(200);
    await page.getByRole('button', { name: 'Confirmer' }).click();
    await expect.poll(() => textOf('.review')).toContain('entre-temps');
    await expect.poll(() => textOf('.review')).toContain('Confirmé sur ce poste');
  });

  it('is alive where consistency is measured: other delays per channel, other amounts per agent, and spreads that are told', async () => {
    await open('/coherence');
    const answers = page.locator('table.answers tbody tr');
    await answers.first().waitFor();
    expect((await answers.filter({ hasText: 'Remboursement : Rembourser' }).innerText()).replaceAll(/\s+/g, ' ')).toMatch(/Messagerie 48 h .* Téléphone 10 jours, .* Au-delà du hasard 3 canaux comparés/);
    expect((await answers.filter({ hasText: 'Livraison : Geste commercial' }).innerText()).replaceAll(/\s+/g, ' ')).toMatch(/Au-delà du hasard 12 agents comparés/);
    await page.locator('table.spreads').first().waitFor();
    expect(await page.locator('table.spreads .verdict.beyond-chance').count()).toBeGreaterThan(0);
    await answers.filter({ hasText: 'Livraison : Geste commercial' }).getByRole('link').click();
    await page.locator('#point-amount').waitFor();
    // Everybody here is invented, and the settings say so: names may be shown, in the order of names.
    const names = await page.locator('section.slot', { has: page.locator('#point-amount') }).locator('table').nth(1).locator('tbody th').allInnerTexts();
    expect(names.length).toBe(12);
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'fr')));
  });

  it('speaks English on demand, and remembers', async () => {
    await open('/');
    await page.getByRole('button', { name: 'English' }).click();
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en');
    await expect.poll(() => textOf('main')).toContain('With a violation');
    await page.reload({ waitUntil: 'networkidle' });
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });

  it('says so when there is nothing to show, and when something is not there', async () => {
    await open('/constats?du=1999-01-01&au=1999-01-02');
    await expect.poll(() => textOf('main')).toContain('Aucun constat');
    await open('/nulle-part');
    await expect.poll(() => textOf('main')).toMatch(/introuvable|n’existe pas/i);
  });

  it('tells an error in words and can try again', async () => {
    await page.route('**/v1/findings**', (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', body: '{"code":"unavailable","status":503,"title":"Indisponible"}' }));
    await open('/constats');
    await expect.poll(() => page.getByRole('alert').count(), { timeout: 15_000 }).toBeGreaterThan(0);
    await page.unroute('**/v1/findings**');
    await page.getByRole('button', { name: /réessayer/i }).click();
    await expect.poll(() => page.getByRole('alert').count()).toBe(0);
    // The browser itself logs the failed request.
    forgive((text) => text.includes('503'));
  });

  it('fits a phone without scrolling sideways', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    for (const route of ['/', '/interactions', '/constats', '/regles']) {
      await open(route);
      expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBeLessThanOrEqual(0);
    }
  });
});

const findingsSchema = z.object({
  items: z.array(z.object({ id: z.string(), interactionId: z.string(), evidence: z.array(z.object({ quote: z.string() })) })),
});
const interactionsSchema = z.object({ items: z.array(z.object({ id: z.string(), violations: z.number(), agentSpoke: z.boolean() })) });
