import { consoleFolder } from '#api';
import type { Browser, Page } from 'playwright-core';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type DisputeStory, startDisputeStory } from '../apps/api/test/dispute-story.js';
import { type Receiver, startReceiver } from '../apps/api/test/webhook-receiver.js';
import { startTestChromium } from './support/chromium.js';
import { openReader } from './support/reader.js';

const browser: Browser | null = await startTestChromium();
const WAIT = { timeout: 15_000 };
const main = (page: Page) => page.getByRole('main').innerText();

describe.skipIf(browser === null)('« Webhooks » in Chromium', () => {
  let story: DisputeStory;
  let home: string;
  let admin: Page;
  let receiver: Receiver;
  let secret: string;
  let refuses = false;
  const complaints: string[] = [];

  const open = (page: Page, route: string) => page.goto(new URL(route, home).href, { waitUntil: 'networkidle' });
  const secretShown = () => admin.getByLabel(/^Secret de/).inputValue();
  const rows = () => admin.getByRole('main').locator('li.account');

  beforeAll(async () => {
    receiver = await startReceiver((_got, response) => void (response.statusCode = refuses ? 503 : 204));
    story = await startDisputeStory({}, { consoleDir: consoleFolder(), webhooks: { privateAddresses: true } });
    home = await story.app.getUrl();
    admin = await openReader(browser!, home, story.people.admin.cookie, complaints, { viewport: { width: 1280, height: 900 } });
    admin.on('dialog', (dialog) => void dialog.accept());
  });
  afterAll(async () => {
    await browser?.close();
    await story.stop();
    await receiver.stop();
  });

  it('says that nothing is sent while there is none, and is nobody’s but an administrator’s', async () => {
    await open(admin, '/webhooks');
    await expect.poll(() => main(admin), WAIT).toContain('Rien n’est envoyé nulle part');
    const chef = await openReader(browser!, home, story.people.chef.cookie, []);
    await open(chef, '/webhooks');
    await expect.poll(() => main(chef), WAIT).toContain('Pas avec votre rôle');
    expect(await main(chef)).not.toContain('Nouveau webhook');
    await chef.close();
  });

  it('tells why an address is refused, and keeps what was typed', async () => {
    await admin.locator('summary', { hasText: 'Nouveau webhook' }).click();
    await admin.getByLabel('À quoi il sert').fill('Entrepôt');
    await admin.getByLabel('Adresse').fill('http://169.254.169.254/latest');
    await admin.getByRole('button', { name: 'Créer le webhook' }).click();
    await expect.poll(() => admin.getByRole('alert').innerText(), WAIT).toContain('Cette adresse ne peut pas recevoir d’événements.');
    expect(await admin.getByLabel('À quoi il sert').inputValue()).toBe('Entrepôt');
    complaints.splice(0, complaints.length, ...complaints.filter((text) => !text.includes('422')));
  });

  it('is made by keyboard; its secret is shown once, and not after a reload', async () => {
    await admin.getByLabel('Adresse').fill(receiver.url);
    await admin.getByLabel('constat relu').press('Space');
    await admin.getByLabel('Adresse').press('Enter');
    await expect.poll(() => admin.getByLabel(/^Secret de « Entrepôt »/).count(), WAIT).toBe(1);
    secret = await secretShown();
    expect(secret).toMatch(/^whsec_/);
    expect(await rows().innerText()).toMatch(/Entrepôt actif[^]*constat relu · 0 envoi en attente/);
    await admin.reload({ waitUntil: 'networkidle' });
    expect(await admin.content()).not.toContain(secret);
  });

  it('is tested, says what became of it, and the signature holds by the secret shown', async () => {
    await admin.getByRole('button', { name: 'Essayer Entrepôt' }).click();
    await expect.poll(() => rows().innerText(), WAIT).toContain('Essai : reçu (204)');
    const { body, headers } = receiver.received.at(-1)!;
    expect(new Webhook(secret).verify(body, Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])))).toMatchObject({ type: 'webhook.test' });
  });

  it('lists what was sent, and sends it again', async () => {
    refuses = true;
    const { id } = await story.say('w1');
    await story.confirm(id);
    await vi.waitFor(() => expect(receiver.received.at(-1)!.body).toContain('finding.reviewed'), 15_000);
    await admin.reload({ waitUntil: 'networkidle' });
    await rows().getByText('Envois', { exact: true }).click();
    const refused = admin.getByRole('row').filter({ hasText: 'constat relu' });
    await expect.poll(() => refused.innerText(), WAIT).toMatch(/refusé par l’adresse \(503\)[^]*1 tentative[^]*de nouveau le/);
    refuses = false;
    const before = receiver.received.length;
    await refused.getByRole('button', { name: /Renvoyer/ }).click();
    await vi.waitFor(() => expect(receiver.received.length).toBeGreaterThan(before), 15_000);
    await expect.poll(async () => {
      await admin.reload({ waitUntil: 'networkidle' });
      await rows().getByText('Envois', { exact: true }).click();
      await refused.waitFor();
      return refused.innerText();
    }, WAIT).toContain('reçu (204)');
  });

  it('gets a new secret, is paused and resumed, and tells when somebody else changed it meanwhile', async () => {
    await admin.getByRole('button', { name: 'Nouveau secret pour Entrepôt' }).click();
    await expect.poll(() => admin.getByLabel(/^Secret de/).count(), WAIT).toBe(1);
    expect(await secretShown()).not.toBe(secret);
    await expect.poll(() => rows().innerText(), WAIT).toContain('L’ancien secret signe aussi jusqu’au');
    await admin.getByRole('button', { name: 'Mettre Entrepôt en pause' }).click();
    await expect.poll(() => rows().innerText(), WAIT).toMatch(/Entrepôt en pause/);
    await admin.getByRole('button', { name: 'Reprendre Entrepôt' }).waitFor();
    await story.owner.query('UPDATE webhook SET version = version + 1');
    await admin.getByRole('button', { name: 'Reprendre Entrepôt' }).click();
    await expect.poll(() => admin.getByRole('alert').innerText(), WAIT).toMatch(/changé/);
    await admin.getByRole('button', { name: 'Reprendre Entrepôt' }).click();
    await expect.poll(() => rows().innerText(), WAIT).toMatch(/Entrepôt actif/);
    complaints.splice(0, complaints.length, ...complaints.filter((text) => !text.includes('412')));
  });

  it.each([1280, 390])('fits %i px without scrolling sideways', async (width) => {
    await admin.setViewportSize({ width, height: 900 });
    await open(admin, '/webhooks');
    await rows().getByText('Envois', { exact: true }).click();
    await admin.getByRole('table').waitFor();
    expect(await admin.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
  });

  it('is deleted for good', async () => {
    await admin.getByRole('button', { name: 'Supprimer Entrepôt' }).click();
    await expect.poll(() => main(admin), WAIT).toContain('Rien n’est envoyé nulle part');
    expect(await story.owner.query('SELECT FROM webhook')).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
