import type { Browser, Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { Up } from '../apps/diapason/test/start-up.js';
import { startTestChromium } from './support/chromium.js';
import { useConsole } from './support/console-under-test.js';

const browser: Browser | null = await startTestChromium();

const AGENTS = 6;
const SOON = 'Bonjour, je vous rembourse sous 48 h.';
const LATE = 'Bonjour, vous serez remboursé sous dix jours.';

/** Six made-up agents; a refund takes two days on the chat and ten on the phone, but for one answer of each. */
const interactions = Array.from({ length: AGENTS * 12 }, (_, i) => {
  const [agent, n] = [i % AGENTS, Math.floor(i / AGENTS)];
  const channel = n % 2 === 0 ? 'chat' : 'phone';
  const other = n === (agent % 12);
  return {
    source: 'essai',
    externalId: `r-${i}`,
    channel,
    startedAt: new Date(Date.UTC(2026, 9, 5, 7, i)).toISOString(),
    participants: [
      { id: 'a', role: 'agent', ref: `agent-${agent}`, name: `Alix ${agent}`, team: { ref: 'nord', name: 'Équipe Nord' } },
      { id: 'c', role: 'customer', ref: `client-${i}` },
    ],
    turns: [
      { id: '1', participantId: 'c', text: 'Bonjour, quand serai-je remboursé ?' },
      { id: '2', participantId: 'a', text: (channel === 'chat') === other ? LATE : SOON },
    ],
  };
});

/** An organisation of its own, under the strict settings. */
describe.skipIf(browser === null)('« Même question, réponses différentes » in Chromium', () => {
  const service = useConsole(browser, 'answers', ['--no-samples']);
  const { open, textOf, forgive } = service;
  let up: Up;
  let page: Page;
  beforeAll(() => {
    up = service.up;
  });
  beforeEach(() => {
    page = service.page;
  });

  const ADDRESS = '/v1/reports/consistency/answers';
  const section = 'section[aria-labelledby="reponses"]';

  it('says so while there is not enough to tell', async () => {
    await open('/coherence');
    await expect.poll(() => textOf(section)).toContain('Pas assez de données');
  });

  it('shows what each channel mostly answers, how far answers agree, and who differs beyond chance', async () => {
    const answer = await fetch(new URL('/v1/interactions', up.url), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(interactions) });
    expect(answer.ok).toBe(true);
    await vi.waitUntil(async () => answersSchema.parse(await (await fetch(new URL(ADDRESS, up.url))).json()).rows[0]?.answers === AGENTS * 12, { timeout: 60_000, interval: 500 });
    await open('/coherence');
    const row = page.locator('table.answers tbody tr', { hasText: 'Délai' });
    await row.waitFor();
    expect((await row.innerText()).replaceAll(/\s+/g, ' ')).toMatch(
      /Remboursement : Rembourser Délai Messagerie 48 h \(2 jours\) \(33 sur 36\) Téléphone 10 jours, dont 8 ouvrés \(33 sur 36\) \d+ % IC 95 % : \d+ % à \d+ % 72 réponses Rien de sûr 6 agents comparés Au-delà du hasard 2 canaux comparés/,
    );
  });

  it('opens by keyboard, down to the exact words, and names nobody', async () => {
    await open('/coherence');
    const link = page.locator('table.answers tbody tr', { hasText: 'Délai' }).getByRole('link');
    await link.focus();
    await page.keyboard.press('Enter');
    await page.locator('#point-delay').waitFor();
    expect(new URL(page.url()).search).toBe('?motif=refund&sujet=refund');
    const main = await textOf('main');
    expect(main).toContain('72 réponses de 6 agents');
    expect(main).toMatch(/Délai Tous canaux Le disent : 72 sur 72 Messagerie Le disent : 36 sur 36 Téléphone Le disent : 36 sur 36 48 h \(2 jours\) Dit : « sous 48 h » 50 % 36 sur 72/);
    expect(main).toContain('les agents ne sont comparés qu’ensemble');
    expect(main).not.toContain('Alix');
    await page.locator('section.slot', { has: page.locator('#point-delay') }).locator('.samples', { hasText: '10 jours' }).getByRole('link').first().click();
    await page.locator('.turn-text, .turn').first().waitFor();
    expect(page.url()).toMatch(/\/interactions\/.+#tour-1-\d+-\d+$/);
    expect(await textOf('main')).toContain(LATE);
  });

  it('says when a question is not known, or something failed', async () => {
    await open('/coherence?motif=refund&sujet=warranty');
    await expect.poll(() => textOf('main')).toContain('Introuvable');
    await page.route(`**${ADDRESS}**`, (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', body: '{"code":"unavailable","status":503,"title":"Indisponible"}' }));
    await open('/coherence?motif=refund&sujet=refund');
    await expect.poll(() => page.getByRole('alert').count()).toBeGreaterThan(0);
    await page.unroute(`**${ADDRESS}**`);
    await page.getByRole('button', { name: /réessayer/i }).click();
    await page.locator('#point-delay').waitFor();
    forgive((text) => text.includes('503'));
  });

  it('speaks English, and fits a phone', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    for (const route of ['/coherence', '/coherence?motif=refund&sujet=refund']) {
      await open(route);
      await page.locator('table.answers').first().waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBeLessThanOrEqual(0);
    }
    await page.getByRole('button', { name: 'English' }).click();
    await expect.poll(() => textOf('main')).toContain('Between channels');
  });
});

const answersSchema = z.object({ rows: z.array(z.object({ answers: z.number().nullable() })) });
