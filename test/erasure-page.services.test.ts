import { consoleFolder } from '#api';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Coaching, type Member, startCoaching } from '../apps/api/test/coaching-story.js';
import { SAMPLE_SETTINGS } from '#domain';
import { analysed } from './contracts/analysis-store.fixture.js';
import { startTestChromium } from './support/chromium.js';
import { openReader } from './support/reader.js';

const browser: Browser | null = await startTestChromium();
const WAIT = { timeout: 15_000 };
const main = (page: Page) => page.getByRole('main').innerText();

describe.skipIf(browser === null)('« Effacement » in Chromium', () => {
  let api: Coaching;
  let home: string;
  let paul: Page;
  let carla: Member;
  const complaints: string[] = [];

  const open = (page: Page, route: string) => page.goto(new URL(route, home).href, { waitUntil: 'networkidle' });
  const erasures = async (): Promise<number> => (await api.owner.query('SELECT count(*)::int AS n FROM erasure'))[0].n;
  const preview = async (customer: string) => {
    await paul.getByLabel('Référence du client').fill(customer);
    await paul.keyboard.press('Enter');
  };

  beforeAll(async () => {
    api = await startCoaching(SAMPLE_SETTINGS, { consoleDir: consoleFolder() });
    home = await api.app.getUrl();
    await api.take([1, 2].map((n) => analysed({ externalId: `e${n}`, customer: 'c-quartz', agent: 'nord-0', team: 'nord', found: ['refus'] })));
    await api.take([analysed({ externalId: 'e3', customer: 'c-autre', agent: 'nord-0', team: 'nord', found: ['refus'] })]);
    paul = await openReader(browser!, home, (await api.member('paul', ['dpo'], 'all')).cookie, complaints, { viewport: { width: 1280, height: 900 } });
    carla = await api.member('carla', ['coach'], ['nord']);
  });
  afterAll(async () => {
    await browser?.close();
    await api.stop();
  });

  it('is there for whoever protects data, and for no coach', async () => {
    await open(paul, '/');
    const names = await paul.getByRole('navigation', { name: 'Navigation principale' }).locator('a').allTextContents();
    expect(names).toContain('Effacement');
    expect(names).not.toContain('Webhooks');
    const coach = await openReader(browser!, home, carla.cookie, []);
    await open(coach, '/');
    expect(await coach.getByRole('navigation', { name: 'Navigation principale' }).locator('a').allTextContents()).not.toContain('Effacement');
    await coach.close();
  });

  it('says what would go, and changes nothing; nobody of that name is told', async () => {
    await open(paul, '/effacement');
    await preview('c-personne');
    await expect.poll(() => paul.getByRole('alert').innerText(), WAIT).toContain('introuvable');
    complaints.splice(0, complaints.length, ...complaints.filter((text) => !text.includes('404')));
    await preview('c-quartz');
    await expect.poll(() => main(paul), WAIT).toContain('Ce qui serait effacé de « c-quartz »');
    expect(await paul.getByRole('row', { name: 'Interactions' }).first().innerText()).toMatch(/2$/);
    expect(await main(paul)).toContain('Les chiffres suivent');
    expect(await erasures()).toBe(0);
  });

  it('erases nothing before the ref is typed again, nor by a reason that names the person', async () => {
    const erase = paul.getByRole('button', { name: 'Effacer pour de bon' });
    expect(await erase.isDisabled()).toBe(true);
    await paul.getByLabel('Pourquoi').fill('Demande de c-quartz');
    await paul.getByLabel(/écrivez de nouveau la référence/).fill('c-quart');
    expect(await erase.isDisabled()).toBe(true);
    await paul.keyboard.press('Enter');
    expect(await erasures()).toBe(0);
    await paul.getByLabel(/écrivez de nouveau la référence/).fill('c-quartz');
    await paul.keyboard.press('Enter');
    await expect.poll(() => paul.getByRole('alert').innerText(), WAIT).toContain('La raison nomme la personne');
    expect(await erasures()).toBe(0);
    complaints.splice(0, complaints.length, ...complaints.filter((text) => !text.includes('422')));
  });

  it('erases once, and shows the proof, which names nobody and is read again at its address', async () => {
    await paul.getByLabel('Pourquoi').fill('Demande n° 42');
    await paul.getByRole('button', { name: 'Effacer pour de bon' }).click();
    await expect.poll(() => main(paul), WAIT).toContain('Preuve de l’effacement');
    await expect.poll(() => main(paul), WAIT).toContain('Demande n° 42');
    expect(await erasures()).toBe(1);
    expect(paul.url()).not.toContain('quartz');
    await paul.reload({ waitUntil: 'networkidle' });
    await expect.poll(() => main(paul), WAIT).toMatch(/Interactions\s+2/);
    expect(await paul.content()).not.toContain('quartz');
    await paul.getByRole('button', { name: 'Un autre effacement' }).click();
    await preview('c-quartz');
    await expect.poll(() => paul.getByRole('alert').innerText(), WAIT).toContain('introuvable');
    await preview('c-autre');
    await expect.poll(() => main(paul), WAIT).toMatch(/Interactions\s+1/);
    complaints.splice(0, complaints.length, ...complaints.filter((text) => !text.includes('404')));
  });

  it.each([1280, 390])('fits %i px without scrolling sideways', async (width) => {
    await paul.setViewportSize({ width, height: 900 });
    expect(await paul.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
    expect(complaints).toEqual([]);
  });
});
