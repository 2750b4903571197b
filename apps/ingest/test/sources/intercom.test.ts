import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readOne, refusalOf } from './read-one.js';

const SAMPLE = readFileSync(new URL('../../src/sources/intercom/samples/conversation-215468.json', import.meta.url), 'utf8');
const file = JSON.parse(SAMPLE);
const [part] = file.conversation_parts.conversation_parts;
const withParts = (...parts: object[]): string => JSON.stringify({ ...file, conversation_parts: { conversation_parts: parts } });

describe('intercom', () => {
  it('reads what opened the conversation and its parts, seconds as milliseconds', async () => {
    const read = await readOne(SAMPLE);
    expect(read).toMatchObject({
      source: 'intercom',
      externalId: '215468',
      channel: 'chat',
      startedAt: '2026-09-08T08:00:00.000Z',
      subject: 'Facture introuvable',
      tags: ['facturation'],
      participants: [
        { role: 'customer', ref: 'nadia.cherif@client.example', name: 'Nadia Cherif' },
        { role: 'bot', name: 'Assistant' },
        { role: 'agent', ref: 'ines.roussel@maison.example', name: 'Inès Roussel' },
      ],
    });
    expect(read.turns.map(({ offsetMs, private: note, text }) => [offsetMs, note === true, text])).toEqual([
      [0, false, 'Bonjour, je ne trouve pas ma facture de juillet.'],
      [5_000, false, 'Je transmets votre demande à une conseillère.'],
      [100_000, true, "Ce n'est pas mon problème si elle a changé d'adresse…"],
      [300_000, false, "Bonjour Madame Cherif, la voici en pièce jointe.\nJe vérifie aussi l'adresse du compte."],
      [900_000, false, 'Bonne journée !'],
    ]);
  });

  it.each(['note', 'note_and_reopen', 'assignment', 'something_new'])('takes the body of a part « %s » for internal', async (part_type) => {
    expect((await readOne(withParts({ ...part, part_type }))).turns.at(-1)).toMatchObject({ private: true });
  });

  it.each([
    ['an answer of the AI in an admin’s name', { type: 'admin', id: '402', from_ai_agent: true }, 'bot'],
    ['a team', { type: 'team', id: '3', name: 'Équipe' }, 'unknown'],
    ['a kind of author nobody knows', { type: 'constructor', id: '3' }, 'unknown'],
    ['a lead', { type: 'lead', id: '3' }, 'customer'],
  ])('knows %s', async (_, author, role) => {
    expect((await readOne(withParts({ ...part, author }))).participants.at(-1)?.role).toBe(role);
  });

  it('does not charge an admin with what a campaign sent in the admin’s name', async () => {
    const source = { ...file.source, delivered_as: 'automated', author: { type: 'admin', id: '402', name: 'Inès Roussel', email: 'ines.roussel@maison.example' } };
    const read = await readOne(JSON.stringify({ ...file, source }));
    expect(read.participants.map(({ role }) => role)).toEqual(['bot', 'bot', 'agent']);
    expect(read.participants[0]).not.toHaveProperty('ref');
  });

  it('leaves redacted parts out', async () => {
    expect((await readOne(withParts({ ...part, redacted: true }))).turns).toHaveLength(1);
  });

  it.each([
    ['milliseconds', { created_at: 1788854400000 }, '/created_at'],
    ['a text for a time', { created_at: '2026-09-08' }, '/created_at'],
    ['a conversation cut by the API’s limit', { conversation_parts: { ...file.conversation_parts, total_count: 501 } }, '/conversation_parts/total_count'],
  ])('refuses %s', async (_, change, place) => {
    expect(await refusalOf(JSON.stringify({ ...file, ...change }))).toMatchObject({ reason: 'invalid_file', place });
  });
});
