import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chooseSource } from '../../src/sources/choose-source.js';
import { readDirectory } from '../../src/sources/directory.js';
import { streamedSource } from '../../src/sources/streamed-source.js';
import { readAll, readOne, refusalOf } from './read-one.js';

const SAMPLE = readFileSync(new URL('../../src/sources/zendesk/samples/ticket-4512.json', import.meta.url), 'utf8');
const file = JSON.parse(SAMPLE);
const changed = (change: object): string => JSON.stringify({ ...file, ...change });

describe('zendesk', () => {
  it('reads a ticket: comments in order of time, notes apart, roles as Zendesk says them', async () => {
    const ticket = await readOne(SAMPLE);
    expect(ticket).toMatchObject({
      source: 'zendesk',
      externalId: '4512',
      channel: 'email',
      startedAt: '2026-09-07T07:58:12.000Z',
      subject: 'Lampe reçue cassée',
      queue: 'Service après-vente',
      tags: ['casse', 'remboursement'],
      participants: [
        { id: '301', role: 'agent', ref: 'claire.aubry@maison.example', name: 'Claire Aubry' },
        { id: '9001', role: 'customer', ref: 'odile.verdier@client.example', name: 'Odile Verdier' },
        { id: 'zendesk', role: 'system' },
      ],
    });
    expect(ticket.turns.map(({ id, participantId, offsetMs, private: note }) => [id, participantId, offsetMs, note === true])).toEqual([
      ['88001', '9001', 0, false],
      ['88002', '301', 1_308_000, true],
      ['88003', '301', 2_598_000, false],
      ['88004', 'zendesk', 7_648_000, false],
    ]);
    expect(ticket.turns[2]?.text).toBe("Bonjour Madame Verdier,\n\nJe vous envoie une nouvelle lampe dès aujourd'hui\u00a0: vous la recevrez mercredi.\n\nClaire Aubry");
  });

  it('knows an agent of the directory by address, or by the id in Zendesk', async () => {
    const people = [{ ref: 'a-7', name: 'Claire A.', addresses: ['zendesk:301'] }];
    const directory = readDirectory(Buffer.from(JSON.stringify({ agents: people })));
    if (directory.kind === 'refused') throw new Error(directory.detail);
    expect((await readOne(SAMPLE, { directory: directory.value })).participants[0]).toEqual({ id: '301', role: 'agent', ref: 'a-7', name: 'Claire A.' });
  });

  it('grows in revision with every change, whichever order exports arrive in', async () => {
    const later = await readOne(changed({ ticket: { ...file.ticket, updated_at: '2026-09-08T08:00:00Z' } }));
    expect(later.revision).toBeGreaterThan((await readOne(SAMPLE)).revision);
  });

  it('guesses no role that neither users nor the ticket tell', async () => {
    const read = await readOne(changed({ users: [] }));
    expect(read.participants.map(({ id, role, roleGuessed }) => [id, role, roleGuessed])).toEqual([['301', 'agent', undefined], ['9001', 'customer', undefined], ['zendesk', 'system', undefined]]);
    const stranger = await readOne(changed({ users: [], comments: [{ ...file.comments[1], author_id: 77 }] }));
    expect(stranger.participants).toEqual([{ id: '77', role: 'unknown' }]);
  });

  it('does not put the words of a joined chat or a call note into one mouth', async () => {
    const comments = [{ ...file.comments[1], type: 'ChatTranscript' }, { ...file.comments[2], id: 9, type: 'VoiceComment' }];
    expect((await readOne(changed({ comments }))).participants.map(({ role }) => role)).toEqual(['unknown', 'system']);
  });

  it('reads tickets with their comments inside: one a line, in an array, in an envelope', async () => {
    const inside = { ...file.ticket, comments: file.comments, users: file.users };
    const other = { ...inside, id: 4513 };
    const forms = [`${JSON.stringify(inside)}\n${JSON.stringify(other)}\n`, JSON.stringify([inside, other]), JSON.stringify({ tickets: [inside, other] })];
    for (const form of forms) {
      const items = await readAll(form);
      expect(items.map((item) => item.kind === 'interaction' && item.interaction.externalId)).toEqual(['4512', '4513']);
    }
  });

  it('reads an export of one ticket a line for what it is, though its name is that of our own lines', () => {
    const line = Buffer.from(`${JSON.stringify({ ...file.ticket, comments: file.comments })}\n`);
    expect(streamedSource(line, 'tickets.jsonl')).toBeUndefined();
    expect(chooseSource(line, 'tickets.jsonl')).toMatchObject({ value: { format: 'zendesk' } });
    expect(streamedSource(Buffer.from('{"broken\n'), 'tickets.jsonl')).toMatchObject({ format: 'canonical' });
  });

  it('refuses one bad ticket of several and reads the others', async () => {
    const inside = { ...file.ticket, comments: file.comments };
    const items = await readAll(JSON.stringify({ tickets: [{ ...inside, comments: [{ ...file.comments[0], public: 'non' }] }, inside] }));
    expect(items).toMatchObject([{ kind: 'refused', reason: 'invalid_file', place: '/tickets/0/comments/0/public' }, { kind: 'interaction', place: '/tickets/1' }]);
  });

  it('takes a comment told twice for one, and keeps two of one id that differ', async () => {
    const twice = await readOne(changed({ comments: [...file.comments, file.comments[1]] }));
    expect(twice.turns).toHaveLength(4);
    const differing = await readOne(changed({ comments: [...file.comments, { ...file.comments[1], plain_body: 'Autre chose' }] }));
    expect(new Set(differing.turns.map(({ id }) => id)).size).toBe(5);
  });

  it.each([
    ['a comment that does not say whether it is public', { comments: [{ ...file.comments[0], public: undefined }] }, '/comments/0/public'],
    ['a time without a zone', { comments: [{ ...file.comments[0], created_at: '2026-09-07T08:00:00' }] }, '/comments/0/created_at'],
    ['a ticket without an id', { ticket: { ...file.ticket, id: undefined } }, '/ticket/id'],
  ])('refuses %s and names the field', async (_, change, place) => {
    expect(await refusalOf(changed(change))).toMatchObject({ reason: 'invalid_file', place });
  });

  it('refuses what only one conversation can have for a file of several', async () => {
    const inside = { ...file.ticket, comments: file.comments };
    expect(await refusalOf(JSON.stringify([inside, { ...inside, id: 1 }]), { metadata: { externalId: 'x' } })).toMatchObject({ reason: 'invalid_metadata' });
  });
});
