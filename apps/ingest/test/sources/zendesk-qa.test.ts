import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readAll, readOne, refusalOf } from './read-one.js';

const SAMPLE = readFileSync(new URL('../../src/sources/zendesk-qa/samples/import-2026-10.json', import.meta.url), 'utf8');
const [first] = JSON.parse(SAMPLE).data;
const one = (change: object): string => JSON.stringify({ data: [{ ...first, ...change }] });
const comment = (change: object): object => ({ comments: [{ ...first.comments[0], ...change }] });

describe('zendesk-qa', () => {
  it('reads every conversation of the payload', async () => {
    const items = await readAll(SAMPLE);
    expect(items).toMatchObject([
      {
        place: '/data/0',
        interaction: {
          source: 'zendesk-qa',
          externalId: 'QA-2207',
          channel: 'chat',
          startedAt: '2026-10-01T14:00:00.000Z',
          subject: 'Retard de livraison',
          participants: [
            { role: 'customer', ref: 'lucie.ferrand@client.example', name: 'Lucie Ferrand' },
            { role: 'agent', ref: 'hugo.marchand@maison.example', name: 'Hugo Marchand' },
          ],
          turns: [
            { id: '1', offsetMs: 0 },
            { id: '2', offsetMs: 180_000, private: true },
            { id: '3', offsetMs: 330_000, text: 'Bonjour Madame Ferrand,\n\nje regarde où il est et je reviens vers vous avant 16 h.' },
          ],
        },
      },
      { place: '/data/1', interaction: { externalId: 'QA-2208', channel: 'email' } },
    ]);
  });

  it('takes silence for `false` where others say that they are public, and for said where none does', async () => {
    const silent = { ...first.comments[2], id: '4', public: undefined };
    expect((await readOne(one({ comments: [...first.comments, silent] }))).turns.at(-1)).toMatchObject({ id: '4', private: true });
    expect((await readOne(one({ comments: [silent] }))).turns[0]).not.toHaveProperty('private');
  });

  it.each([
    ['the assignee', { authorEmail: 'HUGO.marchand@maison.example', authorIsNotClient: undefined }, 'agent'],
    ['whoever is said to be no client', { authorEmail: 'autre@maison.example', authorIsNotClient: true }, 'agent'],
    ['the customer', { authorIsNotClient: undefined }, 'customer'],
    ['somebody of whom nothing is said', { authorEmail: 'qui@inconnu.example', authorIsNotClient: undefined }, 'unknown'],
  ])('knows %s', async (_, change, role) => {
    expect((await readOne(one(comment(change)))).participants[0]?.role).toBe(role);
  });

  it('needs a zone for times that have none, and keeps their distances meanwhile', async () => {
    const zoneless = one({ created: '2026-10-01T14:00:00', updated: undefined, ...comment({ created: '2026-10-01T14:00:40' }) });
    expect(await readAll(zoneless)).toMatchObject([{ kind: 'interaction', startMissing: true, interaction: { turns: [{ offsetMs: 40_000 }] } }]);
    expect((await readOne(zoneless, { metadata: { timeZone: 'Europe/Paris' } })).startedAt).toBe('2026-10-01T12:00:00.000Z');
  });

  it('refuses times of which only some have a zone', async () => {
    expect(await refusalOf(one(comment({ created: '2026-10-01T14:00:40' })))).toMatchObject({ reason: 'invalid_file', detail: expect.stringContaining('timeZone') });
  });

  it('refuses a day that no calendar has', async () => {
    expect(await refusalOf(one(comment({ created: '2026-02-30T14:00:40' })))).toMatchObject({ place: '/data/0/comments/0/created' });
  });
});
