import { consoleFolder } from '#api';
import { STRICT_SETTINGS } from '#domain';
import { AccountRepository, SignInRepository } from '#storage';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../apps/api/test/start-test-api.js';
import { analysed, ORGANISATION } from './contracts/analysis-store.fixture.js';
import { startTestChromium } from './support/chromium.js';
import { openReader } from './support/reader.js';

const browser: Browser | null = await startTestChromium();

const main = (page: Page): Promise<string> => page.getByRole('main').innerText();

describe.skipIf(browser === null)('« Grilles » in Chromium', () => {
  let api: TestApi;
  let home: string;
  let anne: Page;
  let alix: Page;
  const complaints: string[] = [];
  const item = analysed({ externalId: 'g1', agent: 'a-alix', startedAt: new Date().toISOString() });

  const open = (page: Page, address: string) => page.goto(new URL(address, home).href, { waitUntil: 'networkidle' });
  async function signIn(login: string, role: 'supervisor' | 'agent', agentRef: string | null): Promise<Page> {
    const made = await api.app.get(AccountRepository).create({ organisationId: ORGANISATION, by: 'test' }, { login, name: login, roles: [role], teams: 'all', agentRef });
    if (made.kind !== 'done') throw new Error(made.kind);
    const { session } = (await api.app.get(SignInRepository).signIn(ORGANISATION, made.account.id, 'password'))!;
    return openReader(browser!, home, `diapason=${session}`, complaints, { viewport: { width: 1280, height: 900 } });
  }

  beforeAll(async () => {
    api = await startTestApi(STRICT_SETTINGS, 'accounts', { consoleDir: consoleFolder() });
    home = await api.app.getUrl();
    await api.take([item]);
    anne = await signIn('Anne', 'supervisor', null);
    alix = await signIn('Alix', 'agent', 'a-alix');
  });
  afterAll(async () => {
    await browser?.close();
    await api.stop();
  });

  it('is written, told what is wrong while it is, and published', async () => {
    await open(anne, '/grilles');
    await expect.poll(() => main(anne)).toContain('Aucune grille');
    await anne.getByLabel('Nom d’une nouvelle grille').fill('Accueil');
    await anne.keyboard.press('Enter');
    await expect.poll(() => anne.getByRole('heading', { level: 1 }).innerText()).toBe('Accueil');
    // Two things have no words yet: told where they are.
    await expect.poll(() => main(anne)).toContain('2 points à corriger avant de publier');
    expect(await main(anne)).toContain('La section 1 n’a pas de titre');
    expect(await anne.getByRole('button', { name: 'Publier cette version' }).isDisabled()).toBe(true);
    await anne.getByLabel('Titre de la section').fill('Début');
    await anne.getByLabel('Ce que l’on regarde').fill('Le client est-il salué ?');
    await anne.getByRole('button', { name: 'Ajouter un critère' }).press('Enter');
    const second = anne.getByRole('group', { name: 'Critère 2' });
    await second.getByLabel('Ce que l’on regarde').fill('L’a-t-on écouté ?');
    await second.getByLabel('D’où vient le résultat').selectOption('scale');
    await second.getByLabel('Échelon 1').first().fill('Non');
    await second.getByLabel('Échelon 2').first().fill('Oui');
    await second.getByLabel('Points (0 à 20)').nth(1).fill('4');
    await expect.poll(() => main(anne)).toContain('Rien à corriger');
    await anne.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
    await expect.poll(() => main(anne)).toContain('Brouillon enregistré');
    await anne.getByRole('button', { name: 'Publier cette version' }).click();
    await expect.poll(() => main(anne)).toContain('Écrire la version suivante');
    await open(alix, '/grilles');
    await expect.poll(() => main(alix)).toContain('Version 1 en vigueur');
    expect(await main(alix)).not.toContain('Commencer');
  });

  it('has a draft that can be thrown away, with the scorecard when it has nothing else', async () => {
    await open(anne, '/grilles');
    await anne.getByLabel('Nom d’une nouvelle grille').fill('Essai');
    await anne.keyboard.press('Enter');
    await expect.poll(() => anne.getByRole('heading', { level: 1 }).innerText()).toBe('Essai');
    anne.once('dialog', (dialog) => void dialog.accept());
    await anne.getByRole('button', { name: 'Jeter ce brouillon' }).press('Enter');
    await expect.poll(() => anne.getByRole('heading', { level: 1 }).innerText()).toBe('Grilles');
    await expect.poll(() => main(anne)).not.toContain('Essai');
    expect(await main(anne)).toContain('Accueil');
  });

  it('is filled in by keyboard beside the words, which it quotes; a draft is kept when one leaves', async () => {
    await open(anne, `/interactions/${item.interactionId}`);
    await anne.getByRole('button', { name: 'Évaluer' }).press('Enter');
    await expect.poll(() => main(anne)).toContain('0 réponses sur 2');
    await anne.keyboard.press('1');
    await expect.poll(() => main(anne)).toContain('1 réponses sur 2');
    await expect.poll(() => main(anne)).toContain('brouillon gardé');
    await anne.evaluate(`{
      const words = document.querySelector('.turn.agent .words').firstChild;
      getSelection().setBaseAndExtent(words, 0, words, 2);
    }`);
    await anne.getByRole('group', { name: /salué/ }).getByRole('button', { name: 'Ajouter les mots sélectionnés' }).click();
    await expect.poll(() => anne.locator('.quoted').innerText()).toContain('Je');
    await anne.getByRole('group', { name: /salué/ }).getByRole('textbox').fill('Dès le début.');
    // Gone before the pause is over: kept all the same.
    await anne.getByRole('button', { name: 'Relire' }).click();
    await anne.getByRole('link', { name: 'Grilles' }).click();
    await open(anne, `/interactions/${item.interactionId}`);
    await expect.poll(() => main(anne)).toContain('Brouillon, visible de vous seul');
    await anne.getByRole('button', { name: 'Reprendre' }).click();
    await expect.poll(() => anne.getByRole('group', { name: /salué/ }).getByRole('textbox').inputValue()).toBe('Dès le début.');
    expect(await anne.locator('.quoted').innerText()).toContain('Je');
    await otherWindow();
    await open(anne, `/interactions/${item.interactionId}`);
    await anne.getByRole('button', { name: 'Reprendre' }).click();
    await expect.poll(() => anne.getByRole('group', { name: /salué/ }).getByRole('textbox').inputValue()).toBe('Dès le début.');
    await anne.keyboard.press('q');
    await expect.poll(() => anne.getByRole('group', { name: /écouté/ }).locator(':focus').count()).toBe(1);
    await anne.keyboard.press('1');
    await expect.poll(() => main(anne)).toContain('Note à ce stade : 50 %');
    await anne.getByRole('button', { name: 'Remettre' }).press('Enter');
    await expect.poll(() => main(anne)).toContain('Remise');
    expect(await main(anne)).not.toContain('Note à ce stade');
  });

  /** The same draft in a second window: one is told, keeps what was typed, and decides. */
  async function otherWindow(): Promise<void> {
    const second = await anne.context().newPage();
    await open(second, `/interactions/${item.interactionId}`);
    await second.getByRole('button', { name: 'Reprendre' }).click();
    const [here, there] = [anne, second].map((page) => page.getByRole('group', { name: /salué/ }).getByRole('textbox'));
    await there!.fill('Écrit dans l’autre fenêtre.');
    await expect.poll(() => main(second)).toContain('brouillon gardé');
    await here!.fill('Écrit ici.');
    await expect.poll(() => main(anne)).toContain('Ce brouillon a changé dans une autre fenêtre');
    expect(await here!.inputValue()).toBe('Écrit ici.');
    expect(await main(anne)).toContain('pas enregistré');
    expect(await anne.getByRole('button', { name: 'Remettre' }).isDisabled()).toBe(true);
    await anne.getByRole('button', { name: 'Reprendre ce qui est enregistré' }).click();
    await expect.poll(() => here!.inputValue()).toBe('Écrit dans l’autre fenêtre.');
    await here!.fill('Dès le début.');
    await expect.poll(() => main(anne)).toContain('brouillon gardé');
    // The other way round: what is here is kept over what is there.
    await there!.fill('Encore ailleurs.');
    await expect.poll(() => main(second)).toContain('Ce brouillon a changé dans une autre fenêtre');
    await second.getByRole('button', { name: 'Garder ce qui est ici' }).click();
    await expect.poll(() => main(second)).toContain('brouillon gardé');
    await here!.fill('Dès le début.x');
    await expect.poll(() => main(anne)).toContain('Ce brouillon a changé dans une autre fenêtre');
    await here!.fill('Dès le début.');
    await anne.getByRole('button', { name: 'Garder ce qui est ici' }).click();
    await expect.poll(() => main(anne)).toContain('brouillon gardé');
    await second.close();
    // The browser itself logs what was refused.
    complaints.splice(0, complaints.length, ...complaints.filter((text) => !text.includes('412')));
  }

  it('is read, acknowledged and commented on by the agent', async () => {
    await open(alix, '/mes-evaluations');
    await expect.poll(() => main(alix)).toContain('à lire');
    await alix.getByRole('link', { name: 'Accueil' }).click();
    await expect.poll(() => main(alix)).toContain('50 %');
    expect(await main(alix)).toContain('Dès le début.');
    await alix.getByRole('button', { name: 'J’en ai pris connaissance' }).click();
    await expect.poll(() => main(alix)).toContain('Le conseiller en a pris connaissance');
    await alix.getByLabel('Ce que vous en dites').fill('Je retiens.');
    await alix.getByRole('button', { name: 'Garder le commentaire' }).click();
    await expect.poll(() => alix.locator('.quoted').last().innerText()).toContain('Je retiens.');
    await alix.locator('.quoted a').first().click();
    await expect.poll(() => new URL(alix.url()).hash).toBe('#tour-1-0-2');
    await open(anne, `/interactions/${item.interactionId}`);
    await anne.getByRole('link', { name: /Accueil —/ }).click();
    await expect.poll(() => main(anne)).toContain('Je retiens.');
    expect(await anne.getByRole('button', { name: 'J’en ai pris connaissance' }).count()).toBe(0);
  });

  it('shows what people and findings say apart, with counts, at any width', async () => {
    const [card]: { scorecard_id: string }[] = await api.owner.query('SELECT scorecard_id FROM scorecard');
    await open(anne, `/grilles/${card!.scorecard_id}?par=agent`);
    await expect.poll(() => main(anne)).toContain('1 note');
    expect(await main(anne)).toContain('pas assez de données pour un intervalle');
    for (const width of [1280, 390]) {
      await anne.setViewportSize({ width, height: 900 });
      for (const address of ['/grilles', `/grilles/${card!.scorecard_id}`, `/interactions/${item.interactionId}`]) {
        await open(anne, address);
        expect([address, width, await anne.evaluate('document.documentElement.scrollWidth - innerWidth')]).toEqual([address, width, 0]);
      }
    }
    expect(complaints).toEqual([]);
  });
});
