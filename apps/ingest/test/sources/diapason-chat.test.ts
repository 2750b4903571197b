import { describe, expect, it } from 'vitest';
import { readOne, refusalOf } from './read-one.js';

const CHAT = {
  format: 'diapason-chat',
  id: 'chat-1',
  startedAt: '2026-09-07T10:00:00+02:00',
  subject: 'Colis',
  caseRef: 'D-1',
  tags: ['colis'],
  participants: [
    { id: 'c', role: 'customer', ref: 'c-1', name: 'Paul' },
    { id: 'a', role: 'agent', ref: 'a-1', name: 'Claire', team: { ref: 't-1', name: 'Nord' } },
  ],
  messages: [
    { id: 'm1', from: 'c', at: '2026-09-07T08:00:05Z', text: 'slt' },
    { id: 'm3', from: 'a', at: '2026-09-07T10:01:00+02:00', text: 'note', private: true },
    { id: 'm2', from: 'a', at: '2026-09-07T10:00:30+02:00', text: 'Bonjour' },
  ],
};
const changed = (change: object): string => JSON.stringify({ ...CHAT, ...change });

describe('diapason-chat', () => {
  it('reads messages as turns, in order of time', async () => {
    expect(await readOne(JSON.stringify(CHAT))).toEqual({
      source: 'diapason-chat',
      externalId: 'chat-1',
      revision: 1,
      channel: 'chat',
      startedAt: CHAT.startedAt,
      subject: 'Colis',
      caseRef: 'D-1',
      tags: ['colis'],
      participants: CHAT.participants,
      turns: [
        { id: 'm1', participantId: 'c', text: 'slt', offsetMs: 5000 },
        { id: 'm2', participantId: 'a', text: 'Bonjour', offsetMs: 30_000 },
        { id: 'm3', participantId: 'a', text: 'note', offsetMs: 60_000, private: true },
      ],
    });
  });

  it('never guesses a role that the file gives', async () => {
    const read = await readOne(changed({ participants: [{ id: 'c', role: 'unknown', name: 'Agent' }, { id: 'a', role: 'bot' }] }));
    expect(read.participants).toEqual([{ id: 'c', role: 'unknown', name: 'Agent' }, { id: 'a', role: 'bot' }]);
  });

  it.each([
    ['a participant who is not there', { messages: [{ from: 'x', text: 'a' }] }, '/messages/0/from'],
    ['a role that does not exist', { participants: [{ id: 'a', role: 'boss' }] }, '/participants/0/role'],
    ['a date without offset', { startedAt: '2026-09-07T10:00:00' }, '/startedAt'],
    ['a participant twice', { participants: [CHAT.participants[0], CHAT.participants[0]] }, '/participants/1/id'],
  ])('refuses %s and names the field', async (_, change, place) => {
    expect(await refusalOf(changed(change))).toMatchObject({ reason: 'invalid_file', place });
  });
});
