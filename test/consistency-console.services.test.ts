import type { Browser, Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { Up } from '../apps/diapason/test/start-up.js';
import { startTestChromium } from './support/chromium.js';
import { useConsole } from './support/console-under-test.js';

const browser: Browser | null = await startTestChromium();

const AGENTS = 12;
const EACH = 20;

/** Twelve made-up agents on three channels; Alix says « c’est impossible » nine times in ten, the others once in five. */
const interactions = Array.from({ length: AGENTS * EACH }, (_, i) => {
  const [agent, n] = [i % AGENTS, Math.floor(i / AGENTS)];
  const refuses = agent === 0 ? n % 10 !== 0 : n % 5 === 0;
  return {
    source: 'essai',
    externalId: `c-${i}`,
    channel: (['email', 'chat', 'phone'] as const)[n % 3],
    startedAt: new Date(Date.UTC(2026, 9, 5 + (n % 20), 8, agent)).toISOString(),
    participants: [
      { id: 'a', role: 'agent', ref: `agent-${agent}`, name: agent === 0 ? 'Alix Garnier' : `Agent ${agent}`, team: { ref: 'nord', name: 'Équipe Nord' } },
      { id: 'c', role: 'customer', ref: `client-${i}` },
    ],
    turns: [
      { id: '1', participantId: 'c', text: 'Bonjour, puis-je changer la date de livraison ?' },
      { id: '2', participantId: 'a', text: refuses ? 'Bonjour, c’est impossible.' : 'Bonjour, je regarde votre dossier.' },
    ],
  };
});

/** An organisation of its own, under the strict settings. */
describe.skipIf(browser === null)('the page « Cohérence » in Chromium', () => {
  const service = useConsole(browser, 'consistency', ['--no-samples']);
  const { open, textOf, forgive } = service;
  let up: Up;
  let page: Page;
  beforeAll(async () => {
    up = service.up;
    await send('POST', '/v1/interactions', interactions);
    await vi.waitUntil(allCounted, { timeout: 60_000, interval: 500 });
  });
  beforeEach(() => {
    page = service.page;
  });

  const send = async (method: string, address: string, body: unknown): Promise<void> => {
    const answer = await fetch(new URL(address, up.url), { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    expect(answer.ok).toBe(true);
  };
  async function allCounted(): Promise<boolean> {
    const { lag, rows } = reportSchema.parse(await (await fetch(new URL('/v1/reports/consistency', up.url))).json());
    return lag === 0 && rows.some(({ mean }) => mean?.denominator === AGENTS * EACH);
  }

  it('shows each spread beside its mean, with interval, verdict and how many were compared', async () => {
    await open('/coherence');
    await page.locator('table.spreads').first().waitFor();
    expect(await page.title()).toContain('Cohérence');
    const main = await textOf('main');
    expect(main).toContain('Pas assez de données');
    const row = page.locator('.tune', { hasText: 'Vous entendez toujours' }).locator('tbody tr.commitment').first();
    const line = (await row.innerText()).replaceAll(/\s+/g, ' ');
    expect(line).toMatch(/\d+ % \d+ sur 240 IC 95 % : .* Au-delà du hasard ± [\d,]+ pts IC 95 % : [\d,]+ à [\d,]+ pts 12 agents comparés/);
    expect(line).toContain('Rien de sûr');
    expect(line).toContain('3 canaux comparés');
  });

  it('unfolds the rules, and opens a line down to the words', async () => {
    await open('/coherence');
    const commitment = page.locator('.tune', { hasText: 'Vous entendez toujours' });
    const unfold = commitment.getByRole('button', { name: /Voir les \d+ règles/ });
    expect(await unfold.getAttribute('aria-expanded')).toBe('false');
    await unfold.click();
    await commitment.getByRole('link', { name: 'issue.impossible' }).click();
    await page.locator('#entonnoir').waitFor();
    expect(await textOf('main')).toMatch(/Écarts entre canaux .* Courriel .* pts .* Messagerie .* Téléphone/);
    await page.locator('section', { has: page.locator('#canaux') }).getByRole('link', { name: 'Téléphone' }).click();
    await page.locator('.row-link').first().click();
    await page.locator('aside.panel').waitFor();
    expect(await textOf('aside.panel')).toContain('c’est impossible');
  });

  it('names nobody before a finding is confirmed, and then the one who is outside', async () => {
    await open('/coherence?regle=issue.impossible');
    await page.locator('#entonnoir').waitFor();
    expect(await textOf('main')).toContain('Aucun constat confirmé pour l’instant');
    expect(await page.locator('.funnel-mark').count()).toBe(0);

    const found = findingsSchema.parse(await (await fetch(new URL('/v1/findings?rule=issue.impossible&limit=200', up.url))).json());
    for (const { id } of found.items) await send('PUT', `/v1/findings/${id}/review`, { verdict: 'confirmed' });
    await open('/coherence?regle=issue.impossible');
    await page.locator('.funnel-mark').first().waitFor();
    expect(await page.locator('.funnel-mark').count()).toBe(AGENTS);
    expect(await page.locator('.funnel-mark.above').count()).toBe(1);
    // The same in words, by name.
    await page.getByText('Lire en tableau').click();
    const table = page.locator('.as-table table');
    expect((await table.locator('tbody th a').allInnerTexts()).at(-1)).toBe('Alix Garnier');
    expect((await table.locator('tbody tr', { hasText: 'Alix Garnier' }).innerText()).replaceAll(/\s+/g, ' ')).toMatch(/18 sur 20 .* au-dessus des limites à 99,8 %/);
  });

  it('is walked by keyboard, person by person, down to the findings of one', async () => {
    await open('/coherence?regle=issue.impossible');
    await page.locator('.funnel-mark').first().waitFor();
    const stops = page.locator('.funnel a[tabindex="0"]');
    expect(await stops.count()).toBe(1);
    await stops.focus();
    const first = await textOf('.funnel-said');
    await page.keyboard.press('ArrowRight');
    expect(await textOf('.funnel-said')).not.toBe(first);
    for (let i = 0; i < AGENTS; i++) await page.keyboard.press('ArrowRight');
    expect(await textOf('.funnel-said')).toMatch(/^Alix Garnier : 18 sur 20, soit 90 % ; attendu .* au-dessus des limites à 99,8 %$/);
    await page.keyboard.press('Enter');
    await page.locator('.row-link').first().waitFor();
    expect(new URL(page.url()).search).toBe('?agent=agent-0&regle=issue.impossible');
  });

  it('says when there is too little, nothing, or an error', async () => {
    await open('/coherence?du=1999-01-01&au=1999-01-02');
    await expect.poll(() => textOf('main')).toContain('Pas assez de données');
    await open('/coherence?regle=inconnue');
    await expect.poll(() => textOf('main')).toContain('Introuvable');
    await page.route(isReport, (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', body: '{"code":"unavailable","status":503,"title":"Indisponible"}' }));
    await open('/coherence');
    await expect.poll(() => page.getByRole('alert').count()).toBeGreaterThan(0);
    await page.unroute(isReport);
    await page.getByRole('button', { name: /réessayer/i }).click();
    await page.locator('table.spreads').first().waitFor();
    forgive((text) => text.includes('503'));
  });

  it('speaks English, and fits a phone', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    for (const route of ['/coherence', '/coherence?engagement=issue&sens=violation']) {
      await open(route);
      await page.locator('table.spreads').first().waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBeLessThanOrEqual(0);
    }
    await page.getByRole('button', { name: 'English' }).click();
    await expect.poll(() => textOf('main')).toContain('Funnel per agent');
  });
});

const isReport = ({ pathname }: URL): boolean => pathname === '/v1/reports/consistency';

const reportSchema = z.object({ lag: z.number(), rows: z.array(z.object({ mean: z.object({ denominator: z.number() }).nullable() })) });
const findingsSchema = z.object({ items: z.array(z.object({ id: z.string() })) });
