import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startUp, type Up } from '../apps/diapason/test/start-up.js';
import { startTestChromium } from './support/chromium.js';

const browser: Browser | null = await startTestChromium();

const said = (externalId: string, ref: string) => ({
  source: 'essai',
  externalId,
  channel: 'chat',
  startedAt: '2026-09-07T10:00:00+02:00',
  participants: [{ id: 'a', role: 'agent', ref }],
  turns: [{ id: '0', participantId: 'a', text: 'Bonjour' }],
});

describe.skipIf(browser === null)('« Annuaire » in Chromium', () => {
  let up: Up;
  let data: string;
  let page: Page;
  const send = (method: string, route: string, body: unknown) =>
    fetch(new URL(route, up.url), { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const section = (title: string) => page.locator('section', { has: page.getByRole('heading', { name: title, exact: true }) });

  beforeAll(async () => {
    data = await mkdtemp(path.join(tmpdir(), 'diapason-test-directory-'));
    up = await startUp(data, ['--no-samples']);
    page = await browser!.newPage({ locale: 'fr-FR' });
  });
  afterAll(async () => {
    await browser?.close();
    await up.end('SIGTERM');
    await rm(data, { recursive: true, force: true });
  });

  it('says that nobody waits and nobody is listed', async () => {
    await page.goto(new URL('/annuaire', up.url).href, { waitUntil: 'networkidle' });
    expect(await section('À rattacher').innerText()).toContain('Tout le monde est connu');
    expect(await section('Agents connus').innerText()).toContain('L’annuaire est vide');
  });

  it('attaches an unknown agent to a known one by keyboard, says so, and splits them again', async () => {
    await send('POST', '/v1/interactions', [said('1', 'chatwoot:17'), said('2', 'poste-204')]);
    await send('PUT', '/v1/directory', { agents: [{ ref: 'a-03', name: 'Léa Exemple' }] });
    await page.reload({ waitUntil: 'networkidle' });
    await page.keyboard.press('j');
    expect(await page.evaluate('document.activeElement?.id')).toBe(await page.getByLabel('Qui est chatwoot:17 ?').getAttribute('id'));
    await page.keyboard.type('Léa');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByRole('status').first().innerText()).toBe('chatwoot:17 est maintenant Léa Exemple.');
    await expect.poll(() => section('Agents connus').innerText()).toContain('chatwoot:17');
    expect(await section('À rattacher').innerText()).not.toContain('chatwoot:17');

    await page.getByRole('button', { name: 'Séparer chatwoot:17 de Léa Exemple' }).click();
    await expect.poll(() => section('À rattacher').innerText()).toContain('chatwoot:17');
  });

  it('lists somebody new', async () => {
    await page.getByLabel('Qui est poste-204 ?').selectOption({ label: 'Une autre personne, à inscrire' });
    await page.locator('li', { hasText: 'poste-204' }).getByRole('button', { name: 'Rattacher' }).click();
    await expect.poll(() => section('Agents connus').innerText()).toContain('poste-204');
  });

  it('tells when the service does not answer, and that nothing was changed', async () => {
    await page.route('**/v1/agents/**', (route) => route.abort());
    await page.getByLabel('Qui est chatwoot:17 ?').selectOption('a-03');
    await page.getByRole('button', { name: 'Rattacher' }).first().click();
    await expect.poll(() => page.getByRole('alert').first().innerText()).toContain('Rien n’a été changé');
  });
});
