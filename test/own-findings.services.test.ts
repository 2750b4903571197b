import { consoleFolder } from '#api';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DisputeStory, startDisputeStory, UPHOLD } from '../apps/api/test/dispute-story.js';
import { startTestChromium } from './support/chromium.js';
import { openReader } from './support/reader.js';

const browser: Browser | null = await startTestChromium();
const PATIENT = { timeout: 15_000 };

const main = (page: Page) => page.getByRole('main').innerText();

describe.skipIf(browser === null)('« Mes constats » in Chromium', () => {
  let story: DisputeStory;
  let home: string;
  let alix: Page;
  let disputed: string;
  let others: { id: string; interactionId: string };
  const complaints: string[] = [];

  const open = (page: Page, route: string) => page.goto(new URL(route, home).href, { waitUntil: 'networkidle' });
  const row = (id: string) => alix.getByRole('listitem').filter({ has: alix.locator(`#constat-${id}`) });

  beforeAll(async () => {
    story = await startDisputeStory({}, { consoleDir: consoleFolder() });
    home = await story.app.getUrl();
    alix = await openReader(browser!, home, story.people.alix.cookie, complaints);
  });
  afterAll(async () => {
    await browser?.close();
    await story.stop();
  });

  it('is where an agent comes in, and says so while nothing was found', async () => {
    await open(alix, '/');
    await expect.poll(() => main(alix), PATIENT).toContain('Aucun constat pour l’instant');
    expect(new URL(alix.url()).pathname).toBe('/moi');
    expect(await main(alix)).toContain('Pas assez de données');
    const ways = await alix.getByRole('navigation', { name: 'Navigation principale' }).locator('a').allTextContents();
    const elsewhere = alix.getByRole('navigation', { name: 'Le reste de ce qui vous concerne' });
    for (const [name, address] of [['Mes évaluations', '/mes-evaluations'], ['Mes séances', '/mes-seances']] as const) {
      await elsewhere.getByRole('link', { name }).click();
      await expect.poll(() => new URL(alix.url()).pathname).toBe(address);
      await alix.goBack();
    }
    expect(ways).toEqual(expect.arrayContaining(['Mes constats', 'Interactions', 'Règles']));
    expect(ways.filter((name) => ['Vue d’ensemble', 'Constats', 'À relire', 'Calibrage', 'Cohérence', 'Annuaire', 'Comptes et clés'].includes(name))).toEqual([]);
  });

  it('shows the exact words among those around them, why, what to say instead, and counts with what they are out of', async () => {
    const finding = await story.say('m1', 'a-alix', { text: 'Je ne peux rien pour vous, au revoir.' });
    disputed = finding.id;
    others = await story.say('m2', 'a-bao');
    await open(alix, '/moi');
    await expect.poll(() => row(disputed).innerText(), PATIENT).toContain('Détecté');
    expect(await row(disputed).locator('mark').innerText()).toBe('Je');
    expect(await row(disputed).locator('blockquote').innerText()).toBe('Je ne peux rien pour vous, au revoir.');
    expect(await row(disputed).innerText()).toMatch(/Pourquoi[^]*Ferme l’échange\.[^]*Dites plutôt[^]*Voici ce que je peux faire\./);
    expect((await main(alix)).replaceAll(/\s+/g, ' ')).toContain('Pas encore relus 2');
    expect(await main(alix)).not.toContain('bao');
    expect(await row(disputed).getByRole('button', { name: 'Contester' }).count()).toBe(0);
    await row(disputed).getByRole('link', { name: 'Lire l’échange' }).click();
    await expect.poll(async () => (await alix.locator('mark.passage').allInnerTexts()).join(''), PATIENT).toBe('Je');
  });

  it('takes a comment, changes it and takes it away', async () => {
    await open(alix, '/moi');
    await row(disputed).getByRole('button', { name: 'Commenter' }).click();
    await alix.keyboard.type('Elle venait de raccrocher.');
    await row(disputed).getByRole('button', { name: 'Enregistrer le commentaire' }).click();
    await expect.poll(() => row(disputed).innerText(), PATIENT).toMatch(/Commenté par vous[^]*Elle venait de raccrocher\./);
    expect((await story.read(disputed)).comment?.text).toBe('Elle venait de raccrocher.');
    await row(disputed).getByRole('button', { name: 'Modifier le commentaire' }).click();
    await row(disputed).getByRole('textbox').fill('');
    await row(disputed).getByRole('button', { name: 'Enregistrer le commentaire' }).click();
    await expect.poll(() => row(disputed).innerText(), PATIENT).not.toContain('Commenté');
  });

  it('disputes a confirmed violation, with a reason or not at all, and takes it back', async () => {
    await story.confirm(disputed);
    await open(alix, '/moi?sens=violation');
    await expect.poll(() => row(disputed).innerText(), PATIENT).toMatch(/Confirmé par chef[^]*Vous pouvez le contester jusqu’au/);
    await row(disputed).getByRole('button', { name: 'Contester' }).click();
    await row(disputed).getByRole('button', { name: 'Envoyer la contestation' }).click();
    expect((await story.read(disputed)).dispute).toBeNull();
    await row(disputed).getByRole('textbox').fill('Je citais la cliente.');
    await row(disputed).getByRole('button', { name: 'Envoyer la contestation' }).click();
    await expect.poll(() => row(disputed).innerText(), PATIENT).toMatch(/Contesté[^]*Je citais la cliente\.[^]*Attend la réponse de quelqu’un d’autre/);
    await row(disputed).getByRole('button', { name: 'Retirer la contestation' }).click();
    await expect.poll(() => row(disputed).getByRole('button', { name: 'Contester' }).count(), PATIENT).toBe(1);
    expect((await story.read(disputed)).status).toBe('confirmed');
  });

  it('shows what became of it in the resolver’s words, and by whom', async () => {
    await story.dispute(disputed);
    await story.resolve(disputed, 'adjoint', UPHOLD);
    await open(alix, '/moi?etat=upheld');
    await expect.poll(() => row(disputed).innerText(), PATIENT).toMatch(/Maintenu[^]*Maintenu par adjoint[^]*Rien ne montre que ce soit une citation\./);
    await alix.getByLabel('Où cela en est').selectOption('overturned');
    await expect.poll(() => main(alix), PATIENT).toContain('Aucun constat sur cette sélection');
    expect(new URL(alix.url()).search).toBe('?etat=overturned');
    // Upheld is told apart from what was confirmed and never disputed.
    const confirmedOnly = await story.say('m2b');
    await story.confirm(confirmedOnly.id);
    await open(alix, '/moi?etat=confirmed');
    await expect.poll(() => row(confirmedOnly.id).count(), PATIENT).toBe(1);
    expect(await row(disputed).count()).toBe(0);
    await alix.getByRole('button', { name: 'Effacer les filtres' }).click();
    await expect.poll(() => alix.locator('.own').count(), PATIENT).toBe(4);
  });

  it('says when it changed meanwhile, and changes nothing', async () => {
    const { id } = await story.say('m3');
    await open(alix, '/moi');
    await row(id).getByRole('button', { name: 'Commenter' }).click();
    await story.confirm(id);
    await alix.keyboard.type('Trop tard ?');
    await row(id).getByRole('button', { name: 'Enregistrer le commentaire' }).click();
    await expect.poll(() => row(id).innerText(), PATIENT).toContain('a changé entre-temps');
    expect((await story.read(id)).comment).toBeNull();
  });

  it('is no way to what is somebody else’s, whatever address is typed', async () => {
    expect(complaints).toEqual([]);
    await open(alix, `/interactions/${others.interactionId}?constat=${others.id}`);
    await expect.poll(() => main(alix), PATIENT).toContain('introuvable');
    await open(alix, '/constats?agent=a-bao');
    await expect.poll(() => main(alix), PATIENT).toContain('Aucun constat sur cette sélection');
    for (const route of ['/relecture', '/calibrage', '/annuaire', '/comptes', '/coherence']) {
      await open(alix, route);
      await expect.poll(() => main(alix), PATIENT).toContain('Pas avec votre rôle');
    }
    const post = (address: string) =>
      alix.evaluate<number>(`fetch('${address}', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"reason":"Pour elle."}' }).then(({ status }) => status)`);
    expect(await post(`/v1/findings/${others.id}/dispute`)).toBe(404);
    await open(alix, '/moi?agent=a-bao');
    await expect.poll(() => alix.locator('.own').count(), PATIENT).toBe(6);
    expect(await main(alix)).not.toContain('bao');
  });

  it('fits a small screen', async () => {
    const small = await openReader(browser!, home, story.people.alix.cookie, [], { viewport: { width: 390, height: 844 } });
    await open(small, '/moi');
    await small.getByRole('button', { name: 'Commenter' }).first().click();
    expect(await small.evaluate('document.documentElement.scrollWidth')).toBe(390);
    await small.close();
  });
});
