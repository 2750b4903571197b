import { consoleFolder } from '#api';
import { SAMPLE_SETTINGS } from '#domain';
import { AccountRepository } from '#storage';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../apps/api/test/start-test-api.js';
import { analysed, ORGANISATION } from './contracts/analysis-store.fixture.js';
import { startTestChromium } from './support/chromium.js';
import { openReader } from './support/reader.js';

const PASSWORD = 'une guitare accordée en la';
const browser: Browser | null = await startTestChromium();

describe.skipIf(browser === null)('« Calibrage » in Chromium', () => {
  let api: TestApi;
  let home: string;
  let anne: Page;
  let bruno: Page;
  const complaints: string[] = [];

  const join = async (token: string, who: object = {}): Promise<string> => String((await api.post('/v1/links/use').send({ token, password: PASSWORD, ...who })).headers['set-cookie']).split(';')[0]!;
  const open = (page: Page, address: string) => page.goto(new URL(address, home).href, { waitUntil: 'networkidle' });

  beforeAll(async () => {
    api = await startTestApi(SAMPLE_SETTINGS, 'setup', { consoleDir: consoleFolder() });
    home = await api.app.getUrl();
    const link = await api.app.get(AccountRepository).issueFirstLink(ORGANISATION);
    const admin = await join(link!.token, { login: 'admin', name: 'Anne Exemple' });
    const made = await api.post('/v1/accounts').set('cookie', admin).send({ login: 'bruno', name: 'Bruno Exemple', roles: ['supervisor'], teams: 'all' });
    anne = await openReader(browser!, home, admin, complaints);
    bruno = await openReader(browser!, home, await join(made.body.link.path.split('jeton=')[1]), complaints);
    await api.take([analysed({ externalId: 'k1', found: ['refus'] }), analysed({ externalId: 'k2', found: ['refus', 'jargon'] })]);
  });
  afterAll(async () => {
    await browser?.close();
    await api.stop();
  });

  it('says what it is for while there is none', async () => {
    await open(anne, '/calibrage');
    await expect.poll(() => anne.getByRole('main').innerText()).toContain('Aucun calibrage');
  });

  it('is drawn for two people', async () => {
    await anne.getByText('Nouveau calibrage').click();
    await anne.getByLabel('Nom', { exact: true }).fill('Refus de mars');
    await anne.getByLabel('Nombre de constats').fill('2');
    await anne.getByLabel('Anne Exemple').check();
    expect(await anne.getByRole('button', { name: 'Tirer au sort' }).isDisabled()).toBe(true);
    await anne.getByLabel('Bruno Exemple').check();
    await anne.getByRole('button', { name: 'Tirer au sort' }).click();
    await expect.poll(() => anne.getByRole('heading', { level: 1 }).innerText()).toBe('Refus de mars');
    await expect.poll(() => anne.getByRole('main').innerText()).toContain('Constat 1 sur 2 · 0 déjà jugés par vous');
  });

  it('is judged by keyboard, and what one says is not seen by the other', async () => {
    await anne.keyboard.press('c');
    await expect.poll(() => anne.getByRole('main').innerText()).toContain('Constat 2 sur 2 · 1 déjà jugés par vous');
    await anne.keyboard.press('e');
    await anne.getByRole('textbox').fill('La cliente plaisante.');
    await anne.getByRole('button', { name: 'Écarter' }).click();
    await expect.poll(() => anne.getByRole('main').innerText()).toContain('2 déjà jugés par vous');

    await open(bruno, '/calibrage');
    expect(await bruno.getByRole('main').innerText()).toContain('Anne Exemple : 2 sur 2');
    await bruno.getByRole('link', { name: 'Refus de mars' }).click();
    await expect.poll(() => bruno.getByRole('main').innerText()).toContain('0 déjà jugés par vous');
    expect(await bruno.getByRole('main').innerText()).not.toContain('plaisante');
  });

  it('ends with the last judgement: how far they agree, where they differ, what they say and agree on', async () => {
    await bruno.keyboard.press('c');
    await expect.poll(() => bruno.getByRole('main').innerText()).toContain('1 déjà jugés par vous');
    await bruno.keyboard.press('c');
    await expect.poll(() => bruno.getByRole('main').innerText()).toContain('Accord entre relecteurs');
    const text = await bruno.getByRole('main').innerText();
    expect(text).toContain('Là où l’on diffère (1 constat)');
    expect(text).toContain('plaisante');
    expect(text).toContain('pas assez de données');

    await bruno.getByLabel('Ce que j’en dis').fill('Elle rit, en effet.');
    await bruno.keyboard.press('Enter');
    await expect.poll(() => bruno.getByRole('main').innerText()).toContain('Elle rit, en effet.');
    await bruno.getByRole('button', { name: 'Convenir : écarté' }).click();
    await bruno.getByRole('button', { name: 'Écarter', exact: true }).click();
    await expect.poll(() => bruno.getByRole('main').innerText()).toContain('Convenu : Écarté (écrit par Bruno Exemple).');
  });

  it('tells who read an older decision that it changed', async () => {
    await open(anne, new URL(bruno.url()).pathname);
    await bruno.getByRole('button', { name: 'Convenir : confirmé' }).click();
    await expect.poll(() => bruno.getByRole('main').innerText()).toContain('Convenu : Confirmé');
    await anne.getByRole('button', { name: 'Convenir : confirmé' }).click();
    await expect.poll(() => anne.getByRole('alert').innerText()).toContain('Rien n’a été changé');
    // The browser itself notes the refusal; nothing else is to be said.
    expect(complaints.filter((one) => !one.includes('412'))).toEqual([]);
  });
});
