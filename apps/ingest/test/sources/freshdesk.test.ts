import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readOne, refusalOf } from './read-one.js';

const SAMPLE = readFileSync(new URL('../../src/sources/freshdesk/samples/ticket-77310.json', import.meta.url), 'utf8');
const file = JSON.parse(SAMPLE);
const changed = (change: object): string => JSON.stringify({ ...file, ...change });

describe('freshdesk', () => {
  it('reads the description and the conversations, which the API does not sort', async () => {
    const read = await readOne(SAMPLE);
    expect(read).toMatchObject({
      source: 'freshdesk',
      externalId: '77310',
      channel: 'email',
      startedAt: '2026-09-14T06:30:00.000Z',
      subject: 'Changer de taille',
      tags: ['échange'],
    });
    const roles = new Map(read.participants.map(({ id, role }) => [id, role]));
    expect(read.turns.map(({ id, participantId, private: note }) => [id, roles.get(participantId), note === true])).toEqual([
      ['description', 'customer', false],
      ['902', 'agent', true],
      ['903', 'agent', false],
      ['904', 'customer', false],
      ['905', 'system', false],
    ]);
    expect(read.turns[0]?.text).toBe('Bonjour,\npuis-je échanger le manteau contre une taille 40 ?\nMarc Olivier');
    // What was quoted stays told from what was written.
    expect(read.turns[3]?.text).toBe('Parfait, merci !\n> Bonjour Monsieur Olivier…');
    expect(read.participants[1]).toEqual({ id: '5501', role: 'agent', ref: 'paul.lemoine@maison.example', name: 'Paul Lemoine' });
  });

  it('reads a ticket and its conversations side by side', async () => {
    const { conversations, agents, ...ticket } = file;
    expect(await readOne(JSON.stringify({ ticket, conversations, agents }))).toEqual(await readOne(SAMPLE));
  });

  it('keeps what was forwarded to somebody else from the customer’s ears', async () => {
    const read = await readOne(changed({ conversations: [{ ...file.conversations[0], source: 8 }] }));
    expect(read.turns[1]).toMatchObject({ private: true });
  });

  it.each([
    ['a phone note is nobody’s said words', 3, 'unknown', true, undefined],
    ['an outbound email is an agent’s, of whom the ticket says nothing', 10, 'agent', false, undefined],
    ['a mail is the requester’s', 1, 'customer', false, 'marc.olivier@client.example'],
  ])('the description of %s', async (_, source, role, note, ref) => {
    const read = await readOne(changed({ source }));
    expect([read.participants[0]?.role, read.turns[0]?.private === true, read.participants[0]?.ref]).toEqual([role, note, ref]);
  });

  it.each([
    ['a conversation that does not say whether it is private', { conversations: [{ ...file.conversations[0], private: undefined }] }, '/conversations/0/private'],
    ['a conversation that does not say from which side it comes', { conversations: [{ ...file.conversations[0], incoming: 'oui' }] }, '/conversations/0/incoming'],
  ])('refuses %s', async (_, change, place) => {
    expect(await refusalOf(changed(change))).toMatchObject({ reason: 'invalid_file', place });
  });
});
