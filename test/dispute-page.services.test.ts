import { consoleFolder } from '#api';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DisputeStory, startDisputeStory } from '../apps/api/test/dispute-story.js';
import { startTestChromium } from './support/chromium.js';
import { openReader } from './support/reader.js';

const browser: Browser | null = await startTestChromium();
const PATIENT = { timeout: 15_000 };
const main = (page: Page) => page.getByRole('main').innerText();

describe.skipIf(browser === null)('answering a dispute, in Chromium', () => {
  let story: DisputeStory;
  let home: string;
  let chef: Page;
  let adjoint: Page;
  let disputed: { id: string; interactionId: string };
  const complaints: string[] = [];
  const open = (page: Page, route: string) => page.goto(new URL(route, home).href, { waitUntil: 'networkidle' });
  const reader = (who: keyof DisputeStory['people']) => openReader(browser!, home, story.people[who].cookie, complaints);
  const violationsOfAlix = async () => (await story.reports())['/v1/reports/agents?agent=a-alix']![0]!['violations'];

  beforeAll(async () => {
    story = await startDisputeStory({}, { consoleDir: consoleFolder() });
    home = await story.app.getUrl();
    chef = await reader('chef');
    adjoint = await reader('adjoint');
    disputed = await story.say('p1');
    await story.confirm(disputed.id);
    await story.dispute(disputed.id);
  });
  afterAll(async () => {
    await browser?.close();
    await story.stop();
  });

  it('stands in « À relire » with the reason, who judged and when, and says who may not answer', async () => {
    await open(chef, '/relecture?file=disputed');
    await expect.poll(() => chef.locator('.dispute').innerText(), PATIENT).toMatch(/Confirmé par vous, le [^]*Contesté par alix[^]*Je citais la cliente\.[^]*Vous ne pouvez pas trancher/);
    await chef.locator('.dispute a').first().click();
    await expect.poll(() => chef.locator('.review').innerText(), PATIENT).toContain('Vous avez donné le jugement contesté : quelqu’un d’autre tranche.');
    expect(await chef.getByRole('button', { name: /Maintenir/ }).count()).toBe(0);
    await chef.keyboard.press('c');
    expect(await chef.getByRole('textbox').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('is refused to the reviewer who goes round the page', async () => {
    const refused = await chef.evaluate<string>(
      `fetch('/v1/findings/${disputed.id}/dispute/resolution', { method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{"outcome":"upheld","reason":"Si."}' }).then((answer) => answer.json()).then(({ code }) => code)`,
    );
    expect(refused).toBe('own_judgement');
    expect((await story.read(disputed.id)).status).toBe('disputed');
    complaints.length = 0;
  });

  it('is answered by somebody else, by keyboard, with an explanation or not at all', async () => {
    expect(await violationsOfAlix()).toBe(0);
    await open(adjoint, '/relecture?file=disputed');
    await expect.poll(() => adjoint.locator('.dispute').innerText(), PATIENT).toContain('Confirmé par chef');
    await adjoint.keyboard.press('n');
    await expect.poll(() => main(adjoint), PATIENT).toContain('1 contestation attend une réponse ici.');
    await adjoint.keyboard.press('c');
    await adjoint.getByRole('button', { name: 'Maintenir' }).click();
    expect((await story.read(disputed.id)).dispute!.state).toBe('open');
    await adjoint.keyboard.type('Rien ne montre que ce soit une citation.');
    await adjoint.getByRole('button', { name: 'Maintenir' }).click();
    await expect.poll(() => adjoint.locator('.story').innerText(), PATIENT).toMatch(/Maintenu par vous[^]*Rien ne montre que ce soit une citation\./);
    expect(await violationsOfAlix()).toBe(1);
    expect(complaints).toEqual([]);
  });

  it('can go to the agent: what was wrong, and every figure follows', async () => {
    const { id, interactionId } = await story.say('p2');
    await story.confirm(id);
    await story.dispute(id);
    await open(adjoint, `/interactions/${interactionId}?constat=${id}`);
    await adjoint.getByRole('button', { name: /Donner raison à l’agent/ }).click();
    await adjoint.getByLabel('Ici, ces mots étaient justes').check();
    await adjoint.getByLabel('Votre explication, que l’agent lira').fill('Ces mots citent la cliente.');
    await adjoint.getByRole('button', { name: 'Donner raison à l’agent' }).click();
    await expect.poll(() => adjoint.locator('.story').innerText(), PATIENT).toMatch(/Annulé par vous[^]*Ici, ces mots étaient justes[^]*Ces mots citent la cliente\./);
    expect(await violationsOfAlix()).toBe(1);
    const alix = await reader('alix');
    await open(alix, '/moi?etat=overturned');
    await expect.poll(() => alix.locator('.own').innerText(), PATIENT).toMatch(/Annulé par adjoint[^]*Ces mots citent la cliente\./);
    await alix.close();
    expect(complaints).toEqual([]);
  });

  it('names who holds what, never an id', async () => {
    await story.say('p3', 'a-bao');
    await story.as('adjoint', 'post', '/v1/queues/new/claim').send({});
    await open(chef, '/relecture?file=new');
    await expect.poll(() => main(chef), PATIENT).toContain('Tenu par adjoint jusqu’au');
    expect(await main(chef)).not.toContain(story.people.adjoint.id);
    const held = (await story.as('adjoint', 'post', '/v1/queues/new/claim').send({})).body.item;
    const refused = await story.as('chef', 'put', `/v1/findings/${held.waiting[0].id}/review`).send({ verdict: 'confirmed' });
    expect([refused.body.code, String(refused.body.detail).includes('adjoint')]).toEqual(['held_by_other', true]);
    await story.as('adjoint', 'delete', `/v1/interactions/${held.interactionId}/hold`);
  });

  it('tells whoever supervises and is an agent too that own words are somebody else’s to judge', async () => {
    const { id, interactionId } = await story.say('p4', 'a-alix-bis');
    const both = await reader('both');
    await open(both, `/interactions/${interactionId}?constat=${id}`);
    await both.keyboard.press('c');
    await expect.poll(() => both.getByRole('alert').innerText(), PATIENT).toContain('vos propres mots');
    expect((await story.read(id)).status).toBe('detected');
    await both.close();
  });
});
