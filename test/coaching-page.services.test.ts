import { consoleFolder } from '#api';
import { STRICT_SETTINGS } from '#domain';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Coaching, daysAgo, type Member, nord, startCoaching, TODAY } from '../apps/api/test/coaching-story.js';
import { startTestChromium } from './support/chromium.js';
import { openReader } from './support/reader.js';

const browser: Browser | null = await startTestChromium();
const HELD = 30;
const WAIT = { timeout: 15_000 };
const main = (page: Page) => page.getByRole('main').innerText();
const around = (n: number, before: Record<string, number>, after: Record<string, number>) => [...nord(n, HELD + 25, { count: 25, found: before }), ...nord(n, HELD - 1, { count: 25, found: after })];

describe.skipIf(browser === null)('« Coaching » in Chromium', () => {
  let api: Coaching;
  let home: string;
  let carlaMember: Member;
  let carla: Page;
  let aline: Page;
  const complaints: string[] = [];

  const open = (page: Page, address: string) => page.goto(new URL(address, home).href, { waitUntil: 'networkidle' });

  beforeAll(async () => {
    api = await startCoaching({ ...STRICT_SETTINGS, personFigures: 'detected' }, { consoleDir: consoleFolder() });
    home = await api.app.getUrl();
    carlaMember = await api.member('carla', ['coach'], ['nord']);
    carla = await openReader(browser!, home, carlaMember.cookie, complaints);
    aline = await openReader(browser!, home, (await api.member('aline', ['agent'], 'all', 'nord-0')).cookie, complaints);
    const usual = { refus: 0.2, '+accueil': 0.3 };
    await api.take([...around(0, { refus: 0.8, '+accueil': 0.8 }, { refus: 0.1, '+accueil': 0.8 }), ...Array.from({ length: 6 }, (_, n) => around(n + 1, usual, usual)).flat()]);
  });
  afterAll(async () => {
    await browser?.close();
    await api.stop();
  });

  it('says what it is for while there is no session, and asks whom to look at', async () => {
    await open(carla, '/coaching');
    await expect.poll(() => main(carla), WAIT).toContain('Aucune séance');
    await carla.getByRole('link', { name: 'Préparer une séance' }).click();
    await expect.poll(() => main(carla), WAIT).toContain('Choisissez un conseiller');
  });

  it('proposes a strength and something to work on, with figures and words, in the address that it is shared by', async () => {
    await carla.getByLabel('Conseiller').selectOption({ label: 'Agent nord 0' });
    await carla.getByLabel('Du', { exact: true }).fill(daysAgo(HELD + 26));
    await carla.getByLabel('Au', { exact: true }).fill(daysAgo(HELD));
    await expect.poll(() => main(carla), WAIT).toMatch(/Point d’appui[\s\S]*À travailler/);
    expect(new URL(carla.url()).searchParams.get('agent')).toBe('nord-0');
    const text = await main(carla);
    // Days at the end alone would be too few to be told.
    expect(text).toMatch(/\d+ sur 24/);
    expect(text).toMatch(/Comparé à 6 collègues/);
    expect(text).toContain('le hasard seul en met au plus 5 sur 100');
    expect(await carla.getByRole('link', { name: 'Lire dans l’échange' }).count()).toBe(10);
  });

  it('becomes a session on what is chosen, planned and held', async () => {
    const refus = carla.getByRole('listitem').filter({ has: carla.getByRole('heading', { name: 'refus' }) });
    expect(await carla.getByRole('button', { name: 'Ouvrir la séance' }).isDisabled()).toBe(true);
    await refus.getByLabel('Travailler cette règle').check();
    await refus.getByLabel('À l’ordre du jour').first().check();
    await carla.getByLabel('Jours comparés, avant et après').fill('25');
    await carla.getByRole('button', { name: 'Ouvrir la séance' }).click();
    await expect.poll(() => main(carla), WAIT).toContain('Ce qui est mesuré');
    expect(await carla.getByRole('heading', { level: 1 }).innerText()).toBe('Séance avec Agent nord 0');
    // A draft is not there for the agent.
    await open(aline, '/mes-seances');
    await expect.poll(() => main(aline), WAIT).toContain('Aucune séance');
    await carla.getByLabel('Pour le').fill(daysAgo(HELD));
    await carla.getByRole('button', { name: 'Planifier' }).click();
    await expect.poll(() => main(carla), WAIT).toContain('Elle a été tenue');
    await open(aline, '/mes-seances');
    await aline.getByRole('link', { name: 'carla' }).click();
    await expect.poll(() => main(aline), WAIT).toContain('25 jours avant et 25 jours après la séance');
    expect(await main(aline)).not.toContain('Confirmer');
    // For the effect to be there to read, the session is put into the past in process.
    await api.holdOn(api.admin, new URL(carla.url()).pathname.split('/').at(-1)!, daysAgo(HELD));
    await carla.reload({ waitUntil: 'networkidle' });
    await expect.poll(() => main(carla), WAIT).toContain('Le conseiller la confirme comme lue');
  });

  it('is held on the day this is said, with no day to choose', async () => {
    const { id } = (await api.as(carlaMember, 'post', '/coaching-sessions').send({ agent: 'nord-1', rules: ['jargon'] })).body;
    await api.as(carlaMember, 'put', `/coaching-sessions/${id}/state`).send({ state: 'planned', on: daysAgo(9) });
    const before = carla.url();
    await open(carla, `/coaching/${id}`);
    expect(await carla.locator('.next-step input').count()).toBe(0);
    await carla.getByRole('button', { name: 'Elle a été tenue aujourd’hui' }).click();
    await expect.poll(() => main(carla), WAIT).toContain('Le conseiller la confirme comme lue');
    expect((await api.as(carlaMember, 'get', `/coaching-sessions/${id}`)).body.heldOn).toBe(TODAY);
    await open(carla, before);
  });

  it('keeps what is agreed on, and a note to oneself until it is shared', async () => {
    await carla.getByRole('button', { name: 'Ajouter une action' }).click();
    await carla.getByRole('textbox', { name: 'Action 1' }).fill('Proposer avant de refuser');
    await carla.getByLabel('En reparler le').fill(daysAgo(-30));
    await carla.getByRole('region', { name: 'Actions convenues' }).getByRole('button', { name: 'Enregistrer' }).click();
    await expect.poll(async () => (await api.journalOf('coaching.changed')).length).toBe(1);
    await aline.reload({ waitUntil: 'networkidle' });
    await expect.poll(() => main(aline), WAIT).toContain('Proposer avant de refuser');
    const notes = carla.getByRole('region', { name: 'Notes' });
    await notes.getByLabel('Ma note').fill('Elle a trouvé elle-même la formule.');
    await notes.getByRole('button', { name: 'Enregistrer' }).click();
    await expect.poll(async () => (await api.journalOf('coaching.noted')).length).toBe(1);
    await aline.reload({ waitUntil: 'networkidle' });
    expect(await main(aline)).not.toContain('elle-même');
    // Nor is it on the sheet that is printed for both.
    await carla.emulateMedia({ media: 'print' });
    expect(await main(carla)).not.toContain('elle-même');
    await carla.emulateMedia({ media: 'screen' });
    await notes.getByLabel('La partager avec l’autre').check();
    await notes.getByRole('button', { name: 'Enregistrer' }).click();
    await expect.poll(async () => (await api.journalOf('coaching.noted')).length).toBe(2);
    await aline.reload({ waitUntil: 'networkidle' });
    await expect.poll(() => main(aline), WAIT).toContain('Elle a trouvé elle-même la formule.');
  });

  it('is answered and acknowledged by the agent', async () => {
    const notes = aline.getByRole('region', { name: 'Notes' });
    await notes.getByLabel('Ma note').fill('Cela m’aide.');
    await notes.getByLabel('La partager avec l’autre').check();
    await notes.getByRole('button', { name: 'Enregistrer' }).click();
    await aline.getByRole('button', { name: 'J’ai lu cette séance telle qu’elle est écrite' }).click();
    await expect.poll(() => main(aline), WAIT).toContain('Lue par le conseiller le');
    await carla.reload({ waitUntil: 'networkidle' });
    await expect.poll(() => main(carla), WAIT).toContain('Cela m’aide.');
  });

  it('shows what changed, against peers, with its interval; to the agent without a count of peers', async () => {
    await expect.poll(() => main(carla), WAIT).toContain('Va dans le bon sens');
    const text = await carla.getByRole('region', { name: 'Ce qui a changé' }).innerText();
    expect(text).toMatch(/Changement au-delà de celui des collègues : −\d+(,\d)? points \(IC 95\s%/);
    expect(text).toMatch(/20 sur 25[\s\S]*2 sur 25[\s\S]*6 collègues[\s\S]*30 sur 150/);
    expect(text).toContain('jamais de la personne');
    const own = await aline.getByRole('region', { name: 'Ce qui a changé' }).innerText();
    expect(own).toMatch(/20 sur 25/);
    expect(own).not.toContain('150');
    expect(own).toContain('non détaillé');
  });

  it('is followed up, and then stands; it prints without its forms', async () => {
    await carla.getByLabel('Suivie le').fill(TODAY);
    await carla.getByRole('button', { name: 'Clore le suivi' }).click();
    await expect.poll(() => carla.getByRole('button', { name: 'Enregistrer' }).count(), WAIT).toBe(0);
    await carla.emulateMedia({ media: 'print' });
    expect(await carla.getByRole('navigation').isVisible()).toBe(false);
    expect(await carla.getByRole('button', { name: 'Imprimer la fiche' }).isVisible()).toBe(false);
    expect(await carla.getByText('Proposer avant de refuser').isVisible()).toBe(true);
    await carla.emulateMedia({ media: 'screen' });
  });

  it.each([1280, 390])('fits %i px without scrolling sideways', async (width) => {
    for (const [page, addresses] of [[carla, ['/coaching', `/coaching/preparation?agent=nord-0&du=${daysAgo(HELD + 26)}&au=${daysAgo(HELD)}`, new URL(carla.url()).pathname]], [aline, ['/mes-seances', new URL(aline.url()).pathname]]] as const) {
      await page.setViewportSize({ width, height: 900 });
      for (const address of addresses) {
        await open(page, address);
        expect([address, await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')]).toEqual([address, 0]);
      }
    }
    expect(complaints).toEqual([]);
  });
});
