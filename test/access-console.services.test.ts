import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startUp, type Up } from '../apps/diapason/test/start-up.js';
import { startTestChromium } from './support/chromium.js';

const browser: Browser | null = await startTestChromium();
/** A password takes its time, and so may a busy machine. */
const PATIENT = { timeout: 20_000 };
const PASSWORD = 'une guitare accordée en la';

describe.skipIf(browser === null)('coming in, in Chromium', () => {
  let up: Up;
  let data: string;
  let page: Page;
  const at = (route: string) => new URL(route, up.url).href;
  const open = (route: string) => page.goto(at(route), { waitUntil: 'networkidle' });
  const nav = () => page.getByRole('navigation', { name: 'Navigation principale' }).locator('a').allTextContents();
  const enter = async (name: string, text: string) => page.getByLabel(name, { exact: true }).fill(text);
  const place = () => page.evaluate('location.pathname + location.search');

  beforeAll(async () => {
    data = await mkdtemp(path.join(tmpdir(), 'diapason-test-access-'));
    up = await startUp(data, ['--no-samples']);
    page = await browser!.newPage({ locale: 'fr-FR' });
    await fetch(at('/v1/directory'), { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ teams: [{ ref: 't-1', name: 'Nord' }] }) });
  });
  afterAll(async () => {
    await browser?.close();
    await up.end('SIGTERM');
    await rm(data, { recursive: true, force: true });
  });

  it('says that the access is open, and how to close it', async () => {
    await open('/');
    expect(await page.locator('.open-notice').innerText()).toBe('Accès ouvert sur cette machine : créer un compte');
    expect(await nav()).toContain('Annuaire');
  });

  it('makes the first account by the address that was printed, and closes the access', async () => {
    const link = /http:\S+\/bienvenue#jeton=\S+/.exec(up.output())?.[0];
    await page.goto(link!, { waitUntil: 'networkidle' });
    await enter('Nom', 'Dominique Martin');
    await enter('Identifiant', 'dominique@maison.example');
    await enter('Nouveau mot de passe', PASSWORD);
    await enter('Le même, encore une fois', `${PASSWORD} !`);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByRole('alert').innerText(), PATIENT).toContain('ne sont pas les mêmes');
    await enter('Le même, encore une fois', PASSWORD);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.menu summary').innerText(), PATIENT).toBe('Dominique Martin');
    expect(await page.locator('.open-notice').count()).toBe(0);
    expect((await fetch(at('/v1/findings'))).status).toBe(401);
    await page.goto(link!, { waitUntil: 'networkidle' });
    await page.reload({ waitUntil: 'networkidle' });
    expect(await page.locator('h1').innerText()).toBe('Ce lien ne sert plus');
  });

  it('makes an account for somebody, and a key', async () => {
    await open('/comptes');
    await page.getByText('Nouveau compte').click();
    await enter('Nom', 'Léa Exemple');
    await enter('Identifiant', 'lea');
    await page.getByRole('checkbox', { name: 'Supervision' }).check();
    await page.getByRole('checkbox', { name: 'Toutes les équipes' }).first().uncheck();
    await page.getByRole('checkbox', { name: 'Nord' }).check();
    await page.getByRole('button', { name: 'Créer' }).first().click();
    const secret = page.getByRole('textbox', { name: /Lien à remettre à Léa Exemple/ });
    await expect.poll(() => secret.count(), PATIENT).toBe(1);
    expect(await page.locator('li.account', { hasText: 'Léa Exemple' }).innerText()).toMatch(/invité[^]*Supervision · t-1/);
    await page.getByText('Nouvelle clé').click();
    await enter('À quoi elle sert', 'Passerelle');
    await page.locator('section', { has: page.locator('#cles') }).getByRole('button', { name: 'Créer' }).click();
    const key = page.getByRole('textbox', { name: /Gardez cette clé/ });
    await expect.poll(() => key.inputValue(), PATIENT).toMatch(/^dia_/);
    expect((await fetch(at('/v1/me'), { headers: { authorization: `Bearer ${await key.inputValue()}` } })).status).toBe(200);

    const guest = await browser!.newPage({ locale: 'fr-FR' });
    await guest.goto(await secret.inputValue(), { waitUntil: 'networkidle' });
    expect(await guest.locator('h1').innerText()).toBe('Bienvenue, Léa Exemple');
    await guest.getByLabel('Nouveau mot de passe').fill(PASSWORD);
    await guest.getByLabel('Le même, encore une fois').fill(PASSWORD);
    await guest.keyboard.press('Enter');
    await expect.poll(() => guest.locator('.menu summary').innerText(), PATIENT).toBe('Léa Exemple');
    expect(await guest.getByRole('navigation', { name: 'Navigation principale' }).locator('a').allTextContents()).not.toContain('Annuaire');
    await guest.goto(at('/comptes'), { waitUntil: 'networkidle' });
    await expect.poll(() => guest.locator('.problem h2').first().innerText(), PATIENT).toBe('Pas avec votre rôle');
    await guest.close();
  });

  it('signs out, and after signing in goes back to where one was', async () => {
    await open('/constats?polarity=merit');
    await page.locator('.menu summary').click();
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await expect.poll(() => page.locator('h1').innerText(), PATIENT).toBe('Connexion');
    await open('/constats?polarity=merit');
    await expect.poll(place, PATIENT).toBe('/connexion?vers=%2Fconstats%3Fpolarity%3Dmerit');
    expect(await page.evaluate('document.activeElement?.getAttribute("name")')).toBe('login');
    await page.keyboard.type('dominique@maison.example');
    await page.keyboard.press('Tab');
    await page.keyboard.type('pas le bon mot');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByRole('alert').innerText(), PATIENT).toBe('L’identifiant ou le mot de passe n’est pas le bon.');
    await enter('Mot de passe', PASSWORD);
    await page.keyboard.press('Enter');
    await expect.poll(place, PATIENT).toBe('/constats?polarity=merit');
  });

  it('notices when a session has ended, and leads nowhere else', async () => {
    await page.waitForLoadState('networkidle');
    await page.context().clearCookies();
    // A page that reads again by itself may be quicker than the click.
    await page.getByRole('button', { name: 'Écouter' }).click({ timeout: 2_000 }).then(() => page.getByRole('link', { name: 'Interactions' }).click({ timeout: 2_000 })).catch(() => undefined);
    await expect.poll(place, PATIENT).toMatch(/^\/connexion\?vers=%2F(?:interactions|constats)/);
    await open('/connexion?vers=//ailleurs.example');
    await enter('Identifiant', 'dominique@maison.example');
    await enter('Mot de passe', PASSWORD);
    await page.keyboard.press('Enter');
    await expect.poll(place, PATIENT).toBe('/');
  });
});
