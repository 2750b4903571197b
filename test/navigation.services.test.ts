import { consoleFolder } from '#api';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DisputeStory, startDisputeStory } from '../apps/api/test/dispute-story.js';
import { startTestChromium } from './support/chromium.js';
import { openReader } from './support/reader.js';

const browser: Browser | null = await startTestChromium();
const LABEL = 'Navigation principale';

/** Menus and links, closed menus included. */
const all = async (reader: Page): Promise<readonly string[]> => reader.getByRole('navigation', { name: LABEL }).locator('a, button:not(.nav-whole)').allTextContents();
/** Pixels beyond the right edge. */
const overflow = (reader: Page) => reader.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

describe.skipIf(browser === null)('the navigation, in Chromium', () => {
  let story: DisputeStory;
  let home: string;
  let page: Page;
  const complaints: string[] = [];

  const as = (who: keyof DisputeStory['people'], width = 1280) => openReader(browser!, home, story.people[who].cookie, complaints, { viewport: { width, height: 900 } });
  const open = (reader: Page, route: string) => reader.goto(new URL(route, home).href, { waitUntil: 'networkidle' });
  const menu = (name: string) => page.getByRole('button', { name, exact: true });
  const focused = () => page.evaluate('document.activeElement?.textContent');

  beforeAll(async () => {
    story = await startDisputeStory({}, { consoleDir: consoleFolder() });
    home = await story.app.getUrl();
    page = await as('admin');
    await open(page, '/');
  });
  afterAll(async () => {
    await browser?.close();
    await story.stop();
    if (complaints.length > 0) throw new Error(complaints.join('\n'));
  });

  it('leads to what the reader may see, a menu of one page being that page', async () => {
    expect(await all(page)).toEqual(expect.arrayContaining(['Vue d’ensemble', 'Écouter', 'Interactions', 'Relire', 'À relire', 'Calibrage', 'Cohérence', 'Régler', 'Règles', 'Annuaire', 'Comptes et clés', 'Webhooks', 'Effacement']));
    const chef = await as('chef');
    await open(chef, '/');
    expect(await all(chef)).toEqual(expect.arrayContaining(['Vue d’ensemble', 'À relire', 'Règles']));
    expect((await all(chef)).filter((name) => ['Annuaire', 'Comptes et clés', 'Webhooks', 'Effacement'].includes(name))).toEqual([]);
    await chef.close();
    const alix = await as('alix');
    await open(alix, '/');
    const own = await all(alix);
    expect(['Interactions', 'Règles', 'Relire', 'Accompagner', 'Régler', 'Vue d’ensemble'].filter((name) => own.includes(name))).toEqual(['Interactions', 'Règles']);
    await alix.close();
  });

  it('takes one line', async () => {
    expect(await page.evaluate('new Set([...document.querySelectorAll(".nav-pages > li")].map((item) => item.offsetTop)).size')).toBe(1);
    expect(await page.evaluate('document.querySelector(".bar").offsetHeight')).toBeLessThan(70);
  });

  it('opens a menu at a time, by mouse, and closes it elsewhere', async () => {
    await menu('Relire').click();
    expect(await menu('Relire').getAttribute('aria-expanded')).toBe('true');
    await menu('Régler').click();
    expect(await menu('Relire').getAttribute('aria-expanded')).toBe('false');
    await page.getByRole('main').click();
    expect(await menu('Régler').getAttribute('aria-expanded')).toBe('false');
    await menu('Régler').click();
    await page.getByRole('link', { name: 'Annuaire' }).click();
    await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe('Annuaire');
    expect([await menu('Régler').getAttribute('aria-expanded'), await menu('Régler').getAttribute('aria-current')]).toEqual(['false', 'true']);
  });

  it('works by keyboard: Enter opens, arrows walk, Escape closes and stays', async () => {
    await menu('Relire').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(await page.locator('#menu-review a').nth(1).textContent());
    await page.keyboard.press('Escape');
    expect([await focused(), await menu('Relire').getAttribute('aria-expanded'), new URL(page.url()).pathname]).toEqual(['Relire', 'false', '/annuaire']);
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).pathname).toBe('/relecture');
    await menu('Relire').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('main').focus();
    expect(await menu('Relire').getAttribute('aria-expanded')).toBe('false');
  });

  it('is behind one button on a small screen', async () => {
    const small = await as('admin', 390);
    await open(small, '/calibrage');
    const nav = small.getByRole('navigation', { name: LABEL });
    expect(await nav.getByRole('link').count()).toBe(0);
    await nav.getByRole('button', { name: 'Menu' }).click();
    expect(await nav.getByRole('link', { name: 'Calibrage' }).isVisible()).toBe(true);
    expect(await overflow(small)).toBe(0);
    await nav.getByRole('button', { name: 'Régler' }).click();
    await nav.getByRole('link', { name: 'Règles' }).click();
    await expect.poll(() => small.getByRole('heading', { level: 1 }).innerText()).toBe('Règles');
    expect([await nav.getByRole('link').count(), await overflow(small)]).toEqual([0, 0]);
    await small.close();
  });
});
