import type { Browser, Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Up } from '../apps/diapason/test/start-up.js';
import { startTestChromium } from './support/chromium.js';
import { useConsole } from './support/console-under-test.js';

const browser: Browser | null = await startTestChromium();

/** Of the sample customers, Inès Moreau heard two amounts, two dates, vous and tu: over chat, email and phone, from four agents. */
const CUSTOMER = 'c-09';

describe.skipIf(browser === null)('the page « Histoire du client » in Chromium', () => {
  const service = useConsole(browser, 'customer-history');
  const { open, textOf, forgive } = service;
  let up: Up;
  let page: Page;
  beforeAll(() => {
    up = service.up;
  });
  beforeEach(() => {
    page = service.page;
  });

  const read = async (address: string): Promise<unknown> => (await fetch(new URL(address, up.url))).json();
  /** The words that the address names: in several pieces where a finding begins or ends within them. */
  const passage = async () => (await page.locator('.turn.asked .passage').allInnerTexts()).join('').replaceAll(/\s+/g, ' ').trim();
  const overflow = () => page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

  it('opens from the customer’s name and tells everything in the order of time', async () => {
    const told = timelineSchema.parse(await read(`/v1/customers/${CUSTOMER}/timeline`));
    await open(`/interactions?client=${CUSTOMER}`);
    await page.locator('.row').first().getByRole('link', { name: 'Inès Moreau', exact: true }).click();
    await page.locator('.history-entry').first().waitFor();
    expect(await textOf('h1')).toBe('Histoire du client : Inès Moreau');
    const times = await page.locator('.history-head time').evaluateAll((all) => all.map((one) => one.getAttribute('datetime')));
    expect(times).toEqual(told.items.map(({ interaction }) => interaction.startedAt));
    const instants = times.map((time) => Date.parse(time ?? ''));
    expect(instants).toEqual(instants.toSorted((a, b) => a - b));
    const main = await textOf('main');
    for (const word of ['Messagerie', 'Courriel', 'Téléphone', 'Thomas Guérin', 'Aïcha Traoré', 'Camille Roussel', 'Julien Fabre']) expect(main).toContain(word);
    for (const { pledges, customer } of told.items)
      for (const quote of [...pledges.map(({ evidence }) => evidence.quote), ...customer.map((saying) => saying.quote)]) expect(main).toContain(quote.replaceAll(/\s+/g, ' ').trim());
    expect(main).toMatch(/Remerciement 0 sur 1 1 sur 7/);
    expect(await page.locator('.pledge').count()).toBe(told.items.flatMap(({ pledges }) => pledges).length);
    expect(await page.locator('.contradiction').count()).toBe(told.contradictions);
  });

  it('says what became of each pledge, and never calls broken what nobody knows', async () => {
    const told = timelineSchema.parse(await read(`/v1/customers/${CUSTOMER}/timeline`));
    const pledges = told.items.flatMap((item) => item.pledges);
    await open(`/clients/${CUSTOMER}`);
    const shown = await page.locator('.pledge .settlement').allInnerTexts();
    expect(shown).toEqual(pledges.map(({ status }) => STATUS[status]));
    expect(shown).toContain('Échue, sans nouvelles');
    const waited = (await page.locator('.pledge', { hasText: 'les 200 points seront visibles' }).innerText()).replaceAll(/\s+/g, ' ');
    expect(waited).toMatch(/^Échue, sans nouvelles .* Échéance : .* \(au plus tard le 20 oct\. 2026/);
  });

  it('leads from both extracts of a contradiction to their words, and from a finding to its own', async () => {
    await open(`/clients/${CUSTOMER}`);
    const clash = page.locator('.contradiction', { hasText: 'Date changée' }).last();
    const quotes = (await clash.locator('.extract a').allInnerTexts()).map((text) => text.replaceAll(/[«»]/g, '').replaceAll(/\s+/g, ' ').trim());
    expect(quotes).toHaveLength(2);
    for (const [at, words] of quotes.entries()) {
      await clash.locator('.extract a').nth(at).click();
      await expect.poll(passage).toBe(words);
      await page.goBack();
      await clash.waitFor();
    }
    await page.locator('.entry-findings summary').first().click();
    await page.locator('.entry-findings a').first().click();
    await page.locator('aside.panel .evidence, aside.panel figure').first().waitFor();
    expect(new URL(page.url()).searchParams.get('constat')).not.toBeNull();
  });

  it('shows the other extract of a finding, in the list and beside the transcript', async () => {
    const { items } = findingsSchema.parse(await read('/v1/findings?rule=parole.date-repoussee'));
    const finding = items.find(({ against }) => against !== null)!;
    const other = finding.against!.evidence[0]!.quote;
    await open('/constats?regle=parole.date-repoussee');
    await expect.poll(async () => (await page.locator('li.finding .extract').allInnerTexts()).join(' ')).toContain(other);
    await open(`/interactions/${finding.interactionId}?constat=${finding.id}`);
    await expect.poll(() => textOf('aside.panel .extract')).toContain(other);
    await page.locator('aside.panel .extract a').click();
    await expect.poll(passage).toBe(other);
    expect(page.url()).toContain(finding.against!.interactionId);
  });

  it('lists contradictions to review on « Cohérence », further on demand', async () => {
    const { items } = contradictionsSchema.parse(await read('/v1/contradictions?limit=200'));
    await open('/coherence');
    const list = page.locator('section', { has: page.locator('#contradictions') });
    await list.locator('.contradiction').first().waitFor();
    const before = await list.locator('.contradiction').count();
    expect(before).toBeLessThan(items.length);
    while (await list.getByRole('button', { name: 'Afficher la suite' }).isVisible()) {
      const shown = await list.locator('.contradiction').count();
      await list.getByRole('button', { name: 'Afficher la suite' }).click();
      await expect.poll(() => list.locator('.contradiction').count()).toBeGreaterThan(shown);
    }
    expect(await list.locator('.contradiction').count()).toBe(items.length);
    expect(await list.locator('.extract').count()).toBe(items.length * 2);
    await open('/coherence?du=1999-01-01&au=1999-01-02');
    await expect.poll(() => textOf('main')).toContain('Aucune contradiction sur cette sélection');
  });

  it('shows the latest interactions first, and earlier ones above on demand', async () => {
    const told = timelineSchema.parse(await read(`/v1/customers/${CUSTOMER}/timeline`));
    await page.route('**/timeline?**', async (route) => {
      const address = new URL(route.request().url());
      address.searchParams.set('limit', '3');
      await route.continue({ url: address.href });
    });
    await open(`/clients/${CUSTOMER}`);
    const times = () => page.locator('.history-head time').evaluateAll((all) => all.map((one) => one.getAttribute('datetime')));
    const all = told.items.map(({ interaction }) => interaction.startedAt);
    await expect.poll(times).toEqual(all.slice(-3));
    await page.getByRole('button', { name: 'Afficher les échanges plus anciens' }).click();
    await expect.poll(times).toEqual(all);
  });

  it('is walked by keyboard, speaks English, fits a phone', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    for (const route of [`/clients/${CUSTOMER}`, '/coherence', '/constats?regle=parole.date-repoussee', `/interactions?client=${CUSTOMER}`]) {
      await open(route);
      expect(await overflow()).toBeLessThanOrEqual(0);
    }
    await open(`/clients/${CUSTOMER}`);
    await page.getByRole('button', { name: 'English' }).click();
    await expect.poll(() => textOf('main')).toMatch(/Customer history: Inès Moreau .* Due, nothing heard since/);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await expect.poll(() => textOf('h1')).toBe('Toujours pas mes points');
  });

  it('says when there is no such customer, and when reading fails', async () => {
    await open('/clients/inconnu');
    await expect.poll(() => textOf('main')).toContain('Ce client est introuvable');
    await page.route('**/timeline?**', (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', body: '{"code":"unavailable","status":503,"title":"Indisponible"}' }));
    await open(`/clients/${CUSTOMER}`);
    await page.getByRole('alert').waitFor();
    await page.unroute('**/timeline?**');
    await page.getByRole('button', { name: /réessayer/i }).click();
    await page.locator('.history-entry').first().waitFor();
    // The browser itself logs the refused requests.
    forgive((text) => /404|503/.test(text));
  });
});

const STATUS = { open: 'En cours', kept: 'Tenue', 'kept-late': 'Tenue en retard', broken: 'Rompue', unheard: 'Échue, sans nouvelles', released: 'Levée à la demande du client' };
const extract = z.object({ interactionId: z.string(), evidence: z.array(z.object({ quote: z.string() })) });
const timelineSchema = z.object({
  contradictions: z.number(),
  items: z.array(
    z.object({
      interaction: z.object({ startedAt: z.string() }),
      pledges: z.array(z.object({ status: z.enum(['open', 'kept', 'kept-late', 'broken', 'unheard', 'released']), evidence: z.object({ quote: z.string() }) })),
      customer: z.array(z.object({ quote: z.string() })),
    }),
  ),
});
const findingsSchema = z.object({ items: z.array(z.object({ id: z.string(), interactionId: z.string(), against: extract.nullable() })) });
const contradictionsSchema = z.object({ items: z.array(z.object({ id: z.string() })) });
